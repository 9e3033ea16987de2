"""`graphkit query`: saved queries listed, shown and run; and `graphkit why`."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from graphkit.cli import query_export, tables
from graphkit.cli.connection import connected, scratch
from graphkit.cli.exits import PARTLY
from graphkit.cli.session import Session, with_session
from graphkit.cli.words import Group, click
from graphkit.errors import UsageError

if TYPE_CHECKING:
    from graphkit.store.queries import Answer

parameter_option = click.option(
    "-p",
    "--param",
    "given",
    multiple=True,
    metavar="NAME=VALUE",
    help="A parameter of the query; repeatable.",
)


@click.group("query", cls=Group)
def group() -> None:
    """Ask the graph with saved queries."""


@group.command("list")
@tables.format_option
@with_session
def list_(session: Session, form: str) -> None:
    """List the saved queries and what each answers."""
    from graphkit.store.queries import saved_queries

    rows = [
        {
            "name": query.name,
            "topic": query.topic,
            "question": query.question,
            "parameters": [parameter.name for parameter in query.parameters],
            "tags": query.tags,
        }
        for query in saved_queries(session.settings().queries.folders)
    ]
    tables.show(rows, ("name", "topic", "question", "parameters", "tags"), form)


@group.command("show")
@click.argument("name")
@with_session
def show(session: Session, name: str) -> None:
    """Print a saved query: its header and its Cypher."""
    from graphkit.store.queries import find

    click.echo(find(name, session.settings().queries.folders).text.rstrip())


@group.command("run")
@click.argument("name")
@parameter_option
@tables.format_option
@with_session
def run(session: Session, name: str, given: tuple[str, ...], form: str) -> None:
    """Run a saved query, in a transaction that can't write.

    `graphkit query show NAME` tells its parameters: graphkit query run said-by -p actor=Russia
    """
    from graphkit.store import queries

    settings = session.settings()
    query = queries.find(name, settings.queries.folders)
    values = parameters(given)
    with connected(session, settings) as connection:
        answer = queries.run(connection, query, values, timeout=settings.queries.timeout_seconds)
    show_answer(session, answer, form)


@group.command("explain")
@click.argument("name")
@with_session
def explain(session: Session, name: str) -> int:
    """Tell in words how the database would run a query; exit code 1 where that is slow on a large graph.

    Slow is what joins everything with everything, or goes through all nodes. The query isn't run.
    """
    from graphkit.store.explain import explain as planned
    from graphkit.store.queries import find

    settings = session.settings()
    query = find(name, settings.queries.folders)
    with connected(session, settings) as connection:
        plan = planned(connection, query)
    for number, step in enumerate(plan.steps, start=1):
        click.echo(f"{number:3}  {step}")
    for problem in plan.problems:
        session.error(f"query {name!r} {problem}")
    return PARTLY if plan.problems else 0


@group.command("test")
@click.argument("names", nargs=-1)
@click.option("--here", is_flag=True, help="Try them on the database of the settings, which must be empty.")
@with_session
def test(session: Session, names: tuple[str, ...], here: bool) -> int:
    """Try queries on the articles written for them, and compare the rows: NAMES, or all that have a fixture.

    A query's fixture lies beside it: said-by.test.yaml. Nobody's graph is touched: a Neo4j is started for it
    and thrown away, or, with --here, everything is rolled back on an empty one. Exit code 1: rows differ.
    """
    from graphkit.ontology import load_ontology
    from graphkit.store.queries import find, saved_queries
    from graphkit.store.trial import try_queries, with_fixtures

    settings = session.settings()
    folders = settings.queries.folders
    queries = [find(name, folders) for name in names] if names else with_fixtures(saved_queries(folders))
    ontology = load_ontology(settings.knowledge.ontology)
    with connected(session, settings) if here else scratch(session) as connection:
        found = try_queries(connection, queries, ontology)
    for tried in found:
        given = " ".join(f"-p {name}={value}" for name, value in tried.given.items())
        click.echo(f"{'ok    ' if tried.problem is None else 'FAILED'} {tried.query} {given}".rstrip())
        if tried.problem is not None:
            session.error(f"{tried.query}: {tried.problem}")
    return PARTLY if any(tried.problem for tried in found) else 0


group.add_command(query_export.command)


@click.command("why")
@click.argument("subject")
@click.argument("object_", metavar="OBJECT")
@tables.format_option
@with_session
def why(session: Session, subject: str, object_: str, form: str) -> int:
    """Print every quote behind the edges from SUBJECT to OBJECT; exit code 1 where there is none.

    Each by name, alias or id: graphkit why "United States" Russia
    """
    from graphkit.store.why import why as evidence

    settings = session.settings()
    with connected(session, settings) as connection:
        answer = evidence(connection, subject, object_, timeout=settings.queries.timeout_seconds)
    show_answer(session, answer, form)
    return 0 if answer.rows else PARTLY


def parameters(given: Iterable[str]) -> dict[str, str | int | bool | None]:
    """NAME=VALUE pairs by name; UsageError for anything else."""
    found: dict[str, str | int | bool | None] = {}
    for pair in given:
        name, equals, value = pair.partition("=")
        if not equals or not name.strip():
            raise UsageError(f"-p {pair!r} is no parameter: write -p NAME=VALUE")
        found[name.strip()] = value
    return found


def show_answer(session: Session, answer: "Answer", form: str) -> None:
    """The rows on stdout; on stderr who was meant where a name has several bearers."""
    from graphkit.store.values import shown

    for name, entities in answer.meant.items():
        if len(entities) > 1:
            bearers = "; ".join(f"{entity.name} ({entity.kind}, {entity.id})" for entity in entities)
            session.warn(f"{name} means {len(entities)} entities, all of them asked about: {bearers}")
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    if not form.startswith("json"):
        rows = [{name: shown(value) for name, value in row.items()} for row in rows]
    tables.show(rows, answer.columns, form, answer.query.title)
