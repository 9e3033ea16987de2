"""How pages of the web are asked for: values; `graphkit.sources.web` does the asking."""

from dataclasses import dataclass, field
from ipaddress import IPv4Network, IPv6Network, ip_network

from graphkit import __version__
from graphkit.errors import UsageError

AGENT = f"graphkit/{__version__}"


@dataclass(frozen=True, slots=True)
class Fetching:
    """agent: how we name ourselves to servers and in robots.txt; add where you can be reached.

    private: networks not of the public internet that may be asked all the same ("10.20.0.0/16").
    follow: whether the pages are read that a feed's entries lead to; None: where the feed came from the web.
    robots: whether robots.txt is kept to.
    pause: seconds between two requests to one host, at least.
    connect, read, whole: seconds to connect, between two pieces of an answer, and for one answer in all.
    largest: bytes of an answer, as sent and as unpacked. redirects: followed one after another.
    tries: requests for one page where a server is busy or away; backoff: seconds before the second, then double.
    patience: the longest a server may have us wait (Retry-After, Crawl-delay), in seconds.
    """

    agent: str = AGENT
    private: tuple[str, ...] = ()
    follow: bool | None = None
    robots: bool = True
    pause: float = 1.0
    connect: float = 10.0
    read: float = 20.0
    whole: float = 120.0
    largest: int = 64 * 2**20
    redirects: int = 5
    tries: int = 3
    backoff: float = 2.0
    patience: float = 60.0
    networks: tuple[IPv4Network | IPv6Network, ...] = field(init=False, default=())

    def __post_init__(self) -> None:
        if not self.agent.strip() or not self.agent.isprintable() or not self.agent.isascii():
            raise UsageError(f"the user agent {self.agent!r} must be plain ASCII: as in {AGENT!r}")
        object.__setattr__(self, "networks", tuple(map(_network, self.private)))


def _network(text: str) -> IPv4Network | IPv6Network:
    try:
        return ip_network(text)
    except ValueError as error:
        raise UsageError(
            f"the network {text!r} isn't one ({error}): write it as 10.20.0.0/16 or 127.0.0.1"
        ) from error
