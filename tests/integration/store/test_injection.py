"""Cypher in the words of an article stays words."""

from dataclasses import replace

import pytest

from graphkit.model import Entity
from graphkit.store.load import load
from graphkit.store.queries import find, run
from graphkit.store.retract import retract
from graphkit.store.verify import verify
from tests.factories import Told, country, extraction, newsroom

ATTACKS = (
    "'}) DETACH DELETE n //",
    "`]->() MATCH (n) DETACH DELETE n //",
    "x' OR 1=1 RETURN n //",
    "Robert\\'); DROP CONSTRAINT graphkit_Claim_id; --",
    "$rows",
    "${jndi:ldap://example.org/a}",
    "\u0000",
    "\u202eabc",
    "{id: 'wd:Q30'}",
)
RUSSIA = country("Russia", "Q159")


def attacked(words: str):
    """An article with the words in its title, text, names, predicate, argument, byline and path."""
    villain = Entity(f"e:{words}", words, "Person")
    told = Told(villain, words, RUSSIA, arguments=(("about", words, villain),))
    return extraction(
        (f"{words} attacked Russia.", [told]),
        title=words,
        publisher=words,
        byline=words,
        place=words,
        published=words,
        path=words,
    )


@pytest.mark.parametrize("words", ATTACKS)
def test_an_attack_in_an_article_is_loaded_as_words_and_harms_nothing(graph, ontology, words):
    others = newsroom(5, seed=2)
    load(graph, others, ontology)

    result = load(graph, [attacked(words)], ontology)

    assert result.counts.written == 1
    assert graph.rows("MATCH (e:Entity {name: $name}) RETURN e.kind AS kind", name=words) == [
        {"kind": "Person"}
    ]
    assert graph.rows("MATCH (a:Article) RETURN count(a) AS count") == [{"count": 6}]
    assert list(verify(graph, ontology)) == []


@pytest.mark.parametrize("words", ATTACKS)
def test_an_attack_in_a_parameter_or_target_is_a_value(graph, ontology, words):
    load(graph, [*newsroom(5, seed=2), attacked(words)], ontology)

    answer = run(graph, find("who-did-what"), {"actor": words})
    retract(graph, words.strip() or words, words if words.strip() else "made up", ontology)

    assert len(answer.rows) == 1
    assert graph.rows("MATCH (a:Article) RETURN count(a) AS count") == [{"count": 5}]


@pytest.mark.parametrize("words", ATTACKS)
def test_labels_and_types_come_from_the_ontology_alone(graph, ontology, words):
    made = attacked(words)
    typed = replace(made, entities=tuple(replace(entity, type=words) for entity in made.entities))
    told = [Told(RUSSIA, "praised", country("Ukraine", "Q212"), words)]

    result = load(graph, [typed, extraction(("Russia praised Ukraine.", told))], ontology)

    assert result.counts.written == 0
    assert len(result.failures) == 2
    assert all("which the ontology doesn't declare" in failure.reason for failure in result.failures)
    labels = {label for row in graph.rows("MATCH (n) RETURN labels(n) AS labels") for label in row["labels"]}
    assert labels <= {"Meta"}
