"""The matching is the best there is."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from graphkit.evaluate.assignment import best_assignment

WEIGHTS = st.integers(1, 5).flatmap(
    lambda columns: st.lists(
        st.lists(st.integers(0, 9), min_size=columns, max_size=columns), min_size=1, max_size=5
    )
)


def test_a_good_pair_gives_way_to_a_better_whole() -> None:
    assert best_assignment([[10, 9], [9, 1]]) == [(0, 1), (1, 0)]


def test_pairs_of_weight_zero_are_left_out() -> None:
    assert best_assignment([[0, 0], [0, 3]]) == [(1, 1)]
    assert best_assignment([]) == []
    assert best_assignment([[]]) == []


@given(WEIGHTS)
def test_no_other_matching_weighs_more(weights: list[list[int]]) -> None:
    pairs = best_assignment(weights)

    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)
    assert sum(weights[row][column] for row, column in pairs) == heaviest(weights)


def heaviest(weights: list[list[int]]) -> int:
    rows, columns = len(weights), len(weights[0])
    if rows > columns:
        return heaviest([list(column) for column in zip(*weights, strict=True)])
    return max(
        sum(weights[row][column] for row, column in enumerate(chosen))
        for chosen in permutations(range(columns), rows)
    )
