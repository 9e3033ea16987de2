"""The local server, for real."""

from neo4j import Driver


def test_a_test_gets_an_empty_graph(database, neo4j_driver: Driver):
    with neo4j_driver.session() as session:
        session.run("CREATE CONSTRAINT FOR (n:Thing) REQUIRE n.id IS UNIQUE").consume()
        session.run("CREATE (:Thing {id: 1})").consume()

    assert database.uri
