"""However much of the graph looks like a copy at first, next to none of it is in memory at a time."""

from collections.abc import Iterator
from weakref import WeakSet

from graphkit.store.origins import LeftBehind, ties_of
from graphkit.store.sketch import Sketch

NOBODY_LEFT = LeftBehind(frozenset(), {}, {})
WRITTEN = {"a:new": Sketch("b1 b2", tuple(range(50)), 1, None)}


class Kept(dict):
    """The sketch of a row; told from one that is gone."""

    __hash__ = object.__hash__


class Answering:
    """A transaction that answers with articles of which every tenth is a copy; most: sketches alive at once."""

    def __init__(self, likely: int) -> None:
        self.likely = likely
        self.most = 0
        self._alive: WeakSet[Kept] = WeakSet()

    def run(self, text: str, parameters: dict) -> Iterator[dict]:
        assert [row["id"] for row in parameters["rows"]] == ["a:new"]
        for number in range(self.likely):
            first = 0 if number % 10 == 0 else 1000
            sketch = Kept(bands="b1", shingles=[*range(first, first + 50)], rate=1, credit=None)
            self._alive.add(sketch)
            self.most = max(self.most, len(self._alive))
            yield {"ids": ["a:new"], "other": f"a:{number:03}", "origin": f"a:{number:03}", "sketch": sketch}


def test_what_looks_like_a_copy_is_looked_at_one_by_one():
    answering = Answering(likely=200)

    ties = ties_of(answering, WRITTEN, NOBODY_LEFT)

    assert ties.standing == {f"a:{number:03}" for number in range(0, 200, 10)}
    assert {ties.groups.of(each) for each in ties.standing | {"a:new"}} == {"a:000"}
    assert answering.most <= 2
