"""The bulk path beside the online one, on the same articles: times, their ratio, and one fingerprint.

    python -m benchmarks.bulk [--articles 1000] [--sentences 20]

The server is one of its own, in a temporary home.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from graphkit.store import connect, schema, server
from graphkit.store.bulk.export import export
from graphkit.store.bulk.listed import ARGUMENTS
from graphkit.store.fingerprint import fingerprint
from graphkit.store.load import load
from graphkit.store.rebuild import rebuild
from graphkit.store.server.take_in import take_in
from tests.factories import crowd, newsroom, small_ontology
from tests.homes import home_with_jars

ONTOLOGY = small_ontology()


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=1_000)
    parser.add_argument("--sentences", type=int, default=20)
    options = parser.parse_args()
    articles = newsroom(options.articles, seed=3, longest=options.sentences, people=crowd(5_000))
    with tempfile.TemporaryDirectory() as folder:
        home, out = home_with_jars(Path(folder)), Path(folder) / "out"
        try:
            same = compared(home, out, articles)
        finally:
            server.stop(home)
    sys.exit(0 if same else 1)


def compared(home: server.Home, out: Path, articles: list[Any]) -> bool:
    running = server.start(home, ports=server.Ports(0, 0))
    with connect(running.uri, running.username, running.password) as connection:
        schema.apply(connection, ONTOLOGY)
        online = timed("load", lambda: load(connection, articles, ONTOLOGY))
        loaded = fingerprint(connection)
    bulk = timed("export", lambda: export(articles, ONTOLOGY, out))
    bulk += timed("import", lambda: take_in(home, out, ARGUMENTS))
    bulk += timed("start again", lambda: server.start(home))
    running = server.start(home)
    with connect(running.uri, running.username, running.password) as connection:
        bulk += timed("schema", lambda: schema.apply(connection, ONTOLOGY))
        bulk += timed("derive", lambda: rebuild(connection, ONTOLOGY))
        imported = fingerprint(connection)
    print(f"{len(articles)} articles, {loaded.nodes} nodes, {loaded.relationships} relationships")
    print(f"online : bulk {online / bulk:6.2f}, fingerprints {'equal' if loaded == imported else 'DIFFER'}")
    return loaded == imported


def timed(what: str, work: Callable[[], Any]) -> float:
    start = time.perf_counter()
    work()
    seconds = time.perf_counter() - start
    print(f"{what:12} {seconds:8.1f} s", flush=True)
    return seconds


if __name__ == "__main__":
    main()
