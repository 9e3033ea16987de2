"""Names of one thing: written alike, surname after full name, acronym and what it stands for."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from graphkit.model.lexicon import Lexicon
from graphkit.nlp.coreference.gender import gender
from graphkit.nlp.coreference.things import Thing
from graphkit.nlp.mentions.found import Found
from graphkit.nlp.mentions.words import BODY_NAMES, LEGAL

SMALL = frozenset({"of", "the", "for", "and", "in", "on", "to", "a", "an", "de", "et", "du", "la", "le", "&"})
PUNCTUATION = re.compile(r"[^\w ]+")
POSSESSIVE = re.compile(r"['’]s?$")
GENERIC = LEGAL | BODY_NAMES | {"town", "city", "united", "magazine"}
PRODUCTS = frozenset({"Product", "Work", None})


@lru_cache(maxsize=4096)
def normal(name: str) -> str:
    """Comparable form: lower case, no dots, no possessive; "U.S." is "us"."""
    return " ".join(PUNCTUATION.sub(" ", POSSESSIVE.sub("", name).replace(".", "")).lower().split())


def link_names(names: Sequence[Found], text: str, lexicon: Lexicon) -> list[Thing]:
    """One thing for all names that agree, in the order of first mention."""
    groups: dict[tuple[str, str], list[Found]] = defaultdict(list)
    for name in names:
        groups[(normal(name.text(text)), _broad(name.type))].append(name)
    people, others = _People(), _Others(lexicon)
    things: list[Thing] = []
    # Longer names first, so that a surname finds its owner.
    for (written, broad), places in sorted(groups.items(), key=_longest_first):
        original = places[0].text(text)
        known: _People | _Others = people if broad == "person" else others
        thing = None if broad == "demonym" else known.owner(written, original)
        if thing is None:
            thing = Thing(type=places[0].type)
            things.append(thing)
        _take(thing, original, places, text)
        if broad != "demonym":
            known.note(written, thing)
    for thing in things:
        thing.mentions.sort(key=lambda one: one.place)
        thing.total = len(thing.mentions)
        thing.plural = {"Person": False, "Group": True}.get(thing.type or "")
    return sorted(things, key=lambda thing: thing.mentions[0].place)


def _longest_first(group: tuple[tuple[str, str], list[Found]]) -> tuple[int, int]:
    (written, _), places = group
    return -len(written.split()), places[0].first.i


def _broad(kind: str | None) -> str:
    return "person" if kind == "Person" else "demonym" if kind == "Group" else "other"


def _take(thing: Thing, original: str, places: Sequence[Found], text: str) -> None:
    thing.names.append(original)
    thing.mentions += places
    for place in places:
        thing.roles |= place.roles
        thing.sure = thing.sure or place.sure
        thing.gender = thing.gender or gender(place, text)
        if place.title:
            thing.titles.add(place.title.lower())


class _People:
    """Full names by their first and last words."""

    def __init__(self) -> None:
        self.by_surname: dict[str, list[Thing]] = defaultdict(list)
        self.by_first: dict[str, list[Thing]] = defaultdict(list)

    def note(self, written: str, thing: Thing) -> None:
        words = written.split()
        if len(words) > 1:
            self.by_surname[words[-1]].append(thing)
            self.by_first[words[0]].append(thing)

    def owner(self, written: str, original: str) -> Thing | None:
        """*Smith* is the John Smith mentioned most; *John* is John Smith if there's one."""
        words = written.split()
        if not words:
            return None
        namesakes = self.by_surname.get(words[-1], [])
        if len(words) > 1:
            namesakes = [one for one in namesakes if _first(one) == words[0] or _ends(one, words)]
        if namesakes:
            return max(namesakes, key=lambda thing: (len(thing.mentions), bool(thing.gender)))
        called = self.by_first.get(written, []) if len(words) == 1 else []
        return called[0] if len(called) == 1 else None


def _first(thing: Thing) -> str:
    return normal(thing.names[0]).split()[0]


def _ends(thing: Thing, words: list[str]) -> bool:
    full = normal(thing.names[0]).split()
    return len(full) > len(words) and full[-len(words) :] == words


class _Others:
    """Names of bodies, places and works by acronym and by what they may be cut to."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.by_acronym: dict[str, list[Thing]] = defaultdict(list)
        self.by_part: dict[str, list[Thing]] = defaultdict(list)

    def note(self, written: str, thing: Thing) -> None:
        words = written.split()
        full = [word for word in words if word not in SMALL]
        if len(full) > 1:
            self.by_acronym["".join(word[0] for word in full)].append(thing)
        for part in sorted(set(_parts(words, thing.type))):
            self.by_part[part].append(thing)

    def owner(self, written: str, original: str) -> Thing | None:
        """What an acronym stands for; *Comic Corps* is the Comic Corps of Canada if there's one."""
        letters = original.replace(".", "").replace(" ", "")
        fits = self.by_acronym.get(letters.lower(), []) if len(letters) > 1 and letters.isupper() else []
        if not fits and self.lexicon.kind(original) is None:
            fits = self.by_part.get(written, [])
        different = list({id(thing): thing for thing in fits}.values())
        return different[0] if len(different) == 1 else None


def _parts(words: list[str], kind: str | None) -> Iterable[str]:
    """*comic corps* of Comic Corps of Canada; of a product (Google Chrome) its end too."""
    for n in range(1, len(words)):
        if words[n] in SMALL or words[n] in GENERIC:
            yield " ".join(words[:n])
        if kind in PRODUCTS:
            yield " ".join(words[n:])
