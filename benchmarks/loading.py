"""How fast articles get into the graph, beside hand-tuned Cypher on the same rows in the same run.

    python -m benchmarks.loading [--articles 300] [--sentences 40] [--rounds 3]

A Neo4j of its own is started in a temporary folder. What counts are the ratios.
"""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from benchmarks.command import parser, timed
from graphkit.cli.connection import scratch
from graphkit.cli.session import Session
from graphkit.ontology import Ontology
from graphkit.store import Connection, schema
from graphkit.store import declarations as d
from graphkit.store.batch import chunks, graph_batch
from graphkit.store.draft import draft
from graphkit.store.fingerprint import fingerprint
from graphkit.store.load import load
from graphkit.store.properties import stamp
from graphkit.store.rows import ArticleRows, article_rows
from graphkit.store.run import new_run
from graphkit.store.statements import merge_nodes, merge_relationships
from graphkit.store.vocabulary import Vocabulary, vocabulary
from tests.factories import crowd, newsroom, small_ontology

HAND_TUNED_ROWS = 1_000
SAMPLE_OF_SINGLES = 300
CROWD = 5_000
STAMP = stamp(new_run())
Statement = tuple[str, list[dict[str, Any]]]


def main() -> None:
    known = parser(__doc__)
    known.add_argument("--articles", type=int, default=300)
    known.add_argument("--sentences", type=int, default=40)
    known.add_argument("--rounds", type=int, default=3)
    options = known.parse_args()
    ontology = small_ontology()
    extractions = newsroom(options.articles, longest=options.sentences, people=crowd(CROWD))
    words, run = vocabulary(ontology), new_run()
    with scratch(Session(None, 0, "text")) as connection:
        warm(connection, ontology)
        times: dict[str, list[float]] = {"load": [], "reload": [], "hand-tuned": [], "one a query": []}
        for _ in range(options.rounds):
            empty(connection, ontology)
            times["load"].append(timed(lambda: load(connection, extractions, ontology)))
            times["reload"].append(timed(lambda: load(connection, extractions, ontology)))
            edges, found = drawn(connection), fingerprint(connection)
            nodes = settled(connection, "Claim") | settled(connection, "Entity")
            articles = [article_rows(draft(each, words), words, run) for each in extractions]
            statements = list(written(articles, words, nodes, edges))
            empty(connection, ontology)
            times["hand-tuned"].append(timed(partial(by_batches, connection, statements)))
            empty(connection, ontology)
            sample = singles(statements)
            times["one a query"].append(timed(partial(by_batches, connection, sample)) / len(sample))
    rows = sum(len(rows) for _, rows in statements)
    print(
        f"{options.articles} articles, {found.nodes} nodes, {found.relationships} relationships, {rows} rows"
    )
    report({name: min(each) for name, each in times.items()}, rows)


def report(seconds: dict[str, float], rows: int) -> None:
    """The best of each round: what other programs took from the machine shows in the worse ones."""
    load_rate, hand_rate = rows / seconds["load"], rows / seconds["hand-tuned"]
    print(f"load         {seconds['load']:7.2f} s {load_rate:8.0f} rows/s")
    print(f"reload       {seconds['reload']:7.2f} s")
    print(f"hand-tuned   {seconds['hand-tuned']:7.2f} s {hand_rate:8.0f} rows/s")
    print(f"one a query           {1 / seconds['one a query']:8.0f} rows/s")
    print(f"load : hand-tuned   {load_rate / hand_rate:6.2f}   (wanted: at least 0.8)")
    print(f"load : one a query  {load_rate * seconds['one a query']:6.1f}   (wanted: at least 50)")
    print(f"reload : load       {seconds['load'] / seconds['reload']:6.1f}   (wanted: at least 5)")


def warm(connection: Connection, ontology: Ontology) -> None:
    """Both sides find the server's caches and plans as the other leaves them."""
    empty(connection, ontology)
    load(connection, newsroom(20, seed=99, longest=10), ontology)


def empty(connection: Connection, ontology: Ontology) -> None:
    """No nodes, but the constraints and indexes both sides need."""
    with connection.driver.session() as session:
        session.run("MATCH (node) CALL (node) { DETACH DELETE node } IN TRANSACTIONS OF 5000 ROWS").consume()
    schema.apply(connection, ontology)


def settled(connection: Connection, label: str) -> dict[str, dict[str, Any]]:
    """Properties of nodes as graphkit left them: to the hand-tuned loader they are given."""
    text = f"MATCH (node:{label}) RETURN node.id AS id, properties(node) AS set"
    return {row["id"]: row["set"] for row in connection.rows(text)}


def drawn(connection: Connection) -> dict[str, list[dict[str, Any]]]:
    """The edges graphkit drew, as rows, given likewise."""
    found: dict[str, list[dict[str, Any]]] = {}
    text = (
        "MATCH (start:Entity)-[edge]->(end:Entity) RETURN type(edge) AS type, start.id AS start, "
        "end.id AS end, properties(edge) AS set ORDER BY edge.key"
    )
    for row in connection.rows(text):
        found.setdefault(row["type"], []).append(row | {"key": row["set"]["key"]})
    return found


def written(
    articles: list[ArticleRows],
    words: Vocabulary,
    nodes: Mapping[str, dict[str, Any]],
    edges: Mapping[str, list[dict[str, Any]]],
) -> Iterator[Statement]:
    """Every row graphkit writes, by statement: fixed labels and types, sorted, no row twice."""
    batch = graph_batch(articles)
    for node in d.NODES:
        rows = batch.nodes.get(node.name, ())
        yield merge_nodes(node), [row | {"set": nodes.get(row["id"], row["set"])} for row in rows]
    for kind, rows in batch.entities.items():
        given = [row | {"set": nodes.get(row["id"], row["set"])} for row in rows]
        yield merge_nodes(d.ENTITY_NODE, words.kinds[kind][1:]), given
    for link in d.RELATIONSHIPS:
        yield merge_relationships(link), list(batch.links.get(link.name, ()))
    for relation, rows in edges.items():
        yield merge_relationships(words.edges[relation]), rows


def by_batches(connection: Connection, statements: list[Statement]) -> None:
    for text, rows in statements:
        for chunk in chunks(tuple(rows), HAND_TUNED_ROWS):
            connection.write(
                lambda tx, text=text, chunk=chunk: tx.run(text, rows=chunk, stamp=STAMP).consume()
            )


def singles(statements: list[Statement]) -> list[Statement]:
    """The first rows of each statement, one a query."""
    each = SAMPLE_OF_SINGLES // len(statements)
    return [(text, [row]) for text, rows in statements for row in rows[:each]]


if __name__ == "__main__":
    main()
