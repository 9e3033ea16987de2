"""Names of one thing: written alike, surname after full name, acronym and what it stands for."""

import re
from collections import defaultdict
from collections.abc import Sequence

from graphkit.nlp.coreference.gender import gender
from graphkit.nlp.coreference.things import Thing
from graphkit.nlp.mentions.found import Found

SMALL = frozenset("of the for and in on to a an de et du la le".split())
PUNCTUATION = re.compile(r"[^\w ]+")


def normal(name: str) -> str:
    """Comparable form: lower case, no dots, no possessive; "U.S." is "us"."""
    bare = re.sub(r"['’]s?$", "", name)
    bare = bare.replace(".", "")
    return " ".join(PUNCTUATION.sub(" ", bare).lower().split())


def link_names(names: Sequence[Found], text: str) -> list[Thing]:
    """One thing for all names that agree; in the order of first mention."""
    groups: dict[tuple[str, str], list[Found]] = defaultdict(list)
    for name in names:
        groups[(normal(name.text(text)), _broad(name.type))].append(name)
    things: dict[str, Thing] = {}
    order: list[Thing] = []
    # Longer names first, so that a surname finds its owner.
    for (written, broad), places in sorted(
        groups.items(), key=lambda item: (-len(item[0][0].split()), item[1][0].first.i)
    ):
        thing = things.get(f"{broad}:{written}") or _owner(written, broad, places, order, text)
        if thing is None:
            thing = Thing(type=places[0].type)
            order.append(thing)
        things[f"{broad}:{written}"] = thing
        thing.names.append(places[0].text(text))
        thing.mentions += places
        for place in places:
            thing.roles.update(place.roles)
            thing.gender = thing.gender or gender(place, text)
    for thing in order:
        thing.mentions.sort(key=lambda one: one.place)
        thing.plural = False if thing.type == "Person" else True if thing.type == "Group" else None
    return sorted(order, key=lambda thing: thing.mentions[0].place)


def _broad(kind: str | None) -> str:
    return "person" if kind == "Person" else "demonym" if kind == "Group" else "other"


def _owner(
    written: str, broad: str, places: Sequence[Found], order: Sequence[Thing], text: str
) -> Thing | None:
    if broad == "person":
        return _person(written, order)
    fits = [
        thing
        for thing in order
        if any(_short_for(written, places[0].text(text), name) for name in thing.names)
    ]
    return fits[0] if len(fits) == 1 else None


def _person(written: str, order: Sequence[Thing]) -> Thing | None:
    """*Smith* is John Smith if he's the only Smith; *John* likewise, if nobody is called so by surname."""
    words = written.split()
    owners = []
    for thing in order:
        if thing.type != "Person":
            continue
        full = normal(thing.names[0]).split()
        if len(full) > len(words) and (
            full[-len(words) :] == words or (len(words) == 1 and words[0] == full[0])
        ):
            owners.append((full[-len(words) :] == words, thing))
        elif len(full) > 1 and len(words) > 1 and full[-1] == words[-1] and full[0] == words[0]:
            owners.append((True, thing))
    surnames = [thing for by_surname, thing in owners if by_surname]
    if len(surnames) == 1:
        return surnames[0]
    return owners[0][1] if len(owners) == 1 else None


def _short_for(written: str, original: str, name: str) -> bool:
    """Whether `original` is an acronym of the longer name, or its beginning without the kind of body."""
    full = [word for word in normal(name).split() if word not in SMALL]
    letters = written.replace(" ", "")
    if len(full) > 1 and original.replace(".", "").isupper() and len(letters) >= 2:
        return "".join(word[0] for word in full) == letters
    return False
