"""Whom *we* means in somebody's mouth: the country or body whose office the speaker holds on the day."""

from collections.abc import Iterable, Sequence

from graphkit.model import Mention, Span, Triple
from graphkit.resolve.clusters import Cluster
from graphkit.resolve.gazetteer import Entry, Gazetteer
from graphkit.resolve.referents import Referents

WE = frozenset({"we", "us", "our", "ours", "ourselves"})
FOR_IT = (
    "secretary of state",
    "foreign minister",
    "foreign secretary",
    "ambassador",
    "spokesman",
    "spokeswoman",
    "high representative",
)
"""Ends of offices whose holders speak for what they serve; heads of government often mean the cabinet."""


def postponed(cluster: Cluster) -> bool:
    """Whether it is nothing but *we*, which only its speaker tells."""
    return all(one.kind == "pronoun" and one.text.lower() in WE for one in cluster.mentions)


def spoken_for(
    mention: Mention,
    triples: Iterable[Triple],
    sentences: Sequence[Span],
    found: Referents,
    gazetteer: Gazetteer,
) -> Entry | None:
    """Whom a *we* means; None where its speaker is unknown, holds no such office, or several."""
    speaker = _speaker(mention, triples, sentences)
    said_by = found.of(speaker.start, speaker.end) if speaker is not None else None
    date = found.context.date
    if said_by is None or date is None:
        return None
    held = {
        office.of
        for office in gazetteer.offices(said_by.id)
        if office.held_on(date) and office.office.endswith(FOR_IT)
    }
    return gazetteer.entry(held.pop()) if len(held) == 1 else None


def _speaker(mention: Mention, triples: Iterable[Triple], sentences: Sequence[Span]) -> Span | None:
    """Who says the words around it: of the shortest claim it stands in, else the one speaker of its sentence."""
    spoken = [triple for triple in triples if triple.speaker is not None]
    around = [t for t in spoken if t.start <= mention.start and mention.end <= t.end]
    if around:
        nearest = min(around, key=lambda t: (t.end - t.start, t.start))
        return nearest.speaker.head if nearest.speaker is not None else None
    heads = {
        t.speaker.head
        for t in spoken
        if t.speaker is not None and sentences[t.sentence].start <= mention.start < sentences[t.sentence].end
    }
    return heads.pop() if len(heads) == 1 else None
