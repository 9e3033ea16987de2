from hypothesis import given
from hypothesis import strategies as st

from graphkit.resolve.contents import contents, without_circles

PARENTS = st.integers(1, 12).flatmap(
    lambda n: st.lists(st.one_of(st.none(), st.integers(-1, n)), min_size=n, max_size=n)
)


@given(PARENTS)
def test_no_claim_is_left_in_a_circle_or_tied_to_nothing(parents: list[int | None]) -> None:
    sound = without_circles(parents)

    for place in range(len(sound)):
        at, steps = sound[place], 0
        while at is not None:
            assert 0 <= at < len(sound)
            at, steps = sound[at], steps + 1
            assert steps <= len(sound)


def test_ties_outside_a_circle_are_kept() -> None:
    assert without_circles([None, 0, 1, 4, 3, 4]) == [None, 0, 1, None, None, 4]


@given(PARENTS)
def test_every_claim_is_given_the_ids_of_its_contents(parents: list[int | None]) -> None:
    sound = without_circles(parents)
    asked: dict[int, tuple[str, ...]] = {}

    def id_of(place: int, inner: tuple[str, ...]) -> str:
        asked[place] = inner
        return f"c{place}"

    ids = contents(sound, id_of)

    assert ids == [f"c{place}" for place in range(len(sound))]
    for place, inner in asked.items():
        assert list(inner) == [f"c{child}" for child, parent in enumerate(sound) if parent == place]


def test_a_long_chain_of_contents_needs_no_recursion() -> None:
    parents = [None, *range(5000)]

    assert len(contents(parents, lambda place, inner: f"{place}{len(inner)}")) == 5001
