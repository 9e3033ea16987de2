"""Batches at their limits, on a Neo4j of their own: killed again and again, and twenty thousand articles in one run.

    python -m benchmarks.batches kills [--articles 300] [--kills 10] [--seed 7] [--results FILE]
    python -m benchmarks.batches memory [--articles 20000] [--workers 2] [--results FILE]

`kills` ends with 1 unless the graph's fingerprint is that of a run nobody disturbed, also after a SIGTERM.
`memory` prints the most that the parent and each worker keep resident over each thousand articles, and ends with 1 if
that grows by more than a tenth from article 2,000 on.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psutil
import yaml

from benchmarks.command import connected, own_server, parser
from benchmarks.news import varied
from graphkit.store import Connection, server
from graphkit.store.fingerprint import fingerprint
from tests.homes import wipe

MEGABYTE = 2**20
SETTLED = 2_000
"""Articles after which memory has to stay flat."""
EACH = 1_000
GROWTH = 0.1
"""How much more than at that article a process may have."""
STARTING = 5.0
"""Seconds of processor time two workers need before they read."""
LAST = 0.95
"""Share of the articles before which the last kill comes: a run has to be there to be hit."""
VICTIMS = ("extractor", "loader", "Neo4j")


@dataclass(frozen=True)
class Bench:
    """A folder with a batch in it, and a server of its own."""

    folder: Path
    home: server.Home

    def begin(self) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-m", "graphkit", "-q", "batch", "run", "batch.yaml"]
        environment = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")}
        environment["GRAPHKIT_HOME"] = str(self.home.state.parent)
        with (self.folder / "log").open("ab") as log:
            return subprocess.Popen(command, cwd=self.folder, env=environment, stdout=log, stderr=log)

    def fingerprint(self) -> str:
        with self.connected() as connection:
            return str(fingerprint(connection))

    def loaded(self) -> int:
        with self.connected() as connection:
            return int(connection.rows("MATCH (a:Article) RETURN count(a) AS n")[0]["n"])

    def wipe(self) -> None:
        with self.connected() as connection:
            wipe(connection.driver, "neo4j")

    def connected(self) -> Connection:
        return connected(self.home)


def main() -> int:
    options = _parse()
    # To be hit at many places, the one has to write in small groups, and to end soon once Neo4j is gone.
    together, patience = (5, 5) if options.what == "kills" else (100, 300)
    with _bench(options.articles, options.workers, together, patience) as bench:
        return kills(bench, options) if options.what == "kills" else memory(bench, options)


def kills(bench: Bench, options: argparse.Namespace) -> int:
    begun = time.monotonic()
    assert bench.begin().wait() == 0, "the undisturbed run failed: see its log"
    expected = bench.fingerprint()
    said = [f"undisturbed: {time.monotonic() - begun:.0f} s, {expected}"]
    print(said[-1], flush=True)
    bench.wipe()
    process = None
    for number, (at, wait) in enumerate(_moments(options)):
        process = _brought(bench, process, at, options.articles)
        time.sleep(wait)
        victim = VICTIMS[number % len(VICTIMS)]
        while not _hit(bench, process, victim):
            process = _brought(bench, process, at, options.articles)
        said.append(
            f"hit {number + 1}: kill -9 of the {victim} with {bench.loaded()} of {options.articles} loaded"
        )
        print(said[-1], flush=True)
    assert process is not None
    code = process.wait()
    process = bench.begin()
    final, found = process.wait(), bench.fingerprint()
    said += [
        f"rerun: exit code {final} (the last one hit ended with {code}), {found}",
        "equal" if found == expected else "DIFFERENT",
        *_terminated(bench, options.articles, expected),
    ]
    print("\n".join(said[-3:]))
    if options.results is not None:
        options.results.write_text("\n".join(said) + "\n", "utf-8")
    return 0 if (found, final) == (expected, 0) and said[-1] == "equal" else 1


def _moments(options: argparse.Namespace) -> Iterator[tuple[int, float]]:
    """For each kill, after how many articles it comes and how many seconds later: spread over the whole run."""
    chance = random.Random(options.seed)
    for number in range(options.kills):
        share = (number + chance.random()) / options.kills
        yield int(share * options.articles * LAST), chance.uniform(0, 3)


def _brought(
    bench: Bench, process: "subprocess.Popen[bytes] | None", at: int, articles: int
) -> "subprocess.Popen[bytes]":
    """A run that reads and has brought the graph to so many articles; one that got to its end unhit begins anew."""
    while process is None or process.poll() is not None or not _reads(process.pid) or bench.loaded() < at:
        if process is None or process.poll() is not None:
            if process is not None and bench.loaded() >= articles:
                bench.wipe()
            process = bench.begin()
        time.sleep(0.1)
    return process


def _terminated(bench: Bench, articles: int, expected: str) -> list[str]:
    """A run told to stop in the middle, and the run after it: what was said, and whether nothing is lost."""
    bench.wipe()
    process = _brought(bench, None, articles // 3, articles)
    said = (bench.folder / "log").stat().st_size
    process.terminate()
    code, loaded = process.wait(), bench.loaded()
    told = (bench.folder / "log").read_bytes()[said:].decode().strip().splitlines()
    final = bench.begin().wait()
    return [
        f"SIGTERM: exit code {code} with {loaded} of {articles} loaded: {' / '.join(told)}",
        "equal" if (bench.fingerprint(), final) == (expected, 0) else f"DIFFERENT (exit code {final})",
    ]


def _hit(bench: Bench, process: "subprocess.Popen[bytes]", victim: str) -> int:
    """1 where the run was on and the victim there to be killed."""
    if process.poll() is not None:
        return 0
    if victim == "loader":
        process.kill()
        process.wait()
        return 1
    if victim == "extractor":
        workers = _workers(process.pid)
        for worker in workers[:1]:
            worker.kill()
        return len(workers[:1])
    pid = server.status(bench.home).pid
    if pid is None:
        return 0
    killed = psutil.Process(pid)
    killed.kill()
    killed.wait()
    return 1


def memory(bench: Bench, options: argparse.Namespace) -> int:
    process, sizes = bench.begin(), Sizes()
    with bench.connected() as connection:
        while process.poll() is None:
            time.sleep(2)
            loaded = connection.rows("MATCH (a:Article) RETURN count(a) AS n")[0]["n"]
            sizes.take(loaded, process.pid)
    print(f"exit code {process.returncode}, {bench.loaded()} articles")
    flat = sizes.judged()
    if options.results is not None:
        options.results.write_text("\n".join(sizes.lines()) + "\n", "utf-8")
    return 0 if process.returncode == 0 and flat else 1


class Sizes:
    """The most that each process has kept resident over each thousand articles, in MB."""

    def __init__(self) -> None:
        self._most: dict[int, dict[str, float]] = {}
        self._begun = time.monotonic()

    def take(self, loaded: int, pid: int) -> None:
        thousand = loaded // EACH
        if thousand not in self._most and thousand - 1 in self._most:
            print(self._line(thousand - 1), flush=True)
        most = self._most.setdefault(thousand, {})
        for name, size in _resident(pid):
            most[name] = max(size, most.get(name, 0.0))

    def lines(self) -> Iterator[str]:
        yield "articles\tseconds\tMB of the parent and of each worker"
        yield from map(self._line, sorted(self._most))

    def judged(self) -> bool:
        """Whether no process grows by more than a tenth once it has settled."""
        settled = {number: most for number, most in self._most.items() if number >= SETTLED // EACH}
        names = sorted({name for most in settled.values() for name in most})
        growths = [
            self._growth(name, [most[name] for most in settled.values() if name in most]) for name in names
        ]
        if not growths:
            print(f"fewer than {SETTLED} articles: no growth to judge")
        return not growths or max(growths) <= GROWTH

    def _growth(self, name: str, sizes: list[float]) -> float:
        growth = max(sizes) / sizes[0] - 1
        print(
            f"{name}: {min(sizes):.0f} to {max(sizes):.0f} MB, {growth:+.1%} at most since article {SETTLED}"
        )
        return growth

    def _line(self, thousand: int) -> str:
        sizes = "\t".join(f"{name} {size:.0f}" for name, size in sorted(self._most[thousand].items()))
        return f"{thousand * EACH}\t{time.monotonic() - self._begun:.0f}\t{sizes}"


def _resident(pid: int) -> list[tuple[str, float]]:
    try:
        workers = [(f"worker {number}", each) for number, each in enumerate(_workers(pid), 1)]
        found = [("parent", psutil.Process(pid)), *workers]
        return [(name, each.memory_info().rss / MEGABYTE) for name, each in found]
    except psutil.Error:
        return []


def _workers(pid: int) -> list[psutil.Process]:
    try:
        children = psutil.Process(pid).children()
        return sorted((c for c in children if "spawn_main" in " ".join(c.cmdline())), key=lambda c: c.pid)
    except psutil.Error:
        return []


def _reads(pid: int) -> bool:
    """Whether a run has got as far as reading: its workers have spent what loading their pipelines takes."""
    spent = 0.0
    for worker in _workers(pid):
        with suppress(psutil.Error):
            spent += worker.cpu_times().user
    return spent > STARTING


@contextmanager
def _bench(articles: int, workers: int, together: int, patience: int) -> Iterator[Bench]:
    with tempfile.TemporaryDirectory() as name, own_server() as home:
        folder = Path(name)
        (folder / "articles").mkdir()
        for number in range(articles):
            (folder / "articles" / f"{number:06}.txt").write_text(f"{varied(number)}\n", "utf-8")
        sources, then = {"paths": ["articles"]}, {"fingerprint": False}
        reading = {"workers": workers}
        (folder / "batch.yaml").write_text(
            yaml.safe_dump({"sources": sources, "reading": reading, "then": then})
        )
        (folder / "graphkit.yaml").write_text(
            yaml.safe_dump({"neo4j": {"timeout_seconds": patience}, "graph": {"batch_articles": together}})
        )
        try:
            yield Bench(folder, home)
        finally:
            if (folder / "log").exists():
                print((folder / "log").read_text("utf-8")[-2000:], file=sys.stderr)


def _parse() -> argparse.Namespace:
    known = parser(__doc__)
    known.add_argument("what", choices=("kills", "memory"))
    known.add_argument("--articles", type=int)
    known.add_argument("--kills", type=int, default=10)
    known.add_argument("--seed", type=int, default=7)
    known.add_argument("--workers", type=int, default=2)
    known.add_argument("--results", type=Path, help="a file to keep the figures in")
    options = known.parse_args()
    options.articles = options.articles or (300 if options.what == "kills" else 20_000)
    return options


if __name__ == "__main__":
    sys.exit(main())
