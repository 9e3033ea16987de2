"""`graphkit load`: articles or extraction files, into Neo4j."""

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from graphkit.cli import tables
from graphkit.cli.connection import connected
from graphkit.cli.exits import DONE, NOTHING, PARTLY
from graphkit.cli.extract import paths_argument, published_option, workers_option
from graphkit.cli.progress import tracked
from graphkit.cli.session import Session, with_session
from graphkit.cli.words import click

if TYPE_CHECKING:
    from graphkit.cli.reading import Tally
    from graphkit.model import Extraction
    from graphkit.ontology import Ontology
    from graphkit.settings import Settings
    from graphkit.store import Connection
    from graphkit.store.run import Run

Facts = dict[str, str | int]


@click.command("load")
@paths_argument
@published_option
@click.option(
    "--dry-run", is_flag=True, help="Read everything, write nothing, and say what would be written."
)
@workers_option
@tables.format_option
@with_session
def command(
    session: Session,
    paths: tuple[Path | str, ...],
    published: str | None,
    dry_run: bool,
    workers: int | None,
    form: str,
) -> int:
    """Load articles, or files that `extract` wrote, into the graph.

    Loading again changes nothing; an article whose text changed replaces what it said before. Without
    NEO4J_URI a local Neo4j is started and used. An article that can't be loaded is told on stderr; the
    others go on.
    """
    from graphkit.cli.reading import Tally, decisions_of, options_of, recipe_of
    from graphkit.ontology import load_ontology
    from graphkit.pipeline.identity import recorded
    from graphkit.pipeline.load import Loading
    from graphkit.store.run import new_run

    settings = session.settings(reading__workers=workers)
    ontology = load_ontology(settings.knowledge.ontology)
    tally = Tally(session)
    run = None if dry_run else new_run()
    with connected(session, settings) as connection:
        loading = Loading(
            connection,
            ontology,
            recipe_of(settings),
            decisions=decisions_of(settings),
            run=run,
            workers=settings.reading.workers,
            batch=settings.reading.batch_articles,
        )
        outcomes = loading.outcomes(paths, options_of(settings, published))
        extractions = tally.succeeded(tracked(session, outcomes, "loading"))
        if run is None:
            facts = _rehearse(connection, ontology, extractions)
        else:
            facts = _load(connection, ontology, settings, extractions, tally, run)
            recorded(connection, loading.decisions)
    if tally.code == NOTHING and not loading.unchanged:
        return NOTHING
    facts = {**facts, "not read again": loading.unchanged, "failed": tally.failed}
    if form == "table":
        facts = {name: value for name, value in facts.items() if value}
    tables.show_facts(facts, form)
    return DONE if tally.code == DONE else PARTLY


def _load(
    connection: "Connection",
    ontology: "Ontology",
    settings: "Settings",
    extractions: "Iterable[Extraction]",
    tally: "Tally",
    run: "Run",
) -> Facts:
    from graphkit.pipeline.outcome import Failure
    from graphkit.store.load import load

    graph = settings.graph
    result = load(
        connection,
        extractions,
        ontology,
        run=run,
        keep_text=graph.keep_text,
        batch_rows=graph.batch_rows,
        batch_articles=graph.batch_articles,
    )
    for article in result.failures:
        tally.read -= 1
        tally.fail(Failure(article.place, "store", article.reason))
    for article in result.withheld:
        tally.session.warn(f"{article.place} stays out: {article.reason}", place=article.place)
    return {"run": result.run.id, **asdict(result.counts)}


def _rehearse(connection: "Connection", ontology: "Ontology", extractions: "Iterable[Extraction]") -> Facts:
    from graphkit.pipeline.load import would_write

    found = [(len(each.claims), new) for each, new in would_write(connection, ontology, extractions)]
    return {
        "would be written": sum(new for _, new in found),
        "claims in them": sum(claims for claims, new in found if new),
        "unchanged": sum(not new for _, new in found),
    }
