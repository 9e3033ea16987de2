"""Reading to Extraction."""

from graphkit.model import Extraction, Reading
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
        found = referents(reading, self._gazetteer, self._kinds, self._senses)
        told = claims(reading.triples, found, self._senses, reading.article.text)
        entities = described(found.entities(), reading, found, self._gazetteer)
        made = happened(told, reading.article, reading.sentences, entities, self._types, self._country)
        return Extraction(self._extractor, reading.article, reading.sentences, entities, made)

    def _country(self, place: str) -> str | None:
        entry = self._gazetteer.entry(place)
        return None if entry is None else entry.country
