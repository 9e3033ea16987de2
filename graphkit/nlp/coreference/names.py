"""Names of one thing: written alike, surname after full name, acronym and what it stands for."""

import re
from collections import defaultdict
from collections.abc import Sequence

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


def normal(name: str) -> str:
    """Comparable form: lower case, no dots, no possessive; "U.S." is "us"."""
    return " ".join(PUNCTUATION.sub(" ", POSSESSIVE.sub("", name).replace(".", "")).lower().split())


def link_names(names: Sequence[Found], text: str, lexicon: Lexicon) -> list[Thing]:
    """One thing for all names that agree, in the order of first mention."""
    groups: dict[tuple[str, str], list[Found]] = defaultdict(list)
    for name in names:
        groups[(normal(name.text(text)), _broad(name.type))].append(name)
    things: list[Thing] = []
    # Longer names first, so that a surname finds its owner.
    order = sorted(groups.items(), key=lambda item: (-len(item[0][0].split()), item[1][0].first.i))
    for (written, broad), places in order:
        original = places[0].text(text)
        thing = _person(written, things) if broad == "person" else _other(written, original, things, lexicon)
        if thing is None:
            thing = Thing(type=places[0].type)
            things.append(thing)
        _take(thing, original, places, text)
    for thing in things:
        thing.mentions.sort(key=lambda one: one.place)
        thing.total = len(thing.mentions)
        thing.plural = {"Person": False, "Group": True}.get(thing.type or "")
    return sorted(things, key=lambda thing: thing.mentions[0].place)


def _take(thing: Thing, original: str, places: Sequence[Found], text: str) -> None:
    thing.names.append(original)
    thing.mentions += places
    for place in places:
        thing.roles |= place.roles
        thing.sure = thing.sure or place.sure
        thing.gender = thing.gender or gender(place, text)
        if place.title:
            thing.titles.add(place.title.lower())


def _broad(kind: str | None) -> str:
    return "person" if kind == "Person" else "demonym" if kind == "Group" else "other"


def _person(written: str, things: Sequence[Thing]) -> Thing | None:
    """*Smith* is the John Smith mentioned most; *John* is John Smith if there's one."""
    words = written.split()
    by_surname: list[Thing] = []
    by_first: list[Thing] = []
    for thing in things:
        full = normal(thing.names[0]).split()
        if thing.type != "Person" or len(full) < 2:
            continue
        if full == words or (len(words) > 1 and full[-1] == words[-1] and full[0] == words[0]):
            return thing
        if len(full) > len(words) and full[-len(words) :] == words:
            by_surname.append(thing)
        elif len(words) == 1 and full[0] == words[0]:
            by_first.append(thing)
    if by_surname:
        return max(by_surname, key=lambda thing: len(thing.mentions))
    return by_first[0] if len(by_first) == 1 else None


def _other(written: str, original: str, things: Sequence[Thing], lexicon: Lexicon) -> Thing | None:
    fits = [
        thing
        for thing in things
        if thing.type not in {"Person", "Group"} and any(_short_for(original, name) for name in thing.names)
    ]
    if not fits and lexicon.kind(original) is None:
        fits = [thing for thing in things if thing.type not in {"Person", "Group"} and _part_of(written, thing)]
    return fits[0] if len(fits) == 1 else None


def _short_for(original: str, name: str) -> bool:
    """Whether `original` is an acronym of the longer name."""
    letters = original.replace(".", "").replace(" ", "")
    full = [word for word in normal(name).split() if word not in SMALL]
    if len(full) < 2 or len(letters) < 2 or not letters.isupper():
        return False
    return "".join(word[0] for word in full) == letters.lower()


def _part_of(written: str, thing: Thing) -> bool:
    """*Comic Corps* of Comic Corps of Canada, *Chrome* of Google Chrome."""
    words = written.split()
    for name in thing.names:
        full = normal(name).split()
        if len(full) <= len(words):
            continue
        rest = full[len(words) :]
        if full[: len(words)] == words and (rest[0] in SMALL or rest[0] in GENERIC):
            return True
        if thing.type in PRODUCTS and full[-len(words) :] == words:
            return True
    return False
