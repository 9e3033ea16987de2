"""The best one-to-one matching of two sides (Kuhn 1955; the O(n^3) form with potentials)."""

from collections.abc import Sequence

_UNREACHED = float("inf")


def best_assignment(weights: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Pairs (row, column) with the largest sum of weights, each row and column at most once.

    Weights are 0 or more; pairs of weight 0 are left out. Sorted by row.
    """
    if not weights or not weights[0]:
        return []
    if len(weights) > len(weights[0]):
        turned = [list(column) for column in zip(*weights, strict=True)]
        return sorted((row, column) for column, row in best_assignment(turned))
    matched = _cheapest([[-weight for weight in row] for row in weights])
    return sorted((row, column) for row, column in matched if weights[row][column] > 0)


def _cheapest(costs: list[list[float]]) -> list[tuple[int, int]]:
    """A cheapest column for every row; there are at least as many columns as rows."""
    rows, columns = len(costs), len(costs[0])
    row_potential = [0.0] * (rows + 1)
    column_potential = [0.0] * (columns + 1)
    owner = [0] * (columns + 1)  # owner[column] is the row that has it; both count from 1, 0 is nobody
    for row in range(1, rows + 1):
        owner[0] = row
        came_from = _grow(costs, owner, row_potential, column_potential)
        _flip(owner, came_from)
    return [(owner[column] - 1, column - 1) for column in range(1, columns + 1) if owner[column]]


def _grow(
    costs: list[list[float]], owner: list[int], row_potential: list[float], column_potential: list[float]
) -> list[int]:
    """Grow a tree of tight edges from column 0 to a free column.

    Gives the column each column was reached from; the free column's number is appended last.
    """
    columns = len(owner) - 1
    slack = [_UNREACHED] * (columns + 1)
    came_from = [0] * (columns + 1)
    done = [False] * (columns + 1)
    at = 0
    while owner[at] != 0:
        done[at] = True
        row, step, nearest = owner[at], _UNREACHED, 0
        for column in range(1, columns + 1):
            if done[column]:
                continue
            reduced = costs[row - 1][column - 1] - row_potential[row] - column_potential[column]
            if reduced < slack[column]:
                slack[column], came_from[column] = reduced, at
            if slack[column] < step:
                step, nearest = slack[column], column
        for column in range(columns + 1):
            if done[column]:
                row_potential[owner[column]] += step
                column_potential[column] -= step
            else:
                slack[column] -= step
        at = nearest
    return [*came_from, at]


def _flip(owner: list[int], came_from: list[int]) -> None:
    """Hand each column on the path to the row before it."""
    at = came_from.pop()
    while at != 0:
        owner[at] = owner[came_from[at]]
        at = came_from[at]
