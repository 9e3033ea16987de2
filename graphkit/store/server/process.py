"""The server process: launched, waited for, ended."""

import subprocess
import sys
import time
from pathlib import Path

import psutil
from neo4j import GraphDatabase
from neo4j.exceptions import AuthError, DriverError, Neo4jError

from graphkit.errors import ServerError
from graphkit.store.server.home import Home
from graphkit.store.server.logs import doing, last_words
from graphkit.store.server.values import Running, Say

STOP_PATIENCE = 180.0
SAY_EVERY = 5.0
PACKAGES_TO_OPEN = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")

CODE_CACHE = ("-XX:ReservedCodeCacheSize=512m", "-XX:NonNMethodCodeHeapSize=64m")
"""Java's own 6 MB for adapters are full after some thousand different queries, and then it refuses every one."""


def launch(home: Home, java: Path, jars: Path) -> psutil.Process:
    """Neo4j's process, just born."""
    command = [
        str(Path(__file__).with_name("launch.py")),
        str(home.console),
        *neo4j_command(home, java, jars),
    ]
    try:
        launched = subprocess.run(
            [sys.executable, "-I", *command], capture_output=True, text=True, check=True
        )
        return psutil.Process(int(launched.stdout))
    except subprocess.CalledProcessError as error:
        raise ServerError(f"can't run {java}: {error.stderr.strip().splitlines()[-1]}") from error
    except psutil.NoSuchProcess as error:
        raise crashed(home) from error


def neo4j_command(home: Home, java: Path, jars: Path) -> list[str]:
    opened = [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in PACKAGES_TO_OPEN]
    return [
        str(java), "-Xms512m", "-Xmx1g", "-XX:+UseG1GC", *CODE_CACHE, *opened, "-Dlog4j2.disable.jmx=true",
        "-cp", f"{home.neo4j / 'plugins'}/*:{jars}/*",
        "org.neo4j.server.CommunityEntryPoint",
        home_word(home), f"--config-dir={home.conf}", "--console-mode",
    ]  # fmt: skip


def home_word(home: Home) -> str:
    """The word of the command line by which a server of this home is known."""
    return f"--home-dir={home.neo4j}"


def processes_of(home: Home) -> list[psutil.Process]:
    """Every server of this home, and what is about to become one."""
    return [it for it in psutil.process_iter(["cmdline"]) if home_word(home) in (it.info["cmdline"] or [])]


class StillStarting(ServerError):
    """It lives but doesn't answer yet, and was left to go on."""


def wait_until_ready(
    process: psutil.Process, running: Running, home: Home, say: Say, patience: float
) -> None:
    """Return once the database is open.

    Raises ServerError on a crash, a wrong password or a damaged database, and StillStarting after
    `patience` seconds.
    """
    began = said = time.monotonic()
    while not is_open(running, home):
        now = time.monotonic()
        if not is_alive(process):
            raise crashed(home)
        if now - began > patience:
            raise StillStarting(
                f"Neo4j (process {process.pid}) hasn't answered for {patience:.0f} s; {doing(home)}; "
                "it was left running: start it again to go on waiting"
            )
        if now - said >= SAY_EVERY:
            said = now
            say(f"Neo4j has been starting for {now - began:.0f} s; {doing(home)}")
        time.sleep(0.2)


def is_open(running: Running, home: Home) -> bool:
    """Whether the server answers and its database is online."""
    try:
        state, trouble = database_state(running)
    except AuthError as error:
        raise ServerError(
            f"the local Neo4j refuses the password in {home.password_file}: put back the file that belongs "
            f"to {home.neo4j}, or move that folder away to begin anew"
        ) from error
    except (DriverError, Neo4jError, OSError):
        return False
    if trouble:
        raise ServerError(
            f"Neo4j can't open its database ({trouble}): the files in {home.neo4j} are damaged or the "
            f"disk is full; {home.logs / 'debug.log'} says why; move the folder away to begin anew"
        )
    return state == "online"


def database_state(running: Running) -> tuple[str, str]:
    """The database's state, and what went wrong with it if something did."""
    auth = (running.username, running.password)
    with (
        GraphDatabase.driver(running.uri, auth=auth, connection_timeout=5) as driver,
        driver.session(database="system") as session,
    ):
        found = session.run("SHOW DATABASE $name YIELD currentStatus, statusMessage", name=running.database)
        row = found.single(strict=True)
        return row["currentStatus"], row["statusMessage"]


def is_alive(process: psutil.Process) -> bool:
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def end(process: psutil.Process, home: Home) -> None:
    """Ask it to shut down and wait until it has: it writes out what it holds, so this may take a while."""
    try:
        process.terminate()
        process.wait(STOP_PATIENCE)
    except psutil.NoSuchProcess:
        return
    except psutil.TimeoutExpired as error:
        raise ServerError(
            f"Neo4j (process {process.pid}) was asked to stop {STOP_PATIENCE:.0f} s ago and still runs; "
            f"see {home.console}"
        ) from error


def crashed(home: Home) -> ServerError:
    return ServerError(
        f"Neo4j ended while starting; the end of its log, {home.console}:\n{last_words(home.console)}"
    )
