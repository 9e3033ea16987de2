"""What became of a run: `run_results.json` beside the others, and a digest of it in the graph."""

import json
import logging
import os
import platform
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any

from graphkit import __version__
from graphkit.errors import UsageError
from graphkit.files import keep
from graphkit.pipeline.batch.counted import Counted
from graphkit.pipeline.batch.state import State
from graphkit.store.run import Counts

log = logging.getLogger(__name__)

FORMAT = "graphkit.run/1"
RUNNING, DONE, PARTLY, UNEXPECTED, STOPPED, BROKEN = (
    "running",
    "done",
    "partly",
    "unexpected",
    "stopped",
    "broken",
)
"""Status of a run: at work; all is in the graph; some of it waits in the dead letters; expectations didn't hold;
it was asked to stop; it was ended by an error. One that ended without a word is called lost by the next."""

SOUND = (DONE, PARTLY)
"""Runs that later ones are judged by."""

TOLD = 1000
"""Failures listed one by one; all are counted."""


@dataclass(slots=True)
class Results:
    """All about one run. seconds: by what they were spent on, and in all. problems: expectations that don't hold.

    failures: each with place, stage, kind, reason and the id of its dead letter, so many at most. mended: ids of
    dead letters that were read at last. error: what ended the run, where something did.
    """

    run: str
    batch: str
    file: str
    started: str
    ended: str | None = None
    status: str = RUNNING
    counted: Counted = field(default_factory=Counted)
    written: Counts = field(default_factory=Counts)
    seconds: dict[str, float] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=dict)
    fingerprint: str | None = None
    verified: int | None = None
    problems: list[str] = field(default_factory=list)
    failures: list[dict[str, str]] = field(default_factory=list)
    mended: list[str] = field(default_factory=list)
    open_letters: int = 0
    workers_replaced: int = 0
    error: str | None = None

    @property
    def sound(self) -> bool:
        """Whether all that the sources hold is in the graph, or was left out on purpose."""
        return self.status == DONE

    def facts(self) -> dict[str, Any]:
        """What the graph's `Run` node says of it."""
        return {
            "batch": self.batch,
            "status": self.status,
            "seconds": self.seconds.get("in all"),
            "found": self.counted.found,
            "read": self.counted.read,
            "claims": self.counted.claims,
            "written": self.written.written,
            "unchanged": self.counted.unchanged + self.written.unchanged,
            "left_out": sum(self.counted.left_out.values()),
            "failed": self.counted.failures,
            "fingerprint": self.fingerprint,
        }

    def as_json(self) -> dict[str, Any]:
        """The file's content. `counts` are of the articles that came, `graph` of what was written."""
        values = asdict(self)
        counts, graph = values.pop("counted"), values.pop("written")
        rejects = {
            "left out": counts.pop("left_out"),
            "failed": counts.pop("failed"),
            "candidates": counts.pop("rejected"),
        }
        counts |= {"failed": self.counted.failures, "left_out": sum(self.counted.left_out.values())}
        return {"format": FORMAT, **values, "counts": counts, "graph": graph, "rejects": _sorted(rejects)}


def versions(pipeline: str, server: str, schema: int) -> dict[str, str]:
    """Versions of all that had a hand in a run."""
    return {
        "graphkit": __version__,
        "extractor": pipeline,
        "python": platform.python_version(),
        "spacy": version("spacy"),
        "neo4j driver": version("neo4j"),
        "neo4j": server,
        "schema": str(schema),
    }


def check_place(state: State) -> None:
    """SettingsError where results can't be written: to be known before hours of work, not after."""
    probe = state.runs / f".{os.getpid()}.probe"
    keep(probe, b"")
    probe.unlink()


def write_results(results: Results, state: State) -> Path:
    """The file it was written to."""
    path = state.results(results.run)
    text = json.dumps(results.as_json(), ensure_ascii=True, indent=1)
    keep(path, text.encode("ascii") + b"\n")
    return path


def read_results(run: str, state: State) -> dict[str, Any] | None:
    """A run's results as they were written here; None where they weren't."""
    return _read(state.results(run))


def all_results(state: State) -> Iterator[dict[str, Any]]:
    """Results of every run kept here, the latest first; what can't be read is passed over with a warning."""
    for path in sorted(state.runs.glob("*/run_results.json"), reverse=True):
        try:
            found = _read(path)
        except UsageError as problem:
            # A schedule that counts runs goes on for years: one torn file mustn't end it.
            log.warning("%s", problem)
            continue
        if found is not None:
            yield found


def _read(path: Path) -> dict[str, Any] | None:
    try:
        found = json.loads(path.read_text("ascii"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise UsageError(f"{path} can't be read ({error}): move it out of its folder") from error
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise UsageError(f"{path} isn't of format {FORMAT}: move it out of its folder")
    return found


def _sorted(groups: dict[str, dict[str, int]]) -> dict[str, dict[str, int]]:
    return {name: dict(sorted(group.items())) for name, group in groups.items()}
