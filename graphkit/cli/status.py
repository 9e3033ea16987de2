"""`graphkit status`: how things stand, without starting anything."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from graphkit.cli import tables
from graphkit.cli.exits import PARTLY
from graphkit.cli.session import Session, with_session
from graphkit.cli.words import click
from graphkit.errors import StoreError

if TYPE_CHECKING:
    from graphkit.settings import Settings
    from graphkit.store import Connection

Fact = tuple[str, str, str]
"""Of what, what is known, and whether somebody should look: "" or the next step."""

COUNTED = ("Article", "Claim", "Entity", "Event")


@click.command("status")
@click.option(
    "--schedule",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Schedule file.  [default: schedule.yaml or config/schedule.yaml, where there is one]",
)
@tables.format_option
@with_session
def command(session: Session, file: Path | None, form: str) -> int:
    """Say what is in the graph, how the last runs ended, what waits in the dead letters, and what comes next.

    Starts nothing. Exit code 1 where something wants looking at.
    """
    settings = session.settings()
    facts = [*_graph(session, settings), *_runs(), *_letters(), *_schedule(file)]
    if form == "table":
        for what, known, step in facts:
            click.echo(f"{what:14}{known}")
            if step:
                click.echo(f"{'':14}-> {step}")
    else:
        rows = [{"what": what, "known": known, "next": step} for what, known, step in facts]
        tables.show(rows, ("what", "known", "next"), form)
    return PARTLY if any(step for _, _, step in facts) else 0


def _graph(session: Session, settings: "Settings") -> Iterator[Fact]:
    from graphkit.store import server

    if settings.neo4j.uri is None:
        found = server.status(server.find_home(os.environ))
        if found.state != "running":
            step = "graphkit server logs" if found.state == "crashed" else ""
            yield "graph", f"the local Neo4j is {found.state}", step
            return
    from graphkit.cli.connection import connected

    try:
        with connected(session, settings) as connection:
            yield "graph", _counts(connection), ""
    except StoreError as error:
        yield "graph", str(error), "graphkit doctor"


def _counts(connection: "Connection") -> str:
    found = []
    for label in COUNTED:
        number = connection.rows(f"MATCH (node:{label}) RETURN count(node) AS number")[0]["number"]
        found.append(f"{number:,} {_many(label, number)}")
    return f"{', '.join(found)} at {connection.address}"


def _many(label: str, number: int) -> str:
    word = label.lower()
    if number == 1:
        return word
    return f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"


def _runs() -> Iterator[Fact]:
    from graphkit.pipeline.batch.results import all_results
    from graphkit.pipeline.batch.state import find_state

    latest: dict[str, Fact] = {}
    for each in all_results(find_state()):
        if each["batch"] not in latest:
            counts = each["counts"]
            known = (
                f"{each['batch']}: {each['status']}, started {each['started'][:16].replace('T', ' ')}, "
                f"{counts['found']} found, {counts['failed']} failed"
            )
            bad = each["status"] not in {"done", "running"}
            latest[each["batch"]] = ("last run", known, f"graphkit runs show {each['run']}" if bad else "")
    yield from (latest[name] for name in sorted(latest))


def _letters() -> Iterator[Fact]:
    from graphkit.pipeline.batch.letters import Letters
    from graphkit.pipeline.batch.state import find_state

    waiting = [letter for letter in Letters(find_state().letters).of() if not letter.dropped]
    if waiting:
        yield "dead letters", f"{len(waiting)} wait", "graphkit deadletter list"
    else:
        yield "dead letters", "none", ""


def _schedule(file: Path | None) -> Iterator[Fact]:
    from datetime import UTC, datetime

    from graphkit.cli.schedule import found_here
    from graphkit.pipeline.schedule.entries import read_schedule
    from graphkit.pipeline.schedule.memory import Memories, Memory
    from graphkit.pipeline.schedule.moments import starts
    from graphkit.settings.folders import find_folders

    found = file or found_here()
    if found is None:
        return
    kept = Memories(find_folders().state, found).read()
    for name, entry in sorted(read_schedule(found).schedules.items()):
        memory = kept.get(name, Memory())
        if entry.paused or memory.resting:
            yield "next", f"{name}: rests", ""
        else:
            yield "next", f"{name}: {starts(name, entry, datetime.now(UTC), 1)[0]:%Y-%m-%d %H:%M} UTC", ""
