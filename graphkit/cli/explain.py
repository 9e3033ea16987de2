"""`graphkit explain` and `graphkit why-not`: what made each claim of an article, or kept an edge from being drawn."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from graphkit.cli import tables
from graphkit.cli.extract import paths_argument, published_option
from graphkit.cli.session import Session, with_session
from graphkit.cli.words import click

T = TypeVar("T")

format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Text for people, JSON for programs.",
)


@click.command("explain")
@paths_argument
@published_option
@format_option
@with_session
def command(session: Session, paths: tuple[Path | str, ...], published: str | None, form: str) -> int:
    """Show of each sentence of an article the candidates for claims, and what became of each.

    Of each candidate: the rule that made it, or dropped it and why; the words that tell who says it, whether it
    is denied, how it is meant and when; and the claim. PATH is as for `extract`. No database is needed.
    """
    from graphkit.cli.explained import as_json, as_text
    from graphkit.cli.reading import Tally, options_of, recipe_of
    from graphkit.pipeline.explain import explained
    from graphkit.pipeline.inputs import inputs

    settings = session.settings()
    tally = Tally(session)
    found = explained(inputs(paths, options_of(settings, published)), recipe_of(settings))
    _write(tally.succeeded(found), form, as_text, as_json)
    return tally.code


@click.command("why-not")
@click.argument("subject", metavar="A")
@click.argument("object_", metavar="B")
@paths_argument
@published_option
@format_option
@with_session
def why_not(
    session: Session,
    subject: str,
    object_: str,
    paths: tuple[Path | str, ...],
    published: str | None,
    form: str,
) -> int:
    """Say why an article draws no edge from A to B.

    A and B are names as the article has them, or ids. Told is whether they stand in one sentence, whether a
    claim links them and how it is meant, and which candidates were dropped there. PATH is an article, or a
    file that `extract` wrote: graphkit why-not Russia NATO article.txt
    """
    from graphkit.cli.explained import reasons_json, reasons_text
    from graphkit.cli.reading import Tally, options_of, recipe_of
    from graphkit.ontology import load_ontology
    from graphkit.pipeline.extract import extract
    from graphkit.pipeline.inputs import inputs
    from graphkit.pipeline.why_not import why_not as reasons

    settings = session.settings()
    ontology = load_ontology(settings.knowledge.ontology)
    tally = Tally(session)
    outcomes = extract(inputs(paths, options_of(settings, published)), recipe_of(settings))
    found = ((one, reasons(one, subject, object_, ontology)) for one in tally.succeeded(outcomes))
    _write(found, form, lambda one: reasons_text(*one), lambda one: reasons_json(*one))
    return tally.code


def _write(
    found: Iterable[T], form: str, text: Callable[[T], Iterator[str]], record: Callable[[T], dict[str, Any]]
) -> None:
    if form == "json":
        tables.show_json([record(one) for one in found])
        return
    for one in found:
        for line in text(one):
            click.echo(line)
