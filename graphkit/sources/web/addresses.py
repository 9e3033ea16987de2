"""Which addresses may be asked: those of the public internet, and networks the user names."""

import ipaddress
import socket
from collections.abc import Callable, Sequence

from graphkit.errors import Unsafe

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network
Resolve = Callable[[str, int], list[str]]

NAT64 = ipaddress.ip_network("64:ff9b::/96")
COMPATIBLE = ipaddress.ip_network("::/96")


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a host in the system's order; OSError where it has none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def checked(host: str, addresses: Sequence[str], allowed: Sequence[Network]) -> list[str]:
    """The addresses, every one of which may be asked; Unsafe names the first that may not.

    A host with one public and one private address is refused whole: it is how a stranger gets inside.
    """
    for address in addresses:
        if not may_be_asked(address, allowed):
            raise Unsafe(
                f"{host} is at {address}, which isn't on the public internet: name its network in "
                "sources.private of the settings if you trust it"
            )
    return list(addresses)


def may_be_asked(text: str, allowed: Sequence[Network] = ()) -> bool:
    """Whether an address is public, or of a network that is allowed, in whatever form it is written."""
    try:
        address: Address = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return False
    forms = [address, *_inner(address)]
    if any(form in network for form in forms for network in allowed if form.version == network.version):
        return True
    return all(map(_is_public, forms))


def _is_public(address: Address) -> bool:
    if address.is_multicast or address.is_reserved or getattr(address, "is_site_local", False):
        return False
    return address.is_global


def _inner(address: Address) -> list[Address]:
    """The IPv4 addresses that an IPv6 address carries inside, and would lead to."""
    if isinstance(address, ipaddress.IPv4Address):
        return []
    last = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    found: list[Address | None] = [address.ipv4_mapped, address.sixtofour]
    found += list(address.teredo or ())
    found += [last] if address in NAT64 or address in COMPATIBLE else []
    return [one for one in found if one is not None]
