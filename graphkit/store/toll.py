"""How many an event killed or hurt, as one claim has it: a fact of one value, which articles give in several."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from graphkit.model import Claim, Entity, Modality, Polarity
from graphkit.store.times import day

DEEDS = {
    "kill": "killed",
    "die": "killed",
    "perish": "killed",
    "injure": "hurt",
    "wound": "hurt",
    "hurt": "hurt",
}
DONE = {"be killed": "killed", "be injured": "hurt", "be wounded": "hurt", "be hurt": "hurt"}
PLACES = frozenset({"Place", "Country"})
BEFORE_A_PLACE = frozenset({"in", "at", "near", "outside", "off", "around"})

SMALL = (
    ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    (
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ),
)
NUMBERS = {word: number for number, word in enumerate((*SMALL[0], *SMALL[1]), start=1)} | {"no": 0}
NUMBER = re.compile(
    r"(?P<how>at least|more than|over|up to|at most|fewer than|less than|about|around|some|nearly|almost)?\s*"
    rf"\b(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d+|{'|'.join(NUMBERS)})\b",
    re.IGNORECASE,
)
ABOUT = 0.1
"""How far a number that is only about right may be off."""


@dataclass(frozen=True, slots=True)
class Toll:
    """of: what was done, the day and the place. least, most: how many; None without bound."""

    of: str
    least: int
    most: int | None


def toll(claim: Claim, entities: Mapping[str, Entity], text: str) -> Toll | None:
    """The toll a claim tells of one event, known by its day and its place; None where it tells of none."""
    counted = _counted(claim)
    on = day(claim.happened)
    if counted is None or on is None or claim.polarity is not Polarity.AFFIRMED:
        return None
    found = NUMBER.match(counted[1].strip()) if claim.modality is Modality.ASSERTED else None
    place = min(
        (a.entity for a in claim.arguments if a.entity and _place(a.role, a.start, a.entity, entities, text)),
        default=None,
    )
    if found is None or place is None:
        return None
    least, most = _bounds((found["how"] or "").lower(), _number(found["number"].lower()))
    return Toll(f"{counted[0]} {on.isoformat()} {place}", least, most)


def _counted(claim: Claim) -> tuple[str, str] | None:
    """What was done, and the words that count whom."""
    lemma = claim.predicate.lemma
    done = next((what for words, what in DONE.items() if f"{lemma} ".startswith(f"{words} ")), None)
    if done is not None:
        return done, claim.subject.text
    what = DEEDS.get(lemma.split()[0])
    if what is None:
        return None
    if lemma.split()[0] in {"die", "perish"}:
        return what, claim.subject.text
    return None if claim.object is None else (what, claim.object.text)


def _place(role: str, start: int, entity: str, entities: Mapping[str, Entity], text: str) -> bool:
    """Where it was: not whose it was ("an *Israeli* strike")."""
    if entities[entity].type not in PLACES:
        return False
    before = text[:start].split()
    return role == "place" or bool(before and before[-1].lower() in BEFORE_A_PLACE)


def _number(text: str) -> int:
    return NUMBERS[text] if text in NUMBERS else int(text.replace(",", ""))


def _bounds(how: str, number: int) -> tuple[int, int | None]:
    if how in {"at least", "more than", "over"}:
        return number, None
    if how in {"up to", "at most", "fewer than", "less than"}:
        return 0, number
    if how:
        return int(number * (1 - ABOUT)), round(number * (1 + ABOUT))
    return number, number
