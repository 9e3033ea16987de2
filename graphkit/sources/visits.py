"""What is remembered of the pages that were fetched: by it a page that didn't change isn't sent or read again."""

import json
import logging
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from graphkit.files import keep

log = logging.getLogger(__name__)

FORMAT = "graphkit.visits/1"
MOST = 200_000
"""Pages; beyond that the longest unseen are forgotten, which costs a page fetched again."""


@dataclass(frozen=True, slots=True)
class Visit:
    """etag, modified: what the server said of the page, to ask by whether it changed.

    revision: a digest of the feed's entry that led to it. seen: when, in seconds since 1970.
    """

    etag: str | None = None
    modified: str | None = None
    revision: str | None = None
    seen: int = 0


class Visits:
    """The state file of one batch. What was fetched counts only once it is kept.

    So call `keep` when all that was read is safe in the graph: if the machine dies before, it is fetched again.
    failures_too: whether a page counts that was had but couldn't be read, because whoever reads keeps it elsewhere.
    unchanged: how many pages weren't sent or asked for, since they are as they were.
    """

    def __init__(
        self, path: Path, clock: Callable[[], float] = time.time, *, failures_too: bool = False
    ) -> None:
        """What the file says; a file that can't be read only costs pages fetched again, so that is a warning."""
        self.failures_too = failures_too
        self.unchanged = 0
        self._path = path
        self._clock = clock
        self._kept = _read(path)
        self._new: dict[str, Visit] = {}

    def last(self, address: str) -> Visit | None:
        """The visit that was kept last."""
        return self._kept.get(address)

    def note(self, address: str, visit: Visit) -> None:
        """The page was read, in all its parts; to be kept."""
        self._new[address] = visit

    def noted(self, address: str) -> bool:
        """Whether the page was read since the last `keep`, or is as it was."""
        return address in self._new

    def keep(self) -> None:
        """Write what was noted; SettingsError where that can't be."""
        now = int(self._clock())
        new = {
            address: Visit(visit.etag, visit.modified, visit.revision, now)
            for address, visit in self._new.items()
        }
        everything = {**self._kept, **new}
        newest = sorted(everything, key=lambda address: (-everything[address].seen, address))[:MOST]
        self._kept = {address: everything[address] for address in sorted(newest)}
        self._new = {}
        content = {FORMAT: {address: asdict(visit) for address, visit in self._kept.items()}}
        keep(self._path, json.dumps(content, indent=0, sort_keys=True).encode("ascii"))


def _read(path: Path) -> dict[str, Visit]:
    try:
        found = json.loads(path.read_text("utf-8"))
        return {address: Visit(**visit) for address, visit in found[FORMAT].items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        log.warning("%s can't be read (%s): all pages are fetched again", path, error)
        return {}
