"""The same articles by every road into the graph: one fingerprint.

    python -m benchmarks.orders [--articles 300] [--orders 20] [--together 50]

Each load is the program itself, on files in another random order, with 1 or 4 workers, in one or in many batches, under
one of five PYTHONHASHSEEDs. Then, --together times, two programs at once load overlapping parts. A Neo4j of its own is
started in a temporary folder.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from itertools import product
from pathlib import Path
from random import Random

from benchmarks.command import connected, own_server, parser
from benchmarks.news import mixed
from graphkit.store import Connection, server
from graphkit.store.fingerprint import fingerprint
from tests.own_server import emptied

HASH_SEEDS = (0, 1, 2, 3, 4)
WORKERS = (1, 4)
BATCHES = (7, 10_000)


def main() -> None:
    known = parser(__doc__)
    known.add_argument("--articles", type=int, default=300)
    known.add_argument("--orders", type=int, default=20)
    known.add_argument("--together", type=int, default=50)
    options = known.parse_args()
    with tempfile.TemporaryDirectory() as folder, own_server() as home, connected(home) as connection:
        program = Program(Path(folder), server.start(home))
        names = write_articles(program.folder / "news", options.articles, Random(1))
        found = in_orders(program, connection, names, options.orders)
        if options.together:
            found += together(program, connection, names, options.together)
    print(
        f"{found.total()} graphs, fingerprints: {', '.join(f'{digest[:16]} x{n}' for digest, n in found.items())}"
    )
    sys.exit(0 if len(found) == 1 else 1)


class Program:
    """graphkit on a database, in a folder of its own."""

    def __init__(self, folder: Path, running: server.Running) -> None:
        self.folder = folder
        self.environment = os.environ | {
            "NEO4J_URI": running.uri,
            "NEO4J_USERNAME": running.username,
            "NEO4J_PASSWORD": running.password,
            "GRAPHKIT_HOME": str(folder / "home"),
        }

    def begun(self, *arguments: object, hash_seed: int = 0, batch: int = 100) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "graphkit", *map(str, arguments)],
            cwd=self.folder,
            env=self.environment
            | {"PYTHONHASHSEED": str(hash_seed), "GRAPHKIT_GRAPH_BATCH_ARTICLES": str(batch)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )


def ended(process: subprocess.Popen[str]) -> None:
    """SystemExit with what it said where it didn't end well, or had anything to complain of."""
    said = process.communicate()[1]
    if process.returncode or "error" in said.lower() or "warning" in said.lower():
        sys.exit(f"a load ended with {process.returncode}: {said}")


def write_articles(folder: Path, count: int, random: Random) -> list[str]:
    """Their names; each has the day in its own."""
    folder.mkdir()
    names = [f"news/2022-01-{1 + number % 28:02}-{number:04}.txt" for number in range(count)]
    for name in names:
        (folder.parent / name).write_text(f"{mixed(random)}\n", encoding="utf-8")
    return names


def in_orders(program: Program, connection: Connection, names: list[str], orders: int) -> Counter[str]:
    found: Counter[str] = Counter()
    roads = list(product(HASH_SEEDS, WORKERS, BATCHES))
    for number in range(orders):
        hash_seed, workers, batch = roads[number % len(roads)]
        order = Random(number).sample(names, len(names))
        emptied(connection)
        start = time.monotonic()
        ended(program.begun("load", *order, "--workers", workers, hash_seed=hash_seed, batch=batch))
        printed = fingerprint(connection)
        found[printed.digest] += 1
        print(
            f"order {number:2}, hash seed {hash_seed}, {workers} workers, batches of {batch:5}: {printed.digest[:16]} "
            f"({printed.nodes} nodes, {printed.relationships} relationships) in {time.monotonic() - start:.0f} s",
            flush=True,
        )
    return found


def together(program: Program, connection: Connection, names: list[str], times: int) -> Counter[str]:
    """Two at once, of which each has two thirds: a third is loaded by both."""
    ended(program.begun("extract", "news", "-o", "all.jsonl"))
    lines = (program.folder / "all.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    third = len(names) // 3
    found: Counter[str] = Counter()
    for number in range(times):
        random = Random(number)
        for name, part in (("one", lines[: 2 * third]), ("other", lines[third:])):
            text = "".join(random.sample(part, len(part)))
            (program.folder / f"{name}.jsonl").write_text(text, encoding="utf-8")
        emptied(connection)
        batch = random.choice((5, 20, 100))
        for process in [program.begun("load", f"{name}.jsonl", batch=batch) for name in ("one", "other")]:
            ended(process)
        digest = fingerprint(connection).digest
        found[digest] += 1
        print(f"together {number + 1:2}, batches of {batch:3}: {digest[:16]}", flush=True)
    return found


if __name__ == "__main__":
    main()
