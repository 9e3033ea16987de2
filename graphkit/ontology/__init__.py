"""What the graph may hold: entity kinds, relations and the predicates that word them."""

from graphkit.ontology.conditions import TOPIC, Part
from graphkit.ontology.declared import NOUN, Family, Kind, Ontology, Quad, Relation, Sense
from graphkit.ontology.event_types import EventType, EventTypes, event_types
from graphkit.ontology.indexed import Meaning
from graphkit.ontology.page import page
from graphkit.ontology.read import check_ontology, load_ontology
from graphkit.ontology.senses import Senses
from graphkit.ontology.wordings import PREPOSITIONS

__all__ = [
    "NOUN",
    "PREPOSITIONS",
    "TOPIC",
    "EventType",
    "EventTypes",
    "Family",
    "Kind",
    "Meaning",
    "Ontology",
    "Part",
    "Quad",
    "Relation",
    "Sense",
    "Senses",
    "check_ontology",
    "event_types",
    "load_ontology",
    "page",
]
