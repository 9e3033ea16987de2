"""Classes of words (`@troops`), spelt out."""

from collections.abc import Iterator, Mapping
from itertools import product

MARK = "@"


def spelt_out(item: str, words: Mapping[str, tuple[str, ...]], within: tuple[str, ...] = ()) -> Iterator[str]:
    """The words an item stands for: itself, or those of the class it names, however deep.

    A class that contains itself, or one that is unknown, gives nothing more: the checks complain of both.
    """
    if not item.startswith(MARK):
        yield item
        return
    name = item[len(MARK) :]
    if name in within:
        return
    for inner in words.get(name, ()):
        yield from spelt_out(inner, words, (*within, name))


def predicates(lemma: str, words: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """`be @office of` as each of "be president of", "be governor of" ..."""
    parts = [list(dict.fromkeys(spelt_out(part, words))) for part in lemma.split()]
    for combined in product(*parts):
        yield " ".join(combined)


def cycles(words: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Each class that contains itself, with the way round: ("a", "b", "a")."""
    for name in words:
        way = _way_back(name, name, words, (name,))
        if way:
            yield way


def _way_back(
    start: str, at: str, words: Mapping[str, tuple[str, ...]], way: tuple[str, ...]
) -> tuple[str, ...] | None:
    for item in words.get(at, ()):
        inner = item[len(MARK) :] if item.startswith(MARK) else None
        if inner == start:
            return (*way, start)
        if inner is not None and inner not in way:
            found = _way_back(start, inner, words, (*way, inner))
            if found:
                return found
    return None
