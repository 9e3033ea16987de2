"""Rows of claims as answers: what stands in the hole, how sure it is, who says so, and in which words."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from graphkit.model import Modality, Polarity
from graphkit.model.question import Asked
from graphkit.model.told_time import told_time
from graphkit.nlp.quantities.numerals import SCALES, SMALL
from graphkit.pipeline.ask.naming import UNRESOLVED
from graphkit.pipeline.ask.pattern import Pattern
from graphkit.store.asking import Fit, Wanted

Row = dict[str, Any]
PLACE_ROLES = frozenset({"place", "destination"})
DENIAL = "DENIES"
"""The relation whose contents are what isn't so; its claim's name tells what is denied."""
WHERE = frozenset({"at", "in", "into", "near", "to"})
WHY_ROLES = frozenset({"cause", "purpose"})
WHAT_ROLES = ("topic", "purpose")
_NUMBERS = "|".join((*SMALL, *(f"{one}s?" for one in ("dozen", "hundred", *SCALES)), "half", "several", "no"))
NUMBER = re.compile(rf"\d|\b({_NUMBERS})\b", re.IGNORECASE)
PRICE = re.compile(r"for (?:(?:about|around|over|some|nearly|almost) )?[^\w\s]?\d.*")
"""*For $1.1 billion* tells for how much, not why."""
SENTENCE = re.compile(r"(.*) \([^()]*\)")
OF = re.compile(r"\w+ (of|by|from) (the )?")
STRENGTH = ("asserted", "denied", "possible", "planned", "demanded", "conditional")
"""How a claim may stand, the firmest first."""
REMARKS = {
    Fit.WORDS: "",
    Fit.UNSAID: "to whom isn't said here",
    Fit.KIND: "the same kind of act",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """answer: what stands in the hole, or how the claim stands. standing: "asserted", "possible, per X" ...

    remark: where the claim isn't in the question's own words, how it differs; else "".
    """

    answer: str
    standing: str
    said_by: str | None
    claim: str
    remark: str
    quote: str
    article: str
    published: str | None
    source: str | None


def answers(rows: Sequence[Row], asked: Pattern, wanted: Wanted) -> tuple[Answer, ...]:
    """The answers in the rows that fit best; none where what is asked for isn't said in them."""
    rows = [row for row in rows if all(owned(row, owner, ids) for owner, ids in wanted.owners)]
    rows = [row for row in rows if all(called(row, wanted, *one) for one in wanted.worded)]
    if asked.asked is Asked.WHETHER:
        return _standings(rows)
    chosen = _best(rows, asked)
    found = [
        replace(_answer(row, told), remark=_remark(row, asked))
        for row in chosen
        for told in _told(row, asked, wanted)
    ]
    return tuple(_once(found))


def _remark(row: Row, asked: Pattern) -> str:
    """How the claim differs from what was asked."""
    taken_for_sure = asked.modality is Modality.ASSERTED and asked.hole not in {"statement", "event"}
    unsure = "nobody asserts it" if taken_for_sure and row["modality"] != Modality.ASSERTED else ""
    return "; ".join(part for part in (REMARKS[Fit(row["fit"])], unsure) if part)


def owned(row: Row, end: str, ids: tuple[str, ...]) -> bool:
    """Whether the thing at this end is said to be of one of these: *Russia's demand*, not *a demand on Russia*."""
    phrase, thing = (row[f"{end}_text"] or "").lower(), (row[end] or "").lower()
    head = phrase.find(thing.split()[-1]) if thing else -1
    listed = zip(row["entities"] or (), row["texts"] or (), strict=True)
    for text in (text.lower() for entity, text in listed if entity in ids):
        at = phrase.find(text)
        if at != -1 and (at < head or OF.fullmatch(phrase[head:at])):
            return True
    return False


def called(row: Row, wanted: Wanted, end: str, ids: tuple[str, ...], noun: str) -> bool:
    """Whether whoever stands at this end is what the question's noun means: the article calls them so there."""
    ends = ("subject", "object") if wanted.either and end != "speaker" else (end,)
    for one in ends:
        if row[f"{one}_id"] in ids:
            words = re.sub(r"^(the|its|his|her|their) ", "", (row[f"{one}_text"] or "").lower())
            return words == noun.lower() or words.endswith(f" {noun.lower()}")
    return True


def summary(found: Sequence[Answer]) -> str:
    """ "asserted 1, denied 2", or that nobody asserts it; of answers to a yes-or-no question."""
    words = [re.split(r"[ ,]", one.standing)[0] for one in found]
    counted = [f"{word} {words.count(word)}" for word in STRENGTH if word in words]
    return ", ".join(counted if "asserted" in words else ["nobody asserts it", *counted])


def _standings(rows: Sequence[Row]) -> tuple[Answer, ...]:
    """How each claim stands, the firmest first; those of the same kind only where no other is."""
    worded = [row for row in rows if row["fit"] != Fit.KIND] or rows
    found = [_answer(row, standing(row)) for row in worded]
    order = {word: number for number, word in enumerate(STRENGTH)}
    return tuple(sorted(_once(found), key=lambda one: order[re.split(r"[ ,]", one.standing)[0]]))


def _best(rows: Sequence[Row], asked: Pattern) -> list[Row]:
    """The rows that fit best; of those, the ones as sure as the question takes it to be, if there are any."""
    if not rows:
        return []
    rank = min(row["fit"] for row in rows)
    fitting = [row for row in rows if row["fit"] == rank]
    if asked.hole in {"statement", "event"} or (asked.hole == "deed" and asked.shape is not None):
        return fitting
    sure = asked.modality is Modality.ASSERTED
    as_sure = [row for row in fitting if (row["modality"] == Modality.ASSERTED) is sure]
    return as_sure if as_sure or asked.hole == "deed" else fitting


def standing(row: Row) -> str:
    """ "asserted", "asserted by X", "denied (planned) by X", "possible, per X"."""
    modality, speaker = row["modality"], _end(row, "speaker")
    if row["polarity"] == Polarity.NEGATED:
        way = "" if modality == Modality.ASSERTED else f" ({modality})"
        return f"denied{way}" + (f" by {speaker}" if speaker else "")
    if modality == Modality.ASSERTED:
        return f"asserted by {speaker}" if speaker else "asserted"
    word = "demanded" if modality == Modality.ORDERED else str(modality)
    return f"{word}, per {speaker}" if speaker else word


def _told(row: Row, asked: Pattern, wanted: Wanted) -> list[str]:
    """What the row puts in the hole."""
    found: Iterable[str | None]
    if asked.asked is Asked.WHEN:
        found = _times(row)
    elif asked.asked is Asked.WHERE:
        found = _places(row)
    elif asked.asked is Asked.WHY:
        reasons = [text for text in _arguments(row, WHY_ROLES) if text and not PRICE.fullmatch(text)]
        found = [*reasons, *row["purposes"]]
    elif asked.asked is Asked.HOW_MANY:
        found = [text for text in [_end_words(row, asked, wanted)] if text and NUMBER.search(text)]
    elif asked.hole == "speaker":
        found = [_end(row, "speaker")]
    elif asked.hole in {"statement", "event"}:
        found = [sentence(row["claim"])]
    elif asked.hole == "deed":
        found = [_deed(row)]
    elif asked.hole == "subject":
        found = [_end(row, _asked_end(row, asked, wanted))]
    else:
        found = _objects(row, asked, wanted)
    return [text for text in found if text and UNRESOLVED not in text]


def _asked_end(row: Row, asked: Pattern, wanted: Wanted) -> str:
    """At which end of the claim the answer stands: of "A met B" it may be either."""
    if not wanted.either:
        return asked.hole
    known = wanted.object if asked.hole == "subject" else wanted.subject
    if known is None:
        return asked.hole
    return "object" if row["subject_id"] in known else "subject"


def _end(row: Row, end: str) -> str | None:
    """Someone by name, a thing in the article's words."""
    name: str | None = row[end]
    return (row[f"{end}_text"] or name) if name and row[f"{end}_kind"] == "Concept" else name


def _end_words(row: Row, asked: Pattern, wanted: Wanted) -> str | None:
    end = "subject" if asked.hole == "object" and row["object_id"] is None else _asked_end(row, asked, wanted)
    text: str | None = row[f"{end}_text"] if end else None
    return text


def _objects(row: Row, asked: Pattern, wanted: Wanted) -> list[str | None]:
    """The object; else what the claim is of: its contents, or what it is wanted for."""
    if wanted.passives and row["predicate"] in wanted.passives:
        return [_end(row, "subject")]
    end = _asked_end(row, asked, wanted)
    if end and row[end] is not None:
        further = row["predicate"].removeprefix(asked.predicate).strip() if end == "object" else ""
        before = f"{further} " if further and " " not in further else ""
        return [f"{before}{_end(row, end)}"]
    if row["relation"] == DENIAL and row["contents"]:
        return [sentence(row["claim"]).partition(" that ")[2]]
    if asked.before:
        worded = [text for text in row["texts"] or () if text.lower().startswith(f"{asked.before} ")]
        return [text.partition(" ")[2] for text in worded] or [sentence(name) for name in row["contents"]]
    told: list[str | None] = [sentence(name) for name in row["contents"]] or _arguments(row, WHAT_ROLES)
    # Of two that begin with the same words nothing tells which was promised.
    return told or list(row["governed"] if len(row["governed"]) == 1 else [])


def _arguments(row: Row, roles: Iterable[str]) -> list[str | None]:
    listed = zip(row["roles"] or (), row["texts"] or (), strict=True)
    wanted = frozenset(roles)
    return [text for role, text in listed if role in wanted]


def _times(row: Row) -> list[str | None]:
    roles, texts = row["roles"] or (), row["texts"] or ()
    dates = row["dates"] or [""] * len(roles)
    return [
        f"{text} ({told_time(date)})" if date else text
        for role, text, date in zip(roles, texts, dates, strict=True)
        if role == "time"
    ]


def _places(row: Row) -> list[str | None]:
    found = _arguments(row, PLACE_ROLES)
    towards: list[str | None] = [
        text for text in _arguments(row, ("recipient",)) if text and text.startswith(("to ", "into "))
    ]
    before = row["predicate"].rpartition(" ")[2]
    if row["object_kind"] in {"Place", "Country"} and before in WHERE:
        towards.append(f"{before} {row['object']}")
    return found or towards


def _deed(row: Row) -> str:
    """What was done, without by whom: "speak with Sergei Lavrov"."""
    predicate = (
        row["predicate"].removeprefix("be ") if row["relation"] == "HOLDS_OFFICE" else row["predicate"]
    )
    completion = _end(row, "object") or next(iter(_arguments(row, WHAT_ROLES)), None) or ""
    return f"{predicate} {completion}".strip()


def sentence(name: str) -> str:
    """A claim's name without how it stands."""
    found = SENTENCE.fullmatch(name)
    return found[1] if found else name


def _answer(row: Row, told: str) -> Answer:
    return Answer(
        answer=told,
        standing=standing(row),
        said_by=_end(row, "speaker"),
        claim=row["claim"],
        remark=REMARKS[Fit(row["fit"])],
        quote=row["quote"],
        article=row["title"],
        published=row["published"],
        source=row["source"],
    )


def _once(found: Iterable[Answer]) -> list[Answer]:
    """Each answer once for each quote."""
    return list({(one.answer, one.standing, one.quote, one.source): one for one in found}.values())
