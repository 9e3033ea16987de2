"""`graphkit eval`: extractions held against gold."""

from pathlib import Path
from typing import TYPE_CHECKING

from graphkit.cli import tables
from graphkit.cli.exits import DONE, PARTLY
from graphkit.cli.progress import waiting
from graphkit.cli.session import Session, with_session
from graphkit.cli.words import click
from graphkit.errors import UsageError

if TYPE_CHECKING:
    from graphkit.evaluate.report import Report


@click.command("eval")
@click.argument("gold", type=click.Path(path_type=Path))
@click.option(
    "--min",
    "floors",
    multiple=True,
    metavar="FIGURE=FLOOR",
    help="Exit 1 where a figure is lower; repeatable.",
)
@click.option(
    "--examples",
    type=click.IntRange(min=0),
    default=10,
    show_default=True,
    help="How many bad examples to list.",
)
@tables.format_among(("table", "json"), "How the figures are written.")
@with_session
def command(session: Session, gold: Path, floors: tuple[str, ...], examples: int, form: str) -> int:
    """Score what graphkit reads against GOLD: a file, or a folder of files, in a form it knows.

    The forms and figures are described in docs/evaluation.md.
    """
    from graphkit.cli.reading import recipe_of
    from graphkit.evaluate.report import below_floors
    from graphkit.evaluate.score import score
    from graphkit.pipeline.score import tools

    wanted = _floors(floors)
    with waiting(session, f"scoring {gold}"):
        reports = score(gold, tools(recipe_of(session.settings())))
    _show(reports, examples, form)
    failed = [line for report in reports for line in below_floors(report, wanted)]
    for line in failed:
        session.error(line)
    return PARTLY if failed else DONE


def _show(reports: "list[Report]", examples: int, form: str) -> None:
    if form == "json":
        import json

        click.echo(json.dumps([report.as_record() for report in reports], ensure_ascii=False, indent=1))
        return
    for report in reports:
        for line in report.lines(examples):
            click.echo(line)


def _floors(given: tuple[str, ...]) -> dict[str, float]:
    floors = {}
    for pair in given:
        name, _, value = pair.partition("=")
        try:
            floors[name.strip()] = float(value)
        except ValueError as error:
            raise UsageError(f"--min {pair!r} is no floor: write --min f1=0.7") from error
    return floors
