"""How fast a candidate is, and how well it reads."""

import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.peers.candidates import Candidate
from graphkit.evaluate.carb.benchmark import compare
from graphkit.evaluate.carb.tuples import read_gold, read_tuples, sentence_key

FEW = 10


@dataclass(frozen=True)
class Measured:
    """speed: sentences a second of processor time, once it has started."""

    name: str
    version: str
    speed: float
    f1: float
    auc: float
    tuples: int


def measured(candidate: Candidate, sentences: Sequence[str], gold: Path) -> Measured:
    """Run it on the sentences, and on a few to know what starting up takes."""
    with tempfile.TemporaryDirectory() as folder:
        all_, few = Path(folder) / "all.txt", Path(folder) / "few.txt"
        all_.write_text("\n".join(sentences) + "\n", encoding="utf-8")
        few.write_text("\n".join(sentences[:FEW]) + "\n", encoding="utf-8")
        sys.stderr.write(f"{candidate.name} ...\n")
        start = _timed(candidate, few)[0]
        seconds, tuples = _timed(candidate, all_)
        with gold.open(encoding="utf-8") as stream:
            asked = {sentence_key(sentence) for sentence in sentences}
            golden = {key: found for key, found in read_gold(stream).items() if key in asked}
        curve = compare(golden, read_tuples(tuples.splitlines()))
    speed = (len(sentences) - FEW) / (seconds - start)
    return Measured(candidate.name, candidate.version, speed, curve.f1, curve.auc, len(tuples.splitlines()))


def _timed(candidate: Candidate, sentences: Path) -> tuple[float, str]:
    begun = _used()
    if candidate.fed:
        with sentences.open(encoding="utf-8") as stream:
            done = subprocess.run(
                candidate.command, stdin=stream, capture_output=True, text=True, check=False
            )
    else:
        done = subprocess.run(
            [*candidate.command, str(sentences)], capture_output=True, text=True, check=False
        )
    seconds = _used() - begun
    if done.returncode:
        raise SystemExit(f"{candidate.name} failed:\n{done.stderr[-2000:]}")
    return seconds, candidate.tuples(done.stdout)


def _used() -> float:
    """Seconds of processor time of all programs that were run so far: other work on the machine doesn't count."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
