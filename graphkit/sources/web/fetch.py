"""A page by its address: politely, within limits, and only from where pages may be asked for."""

import logging
from dataclasses import dataclass
from urllib.parse import urlsplit

from graphkit.errors import NotFetched, OverLimit, Unsafe
from graphkit.sources.fetching import Fetching
from graphkit.sources.inputs import Input
from graphkit.sources.urls import tidy
from graphkit.sources.visits import Visit, Visits
from graphkit.sources.web.addresses import Resolve, resolve
from graphkit.sources.web.ask import Answer, Asker
from graphkit.sources.web.robots import (
    EVERYTHING_ALLOWED,
    LARGEST,
    Robots,
    read_robots,
)

log = logging.getLogger(__name__)

MOVED = (301, 302, 303, 307, 308)
UNCHANGED = 304
DONE = 200
LONGEST_MARK = 1_000
"""Characters of an ETag that is remembered."""

MOST_HOSTS = 10_000
"""Hosts whose robots.txt is kept in memory."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """url: where the page was in the end. media: its content type. visit: to remember once it is read."""

    url: str
    media: str
    body: bytes
    visit: Visit


class Web:
    """Asks for pages, one at a time. visits: what is remembered of earlier ones, None where nothing is."""

    def __init__(self, fetching: Fetching, visits: Visits | None = None, find: Resolve = resolve) -> None:
        self._fetching = fetching
        self._visits = visits
        self._asker = Asker(fetching, find)
        self._robots: dict[str, Robots | str] = {}
        self._done: set[str] = set()

    def close(self) -> None:
        self._asker.close()

    def fetch(self, source: Input) -> Fetched | None:
        """The page; None where it is as at the last visit, or was read already. A SourceError says why not."""
        address = source.web or ""
        if address in self._done:
            log.info("%s: read in this run already", address)
            return None
        last = self._visits.last(address) if self._visits is not None else None
        if last is not None and last.revision is not None and last.revision == source.revision:
            log.info("%s: as its feed had it before, so not asked for", address)
            self._unchanged(address, last)
            return None
        headers = _conditions(last)
        final, answer = self._follow(address, headers)
        if answer.status == UNCHANGED and last is not None:
            log.info("%s: unchanged", address)
            self._unchanged(address, Visit(last.etag, last.modified, source.revision))
            return None
        if answer.status != DONE:
            raise NotFetched(f"{address} answers {answer.status}: {_meaning(answer.status)}")
        self._done.add(address)
        visit = Visit(_sent(answer, "etag"), _sent(answer, "last-modified"), source.revision)
        return Fetched(final, answer.headers.get("content-type", ""), answer.body, visit)

    def _unchanged(self, address: str, visit: Visit) -> None:
        if self._visits is not None:
            self._visits.unchanged += 1
            self._visits.note(address, visit)

    def _follow(self, address: str, headers: dict[str, str]) -> tuple[str, Answer]:
        """The last answer of a row of redirects, and where it came from; each address is checked as the first."""
        for _ in range(self._fetching.redirects + 1):
            try:
                answer = self._allowed(address, headers)
            except Unsafe as error:
                raise Unsafe(f"{address} may not be asked for: {error}") from error
            if answer.status not in MOVED:
                return address, answer
            address = _next(address, answer)
        raise NotFetched(
            f"{address} is the end of more than {self._fetching.redirects} redirects: check the address"
        )

    def _allowed(self, address: str, headers: dict[str, str]) -> Answer:
        """What the host answers, where its robots.txt lets us ask."""
        robots = self._rules(address)
        if not robots.allows(_path_of(address)):
            raise NotFetched(f"{address} isn't to be read by programs, as its robots.txt says: leave it out")
        return self._asker.ask(address, headers, self._delay(robots, address), self._fetching.largest)

    def _rules(self, address: str) -> Robots:
        """What the host's robots.txt says, asked for once; NotFetched where it can't be had, as RFC 9309 wants."""
        if not self._fetching.robots:
            return EVERYTHING_ALLOWED
        parts = urlsplit(address)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._robots:
            if len(self._robots) >= MOST_HOSTS:
                self._robots.clear()
            try:
                self._robots[origin] = self._ask_rules(f"{origin}/robots.txt")
            except (NotFetched, OverLimit) as error:
                self._robots[origin] = f"so nothing of that host is read: {error}"
        rules = self._robots[origin]
        if isinstance(rules, str):
            raise NotFetched(f"{address}: its host doesn't say what may be read, {rules}")
        return rules

    def _ask_rules(self, address: str) -> Robots:
        for _ in range(self._fetching.redirects + 1):
            answer = self._asker.ask(address, {}, None, self._fetching.largest)
            if answer.status not in MOVED:
                break
            address = _next(address, answer)
        if answer.status != DONE:
            return EVERYTHING_ALLOWED
        return read_robots(answer.body[:LARGEST].decode("utf-8", "replace"), self._fetching.agent)

    def _delay(self, robots: Robots, address: str) -> float | None:
        if robots.delay is not None and robots.delay > self._fetching.patience:
            raise NotFetched(
                f"{address}: its host wants {robots.delay:g} s between two requests, which is too long: leave it out"
            )
        return robots.delay


def _conditions(last: Visit | None) -> dict[str, str]:
    """Headers by which a server tells whether the page changed."""
    if last is None:
        return {}
    said = {"if-none-match": last.etag, "if-modified-since": last.modified}
    return {name: value for name, value in said.items() if value}


def _sent(answer: Answer, header: str) -> str | None:
    """A header that can be sent back as it came; None where it can't."""
    value = answer.headers.get(header)
    return value if value and value.isascii() and value.isprintable() and len(value) < LONGEST_MARK else None


def _next(address: str, answer: Answer) -> str:
    """Where a redirect leads; NotFetched where that is no page of the web."""
    target = answer.headers.get("location", "")
    found = tidy(target, address, keep_query=True)
    if found is None:
        raise NotFetched(f"{address} redirects to {target[:200]!r}, which isn't on the web: leave it out")
    return found


def _path_of(address: str) -> str:
    parts = urlsplit(address)
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def _meaning(status: int) -> str:
    if status in (404, 410):
        return "it isn't there any more"
    if status in (401, 402, 403, 451):
        return "it isn't for everybody"
    return "leave it out, or try later"
