"""What an ontology adds to the graph: labels for the kinds of entities, and the edges between them."""

from graphkit.errors import SettingsError
from graphkit.ontology import Ontology
from graphkit.store.declarations.declared import RelationshipType
from graphkit.store.declarations.nodes import NODES, SEEN
from graphkit.store.declarations.relationships import RELATIONSHIPS

EDGE = ("predicate", "certainty", "claims", "articles", "origins", "quote", "article")
EDGE_OPTIONAL = ("url", "first_published", "last_published", "first_seen", "last_seen")


def edge_type(relation: str, meaning: str = "") -> RelationshipType:
    """The type of the edges an ontology's relation draws between entities."""
    return RelationshipType(
        relation, meaning, "derive", "key", EDGE, EDGE_OPTIONAL, volatile=SEEN, replaces=True
    )


def kind_labels(ontology: Ontology) -> dict[str, tuple[str, ...]]:
    """Labels of each kind of entity; SettingsError where one is a label the graph uses for itself."""
    taken = {node.name for node in NODES}
    clashes = sorted(taken & ontology.kinds.keys())
    if clashes:
        raise SettingsError(f"the ontology's kinds {clashes} are labels of graphkit's own: rename them")
    return {name: kind.labels(name) for name, kind in ontology.kinds.items()}


def edge_types(ontology: Ontology) -> dict[str, RelationshipType]:
    """The edge type of each relation; SettingsError where one is a type the graph uses for itself."""
    clashes = sorted({declared.name for declared in RELATIONSHIPS} & ontology.relations.keys())
    if clashes:
        raise SettingsError(f"the ontology's relations {clashes} are types of graphkit's own: rename them")
    return {
        name: edge_type(name, relation.description) for name, relation in sorted(ontology.relations.items())
    }
