"""A Ray cluster of two workers, killed ones among them, beside the plain run: are the bytes the same?

    python -m benchmarks.cluster [--articles 2000] [--shard-files 20] [--kills 1]

Both are the program itself on the same files. Workers are killed by their own process id (SIGKILL) while the cluster
reads: the first after a third of the shards, further ones later. Exit code 1 where the bytes differ or a shard is gone.
"""

import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil

from benchmarks.command import parser, timed
from benchmarks.news import varied

WORKERS = 2
LOOK = 0.05
"""Seconds between two looks at what the cluster has done."""


def main() -> None:
    known = parser(__doc__)
    known.add_argument("--articles", type=int, default=2000)
    known.add_argument("--shard-files", type=int, default=20)
    known.add_argument("--kills", type=int, default=1)
    options = known.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = compared(Path(folder), options.articles, options.shard_files, options.kills)
    print(json.dumps(found, indent=1))
    sys.exit(0 if found["identical"] and found["workers killed"] == options.kills else 1)


def compared(folder: Path, articles: int, files: int, kills: int) -> dict[str, Any]:
    """What both runs came to."""
    words = write_articles(folder / "news", articles)
    records, shards = folder / "records.jsonl", folder / "shards"
    plain = timed(lambda: ended(begun("-o", str(records), str(folder / "news"))))
    expected = -(-articles // files)
    killed: list[int] = []

    def clustered() -> None:
        options = ("--engine", "ray", "--workers", str(WORKERS), "--shard-files", str(files))
        program = begun(*options, "-o", str(shards), str(folder / "news"))
        killed.extend(kill_workers(program, shards, expected, kills))
        ended(program)

    seconds = timed(clustered)
    made = sorted(shards.iterdir())
    one, other = digest([records]), digest(made)
    return {
        "articles": articles,
        "words": words,
        "shards": len(made),
        "workers": WORKERS,
        "workers killed": len(killed),
        "identical": one == other and len(made) == expected,
        "bytes": records.stat().st_size,
        "sha256, plain": one,
        "sha256, cluster": other,
        "seconds, plain": round(plain, 1),
        "seconds, cluster": round(seconds, 1),
    }


def write_articles(folder: Path, articles: int) -> int:
    """Each in a file of its own; how many words they have in all."""
    folder.mkdir()
    words = 0
    for number in range(articles):
        text = varied(number)
        words += len(text.split())
        (folder / f"{number:06}.txt").write_text(text, encoding="utf-8")
    return words


def begun(*arguments: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "graphkit", "-q", "extract", "--published", "2024-05-01", *arguments]
    return subprocess.Popen(command, env=os.environ | {"COLUMNS": "200"})


def ended(program: subprocess.Popen[bytes]) -> None:
    if program.wait() != 0:
        sys.exit(f"exit code {program.returncode}: {program.args!r}")


def kill_workers(program: subprocess.Popen[bytes], shards: Path, expected: int, kills: int) -> Iterator[int]:
    """Kills so many, spread over what is left after the first third; the ids of those that were at work."""
    for turn in range(1, kills + 1):
        after = expected // 3 + (expected - expected // 3) * (turn - 1) // max(kills, 1)
        while program.poll() is None:
            done = len(list(shards.glob("part-*"))) if shards.is_dir() else 0
            worker = a_worker(program.pid) if done >= after else None
            if worker is not None:
                worker.kill()
                worker.wait()
                yield worker.pid
                break
            time.sleep(LOOK)


def a_worker(program: int) -> psutil.Process | None:
    """A process of the cluster that reads, if there is one."""
    for child in psutil.Process(program).children(recursive=True):
        try:
            if "MapWorker" in " ".join(child.cmdline()):
                return child
        except psutil.NoSuchProcess:
            continue
    return None


def digest(files: list[Path]) -> str:
    """Of the files put together in their order."""
    whole = hashlib.sha256()
    for path in files:
        whole.update(path.read_bytes())
    return whole.hexdigest()


if __name__ == "__main__":
    main()
