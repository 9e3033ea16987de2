"""What telling events apart needs of an ontology."""

from collections.abc import Mapping
from dataclasses import dataclass

from graphkit.ontology.classes import predicates, spelt_out
from graphkit.ontology.declared import Family, Ontology, Quad


@dataclass(frozen=True, slots=True)
class EventType:
    """A relation that is an event.

    reciprocal: all who take part do the same. verbal: it is said or signed, not done with force or goods.
    harms: material conflict, of which much may happen on one day. nouns: words that name it ("attack").
    """

    reciprocal: bool
    verbal: bool
    harms: bool
    nouns: frozenset[str]


@dataclass(frozen=True, slots=True)
class EventTypes:
    """by_relation: those of the ontology. people: nouns of those who can act ("soldier", "committee")."""

    by_relation: Mapping[str, EventType]
    people: frozenset[str]


def event_types(ontology: Ontology) -> EventTypes:
    """Of every event of an ontology."""
    events = {n: relation for n, relation in ontology.relations.items() if relation.family == Family.EVENT}
    people = {
        word
        for relation in events.values()
        for item in relation.subject
        for word in spelt_out(item, ontology.words)
    }
    return EventTypes(
        {
            name: EventType(
                reciprocal=relation.reciprocal,
                verbal=relation.quad in {Quad.VERBAL_COOPERATION, Quad.VERBAL_CONFLICT},
                harms=relation.quad == Quad.MATERIAL_CONFLICT,
                nouns=frozenset(
                    predicate.split()[0]
                    for sense in relation.nouns
                    for lemma in sense.lemma
                    for predicate in predicates(lemma, ontology.words)
                ),
            )
            for name, relation in sorted(events.items())
        },
        frozenset(people),
    )
