"""What the store needs of an ontology: labels, edge types, and which claims share an edge."""

from collections.abc import Mapping
from dataclasses import dataclass

from graphkit.errors import StoreError
from graphkit.model import Claim
from graphkit.model.naming import plain
from graphkit.model.reference import refers
from graphkit.ontology import Ontology
from graphkit.ontology.declared import IDENTIFIER
from graphkit.store.declarations import RelationshipType, edge_type, edge_types, kind_labels
from graphkit.store.ids import edge_key


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """kinds: labels by kind. edges: types by relation. reciprocal: relations without a direction."""

    version: str
    kinds: Mapping[str, tuple[str, ...]]
    edges: Mapping[str, RelationshipType]
    fallback: str
    reciprocal: frozenset[str]

    def edge_type(self, relation: str) -> RelationshipType:
        """Type of the edges of a relation, also of one that only an earlier ontology declared.

        StoreError for a name no ontology can have: it would end up in the text of a query.
        """
        if relation in self.edges:
            return self.edges[relation]
        if not IDENTIFIER.fullmatch(relation):
            raise StoreError(f"a claim in the graph has relation {relation!r}: run `graphkit verify`")
        return edge_type(relation)

    def edge(self, claim: Claim) -> str | None:
        """Key of the edge the claim draws; None for what isn't affirmed and asserted, or has no two ends.

        Nor does what nobody is known to be draw one: "they", or a bare number.
        """
        if not plain(claim) or claim.object is None or claim.object.entity == claim.subject.entity:
            return None
        if not refers(claim.subject.entity) or not refers(claim.object.entity):
            return None
        return self.key(claim.relation, claim.subject.entity, claim.object.entity, claim.predicate.lemma)

    def key(self, relation: str, subject: str, object_: str, predicate: str) -> str:
        """Key of the edge between two entities."""
        start, end = self.ends(relation, subject, object_)
        return edge_key(relation, start, end, predicate if relation == self.fallback else None)

    def ends(self, relation: str, subject: str, object_: str) -> tuple[str, str]:
        """From where to where the edge runs: "A met B" and "B met A" are one edge."""
        if relation in self.reciprocal and object_ < subject:
            return object_, subject
        return subject, object_


def vocabulary(ontology: Ontology) -> Vocabulary:
    """Of an ontology; SettingsError where its names clash with the graph's own."""
    return Vocabulary(
        version=ontology.version,
        kinds=kind_labels(ontology),
        edges=edge_types(ontology),
        fallback=ontology.fallback,
        reciprocal=frozenset(n for n, relation in ontology.relations.items() if relation.reciprocal),
    )
