"""A web site on this machine: what each path answers is told beforehand, and what was asked is kept."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

HERE = "127.0.0.1"
ELSEWHERE = "127.0.0.2"
"""Another address of the loopback network, so that one may be asked and the other not."""

PRIVATE = (f"{ELSEWHERE}/32",)

Headers = dict[str, str]


@dataclass(frozen=True)
class Reply:
    """One answer. body: as sent. then: what is done after the headers, in place of sending the body."""

    status: int = 200
    body: bytes = b""
    headers: Headers = field(default_factory=dict)
    then: Callable[[BaseHTTPRequestHandler], None] | None = None


@dataclass(frozen=True)
class Asked:
    path: str
    headers: Headers


class Site:
    """replies: by path with its query; a list is given one after another, its last for ever."""

    def __init__(self) -> None:
        self.replies: dict[str, Reply | list[Reply] | Callable[[Headers], Reply]] = {}
        self.asked: list[Asked] = []
        self.ended = threading.Event()
        self.address = ""

    def paths(self) -> list[str]:
        """What was asked for, robots.txt left out."""
        return [asked.path for asked in self.asked if asked.path != "/robots.txt"]

    def reply(self, path: str, headers: Headers) -> Reply:
        self.asked.append(Asked(path, headers))
        found = self.replies.get(path, Reply(404))
        if callable(found):
            return found(headers)
        if isinstance(found, list):
            return found.pop(0) if len(found) > 1 else found[0]
        return found


@contextmanager
def serving(host: str = ELSEWHERE) -> Iterator[Site]:
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            reply = site.reply(self.path, {name.lower(): value for name, value in self.headers.items()})
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            if reply.then is None:
                self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            if reply.then is not None:
                self.close_connection = True
                reply.then(self)
            else:
                self.wfile.write(reply.body)

        def log_message(self, *args: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        ended = site.ended

        def handle_error(self, *args: object) -> None:
            """Clients of these tests hang up in the middle."""

    server = Server((host, 0), Handler)
    site.address = f"http://{host}:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield site
    finally:
        site.ended.set()
        server.shutdown()
        thread.join()
        server.server_close()
