"""Whom a personal name means among those of that name: *Smith* is John Smith, *Mrs Smith* isn't."""

from collections import defaultdict
from collections.abc import Sequence

from graphkit.nlp.coreference.gender import styled
from graphkit.nlp.coreference.things import Thing
from graphkit.nlp.mentions.found import Found
from graphkit.nlp.mentions.words import KIN


class Namesakes:
    """People by their first and last names."""

    def __init__(self) -> None:
        self.by_surname: dict[str, list[Thing]] = defaultdict(list)
        self.by_first: dict[str, list[Thing]] = defaultdict(list)
        self.called: dict[int, tuple[str, ...]] = {}

    def note(self, written: str, thing: Thing) -> None:
        """Whoever comes after may mean this one."""
        words = tuple(written.split())
        if not words:
            return
        self.called.setdefault(id(thing), words)
        if thing not in self.by_surname[words[-1]]:
            self.by_surname[words[-1]].append(thing)
        if len(words) > 1:
            self.by_first[words[0]].append(thing)

    def owner(self, written: str, places: Sequence[Found]) -> Thing | None:
        """*Smith* is the John Smith mentioned most; *John* is John Smith if there's one.

        places: where the name stands so; those of a bare surname all have the same title's gender, or none.
        """
        words = tuple(written.split())
        if not words:
            return None
        fits = [one for one in self.by_surname.get(words[-1], ()) if self._may_be(one, words, places)]
        if fits:
            return max(fits, key=self._likely)
        called = self.by_first.get(written, []) if len(words) == 1 else []
        return called[0] if len(called) == 1 and _agree(called[0], places) else None

    def _may_be(self, thing: Thing, words: tuple[str, ...], places: Sequence[Found]) -> bool:
        full = self.called[id(thing)]
        if (
            len(words) > 1
            and full[0] != words[0]
            and not (len(full) > len(words) and full[-len(words) :] == words)
        ):
            return False
        return _agree(thing, places) and not any(
            _of_kin(one, place) for one in thing.mentions for place in places
        )

    def _likely(self, thing: Thing) -> tuple[bool, bool, int, bool, int]:
        """Who is named in full, and not as somebody's kin; most often; first."""
        full = len(self.called[id(thing)]) > 1
        known = bool(thing.gender)
        return full, not thing.roles & KIN, len(thing.mentions), known, -thing.mentions[0].first.i


def _agree(thing: Thing, places: Sequence[Found]) -> bool:
    told = styled(places[0])
    return not told or thing.gender in {"", told}


def _of_kin(named: Found, surname: Found) -> bool:
    """*Cole's mother, Denise Cole*: that Cole isn't Denise."""
    return named.outer[0].i <= surname.head.i < named.first.i
