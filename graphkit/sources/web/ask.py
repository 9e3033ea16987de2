"""One request and its answer: within its time and size, again where a server is busy."""

import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import httpcore
import httpx

from graphkit.errors import NotFetched
from graphkit.sources.fetching import Fetching
from graphkit.sources.inflate import BITS, read_body
from graphkit.sources.web.addresses import Resolve, resolve
from graphkit.sources.web.connect import Deadline, Guarded
from graphkit.sources.web.pace import Pace, retry_after

log = logging.getLogger(__name__)

BUSY = (429, 500, 502, 503, 504)
"""Statuses that may be another one a little later."""

WITH_BODY = 200
KINDS = (
    "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/xml;q=0.9,*/*;q=0.8"
)
LONGEST_LOCATION = 4_000


@dataclass(frozen=True, slots=True)
class Answer:
    """status: of HTTP. headers: in lower case. body: unpacked; read only where the status is 200."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


class Asker:
    """Sends requests one after another, each host at its pace. find: how names are resolved."""

    def __init__(self, fetching: Fetching, find: Resolve = resolve) -> None:
        self._fetching = fetching
        self._deadline = Deadline()
        self._pace = Pace(fetching.pause)
        self._away: dict[str, str] = {}
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(),
            max_connections=4,
            max_keepalive_connections=2,
            keepalive_expiry=30.0,
            network_backend=Guarded(fetching, self._deadline, find),
        )

    def close(self) -> None:
        self._pool.close()

    def ask(self, address: str, headers: Mapping[str, str], delay: float | None, largest: int) -> Answer:
        """The answer, asked for again while the server is busy or away; NotFetched or OverLimit at the end.

        delay: seconds between two requests the host asks for. largest: bytes.
        """
        if (away := self._away.get(_host(address))) is not None:
            raise NotFetched(f"{address} {away}, so it isn't asked again in this run: try later")
        problem = ""
        for attempt in range(self._fetching.tries):
            if attempt:
                log.info("%s %s: asked again (%d of %d)", address, problem, attempt + 1, self._fetching.tries)
            self._pace.wait(_host(address), delay)
            try:
                answer = self._once(address, headers, largest)
            except (httpcore.NetworkError, httpcore.TimeoutException, httpcore.ProtocolError) as error:
                problem = f"doesn't answer ({str(error) or type(error).__name__})"
                wait = None
                if isinstance(error, httpcore.ConnectError | httpcore.ConnectTimeout) and attempt:
                    self._away[_host(address)] = problem
            else:
                if answer.status not in BUSY:
                    return answer
                problem = f"answers {answer.status}"
                wait = retry_after(answer.headers.get("retry-after"))
            if attempt + 1 < self._fetching.tries:
                self._rest(address, wait, attempt)
        raise NotFetched(f"{address} {problem} (asked {self._fetching.tries} times): try later")

    def _rest(self, address: str, wait: float | None, attempt: int) -> None:
        """Leave the host in peace: as long as it asks, else longer each time; NotFetched where that is too long."""
        if wait is not None and wait > self._fetching.patience:
            raise NotFetched(f"{address} is busy and wants to be asked again in {wait:.0f} s: try then")
        self._pace.hold(_host(address), self._fetching.backoff * 2**attempt if wait is None else wait)

    def _once(self, address: str, headers: Mapping[str, str], largest: int) -> Answer:
        fetching = self._fetching
        self._deadline.ends = time.monotonic() + fetching.whole
        timeout = {"connect": fetching.connect, "read": fetching.read, "write": fetching.read, "pool": 5.0}
        asked = {
            "host": urlsplit(address).netloc,
            "user-agent": fetching.agent,
            "accept": KINDS,
            "accept-encoding": ", ".join(name for name in BITS if not name.startswith("x-")),
            **headers,
        }
        with self._pool.stream(
            "GET", address, headers=list(asked.items()), extensions={"timeout": timeout}
        ) as answer:
            found = {name.lower(): value for name, value in httpx.Headers(answer.headers).items()}
            body = b""
            if answer.status == WITH_BODY:
                body = read_body(answer.iter_stream(), found.get("content-encoding", ""), largest, address)
            return Answer(answer.status, found, body)


def _host(address: str) -> str:
    return urlsplit(address).netloc
