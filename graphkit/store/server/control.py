"""Start, stop and look at the local server.

Each home has one lock, so two commands at once can't start two servers.
"""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from graphkit.errors import ServerError
from graphkit.store.server.conf import HOST, write_conf
from graphkit.store.server.home import Home
from graphkit.store.server.install import install
from graphkit.store.server.java import find_java
from graphkit.store.server.logs import tail
from graphkit.store.server.note import Note, Ports, free_ports, read_note, write_note
from graphkit.store.server.password import USERNAME, ensure_password, read_password
from graphkit.store.server.process import StillStarting, end, launch, processes_of, wait_until_ready
from graphkit.store.server.values import NEO4J_VERSION, Progress, Running, Say, Status, unheard, unseen

PATIENCE = 900.0
"""Seconds to wait for the first answer: after a power cut, Neo4j replays what it has not yet checkpointed."""


def start(
    home: Home,
    say: Say = unheard,
    progress: Progress = unseen,
    *,
    java: Path | None = None,
    ports: Ports | None = None,
    patience: float = PATIENCE,
) -> Running:
    """The server of this home, running and answering, whether it was or had to be started.

    `ports` are wishes, by default those used last: where one is taken, a free one is chosen and remembered.
    Raises ServerError where it can't be installed, crashes (its last words are in the message), or doesn't
    answer within `patience` seconds.
    """
    home.prepare()
    with locked(home, say, patience):
        note = read_note(home.note)
        process = note.process()
        if process is not None:
            running = address(note, read_password(home))
            wait_until_ready(process, running, home, say, patience)
            say(f"Neo4j already runs at {running.uri} (process {running.pid})")
            return running
        if note.pid is not None:
            say("Neo4j ended without being stopped last time: it will recover what it must")
        jars = install(home, progress)
        java = java or find_java()
        chosen = free_ports(ports or note.ports, HOST)
        write_conf(home, chosen)
        password = ensure_password(home, java, jars)
        say(f"starting Neo4j {NEO4J_VERSION} at {uri(chosen)}")
        with nothing_left_behind(home, chosen):
            process = launch(home, java, jars)
            note = Note(chosen, process.pid, process.create_time())
            write_note(home.note, note)
            running = address(note, password)
            wait_until_ready(process, running, home, say, patience)
        say(
            f"Neo4j runs at {running.uri}, its Browser at {running.http_url}/browser/ (process {running.pid})"
        )
        return running


@contextmanager
def nothing_left_behind(home: Home, ports: Ports) -> Iterator[None]:
    """Whatever ends a start, Ctrl-C at any moment among it, no half-started server lives on."""
    try:
        yield
    except StillStarting:
        raise
    except (KeyboardInterrupt, SystemExit, ServerError, OSError):
        for process in processes_of(home):
            end(process, home)
        write_note(home.note, Note(ports))
        raise


def stop(home: Home, say: Say = unheard) -> bool:
    """Stop the server and wait until it has ended; false where none ran.

    Raises ServerError where it doesn't end.
    """
    home.prepare()
    with locked(home, say, PATIENCE):
        note = read_note(home.note)
        process = note.process()
        if process is not None:
            say(f"stopping Neo4j (process {process.pid})")
            end(process, home)
        write_note(home.note, note.stopped())
        return process is not None


def status(home: Home) -> Status:
    """What the server is doing; never waits."""
    note = read_note(home.note)
    process = note.process()
    if process is None:
        state = "stopped" if note.pid is None else "crashed"
    else:
        state = "running" if listens(note.ports.bolt) else "starting"
    return Status(
        state=state,  # type: ignore[arg-type]
        pid=process.pid if process else None,
        uri=uri(note.ports),
        http_url=http_url(note.ports),
        version=NEO4J_VERSION,
        data=home.neo4j,
        log=home.console,
    )


def log_tail(home: Home, lines: int = 20) -> list[str]:
    """The last lines the server has logged since its last start."""
    return tail(home.console, lines)


def address(note: Note, password: str) -> Running:
    if note.pid is None:
        raise ServerError("the local Neo4j doesn't run: graphkit server start")
    return Running(
        uri=uri(note.ports),
        username=USERNAME,
        password=password,
        http_url=http_url(note.ports),
        pid=note.pid,
    )


def uri(ports: Ports) -> str:
    return f"bolt://{HOST}:{ports.bolt}"


def http_url(ports: Ports) -> str:
    return f"http://{HOST}:{ports.http}"


def listens(port: int) -> bool:
    try:
        socket.create_connection((HOST, port), timeout=1).close()
    except OSError:
        return False
    return True


@contextmanager
def locked(home: Home, say: Say, patience: float) -> Iterator[None]:
    lock = FileLock(home.lock)
    try:
        try:
            lock.acquire(timeout=0)
        except Timeout:
            say("another command is starting or stopping the local Neo4j: waiting for it")
            lock.acquire(timeout=patience)
    except Timeout as error:
        raise ServerError(
            f"another command has held {home.lock} for {patience:.0f} s: end it and try again"
        ) from error
    try:
        yield
    finally:
        lock.release()
