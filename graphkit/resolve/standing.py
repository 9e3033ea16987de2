"""How mentions stand in the article's triples: who acts, what is acted on as a place, who is called what."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graphkit.model import Polarity, Triple
from graphkit.ontology import Senses

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Standing:
    """By the characters of a head.

    acting: subject of an event or of speech ("Moscow was ready to invade").
    as_places: what an act that is done to places is done to ("Kyiv was shelled").
    called: the offices and descriptions given to it ("secretary general of NATO").
    """

    acting: frozenset[Place]
    as_places: frozenset[Place]
    called: Mapping[Place, tuple[str, ...]]


def standing(triples: Iterable[Triple], senses: Senses) -> Standing:
    """What the triples say of how their heads stand."""
    acting: set[Place] = set()
    as_places: set[Place] = set()
    called: dict[Place, list[str]] = defaultdict(list)
    for triple in triples:
        subject = (triple.subject.head.start, triple.subject.head.end)
        object_ = (triple.object.head.start, triple.object.head.end) if triple.object else None
        meaning = senses.meaning(triple.act or triple.predicate.lemma)
        done_to = subject if triple.passive else object_
        if not triple.passive and senses.acts(meaning):
            acting.add(subject)
        if done_to is not None and senses.done_to_places(meaning):
            as_places.add(done_to)
        if triple.speaker is not None:
            acting.add((triple.speaker.head.start, triple.speaker.head.end))
        if _describes(triple):
            whom = f" {triple.object.text}" if triple.object else ""
            called[subject].append(triple.predicate.lemma.removeprefix("be ") + whom)
    return Standing(
        frozenset(acting), frozenset(as_places), {at: tuple(names) for at, names in called.items()}
    )


def _describes(triple: Triple) -> bool:
    """*Blinken, the secretary of state*: an affirmed "be" with a noun."""
    return (
        triple.predicate.lemma.startswith("be ")
        and triple.polarity is Polarity.AFFIRMED
        and not triple.passive
    )
