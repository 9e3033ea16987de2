"""Lines that say who wrote the article: "By Jane Doe, Reuters", "Jane Doe in Paris", "3 May 2024 | By Jane Doe"."""

import re
from dataclasses import dataclass

from graphkit.sources.dates import cut_date
from graphkit.sources.phrases import Phrases

LONGEST = 160
"""Characters."""

BY = re.compile(r"(?:(?:written|reported|story|words|text|analysis) )?by:? (?=\S)", re.IGNORECASE)
PIECES = re.compile(r" ?[|•·/;] ?| [-–—] |, (?:and )?| and | & ")
APART = " |•·/;,-–—"
"""What may part a date in front from the byline: "12 March 2024 | By Jane Doe"."""
READING_TIME = re.compile(r"\b\d{1,3}[- ]min(?:ute)?s?(?: read)?\b", re.IGNORECASE)
TAIL = re.compile(r" (?P<word>in|[Ff]or|of) (?P<rest>.+)")
JOINT = re.compile(r"(?:^| )(?:for|of|at|from)(?: the)?$|(?:^| )the$", re.IGNORECASE)
CITY = re.compile(r"[^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){0,3}")
PERSON = re.compile(
    r"[^\W\d_a-z][\w.'’-]*(?: (?:[^\W\d_a-z][\w.'’-]*|al|bin|d[aeiou]s?|del|der|el|la|le|v[ao]n)){1,4}"
)
SMALL = re.compile(r"al|and|at|bin|d[aeiou]s?|del|der|el|for|in|la|le|of|on|our|the|v[ao]n|with")
JOB = re.compile(
    r"analysts?|bureau|chief|columnist|contributor|correspondents?|desk|editors?|journalists?|producer"
    r"|reporters?|senior|staff|team|writers?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Byline:
    """What such a line says.

    names: the writers as named, or None where only a publisher is.
    credit: the publisher as written, or None. published: ISO date, where the line has one.
    """

    names: str | None
    credit: str | None = None
    published: str | None = None


def find_byline(line: str, phrases: Phrases, *, below_headline: bool) -> Byline | None:
    """The byline a line is, or None.

    Without "By" a name counts below a headline only, and only with a place, a job or a known publisher:
    "Joe Biden in Kyiv" may be the headline.
    """
    if len(line) > LONGEST or "\n" in line:
        return None
    if phrases.names_publisher(line):
        return Byline(None, line)
    dateless, published = cut_date(line)
    text = dateless.lstrip(APART)
    start = BY.match(text)
    written = READING_TIME.sub("", text[start.end() :] if start else text)
    pieces = [piece.strip(" .,") for piece in PIECES.split(written)]
    if any(_is_prose(word) for piece in pieces for word in piece.split()):
        return None
    found = _read(pieces, phrases)
    bare = below_headline and found.backed and bool(found.names) and not line.endswith(".")
    named = start is not None and (found.names or found.credit or found.backed)
    return Byline(_listed(found.names), found.credit, published) if bare or named else None


class _Found:
    """What the pieces of a byline hold. backed: something besides the names says that it is one."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.credit: str | None = None
        self.backed = False


def _read(pieces: list[str], phrases: Phrases) -> _Found:
    found = _Found()
    for piece in filter(None, pieces):
        name, tail = _part(piece, phrases)
        if tail is not None and tail[0] in ("credit", "for"):
            found.credit = tail[1]
        works = any(map(JOB.fullmatch, name.split()))
        found.backed = found.backed or works or (tail is not None and _backs(tail))
        if (found.credit is not None and tail is None) or works:
            continue
        if PERSON.fullmatch(name) is not None:
            found.names.append(name)
    return found


def _part(piece: str, phrases: Phrases) -> tuple[str, tuple[str, str] | None]:
    """A name, and what follows: ("in", "Paris"), ("for", "Daily Mail"), ("credit", "BBC News") or None."""
    words = piece.split()
    for start in range(len(words)):
        credit = " ".join(words[start:])
        if phrases.names_publisher(credit):
            return JOINT.sub("", " ".join(words[:start])), ("credit", credit)
    tail = TAIL.search(piece)
    if tail is None:
        return piece, None
    return piece[: tail.start()], (tail["word"].lower(), tail["rest"].removeprefix("the "))


def _backs(tail: tuple[str, str]) -> bool:
    """Whether what follows a name makes it a writer's: a publisher, or the city of the report."""
    return tail[0] == "credit" or (tail[0] == "in" and CITY.fullmatch(tail[1]) is not None)


def _is_prose(word: str) -> bool:
    """Whether a word is none that stands in a byline."""
    return word[0].islower() and SMALL.fullmatch(word) is None and JOB.fullmatch(word) is None


def _listed(names: list[str]) -> str | None:
    """Jane Doe, John Roe and Ann Poe."""
    named = [name.title() if name.isupper() else name for name in names]
    if len(named) < 2:
        return named[0] if named else None
    return f"{', '.join(named[:-1])} and {named[-1]}"
