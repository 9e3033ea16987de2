"""Reading to Extraction."""

from collections.abc import Container, Iterator, Sequence

from graphkit.model import Extraction, Reading, Rejected, Triple
from graphkit.model.reading import NO_EVENT
from graphkit.ontology import Ontology, Senses, event_types
from graphkit.resolve.claims import claims
from graphkit.resolve.events import happened
from graphkit.resolve.gazetteer import Gazetteer
from graphkit.resolve.sectors import described
from graphkit.resolve.settle import referents


class Resolver:
    """Decides who the mentions of an article are, and which relation each predicate words.

    extractor: program, version, pipeline and its version, as the record names them.
    """

    def __init__(self, gazetteer: Gazetteer, ontology: Ontology, extractor: str) -> None:
        self._gazetteer = gazetteer
        self._kinds = frozenset(ontology.kinds)
        self._senses = Senses(ontology)
        self._types = event_types(ontology)
        self._extractor = extractor

    def resolve(self, reading: Reading) -> Extraction:
        """The article's entities and claims."""
        return self.resolved(reading)[0]

    def resolved(self, reading: Reading) -> tuple[Extraction, tuple[int, ...]]:
        """The same, and of each claim the place of its triple in the reading."""
        found = referents(reading, self._gazetteer, self._kinds, self._senses)
        told = claims(reading.triples, found, self._senses, reading.article.text)
        entities = described(found.entities(), reading, found, self._gazetteer)
        made = happened(told, reading.article, reading.sentences, entities, self._types, self._country)
        places = tuple(one.triple for one in told)
        rejected = sorted((*reading.rejected, *_unknown(reading.triples, set(places))))
        extraction = Extraction(
            self._extractor, reading.article, reading.sentences, entities, made, tuple(rejected)
        )
        return extraction, places

    def _country(self, place: str) -> str | None:
        entry = self._gazetteer.entry(place)
        return None if entry is None else entry.country


def _unknown(triples: Sequence[Triple], kept: Container[int]) -> Iterator[Rejected]:
    """The acts told beside a claim that the ontology doesn't know."""
    for place, one in enumerate(triples):
        if place not in kept:
            spans = one.predicate.spans
            yield Rejected(one.sentence, spans[0].start, spans[-1].end, one.rule, NO_EVENT)
