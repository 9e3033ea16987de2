"""Only the public internet is asked, in whatever form an address is written; names are resolved once."""

import ipaddress
import socket

import httpcore
import pytest

from graphkit.errors import Unsafe, UsageError
from graphkit.sources import Fetching
from graphkit.sources.web.addresses import checked, may_be_asked
from graphkit.sources.web.connect import Deadline, Guarded
from tests.site import HERE, PRIVATE, serving

PUBLIC = ["93.184.215.14", "1.1.1.1", "8.8.8.8", "2606:4700:4700::1111", "2a00:1450:4001::200e"]
INSIDE = [
    "0.0.0.0",
    "10.0.0.1",
    "100.64.0.1",
    "127.0.0.1",
    "127.255.255.254",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.1",
    "192.0.2.1",
    "192.168.1.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::127.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:169.254.169.254",
    "64:ff9b::7f00:1",
    "64:ff9b::a00:1",
    "2002:7f00:1::",
    "2002:a00:1::1",
    "2001:0:4136:e378:8000:63bf:80ff:fffe",
    "2001:db8::1",
    "fc00::1",
    "fd12:3456::1",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "100::1",
    "",
    "localhost",
    "127.1",
]


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_may_be_asked(address: str) -> None:
    assert may_be_asked(address)


@pytest.mark.parametrize("address", INSIDE)
def test_an_address_that_is_not_public_may_not(address: str) -> None:
    assert not may_be_asked(address)


def test_a_network_that_is_named_may_be_asked_and_no_other() -> None:
    allowed = [ipaddress.ip_network("10.20.0.0/16")]

    assert may_be_asked("10.20.3.4", allowed)
    assert may_be_asked("::ffff:10.20.3.4", allowed)
    assert not may_be_asked("10.21.3.4", allowed)
    assert not may_be_asked("127.0.0.1", allowed)


def test_a_host_with_one_address_inside_is_refused_whole() -> None:
    with pytest.raises(Unsafe, match=r"news\.example is at 10\.0\.0\.1"):
        checked("news.example", ["93.184.215.14", "10.0.0.1"], ())


def test_a_network_that_is_none_is_told_when_it_is_set() -> None:
    with pytest.raises(UsageError, match=r"'10\.20' isn't one"):
        Fetching(private=("10.20",))


def test_the_connection_goes_to_the_address_that_was_checked() -> None:
    """A name that first leads outside and then inside is asked for once, and what was checked is what is used."""
    answers = [["127.0.0.2"], [HERE]]

    def rebinding(host: str, port: int) -> list[str]:
        return answers.pop(0)

    with serving() as site:
        port = int(site.address.rpartition(":")[2])
        backend = Guarded(Fetching(private=PRIVATE), Deadline(), rebinding)
        stream = backend.connect_tcp("news.example", port, timeout=5)
        peer = stream.get_extra_info("server_addr")
        stream.close()

        with pytest.raises(Unsafe):
            backend.connect_tcp("news.example", port, timeout=5)

    assert peer == ("127.0.0.2", port)
    assert answers == []


def test_a_name_without_address_is_an_error_of_the_connection() -> None:
    def unknown(host: str, port: int) -> list[str]:
        raise socket.gaierror(-2, "Name or service not known")

    with pytest.raises(httpcore.ConnectError, match="the name has no address"):
        Guarded(Fetching(), Deadline(), unknown).connect_tcp("nowhere.example", 80)
