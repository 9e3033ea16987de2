"""`graphkit view`: articles as one page that opens anywhere."""

from pathlib import Path

from graphkit.cli import output as out
from graphkit.cli.exits import NOTHING
from graphkit.cli.extract import paths_argument, published_option, workers_option
from graphkit.cli.progress import tracked
from graphkit.cli.session import Session, with_session
from graphkit.cli.words import click

output_option = click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, readable=False),
    metavar="FILE",
    help="Write there, not to stdout.",
)


@click.command("view")
@paths_argument
@output_option
@published_option
@workers_option
@with_session
def command(
    session: Session,
    paths: tuple[Path | str, ...],
    output: Path | None,
    published: str | None,
    workers: int | None,
) -> int:
    """Write articles as one page, each claim marked in the text and drawn beside it; no database needed.

    PATH is an article, or a file that `extract` wrote; of several articles the page begins with a list. The
    page needs no network and no server: open it, keep it, send it on.
    """
    from graphkit.cli.reading import Tally, options_of, recipe_of
    from graphkit.pages.view import page
    from graphkit.pipeline.extract import extract
    from graphkit.pipeline.inputs import inputs

    settings = session.settings(reading__workers=workers)
    tally = Tally(session)
    reading = settings.reading
    outcomes = extract(
        inputs(paths, options_of(settings, published)),
        recipe_of(settings),
        workers=reading.workers,
        batch=reading.batch_articles,
    )
    with out.opened(output) as stream:
        for part in page(tally.succeeded(tracked(session, outcomes, "reading"))):
            stream.write(part)
        if tally.code == NOTHING:
            # Ends before the file takes its name: a page without articles helps nobody.
            raise click.exceptions.Exit(NOTHING)
    session.note(f"articles shown: {tally.read}; articles that failed: {tally.failed}")
    return tally.code
