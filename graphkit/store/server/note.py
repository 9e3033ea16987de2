"""What one command leaves for the next: the server's ports and process."""

import json
import socket
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import psutil

from graphkit.files import PRIVATE, replacing

STANDARD = (7687, 7474)


@dataclass(frozen=True)
class Ports:
    """Wished or in use; 0 wishes for any."""

    bolt: int
    http: int


@dataclass(frozen=True)
class Note:
    """The ports last used; `pid` and `born` (seconds since 1970) of the process, none once it was stopped."""

    ports: Ports
    pid: int | None = None
    born: float | None = None

    def stopped(self) -> "Note":
        return replace(self, pid=None, born=None)

    def process(self) -> psutil.Process | None:
        """The living server process: a process id given to someone else since doesn't count."""
        if self.pid is None or self.born is None:
            return None
        try:
            process = psutil.Process(self.pid)
            same = abs(process.create_time() - self.born) < 1
            return process if same and process.status() != psutil.STATUS_ZOMBIE else None
        except psutil.NoSuchProcess:
            return None


def read_note(path: Path) -> Note:
    """What was left; the standard ports where nothing was, or where the file is broken."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return Note(Ports(**found["ports"]), found["pid"], found["born"])
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return Note(Ports(*STANDARD))


def write_note(path: Path, note: Note) -> None:
    """Whole or not at all: a reader in between sees the old one."""
    with replacing(path, PRIVATE) as beside:
        beside.write_text(json.dumps(asdict(note)), encoding="utf-8")


def free_ports(wished: Ports, host: str) -> Ports:
    """Each wished port, or another one where it is taken."""
    bolt = wished.bolt if is_free(wished.bolt, host) else any_port(host)
    http = wished.http if is_free(wished.http, host) and wished.http != bolt else any_port(host)
    return Ports(bolt, http)


def is_free(port: int, host: str) -> bool:
    if port == 0:
        return False
    with socket.socket() as probe:
        # As Java listens: a port that is only waiting out its last connections counts as free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
        return True


def any_port(host: str) -> int:
    with socket.socket() as probe:
        probe.bind((host, 0))
        port: int = probe.getsockname()[1]
        return port
