"""What the server's logs say, in the words worth repeating."""

import os
import re
from pathlib import Path

from graphkit.store.server.home import Home

BOOT = "======== Neo4j "
STACK_FRAME = re.compile(r"\s*(at [^\s(]+\(|\.\.\. \d+ more)")
RECOVERED = re.compile(r"Recovery\] \[(\w+)/\w+\] +(\d+)% completed")
READ_AT_MOST = 1_000_000  # bytes, from the end


def tail(path: Path, lines: int) -> list[str]:
    """The last lines of a log; none where there is no log."""
    return end_of(path).splitlines()[-lines:] if lines > 0 else []


def last_words(path: Path, lines: int = 12) -> str:
    """The last lines for an error message, indented, without Java's stack frames."""
    said = [line for line in end_of(path).splitlines() if line.strip() and not STACK_FRAME.match(line)]
    return "\n".join(f"  {line}" for line in said[-lines:]) or "  (it is empty)"


def doing(home: Home) -> str:
    """What a server that doesn't answer yet is busy with."""
    since_boot = end_of(home.logs / "debug.log").rpartition(BOOT)[2]
    recovered = RECOVERED.findall(since_boot)
    if recovered:
        database, percent = recovered[-1]
        return f"recovering the database {database}, {percent}% done"
    said = tail(home.console, 1)
    return f"its log says: {said[0].strip()}" if said else "its log is empty so far"


def end_of(path: Path) -> str:
    try:
        with path.open("rb") as log:
            size = log.seek(0, os.SEEK_END)
            log.seek(max(0, size - READ_AT_MOST))
            return log.read().decode("utf-8", errors="replace")
    except FileNotFoundError:
        return ""
