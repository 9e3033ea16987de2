"""The bulk path beside the online one, on the same articles: times, their ratio, and one fingerprint.

    python -m benchmarks.bulk [--articles 1000] [--sentences 20]

The server is one of its own, in a temporary home.
"""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks.command import connected, own_server, parser, timed
from graphkit.model import Extraction
from graphkit.store import schema, server
from graphkit.store.bulk.export import export
from graphkit.store.bulk.listed import ARGUMENTS
from graphkit.store.fingerprint import fingerprint
from graphkit.store.load import load
from graphkit.store.rebuild import rebuild
from graphkit.store.server.take_in import take_in
from tests.factories import crowd, newsroom, small_ontology

ONTOLOGY = small_ontology()


def main() -> None:
    known = parser(__doc__)
    known.add_argument("--articles", type=int, default=1_000)
    known.add_argument("--sentences", type=int, default=20)
    options = known.parse_args()
    articles = newsroom(options.articles, seed=3, longest=options.sentences, people=crowd(5_000))
    with tempfile.TemporaryDirectory() as folder, own_server() as home:
        same = compared(home, Path(folder) / "out", articles)
    sys.exit(0 if same else 1)


def compared(home: server.Home, out: Path, articles: list[Extraction]) -> bool:
    with connected(home) as connection:
        schema.apply(connection, ONTOLOGY)
        online = told("load", lambda: load(connection, articles, ONTOLOGY))
        loaded = fingerprint(connection)
    bulk = told("export", lambda: export(articles, ONTOLOGY, out))
    bulk += told("import", lambda: take_in(home, out, ARGUMENTS))
    bulk += told("start again", lambda: server.start(home))
    with connected(home) as connection:
        bulk += told("schema", lambda: schema.apply(connection, ONTOLOGY))
        bulk += told("derive", lambda: rebuild(connection, ONTOLOGY, imported=True))
        imported = fingerprint(connection)
    print(f"{len(articles)} articles, {loaded.nodes} nodes, {loaded.relationships} relationships")
    print(f"online : bulk {online / bulk:6.2f}, fingerprints {'equal' if loaded == imported else 'DIFFER'}")
    return loaded == imported


def told(what: str, work: Callable[[], object]) -> float:
    """Its seconds, printed too."""
    seconds = timed(work)
    print(f"{what:12} {seconds:8.1f} s", flush=True)
    return seconds


if __name__ == "__main__":
    main()
