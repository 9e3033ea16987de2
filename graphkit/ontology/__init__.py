"""What the graph may hold: entity kinds, relations and the predicates that word them."""

from graphkit.ontology.declared import NOUN, Family, Kind, Ontology, Quad, Relation, Sense
from graphkit.ontology.page import page
from graphkit.ontology.read import load_ontology
from graphkit.ontology.senses import Meaning, Part, Senses

__all__ = [
    "NOUN",
    "Family",
    "Kind",
    "Meaning",
    "Ontology",
    "Part",
    "Quad",
    "Relation",
    "Sense",
    "Senses",
    "load_ontology",
    "page",
]
