"""Whether two names of bodies, places, works or events can be one thing's."""

import re
from functools import lru_cache

from graphkit.resolve.identity.finding import NOTHING, Finding, ruled_out
from graphkit.resolve.identity.spelling import LONG, one_word
from graphkit.resolve.names import LEGAL_FORMS, initials, normalised

SPELT = {
    "centre": "center", "defence": "defense", "organisation": "organization", "labour": "labor",
    "programme": "program", "theatre": "theater", "harbour": "harbor", "intl": "international",
    "natl": "national", "dept": "department", "univ": "university", "govt": "government",
    "assn": "association", "assoc": "association", "bros": "brothers", "mfg": "manufacturing",
    "st": "saint", "mt": "mount", "ft": "fort", "technologies": "technology", "industries": "industry",
    "laboratories": "laboratory", "labs": "laboratory", "airlines": "airline", "rly": "railway",
    "sciences": "science", "cttee": "committee",
    "first": "1st", "second": "2nd", "third": "3rd", "fourth": "4th", "fifth": "5th", "sixth": "6th",
    "seventh": "7th", "eighth": "8th", "ninth": "9th", "tenth": "10th", "eleventh": "11th", "twelfth": "12th",
}  # fmt: skip
SMALL = frozenset("of the for and in on to a an de et du la le der die das des".split())  # noqa: SIM905
FILLERS = LEGAL_FORMS | frozenset({"group", "holding", "holdings", "company", "companies"})
CONTRASTS = frozenset(
    (
        "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "upper",
        "lower", "new", "old", "great", "greater", "men", "women", "mens", "womens", "youth", "junior",
        "senior", "national", "state", "federal", "international",
        "regional", "european", "american", "african", "asian", "world", "public", "private", "under",
        "former", "royal", "people", "peoples", "democratic", "liberal", "conservative", "socialist",
    )
)  # fmt: skip
ROMAN = re.compile(r"[ivx]{1,4}")
NUMBERS = {
    "i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8", "ix": "9",
    "x": "10",
}  # fmt: skip
NUMBER_WORDS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10", "twenty": "20",
}  # fmt: skip


@lru_cache(maxsize=262_144)
def words(name: str) -> tuple[str, ...]:
    """The words that tell a name from another, in one spelling; never empty where the name isn't."""
    split = [SPELT.get(word, word) for word in normalised(name).split()]
    kept = [word for word in split if word not in SMALL and word not in FILLERS]
    return tuple(kept or split)


@lru_cache(maxsize=262_144)
def numbers(name: str) -> frozenset[str]:
    """The numbers in a name: years, editions, units; also as words and after the first word in Roman."""
    found = set()
    for place, spelt in enumerate(normalised(name).split()):
        word = SPELT.get(spelt, spelt)
        if any(c.isdigit() for c in word):
            found.add(word)
        elif word in NUMBER_WORDS:
            found.add(NUMBER_WORDS[word])
        elif place and ROMAN.fullmatch(word) and word in NUMBERS:
            found.add(NUMBERS[word])
    return frozenset(found)


def bodies(name: str, other: str) -> Finding:
    """How alike two names of anything but people are."""
    same = numbers(name) == numbers(other)
    one, two = words(name), words(other)
    if same and (found := _same_words(one, two)).score:
        return found
    # FNB is First National Bank: its letters tell the ordinal, too.
    if acronym(name, other) or acronym(other, name):
        return Finding(0.8, ("one is the other's acronym",))
    if not same:
        return _numbered(name, other)
    if len(one) == len(two):
        # CEA is no spelling of CIA.
        return NOTHING if name.isupper() and other.isupper() and len(one) == 1 else _spelt(one, two)
    return _longer(one, two)


def _same_words(one: tuple[str, ...], two: tuple[str, ...]) -> Finding:
    if one == two:
        return Finding(0.97, ("the same but for legal form, small words and spelling",))
    if "".join(one) == "".join(two):
        return Finding(0.95, ("the same but for a hyphen or space",))
    if sorted(one) == sorted(two):
        return Finding(0.78, ("the same words in another order",))
    return NOTHING


def _numbered(name: str, other: str) -> Finding:
    """Flight 370 is not Flight 371; the World Cup may be that of 2018."""
    first, second = numbers(name), numbers(other)
    if first and second and first - second and second - first:
        return ruled_out(f"different numbers: {', '.join(sorted(first))} and {', '.join(sorted(second))}")
    return NOTHING


def acronym(short: str, long: str) -> bool:
    """Whether one is made of the other's first letters."""
    letters = short.replace(".", "")
    if not (2 < len(letters) < 9 and letters.isupper() and letters.isalpha()):
        return False
    spelt = normalised(long)
    return " " in spelt and letters.lower() in {initials(long), "".join(word[0] for word in spelt.split())}


def _spelt(one: tuple[str, ...], two: tuple[str, ...]) -> Finding:
    """The same but for the spelling of one word."""
    different = [(a, b) for a, b in zip(one, two, strict=True) if a != b]
    if len(different) != 1:
        return NOTHING
    (word, other) = different[0]
    if word in CONTRASTS or other in CONTRASTS:
        return NOTHING
    alike = one_word(word, other)
    if not alike:
        return NOTHING
    how = "sound alike" if alike > 0.9 else "differ by a slip"
    reason = f"{word.title()} and {other.title()} {how}"
    if len(one) == 1:
        # Nothing but this word tells them apart.
        if min(len(word), len(other)) < LONG:
            return NOTHING
        return Finding(0.92 if alike > 0.9 and min(len(word), len(other)) > LONG else 0.75, (reason,))
    return Finding(0.88 if alike > 0.9 else 0.86, (reason,))


def _longer(one: tuple[str, ...], two: tuple[str, ...]) -> Finding:
    short, long = sorted((one, two), key=len)
    if not set(short) < set(long):
        return NOTHING
    extra = [word for word in long if word not in short]
    if CONTRASTS.intersection(extra) and len(short) == 1:
        return NOTHING
    return Finding(0.68, (f"the one says {' '.join(extra)} besides",))
