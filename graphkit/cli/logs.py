"""What goes to stderr: notes, warnings and errors, as text for people or JSON for machines."""

import logging
import sys
from typing import Any, TextIO

ROOT = "graphkit"
NOTES = "graphkit.cli"
"""Notes of the command line ("starting Neo4j") show without -v; the stages' own need it."""

_PLAIN_ATTRIBUTES = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


class CurrentStderr(logging.Handler):
    """Writes to what sys.stderr is now: a progress bar replaces it while it is drawn."""

    def emit(self, record: logging.LogRecord) -> None:
        stream: TextIO = sys.stderr
        stream.write(self.format(record) + "\n")
        stream.flush()


class TextFormatter(logging.Formatter):
    """`error: what is wrong`; a note has no prefix."""

    def format(self, record: logging.LogRecord) -> str:
        text = record.getMessage()
        if record.exc_info:
            text += "\n" + self.formatException(record.exc_info)
        return text if record.levelno == logging.INFO else f"{record.levelname.lower()}: {text}"


class JsonFormatter(logging.Formatter):
    """One JSON object a line: time (UTC), level, logger, message, and what the caller added in `extra`."""

    def format(self, record: logging.LogRecord) -> str:
        import json
        from datetime import UTC, datetime

        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        line |= {name: value for name, value in vars(record).items() if name not in _PLAIN_ATTRIBUTES}
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False, default=str)


def configure(verbosity: int, form: str) -> None:
    """Send graphkit's logs to stderr. verbosity: -1 errors, 0 also notes and warnings, 1 info, 2 debug."""
    levels = {-1: logging.ERROR, 0: logging.WARNING, 1: logging.INFO, 2: logging.DEBUG}
    level = levels[max(-1, min(verbosity, 2))]
    handler = CurrentStderr()
    handler.setFormatter(JsonFormatter() if form == "json" else TextFormatter())
    root = logging.getLogger(ROOT)
    root.handlers[:] = [handler]
    root.propagate = False
    root.setLevel(level)
    logging.getLogger(NOTES).setLevel(min(level, logging.INFO) if verbosity >= 0 else level)
