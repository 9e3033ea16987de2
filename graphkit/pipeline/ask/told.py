"""The pattern a question was understood as, in words."""

from collections.abc import Mapping

from graphkit.model import ClaimEnd, Modality, Polarity
from graphkit.pipeline.ask.pattern import Pattern

HOLE = "?"


def understood(asked: Pattern, names: Mapping[str, str]) -> str:
    """ "? · reject (REJECT) · demand · with Russia"; the question mark is what is asked for."""

    def named(end: ClaimEnd | None) -> str:
        return "..." if end is None else names[end.entity]

    noun = f" ({names[asked.noun.entity]})" if asked.noun is not None else ""
    hole = f"{HOLE}{noun}"
    subject = hole if asked.hole == "subject" else named(asked.subject)
    object_ = hole if asked.hole == "object" else named(asked.object) if asked.object else ""
    negated = "not " if asked.polarity is Polarity.NEGATED else ""
    act = f"{negated}{asked.predicate} ({asked.relation})" if asked.predicate else "does anything"
    said = [named(asked.speaker), "says", HOLE]
    parts = said if asked.hole == "statement" else [subject, act, object_]
    beside = [f"with {named(end)}" for end in asked.beside]
    beside += [f"about {asked.about}"] * bool(asked.about)
    speaker = [f"said by {HOLE if asked.hole == 'speaker' else named(asked.speaker)}"] * (
        asked.spoken and asked.hole != "statement"
    )
    modality = [] if asked.modality is Modality.ASSERTED else [asked.modality.value]
    when = [f"at {asked.when}"] if asked.when else []
    unused = [f"left out: {text}" for text in asked.left_out]
    beside += [f"{asked.before} {HOLE}"] * bool(asked.before)
    wants = [] if HOLE in parts or asked.hole == "subject" else [f"asks {asked.asked.value}"]
    return " · ".join(p for p in [*parts, *beside, *speaker, *modality, *when, *wants, *unused] if p)
