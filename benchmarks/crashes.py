"""Kills at random points of a load: whole articles are left each time, and a rerun gives the graph of a load in peace.

    python -m benchmarks.crashes [--kills 20] [--articles 60] [--seed 1] [--disk-full]

Half of the kills hit the loader, half the server, with SIGKILL. The server is one of its own, in a temporary
home. --disk-full (as root, on Linux): the server's graph lies on a small file system of its own, which it fills.
"""

import subprocess
import tempfile
import time
from pathlib import Path
from random import Random

from benchmarks.command import parser
from graphkit.errors import GraphkitError
from graphkit.model import Extraction
from graphkit.store import Connection, schema, server
from graphkit.store.fingerprint import Fingerprint, fingerprint
from graphkit.store.load import load
from graphkit.store.verify import verify
from tests.factories import newsroom, small_ontology
from tests.interrupted import GROUP, Interrupted, Loaded, write_articles
from tests.own_server import OwnServer, emptied

ONTOLOGY = small_ontology()
LONGEST_WAIT = 0.2
"""Seconds after the last group has begun, at most: in the middle of its transaction, or just after."""
SMALL_DISK = "700m"
"""Room for an empty Neo4j with its transaction logs, and for few articles."""


def main() -> None:
    known = parser(__doc__)
    known.add_argument("--kills", type=int, default=20)
    known.add_argument("--articles", type=int, default=60)
    known.add_argument("--seed", type=int, default=1)
    known.add_argument("--disk-full", action="store_true")
    options = known.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if options.disk_full:
            fill(Path(folder), options.seed)
        else:
            kill(
                Path(folder),
                options.kills,
                newsroom(options.articles, seed=options.seed),
                Random(options.seed),
            )


def kill(folder: Path, kills: int, articles: list[Extraction], random: Random) -> None:
    file = write_articles(folder / "articles.jsonl", articles)
    own = OwnServer(folder / "own")
    sound = 0
    try:
        with own.connect() as connection:
            load(connection, articles, ONTOLOGY)
            expected = fingerprint(connection)
        for number in range(kills):
            groups, delay = random.randint(1, len(articles) // GROUP - 1), random.uniform(0, LONGEST_WAIT)
            victim = "loader" if number % 2 else "server"
            left = killed(own, file, victim, groups, delay)
            sound += completed(
                own, articles, expected, f"{number + 1:2} {victim} at {left:3} of {len(articles)}"
            )
    finally:
        own.stop()
    print(f"{sound} of {kills} kills: whole articles left, and the same fingerprint after a rerun")


def killed(own: OwnServer, file: Path, victim: str, groups: int, delay: float) -> int:
    """How many articles were in when it was over."""
    interrupted = Interrupted(file, own.running())
    with own.connect() as connection:
        emptied(connection)
        if victim == "loader":
            interrupted.kill_loader(groups, delay, Loaded(connection))
        else:
            interrupted.kill_server(groups, delay, Loaded(connection))
    with own.connect() as connection:
        return Loaded(connection).articles()


def completed(own: OwnServer, articles: list[Extraction], expected: Fingerprint, what: str) -> bool:
    with own.connect() as connection:
        # A loader killed at once hasn't even made the schema.
        schema.ready(connection, ONTOLOGY)
        whole = problems(connection)
        start = time.monotonic()
        result = load(connection, articles, ONTOLOGY)
        seconds = time.monotonic() - start
        after, found = problems(connection), fingerprint(connection)
    sound = whole == after == 0 and not result.failures and found == expected
    print(
        f"{what}: {whole} problems, {result.counts.written} written again in {seconds:.1f} s, {after} problems, "
        f"{'same' if found == expected else 'OTHER'} fingerprint",
        flush=True,
    )
    return sound


def problems(connection: Connection) -> int:
    return sum(1 for _ in verify(connection, ONTOLOGY))


def fill(folder: Path, seed: int) -> None:
    """The disk fills up in the middle of a load; then there is room again."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SMALL_DISK}", "tmpfs", folder], check=True)
    articles = newsroom(4_000, seed=seed, longest=40)
    try:
        own = OwnServer(folder / "own")
        server.start(own.home, ports=own.set_up(db__memory__transaction__max="512m"))
        try:
            with own.connect() as connection:
                try:
                    load(connection, articles, ONTOLOGY)
                    print("the disk didn't fill up")
                except GraphkitError as error:
                    print(f"told: {error}")
            subprocess.run(["mount", "-o", "remount,size=3g", folder], check=True)
            own.kill()
            with own.connect() as connection:
                left = Loaded(connection).articles()
                print(f"with room again: {left} of {len(articles)} articles, {problems(connection)} problems")
                load(connection, articles, ONTOLOGY)
                print(
                    f"after a rerun: {Loaded(connection).articles()} articles, {problems(connection)} problems"
                )
        finally:
            own.stop()
    finally:
        subprocess.run(["umount", folder], check=True)


if __name__ == "__main__":
    main()
