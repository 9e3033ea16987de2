"""Ids of claims that have other claims as content: the innermost first."""

from collections.abc import Callable, Sequence


def without_circles(parents: Sequence[int | None]) -> list[int | None]:
    """The places of parents, without those that lead back to where they start or nowhere.

    A claim can't be the content of its own content; where a reading says so, the tie is cut.
    """
    sound: list[int | None] = []
    for place, parent in enumerate(parents):
        at, steps = parent, 0
        while at is not None and at != place and 0 <= at < len(parents) and steps <= len(parents):
            at, steps = parents[at], steps + 1
        valid = parent is None or (0 <= parent < len(parents) and at != place)
        sound.append(parent if valid else None)
    return sound


def renumbered(parents: Sequence[int | None], kept: Sequence[int]) -> list[int | None]:
    """The parents of those kept, by their places among them; None where the parent isn't kept."""
    place = {old: new for new, old in enumerate(kept)}
    return [None if (parent := parents[old]) is None else place.get(parent) for old in kept]


def contents(parents: Sequence[int | None], id_of: Callable[[int, tuple[str, ...]], str]) -> list[str]:
    """The id of each claim, given those of the claims that are its content."""
    children: list[list[int]] = [[] for _ in parents]
    for place, parent in enumerate(parents):
        if parent is not None:
            children[parent].append(place)
    ids: dict[int, str] = {}
    for place in _innermost_first(parents, children):
        ids[place] = id_of(place, tuple(ids[child] for child in children[place]))
    return [ids[place] for place in range(len(parents))]


def _innermost_first(parents: Sequence[int | None], children: Sequence[Sequence[int]]) -> list[int]:
    order = [place for place, parent in enumerate(parents) if parent is None]
    for place in order:
        order.extend(children[place])
    return order[::-1]
