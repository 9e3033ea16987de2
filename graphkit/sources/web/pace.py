"""How fast one host is asked: a pause between two requests, and longer where it asks for it."""

import time
from email.utils import parsedate_to_datetime


class Pace:
    """Waits before a request until its host has had its pause. pause: seconds."""

    def __init__(self, pause: float) -> None:
        self._pause = pause
        self._next: dict[str, float] = {}

    def wait(self, host: str, delay: float | None = None) -> None:
        """Wait for a host's turn. delay: seconds it asks for between two requests, if longer than ours."""
        now = time.monotonic()
        due = max(self._next.get(host, now), now)
        if due > now:
            time.sleep(due - now)
        self._next[host] = time.monotonic() + max(self._pause, delay or 0.0)

    def hold(self, host: str, seconds: float) -> None:
        """Leave a host in peace for so long."""
        self._next[host] = max(self._next.get(host, 0.0), time.monotonic() + seconds)


def retry_after(value: str | None) -> float | None:
    """Seconds until a server wants to be asked again; None where it doesn't say."""
    text = (value or "").strip()
    if text.isdigit() and len(text) < 10:
        return float(text)
    try:
        moment = parsedate_to_datetime(text)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    return max(0.0, moment.timestamp() - time.time())
