"""What the Browser would run, run."""

import re
from urllib.parse import unquote

from neo4j import Driver

from graphkit.store.browser import link
from tests.homes import wipe

CYPHER = """
MATCH (found:Entity&Actor {name: $name}) // not '$other' & not #other
WHERE $limit > 1 AND found.mark IN $marks
RETURN found.mark AS mark, $quote AS quote, "$name" AS text, 7 % 4 + 1 AS sum
"""
PARAMETERS = {
    "name": 'Côte d\'Ivoire & "friends" #1',
    "limit": 2,
    "marks": ["100%", "C:\\users"],
    "quote": "a\nb\\&c +d",
}


def test_the_query_of_a_link_answers_as_the_query_with_its_parameters(database, neo4j_driver: Driver):
    neo4j_driver.execute_query(
        "UNWIND $marks AS mark CREATE (:Entity:Actor {name: $name, mark: mark})", PARAMETERS
    )
    address = link("http://h:7474", "bolt://h:7687", "neo4j", database.name, CYPHER, PARAMETERS)
    # As Browser 5.24 reads it: it decodes first and cuts then.
    (in_editor,) = re.findall("[?&]arg=([^&#]*)", unquote(address.replace("+", " ")))

    expected = neo4j_driver.execute_query(CYPHER, PARAMETERS).records
    answered = neo4j_driver.execute_query(in_editor).records

    assert len(expected) == 2
    assert sorted(map(repr, answered)) == sorted(map(repr, expected))


def test_a_test_that_asks_for_a_database_gets_it_empty(database, neo4j_driver: Driver):
    neo4j_driver.execute_query("CREATE CONSTRAINT FOR (thing:Thing) REQUIRE thing.id IS UNIQUE")
    neo4j_driver.execute_query("CREATE TEXT INDEX FOR (thing:Thing) ON (thing.name)")
    neo4j_driver.execute_query("CREATE (:Thing {id: 1})-[:NEXT]->(:Thing {id: 2})")

    wipe(neo4j_driver, database.name)

    assert neo4j_driver.execute_query("MATCH (node) RETURN count(node) AS n").records[0]["n"] == 0
    assert neo4j_driver.execute_query("SHOW CONSTRAINTS YIELD name").records == []
    assert neo4j_driver.execute_query("SHOW INDEXES YIELD type WHERE type <> 'LOOKUP'").records == []
