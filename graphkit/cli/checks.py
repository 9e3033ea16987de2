"""The checks of `graphkit doctor`; none changes anything."""

import os
import platform
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from graphkit import settings
from graphkit.cli.session import Session
from graphkit.errors import GraphkitError
from graphkit.settings import Settings

if TYPE_CHECKING:
    from graphkit.store.server import Home

OLDEST_PYTHON = (3, 11)
ROOM = 2 * 10**9
"""Bytes that the jars and a small graph need, with room to spare."""


@dataclass(frozen=True)
class Check:
    """One thing looked at: what was found, and what to do where that isn't enough."""

    what: str
    holds: bool
    found: str
    next_step: str = ""


def checked(session: Session) -> Iterator[Check]:
    """Every check, in the order in which one depends on another."""
    yield _python()
    try:
        chosen = session.settings()
    except GraphkitError as error:
        yield Check("settings", False, str(error), "mend the file; `config/graphkit.yaml` shows every key")
        return
    yield Check("settings", True, _settings_found(session))
    yield _pipeline(chosen)
    yield _ontology(chosen)
    if chosen.neo4j.uri is None:
        yield from _local_server()
    else:
        yield _given_server(chosen)


def _python() -> Check:
    found = f"{platform.python_version()} at {sys.executable}"
    return Check(
        "Python",
        sys.version_info >= OLDEST_PYTHON,
        found,
        "" if sys.version_info >= OLDEST_PYTHON else "install Python 3.11 or newer",
    )


def _settings_found(session: Session) -> str:
    file = session.settings_file or settings.find(Path.cwd())
    return f"{file} holds" if file else "no graphkit.yaml: the defaults are in force"


def _pipeline(chosen: Settings) -> Check:
    from graphkit.nlp.load import described, load

    try:
        return Check("pipeline", True, described(load(chosen.reading.pipeline)))
    except GraphkitError as error:
        found, _, step = str(error).partition(": ")
        return Check("pipeline", False, found, step)


def _ontology(chosen: Settings) -> Check:
    from graphkit.ontology import load_ontology

    try:
        ontology = load_ontology(chosen.knowledge.ontology)
    except GraphkitError as error:
        return Check("ontology", False, str(error), "mend the file, or leave `knowledge.ontology` out")
    return Check("ontology", True, f"{len(ontology.kinds)} kinds, {len(ontology.relations)} relations")


def _local_server() -> Iterator[Check]:
    from graphkit.store import server
    from graphkit.store.server.java import find_java

    home = server.find_home(os.environ)
    try:
        yield Check("Java", True, str(find_java()))
    except GraphkitError as error:
        found, _, step = str(error).rpartition(": ")
        yield Check("Java", False, found, step)
    yield _folders(home)
    yield _jars(home)
    state = server.status(home)
    steps = {
        "stopped": "`graphkit server start`, or any command that needs it",
        "crashed": "`graphkit server logs` shows why; `graphkit server start` recovers",
    }
    found = f"local Neo4j {state.version} {state.state}" + (f" at {state.uri}" if state.pid else "")
    yield Check("database", state.state != "crashed", found, steps.get(state.state, ""))


def _folders(home: "Home") -> Check:
    for folder in (home.cache, home.config, home.data, home.state):
        there = next(path for path in (folder, *folder.parents) if path.exists())
        if not os.access(there, os.W_OK):
            return Check(
                "folders",
                False,
                f"{there} can't be written to",
                "set GRAPHKIT_HOME to a folder you may write to",
            )
        if shutil.disk_usage(there).free < ROOM:
            return Check(
                "folders",
                False,
                f"less than {ROOM / 1e9:g} GB free at {there}",
                "make room, or set GRAPHKIT_HOME",
            )
    return Check("folders", True, f"graph in {home.data}, jars in {home.cache}")


def _jars(home: "Home") -> Check:
    count = len(list(home.jars.glob("*.jar")))
    if count:
        return Check("jars", True, f"{count} in {home.jars}")
    return Check(
        "jars",
        True,
        "Neo4j isn't fetched yet",
        "the first start fetches 143 MB; do it now with `graphkit server start`",
    )


def _given_server(chosen: Settings) -> Check:
    from graphkit.store import connect

    neo4j, password = chosen.neo4j, settings.read_password()
    if password is None:
        return Check(
            "database", False, f"no password for {neo4j.uri}", "set NEO4J_PASSWORD in the environment"
        )
    try:
        with connect(
            neo4j.uri or "",
            neo4j.username,
            password.get_secret_value(),
            neo4j.database,
            timeout=neo4j.timeout_seconds,
            ca_file=neo4j.ca_file,
        ) as connection:
            return Check("database", True, f"{connection.driver.get_server_info().agent} at {neo4j.uri}")
    except GraphkitError as error:
        found, _, step = str(error).partition(": ")
        return Check("database", False, found, step)
