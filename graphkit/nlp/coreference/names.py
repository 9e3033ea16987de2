"""Names of one thing: written alike, surname after full name, acronym and what it stands for."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from graphkit.model.lexicon import Lexicon
from graphkit.nlp.coreference.gender import gender, styled
from graphkit.nlp.coreference.namesakes import Namesakes
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
    groups: dict[tuple[str, str, str], list[Found]] = defaultdict(list)
    for name in names:
        groups[_key(name, text)].append(name)
    people, others = Namesakes(), _Others(lexicon)
    things: list[Thing] = []
    for (written, broad, _), places in sorted(groups.items(), key=_longest_first):
        original = places[0].text(text)
        thing = None
        if broad == "person":
            thing = people.owner(written, places)
        elif broad != "demonym":
            thing = others.owner(written, original)
        if thing is None:
            thing = Thing(type=places[0].type)
            things.append(thing)
        _take(thing, original, places, text)
        if broad == "person":
            people.note(written, thing)
        elif broad != "demonym":
            others.note(written, thing)
    for thing in things:
        thing.mentions.sort(key=lambda one: one.place)
        thing.total = len(thing.mentions)
        thing.plural = {"Person": False, "Group": True}.get(thing.type or "")
    return sorted(things, key=lambda thing: thing.mentions[0].place)


def _key(name: Found, text: str) -> tuple[str, str, str]:
    """What places of one name share; *Mr Smith* and *Mrs Smith* are two, whoever else is a Smith."""
    written, broad = normal(name.text(text)), _broad(name.type)
    return written, broad, styled(name) if broad == "person" and " " not in written else ""


def _longest_first(group: tuple[tuple[str, str, str], list[Found]]) -> tuple[int, bool, int]:
    """Longer names before shorter, so that a surname finds its owner; of these, who is styled first."""
    (written, _, told), places = group
    return -len(written.split()), not told, places[0].first.i


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
