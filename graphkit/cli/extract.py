"""`graphkit extract`: articles in, extraction records out; no database needed."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO, TypeVar

from graphkit.cli import output as out
from graphkit.cli.exits import NOTHING
from graphkit.cli.progress import tracked
from graphkit.cli.session import Session, with_session
from graphkit.cli.words import click
from graphkit.errors import UsageError

if TYPE_CHECKING:
    from graphkit.cli.formats import Form
    from graphkit.model import Extraction
    from graphkit.pipeline.tuples import Sentence

    Claiming = TypeVar("Claiming", Extraction, Sentence)


class Place(click.Path):
    """A path, or an address of the web, which a path would garble."""

    def convert(self, value: Any, param: "click.Parameter | None", ctx: "click.Context | None") -> Any:
        return value if "://" in str(value) else super().convert(value, param, ctx)


paths_argument = click.argument(
    "paths",
    nargs=-1,
    required=True,
    metavar="PATH...",
    type=Place(path_type=Path, allow_dash=True, readable=False),
)
published_option = click.option(
    "--published",
    metavar="DATE",
    help="When the articles appeared (2022-01-26), where they don't say so themselves.",
)
workers_option = click.option(
    "--workers", type=click.IntRange(1, 256), help="Processes that read articles; each needs about 0.7 GB."
)


@click.command("extract")
@paths_argument
@click.option(
    "-o",
    "--output",
    type=Place(path_type=Path, readable=False),
    metavar="FILE",
    help="Write there, not to stdout; with --engine ray, a folder or an address.",
)
@published_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "table", "tuples", "parquet"]),
    default="jsonl",
    show_default=True,
    help="Records for `load`; a table for people; tab-parted tuples for benchmarks; Parquet with --engine ray.",
)
@workers_option
@click.option("--pretokenized", is_flag=True, help="Each line is one sentence, its tokens parted by spaces.")
@click.option("--rules", is_flag=True, help="With tuples: a last column #rule=NAME.")
@click.option(
    "--engine",
    type=click.Choice(["local", "ray"]),
    default="local",
    show_default=True,
    help="Read in this program and its workers, or on a Ray cluster.",
)
@click.option("--address", help="With --engine ray: the cluster's.  [default: one on this machine]")
@click.option(
    "--shard-files",
    type=click.IntRange(1, 1_000_000),
    default=64,
    show_default=True,
    help="With --engine ray: input files whose records go into one output file.",
)
@with_session
def command(
    session: Session,
    paths: tuple[Path | str, ...],
    output: Path | str | None,
    published: str | None,
    form: str,
    workers: int | None,
    pretokenized: bool,
    rules: bool,
    engine: str,
    address: str | None,
    shard_files: int,
) -> int:
    """Read articles and write what they claim: who did what to whom, who says so, in which words.

    PATH is a file, a folder, an address of the web, or - for standard input: text, HTML, a feed, JSON, CSV,
    PDF, mail, a crawl, or an archive of them. An article that can't be read is told on stderr; the others go on.
    """
    from graphkit.cli.reading import Tally, options_of, recipe_of
    from graphkit.pipeline.extract import extract, extract_tuples
    from graphkit.pipeline.inputs import inputs, sentences

    settings = session.settings(reading__workers=workers)
    recipe = recipe_of(settings, pretokenized=pretokenized)
    if engine == "ray":
        from graphkit.cli.clustered import extracted

        if pretokenized or rules:
            raise UsageError("--pretokenized and --rules are for --engine local")
        return extracted(
            session, paths, output, form, published, workers=workers, address=address, files=shard_files
        )
    if form == "parquet" or address:
        raise UsageError("--format parquet and --address are for --engine ray")
    spread = {"workers": settings.reading.workers, "batch": settings.reading.batch_articles}
    tally = Tally(session)
    with out.opened(None if output is None else Path(output)) as stream:
        if pretokenized and form == "tuples":
            found = tally.succeeded(
                tracked(session, extract_tuples(sentences(paths), recipe, **spread), "reading")
            )
            claims = _write(found, _sentence_form(rules=rules), stream)
        else:
            articles = sentences(paths) if pretokenized else inputs(paths, options_of(settings, published))
            read = tally.succeeded(tracked(session, extract(articles, recipe, **spread), "reading"))
            claims = _write(read, _form(form, rules=rules), stream)
        if tally.code == NOTHING:
            # Ends before the file takes its name: nothing was done, so nothing is left behind.
            raise click.exceptions.Exit(NOTHING)
    session.note(f"articles read: {tally.read}; claims: {claims}; articles that failed: {tally.failed}")
    return tally.code


def _write(found: "Iterable[Claiming]", write: "Callable[[Claiming], str]", stream: TextIO) -> int:
    """Write what was read; how many claims it made."""
    claims = 0
    for one in found:
        stream.write(write(one))
        claims += len(one.claims)
    return claims


def _form(name: str, *, rules: bool) -> "Form":
    from graphkit.cli.formats import FORMS, tuples_with_rules

    if rules and name != "tuples":
        raise UsageError("--rules is a column of tuples: add --format tuples")
    return tuples_with_rules if rules else FORMS[name]


def _sentence_form(*, rules: bool) -> "Callable[[Sentence], str]":
    from graphkit.cli.formats import sentence_tuples, sentence_tuples_with_rules

    return sentence_tuples_with_rules if rules else sentence_tuples
