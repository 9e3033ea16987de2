"""The dateline before the first sentence: where and through whom the report came.

WASHINGTON: The ...      PARIS, Jan 26 (Reuters) - The ...        BRUSSELS/KYIV — The ...
(CNN) — The ...          KYIV, Ukraine (AP) — The ...             Taipei, Taiwan — The ...
MOSCOW, January 26. /TASS/. The ...
"""

import re
from dataclasses import dataclass

from graphkit.sources.dates import MONTH, published_on
from graphkit.sources.phrases import Phrases

LONGEST = 100
"""Characters a dateline may take."""

LONGEST_WORD = 25

ASIDE = 250
"""Characters: a second dash so near makes "Putin — the president — said" of what looked like a place."""

DASHES = ("—", "–", "―", "--")
SEPARATOR = re.compile(r" ?(?:--|[—–―]) ?| - | -$|: |:$|(?<=/\.) ")
CREDIT = re.compile(r"[ ,]*(?:\((?P<round>[^()]{2,40})\)|/(?P<slash>[^/]{2,30}(?:/[^/]{2,20})?)/)\.?$")
NAMELESS_MONTH = MONTH.replace("?P<month>", "?:")
DAY = re.compile(
    rf"[,.]? ?\b({NAMELESS_MONTH} ?\d{{1,2}}(?:,? \d{{4}})?|\d{{1,2}} {NAMELESS_MONTH}(?: \d{{4}})?)[,.]?$",
    re.IGNORECASE,
)
PLACE = re.compile(r"[^\W\d_](?:[^\W\d_]|[ .,'’/-])*")
REGION = re.compile(r"[A-Z][\w.]*(?: (?:of|and|the|[A-Z][\w.]*)){0,3}")
WORD = re.compile(r"[^\W\d_]+")
BEGINNING = re.compile(r"[\"'“‘(\[$€£]*[A-Z0-9]")
SMALL_WORDS = "al and au aux da de del der des di do dos du el en es la le les los of on sur upon van von y"
SMALL = frozenset(SMALL_WORDS.split())
FIRST_WORDS = "a an and but he if in it its my on our she that there they this we"
NO_PLACE = frozenset(FIRST_WORDS.split())


@dataclass(frozen=True, slots=True)
class Dateline:
    """What stands before the first sentence.

    place: as a name ("Kyiv, Ukraine"), or None. agency: the credit as written.
    published: ISO date, where it has a year.
    end: index in the paragraph of the first character behind it. sure: whether it can be nothing else.
    """

    place: str | None
    agency: str | None
    published: str | None
    end: int
    sure: bool


def find_dateline(paragraph: str, phrases: Phrases) -> Dateline | None:
    """The dateline at the start of a paragraph, or None."""
    for separator in SEPARATOR.finditer(paragraph[: LONGEST + 3]):
        found = _read(paragraph[: separator.start()], separator, phrases)
        if found is not None and _goes_on(paragraph[found.end :], found):
            return found
    return None


def name_of(place: str) -> str:
    """RIO DE JANEIRO -> Rio de Janeiro; what isn't in capitals stays."""
    parts = re.split(r"([ /-])", place)
    return "".join(_name_of_word(part, first=index == 0) for index, part in enumerate(parts))


def _read(left: str, separator: re.Match[str], phrases: Phrases) -> Dateline | None:
    """The dateline that the characters left of a separator make, if they make one."""
    sign, end = separator[0].strip(), separator.end()
    if sign in DASHES and phrases.names_publisher(left):
        return Dateline(None, left, None, end, sure=True)
    rest, agency = _cut(CREDIT, left)
    place, day = _cut(DAY, rest)
    place = place.strip(" ,")
    if not place:
        known = agency is not None and phrases.names_publisher(agency)
        return Dateline(None, agency, published_on(day or ""), end, sure=True) if known else None
    if not _is_place(place, phrases):
        return None
    capitals = place.partition(", ")[0].isupper()
    sent = bool(day) or (agency is not None and (capitals or phrases.names_publisher(agency)))
    if not sent and (len(place) <= 3 if capitals else sign not in DASHES):
        return None
    return Dateline(name_of(place), agency, published_on(day or ""), end, sure=sent or capitals)


def _cut(pattern: re.Pattern[str], text: str) -> tuple[str, str | None]:
    """The text without the pattern at its end, and what its group that matched says."""
    found = pattern.search(text)
    if found is None:
        return text, None
    return text[: found.start()], next(group for group in found.groups() if group)


def _is_place(place: str, phrases: Phrases) -> bool:
    """Whether it reads like a city, perhaps with its region."""
    city, comma, region = place.partition(", ")
    words = city.split()
    if PLACE.fullmatch(place) is None or place.upper() in phrases.not_places or words[0].lower() in NO_PLACE:
        return False
    if comma and REGION.fullmatch(region) is None:
        return False
    if words[0].lower() == "the" and len(words) != 2:
        return False
    letters = WORD.findall(city)
    named = all((word[0].isupper() or word in SMALL) and len(word) <= LONGEST_WORD for word in letters)
    return named and len(words) <= (5 if city.isupper() else 3)


def _goes_on(rest: str, found: Dateline) -> bool:
    """Whether a sentence follows, or nothing on the line."""
    if found.sure:
        return not rest or BEGINNING.match(rest) is not None
    aside = any(dash in rest[:ASIDE] for dash in DASHES)
    return BEGINNING.match(rest) is not None and not aside


def _name_of_word(word: str, first: bool) -> str:
    if not word.isupper() or "." in word.rstrip("."):
        return word
    lower = word.lower()
    if not first and lower in SMALL:
        return lower
    before, apostrophe, after = lower.partition("’" if "’" in lower else "'")
    if apostrophe and len(before) == 1 and len(after) > 2:
        return before.upper() + apostrophe + after.capitalize()
    return lower.capitalize()
