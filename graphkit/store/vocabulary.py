"""What the store needs of an ontology: labels, edge types, and which claims share an edge."""

from collections.abc import Mapping
from dataclasses import dataclass

from graphkit.errors import StoreError
from graphkit.model import Claim, Modality
from graphkit.model.naming import plain
from graphkit.model.reference import refers
from graphkit.ontology import Family, Ontology
from graphkit.ontology.declared import IDENTIFIER
from graphkit.store.declarations import RelationshipType, edge_type, edge_types, kind_labels
from graphkit.store.ids import edge_key, matter_id, seat_id

UNNAMED = "k:"
BESIDE = frozenset({"time", "manner"})


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """kinds: labels by kind. edges: types by relation. reciprocal: relations without a direction.

    events: relations that are events. seats: by relation, the predicates of which one subject at a time is true.
    """

    version: str
    kinds: Mapping[str, tuple[str, ...]]
    edges: Mapping[str, RelationshipType]
    fallback: str
    reciprocal: frozenset[str]
    events: frozenset[str]
    seats: Mapping[str, frozenset[str]]

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
        if not plain(claim) or claim.object is None or not tied(claim.subject.entity, claim.object.entity):
            return None
        return self.key(claim.relation, claim.subject.entity, claim.object.entity, claim.predicate.lemma)

    def matter(self, claim: Claim) -> str | None:
        """What the claim affirms or denies, as fact; None for what is less, or of nobody in particular.

        Claims of events share it whatever the words, others where they use the same predicate. Without object
        its further arguments tell it from others ("withdrew from Kherson").
        """
        subject, object_ = claim.subject.entity, None if claim.object is None else claim.object.entity
        if claim.modality is not Modality.ASSERTED or subject.startswith(UNNAMED) or not refers(subject):
            return None
        if object_ is None:
            further = {(a.role, a.entity or (a.head or a.text).casefold()) for a in claim.arguments}
            end: object = sorted(each for each in further if each[0] not in BESIDE)
        elif refers(object_):
            subject, end = self.ends(claim.relation, subject, object_)
        else:
            return None
        said = claim.relation if claim.relation in self.events else claim.predicate.lemma
        return matter_id(said, subject, end, claim.passive)

    def seat(self, claim: Claim) -> str | None:
        """The office the claim says is held, of which there is one; None where it says no such thing."""
        held = self.seats.get(claim.relation, frozenset())
        if not plain(claim) or claim.object is None or claim.predicate.lemma not in held:
            return None
        ends = (claim.subject.entity, claim.object.entity)
        if any(end.startswith(UNNAMED) or not refers(end) for end in ends):
            return None
        return seat_id(claim.predicate.lemma, claim.object.entity)

    def key(self, relation: str, subject: str, object_: str, predicate: str) -> str:
        """Key of the edge between two entities."""
        start, end = self.ends(relation, subject, object_)
        return edge_key(relation, start, end, predicate if relation == self.fallback else None)

    def ends(self, relation: str, subject: str, object_: str) -> tuple[str, str]:
        """From where to where the edge runs: "A met B" and "B met A" are one edge."""
        if relation in self.reciprocal and object_ < subject:
            return object_, subject
        return subject, object_


def tied(subject: str, object_: str) -> bool:
    """Whether an edge may tie two ids: different ones, each of somebody or something that is known."""
    return subject != object_ and refers(subject) and refers(object_)


def vocabulary(ontology: Ontology) -> Vocabulary:
    """Of an ontology; SettingsError where its names clash with the graph's own."""
    return Vocabulary(
        version=ontology.version,
        kinds=kind_labels(ontology),
        edges=edge_types(ontology),
        fallback=ontology.fallback,
        reciprocal=frozenset(n for n, relation in ontology.relations.items() if relation.reciprocal),
        events=frozenset(n for n, relation in ontology.relations.items() if relation.family is Family.EVENT),
        seats={name: ontology.one_holder(name) for name in ontology.relations},
    )
