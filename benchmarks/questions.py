"""How long each saved query takes on a graph of 100,000 articles.

    python -m benchmarks.questions [--articles 100000] [--repeat 3] [--timeout 60]

A Neo4j of its own is started in a temporary folder, filled with a generated graph that has graphkit's schema, and
thrown away (`benchmarks/generated.py` says what is in it). Each query is run for actors of five ranks, from one that
stands in every twentieth claim to one hardly known, once before anything is counted: planning a query for the first
time is left out.
"""

import statistics
import time
from collections.abc import Iterator

from benchmarks.command import parser
from benchmarks.generated import fill
from graphkit.cli.connection import scratch
from graphkit.cli.session import Session
from graphkit.errors import QueryError
from graphkit.store import Connection
from graphkit.store.queries import find, run, saved_queries

RANKS = (0, 5, 50, 500, 4000)
OTHERS = {"to": 7, "object": 3, "target": 2}
"""Whom further parameters mean, by rank."""


def given(name: str, rank: int) -> dict[str, str | int | bool | None]:
    """Parameters of a run: entities by rank, all else as the query has it."""
    values: dict[str, str | int | bool | None] = {}
    for parameter in find(name).parameters:
        if parameter.type == "entity" and parameter.required:
            values[parameter.name] = (
                f"Place {rank % 2000}"
                if parameter.name == "place"
                else f"Actor {OTHERS.get(parameter.name, rank)}"
            )
    return values


def timed(connection: Connection, name: str, repeat: int, timeout: float) -> Iterator[float]:
    """Seconds of each run, the name looked up included; what is stopped counts as `timeout`."""
    query = find(name)
    for attempt in range(repeat + 1):
        for rank in RANKS:
            start = time.perf_counter()
            try:
                run(connection, query, given(name, rank), timeout=timeout)
                seconds = time.perf_counter() - start
            except QueryError as error:
                if "took longer" not in str(error):
                    raise
                seconds = timeout
            if attempt:
                yield seconds


def main() -> None:
    known = parser(__doc__)
    known.add_argument("--articles", type=int, default=100_000)
    known.add_argument("--repeat", type=int, default=3)
    known.add_argument("--timeout", type=float, default=60.0)
    chosen = known.parse_args()
    with scratch(Session(None, 0, "text")) as connection:
        fill(connection, chosen.articles)
        counted = connection.rows(
            "MATCH (n) WITH count(n) AS nodes MATCH ()-[r]->() RETURN nodes, count(r) AS relationships"
        )[0]
        print(
            f"{chosen.articles:,} articles: {counted['nodes']:,} nodes, {counted['relationships']:,} relationships"
        )
        print("| query | median s | slowest s |\n|---|---|---|")
        for query in saved_queries():
            seconds = list(timed(connection, query.name, chosen.repeat, chosen.timeout))
            print(f"| {query.name} | {statistics.median(seconds):.3f} | {max(seconds):.3f} |", flush=True)


if __name__ == "__main__":
    main()
