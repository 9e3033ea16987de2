"""`graphkit runs`: what became of the runs of batches."""

from typing import TYPE_CHECKING, Any

from graphkit.cli import tables
from graphkit.cli.connection import opened
from graphkit.cli.session import Session, with_session
from graphkit.cli.words import Group, click
from graphkit.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

COLUMNS = (
    "id",
    "batch",
    "status",
    "started",
    "seconds",
    "found",
    "written",
    "unchanged",
    "left_out",
    "failed",
)
SECTIONS = ("counts", "graph", "rejects", "seconds", "versions")
FACTS = (
    "run",
    "batch",
    "file",
    "status",
    "started",
    "ended",
    "fingerprint",
    "verified",
    "open_letters",
    "error",
)


@click.group("runs", cls=Group)
def group() -> None:
    """See and compare runs of batches."""


@group.command("list")
@click.option("--batch", metavar="NAME", help="Only those of one batch.")
@click.option(
    "--limit",
    type=click.IntRange(1, 10_000),
    default=20,
    show_default=True,
    help="How many, the latest first.",
)
@tables.format_option
@with_session
def list_(session: Session, batch: str | None, limit: int, form: str) -> None:
    """List the latest runs in the graph, loads by hand among them."""
    from graphkit.store.runs import list_runs

    with opened(session) as (connection, _):
        rows = list_runs(connection, batch, limit)
    tables.show([{name: row.get(name) for name in COLUMNS} for row in rows], COLUMNS, form)


@group.command("show")
@click.argument("run")
@tables.format_option
@with_session
def show(session: Session, run: str, form: str) -> None:
    """Show counts, times, versions and rejects of a run; an ID may be cut short. `last` is the latest."""
    found = _found(run)
    if form == "json":
        tables.show_json(found)
        return
    facts = {name: found.get(name) for name in FACTS if found.get(name) is not None}
    tables.show_facts({**facts, **dict(_flat(found))}, form)
    for problem in found["problems"]:
        session.error(problem)
    if found["failures"] and form == "table":
        tables.show(found["failures"], ("id", "place", "stage", "kind", "reason"), form)


@group.command("diff")
@click.argument("one")
@click.argument("other")
@tables.format_option
@with_session
def diff(session: Session, one: str, other: str, form: str) -> None:
    """Show what differs between two runs: counts, times, versions, rejects, fingerprint."""
    sides = [_found(one), _found(other)]
    flat = [{**{name: side.get(name) for name in FACTS}, **dict(_flat(side))} for side in sides]
    names = list(dict.fromkeys(name for side in flat for name in side))
    rows = [
        {"what": name, "one": flat[0].get(name), "other": flat[1].get(name)}
        for name in names
        if flat[0].get(name) != flat[1].get(name)
    ]
    tables.show(rows, ("what", "one", "other"), form)


def _found(run: str) -> dict[str, Any]:
    from graphkit.pipeline.batch.results import all_results
    from graphkit.pipeline.batch.state import find_state

    every = all_results(find_state())
    found = [next(every, None)] if run == "last" else [each for each in every if _is(each, run)]
    if len(found) == 1 and found[0] is not None:
        return found[0]
    problem = "no results of a run" if not found or found[0] is None else f"results of {len(found)} runs"
    raise UsageError(f"{problem} {run!r} are kept here: see `graphkit runs list`")


def _is(results: dict[str, Any], run: str) -> bool:
    id_ = str(results["run"])
    return id_.startswith(run) or id_.removeprefix("run:").startswith(run)


def _flat(results: dict[str, Any]) -> "Iterator[tuple[str, Any]]":
    """Each figure by the name of its section and its own."""
    for section in SECTIONS:
        yield from _inner(section, results[section])


def _inner(name: str, value: Any) -> "Iterator[tuple[str, Any]]":
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _inner(f"{name}.{key}", inner)
    elif value:
        yield name, value
