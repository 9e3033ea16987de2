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
from graphkit.store.server.values import Running, Say

STOP_PATIENCE = 180.0
SAY_EVERY = 5.0
PACKAGES_TO_OPEN = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")


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
        str(java), "-Xms512m", "-Xmx1g", "-XX:+UseG1GC", *opened, "-Dlog4j2.disable.jmx=true",
        "-cp", f"{home.neo4j / 'plugins'}/*:{jars}/*",
        "org.neo4j.server.CommunityEntryPoint",
        f"--home-dir={home.neo4j}", f"--config-dir={home.conf}", "--console-mode",
    ]  # fmt: skip


def wait_until_ready(
    process: psutil.Process, running: Running, home: Home, say: Say, patience: float
) -> None:
    """Return once a query is answered; raises ServerError on a crash or after `patience` seconds."""
    began = said = time.monotonic()
    while not answers(running, home):
        now = time.monotonic()
        if not is_alive(process):
            raise crashed(home)
        if now - began > patience:
            raise ServerError(
                f"Neo4j (process {process.pid}) hasn't answered for {patience:.0f} s and is left running; "
                f"its log is {home.console}:\n{quoted_tail(home.console)}"
            )
        if now - said >= SAY_EVERY:
            said = now
            say(f"Neo4j has been starting for {now - began:.0f} s; {doing(home)}")
        time.sleep(0.2)


def answers(running: Running, home: Home) -> bool:
    auth = (running.username, running.password)
    try:
        with (
            GraphDatabase.driver(running.uri, auth=auth, connection_timeout=5) as driver,
            driver.session(database=running.database) as session,
        ):
            session.run("RETURN 1").consume()
    except AuthError as error:
        raise ServerError(
            f"the local Neo4j refuses the password in {home.password_file}: put back the file that belongs "
            f"to {home.neo4j}, or stop the server and move that folder away to begin anew"
        ) from error
    except (DriverError, Neo4jError, OSError):
        return False
    return True


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
        f"Neo4j ended while starting; the end of its log, {home.console}:\n{quoted_tail(home.console)}"
    )


def doing(home: Home) -> str:
    last = tail(home.console, 1)
    return f"its log says: {last[0].strip()}" if last else "its log is empty so far"


def quoted_tail(path: Path) -> str:
    return "\n".join(f"  {line}" for line in tail(path, 15))


def tail(path: Path, lines: int) -> list[str]:
    """The last lines of a log; none where there is no log."""
    try:
        return path.read_text(encoding="utf-8", errors="replace").splitlines()[-lines:] if lines > 0 else []
    except FileNotFoundError:
        return []
