"""Connections to addresses that were checked, and none that outlives its time.

The name is resolved once, what it resolves to is checked, and the connection goes to that very address: a name
that answers otherwise a second later changes nothing. As it is done for each connection, it holds for redirects.
"""

import ssl
import time
from collections.abc import Iterable
from typing import Any

import httpcore

from graphkit.sources.fetching import Fetching
from graphkit.sources.web.addresses import Resolve, checked, resolve


class Deadline:
    """When the request in hand must have ended, in seconds of the monotonic clock."""

    def __init__(self) -> None:
        self.ends = float("inf")

    def left(self, timeout: float | None) -> float:
        """What of a timeout is left of the time; ReadTimeout where none is."""
        left = self.ends - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the whole answer took too long")
        return left if timeout is None else min(left, timeout)


class Guarded(httpcore.NetworkBackend):
    """Connects to checked addresses only; Unsafe says why not."""

    def __init__(self, fetching: Fetching, deadline: Deadline, find: Resolve = resolve) -> None:
        self._fetching = fetching
        self._deadline = deadline
        self._resolve = find
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        try:
            addresses = self._resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"the name has no address ({error})") from error
        failed: Exception = httpcore.ConnectError("the name has no address")
        for address in checked(host, addresses, self._fetching.networks):
            try:
                stream = self._inner.connect_tcp(
                    address, port, self._deadline.left(timeout), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
            else:
                return _Timed(stream, self._deadline)
        raise failed

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.NetworkStream:
        raise httpcore.UnsupportedProtocol("a socket of this machine is no page")


class _Timed(httpcore.NetworkStream):
    """A connection whose every wait ends with the request: a byte now and then doesn't keep it open."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._inner = inner
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        secured = self._inner.start_tls(ssl_context, server_hostname, self._deadline.left(timeout))
        return _Timed(secured, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)
