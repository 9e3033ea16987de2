"""Sentences labelled with PLOVER types and one directed actor pair."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graphkit.errors import RecordError
from graphkit.evaluate.assignment import best_assignment
from graphkit.evaluate.bootstrap import interval
from graphkit.evaluate.events.coding import coded
from graphkit.evaluate.events.found import FoundEvent, events_of, merged, same_actor, touches
from graphkit.evaluate.figures import Counts
from graphkit.evaluate.gum import Read
from graphkit.evaluate.report import Report, Table
from graphkit.model import Article


@dataclass(frozen=True, slots=True)
class LabelledEvent:
    """quad: 1 to 4."""

    type: str
    quad: int
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class LabelledSentence:
    """One sentence with its labels."""

    text: str
    events: tuple[LabelledEvent, ...]


@dataclass(frozen=True, slots=True)
class EventScore:
    """Counts of one sentence, or summed.

    type, quad: sets of types and quad classes. pair: source and target, any type. full: pair and type.
    labelled: as full, of only those found events whose two ends touch the labelled two.
    """

    type: Counts = field(default_factory=Counts)
    quad: Counts = field(default_factory=Counts)
    pair: Counts = field(default_factory=Counts)
    full: Counts = field(default_factory=Counts)
    labelled: Counts = field(default_factory=Counts)

    def __add__(self, other: "EventScore") -> "EventScore":
        return EventScore(
            self.type + other.type,
            self.quad + other.quad,
            self.pair + other.pair,
            self.full + other.full,
            self.labelled + other.labelled,
        )


def read_plover(lines: Iterable[str], place: str = "gold") -> list[LabelledSentence]:
    """JSON Lines with `text` and `events`; RecordError names the line."""
    sentences = []
    for number, line in enumerate(lines, 1):
        try:
            record = json.loads(line)
            events = [
                LabelledEvent(merged(one["type"]), int(one["quad"]), one["source"], one["target"])
                for one in record["events"]
            ]
        except (KeyError, TypeError, ValueError) as error:
            raise RecordError(
                f"{place}:{number} isn't a labelled sentence (lacks or garbles {error})"
            ) from error
        sentences.append(LabelledSentence(record["text"], tuple(events)))
    return sentences


def score_sentence(labels: Sequence[LabelledEvent], found: Sequence[FoundEvent]) -> EventScore:
    """One sentence; every found event that isn't matched is wrong."""
    pairs = [[_same_pair(label, event) for event in found] for label in labels]
    full = [
        [same and label.type == event.type for same, event in zip(row, found, strict=True)]
        for label, row in zip(labels, pairs, strict=True)
    ]
    matched = {column for _, column in best_assignment(full)}
    near = {column for column, event in enumerate(found) if any(_near(label, event) for label in labels)}
    return EventScore(
        type=_sets({label.type for label in labels}, {event.type for event in found}),
        quad=_sets({label.quad for label in labels}, {event.quad for event in found}),
        pair=Counts(len(best_assignment(pairs)), len(found), len(labels)),
        full=Counts(len(matched), len(found), len(labels)),
        labelled=Counts(len(matched), len(near | matched), len(labels)),
    )


def _sets(wanted: set[str] | set[int], found: set[str] | set[int]) -> Counts:
    return Counts(len(set(wanted) & set(found)), len(found), len(wanted))


def _same_pair(label: LabelledEvent, event: FoundEvent) -> bool:
    return same_actor(event.source, label.source) and same_actor(event.target, label.target)


def _near(label: LabelledEvent, event: FoundEvent) -> bool:
    """Whether its two ends touch the labelled two, in either direction."""
    straight = touches(event.source, label.source) and touches(event.target, label.target)
    return straight or (touches(event.source, label.target) and touches(event.target, label.source))


def score_plover(sentences: Iterable[LabelledSentence], read: Read, types: Mapping[str, str]) -> Report:
    """All sentences. types: relation of the ontology to PLOVER type.

    coded: the same, with what is only intended or refused typed as the labellers did (see `coding`).
    """
    scored = []
    recoded = EventScore()
    for sentence in sentences:
        extraction = read(Article(text=sentence.text))
        events = events_of(extraction, types)
        scored.append((sentence, events, score_sentence(sentence.events, events)))
        recoded += score_sentence(sentence.events, events_of(extraction, types, coded))
    scores = [score for _, _, score in scored]
    total = sum(scores, EventScore())
    return Report(
        title="events: PLOVER types and actors",
        figures={
            **{f"{name}.f1": part(total).f1 for name, part in _PARTS},
            "labelled.precision": total.labelled.precision,
            **{f"coded.{name}.f1": part(recoded).f1 for name, part in _PARTS},
        },
        tables=(
            Table("measures, with 95% intervals", _HEADER, _measures(scores, total)),
            _by_type(scored),
            _confusion(scored),
        ),
        examples=tuple(line for sentence, events, _ in scored for line in _examples(sentence, events)),
    )


_HEADER = ("measure", "precision", "recall", "f1", "low", "high", "found", "labelled")
_PARTS: tuple[tuple[str, Callable[[EventScore], Counts]], ...] = (
    ("type", lambda score: score.type),
    ("pair", lambda score: score.pair),
    ("full", lambda score: score.full),
    ("quad", lambda score: score.quad),
)


def _measures(scores: Sequence[EventScore], total: EventScore) -> tuple[tuple[str | float, ...], ...]:
    rows: list[tuple[str | float, ...]] = []
    for name, part in _PARTS:
        counts = part(total)
        low, high = interval([part(score) for score in scores])
        figures = (counts.precision, counts.recall, counts.f1, low, high)
        rows.append((name, *(round(figure, 4) for figure in figures), counts.found, counts.wanted))
    return tuple(rows)


def _by_type(scored: Sequence[tuple[LabelledSentence, list[FoundEvent], EventScore]]) -> Table:
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for sentence, events, _ in scored:
        labels, types = {label.type for label in sentence.events}, {event.type for event in events}
        right.update(labels & types)
        found.update(types)
        wanted.update(labels)
    rows = []
    for name in sorted(found.keys() | wanted.keys()):
        counts = Counts(right[name], found[name], wanted[name])
        rows.append((name, round(counts.precision, 3), round(counts.recall, 3), found[name], wanted[name]))
    return Table("by type", ("type", "precision", "recall", "found", "labelled"), tuple(rows))


def _confusion(scored: Sequence[tuple[LabelledSentence, list[FoundEvent], EventScore]]) -> Table:
    """What was found instead, where the labelled type wasn't."""
    counts: Counter[tuple[str, str]] = Counter()
    for sentence, events, _ in scored:
        types = {event.type for event in events}
        for label in {label.type for label in sentence.events} - types:
            counts.update((label, other) for other in types or {"(nothing)"})
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return Table("found instead", ("labelled", "found", "sentences"), tuple((*k, n) for k, n in ordered[:40]))


def _examples(sentence: LabelledSentence, events: Sequence[FoundEvent]) -> Iterable[str]:
    for label in sentence.events:
        if not any(_same_pair(label, event) and event.type == label.type for event in events):
            got = "; ".join(str(event) for event in events)
            yield f"{label.type}({label.source}, {label.target}) not {got or 'nothing'}: {sentence.text}"
