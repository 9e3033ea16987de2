"""The bulk path: `graphkit export --format neo4j-csv`, and `graphkit import-csv`."""

from pathlib import Path

from graphkit.cli import server, tables
from graphkit.cli.connection import connected
from graphkit.cli.exits import NOTHING
from graphkit.cli.export_asked import Asked
from graphkit.cli.progress import counting, tracked
from graphkit.cli.session import Session, with_session
from graphkit.cli.words import click
from graphkit.errors import UsageError


def neo4j_csv(session: Session, asked: Asked) -> int:
    """A folder of CSV files, their headers, and the arguments of Neo4j's importer."""
    from graphkit.cli.reading import Tally, decisions_of, options_of, recipe_of
    from graphkit.ontology import load_ontology
    from graphkit.pipeline.extract import extract
    from graphkit.pipeline.identity import as_decided
    from graphkit.pipeline.inputs import inputs
    from graphkit.pipeline.outcome import Failure
    from graphkit.store.bulk.export import export

    settings = session.settings(reading__workers=asked.workers)
    ontology = load_ontology(settings.knowledge.ontology)
    reading, tally = settings.reading, Tally(session)
    outcomes = extract(
        inputs(asked.paths, options_of(settings, None)),
        recipe_of(settings),
        workers=reading.workers,
        batch=reading.batch_articles,
    )
    read = tally.succeeded(tracked(session, as_decided(outcomes, decisions_of(settings)), "exporting"))
    exported = export(read, ontology, asked.out, keep_text=settings.graph.keep_text)
    for article in exported.failures:
        tally.read -= 1
        tally.fail(Failure(article.place, "store", article.reason))
    if tally.code == NOTHING:
        return NOTHING
    rows = sum(file.rows for file in exported.files)
    session.note(f"{exported.articles} articles, {rows} rows; next: graphkit import-csv {asked.out}")
    return tally.code


@click.command("import-csv")
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--replace", is_flag=True, help="Also where the graph isn't empty: what it holds is lost.")
@with_session
def command(session: Session, folder: Path, replace: bool) -> None:
    """Put what `export --format neo4j-csv` wrote into the local Neo4j, which is stopped for it.

    The same graph as by `load`; for a first load only, since it takes the place of all the graph holds.
    What rests on several articles is derived afterwards.
    """
    from graphkit.ontology import load_ontology
    from graphkit.store import schema
    from graphkit.store.bulk.listed import ARGUMENTS, check_list
    from graphkit.store.rebuild import rebuild
    from graphkit.store.schema import refuse_newer
    from graphkit.store.server.take_in import take_in

    settings = session.settings()
    if settings.neo4j.uri is not None:
        raise UsageError(
            f"NEO4J_URI names {settings.neo4j.uri}, whose files only its keeper can write: stop it, run "
            f"`neo4j-admin database import full --overwrite-destination=true neo4j @{ARGUMENTS}` in {folder}, start "
            "it, then `graphkit schema apply` and `graphkit rebuild`"
        )
    ontology = load_ontology(settings.knowledge.ontology)
    check_list(folder, ontology.version)
    with connected(session, settings) as connection:
        refuse_newer(schema.graph_version(connection), connection.address)
        held = connection.rows("MATCH (node:!Meta) RETURN count(node) AS nodes")[0]["nodes"]
    if held and not replace:
        raise UsageError(
            f"the local graph holds {held} nodes, which would be lost: add --replace, or use `load`"
        )
    take_in(server.home(), folder, ARGUMENTS, session.note)
    with connected(session, settings) as connection:
        schema.apply(connection, ontology)
        with counting(session, "deriving") as told:
            built = rebuild(connection, ontology, told, imported=True)
    tables.show_facts({"entities": built.entities, "claims": built.claims, "edges": built.edges}, "table")
