"""By whatever road articles come, and however many programs bring them: one graph.

At length: `python -m benchmarks.orders`.
"""

import os
import subprocess
import sys
from pathlib import Path

from graphkit.store.fingerprint import fingerprint
from graphkit.store.load import load
from tests.factories import newsroom
from tests.interrupted import GROUP, write_articles

ARTICLES = newsroom(30, seed=61)
TIMES = 5


def loader(uri: str, password: str, file: Path, hash_seed: int) -> subprocess.Popen[str]:
    """A program of its own that loads a file, group by group."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.loading_child", uri, str(GROUP), str(file)],
        env=os.environ | {"NEO4J_PASSWORD": password, "PYTHONHASHSEED": str(hash_seed)},
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_two_programs_on_overlapping_articles_at_once_fail_nothing_and_leave_the_graph_of_one(
    graph, ontology, neo4j_server, tmp_path: Path
):
    load(graph, ARTICLES, ontology)
    expected = fingerprint(graph)
    one = write_articles(tmp_path / "one.jsonl", ARTICLES[:20])
    other = write_articles(tmp_path / "other.jsonl", ARTICLES[:9:-1])
    ends, found = [], []

    for number in range(TIMES):
        graph.declare("MATCH (node) DETACH DELETE node")
        at_once = [loader(neo4j_server.uri, neo4j_server.password, file, number) for file in (one, other)]
        # Both are told to begin before either is waited for.
        for process in at_once:
            process.stdin.write("\n" * len(ARTICLES))
            process.stdin.flush()
        ends += [(process.communicate()[1], process.returncode) for process in at_once]
        found.append(fingerprint(graph))

    assert ends == [("", 0)] * (2 * TIMES)
    assert found == [expected] * TIMES
