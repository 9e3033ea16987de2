"""Addresses of articles: one article, one address, whatever way led to it."""

import re
from urllib.parse import SplitResult, parse_qsl, quote, urlencode, urljoin, urlsplit

LONGEST = 2_000
"""Characters."""

SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):(?=//|[^\\/\s])")
"""Two letters at least: C: is a drive."""

WEB = ("http", "https")
PORTS = {"http": 80, "https": 443}
TRACKING = re.compile(
    r"utm_\w+|at_(?:medium|campaign|custom\d|format|link_\w+|ptr_\w+|bbc_team)|mc_[ce]id|fbclid|gclid|dclid"
    r"|gbraid|wbraid|msclkid|igshid|yclid|ocid|cmpid|ns_\w+|smid|smtyp|taid|guccounter|guce_\w+|_hs\w+",
    re.IGNORECASE,
)
"""Parameters that tell who clicked where, never which article."""

UNWRITTEN = re.compile(r"[\x00-\x1f\x7f\\<>]")
"""What stands in no address: a line end in one is an attempt at something."""

ESCAPED = re.compile(r"[^A-Za-z0-9._~!#$%&'()*+,/:;=?@\[\]-]+")


def scheme_of(text: str) -> str | None:
    """The scheme in lower case ("https", "ftp", "file"), or None for what is no address."""
    match = SCHEME.match(text)
    return match[1].lower() if match else None


def tidy(address: str, base: str | None = None, *, keep_query: bool = False) -> str | None:
    """The address without fragment, default port, user and tracking; None where it is none of the web.

    base: what a relative address is relative to. keep_query: what is asked for keeps its tracking.
    """
    address = address.strip()
    if len(address) > LONGEST or UNWRITTEN.search(address):
        return None
    try:
        parts = urlsplit(urljoin(base, address) if base else address)
        port = parts.port
        host = _ascii(parts.hostname or "")
        path = _escaped(parts.path or "/")
        query = _escaped(parts.query if keep_query else _without_tracking(parts.query))
    except ValueError:
        return None
    scheme = parts.scheme.lower()
    if scheme not in WEB or not host:
        return None
    place = host if port in (None, PORTS[scheme]) else f"{host}:{port}"
    return SplitResult(scheme, place, path, query, "").geturl()


def host_of(address: str) -> str:
    """The host without "www."; empty for what is no address."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def canonical(claimed: str | None, found: str | None) -> str | None:
    """A page's address: the one it claims, where it may; else the one it was found at.

    A page may speak for its own host alone, or it could take another outlet's article away; and not say that
    all pages are the front page, as careless ones do.
    """
    address = tidy(claimed, found) if claimed else None
    if found is None:
        return None if address is None or _is_front_page(address) else address
    if address is None or host_of(address) != host_of(found) or _is_front_page(address):
        return tidy(found)
    return address


def _is_front_page(address: str) -> bool:
    parts = urlsplit(address)
    return parts.path in ("", "/") and not parts.query


def _ascii(host: str) -> str:
    """The host as it is asked for: ValueError where it is no host's name."""
    host = host.rstrip(".").lower()
    if ":" in host:
        return f"[{host}]"
    return host if host.isascii() else host.encode("idna").decode("ascii")


def _escaped(part: str) -> str:
    """ASCII only: /caf\u00e9 is asked for as /caf%C3%A9."""
    return ESCAPED.sub(lambda found: quote(found[0]), part)


def _without_tracking(query: str) -> str:
    if not TRACKING.search(query):
        return query
    pairs = parse_qsl(query, keep_blank_values=True, max_num_fields=200)
    return urlencode([(name, value) for name, value in pairs if not TRACKING.fullmatch(name)])
