"""What a schedule remembers from run to run: which moment it has dealt with, and how the last run ended.

One JSON file a schedule, written whole each time: a crash leaves the old one or the new one.
"""

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from graphkit.files import keep

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Memory:
    """Of one entry.

    handled: the latest moment that ran or was passed over; None before the schedule's first start.
    resting: paused from the command line. started, ended, code: of the last run; no end while it runs.
    """

    handled: datetime | None = None
    resting: bool = False
    started: datetime | None = None
    ended: datetime | None = None
    code: int | None = None


class Memories:
    """The file: read anew each time, so that `pause` reaches a schedule that runs."""

    def __init__(self, folder: Path, schedule: Path) -> None:
        place = sha256(str(schedule.resolve()).encode()).hexdigest()[:8]
        self._file = folder / "schedules" / f"{schedule.stem}-{place}.json"

    def read(self) -> dict[str, Memory]:
        """What is remembered, by entry; a damaged file mustn't stop the schedule for good, so that is a warning.

        OSError: the file is there and may not be read; nothing is forgotten for that.
        """
        try:
            kept = json.loads(self._file.read_text(encoding="utf-8"))
            return {name: _memory(values) for name, values in kept.items()}
        except FileNotFoundError:
            return {}
        except (ValueError, TypeError, AttributeError) as error:
            log.warning(
                "%s can't be read (%s): every entry counts as new; what you paused runs again",
                self._file,
                error,
            )
            return {}

    def change(self, name: str, **values: Any) -> Memory:
        """Keep other values of one entry."""
        with FileLock(self._lock("write")):
            kept = self.read()
            kept[name] = replace(kept.get(name, Memory()), **values)
            self._write(kept)
        return kept[name]

    @contextmanager
    def alone(self) -> Iterator[bool]:
        """Hold the schedule: False where another process runs it. A killed one lets go by itself."""
        lock = FileLock(self._lock("run"), blocking=False)
        try:
            lock.acquire()
        except Timeout:
            yield False
            return
        try:
            yield True
        finally:
            lock.release()

    def _lock(self, what: str) -> Path:
        self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        return self._file.with_suffix(f".{what}.lock")

    def _write(self, kept: dict[str, Memory]) -> None:
        text = json.dumps({name: asdict(kept[name]) for name in sorted(kept)}, default=str, indent=1)
        keep(self._file, f"{text}\n".encode())


def _memory(values: dict[str, Any]) -> Memory:
    def at(name: str) -> datetime | None:
        return datetime.fromisoformat(values[name]) if values.get(name) else None

    return Memory(
        handled=at("handled"),
        resting=bool(values.get("resting")),
        started=at("started"),
        ended=at("ended"),
        code=values.get("code"),
    )
