"""`graphkit deadletter`: what batches couldn't load, kept whole."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphkit.cli import tables
from graphkit.cli.batch import retry_letters
from graphkit.cli.exits import DONE
from graphkit.cli.session import Session, with_session
from graphkit.cli.words import Group, click
from graphkit.errors import UsageError

if TYPE_CHECKING:
    from graphkit.pipeline.batch.letters import Letter, Letters

COLUMNS = ("id", "batch", "place", "stage", "reason", "tries", "last")
batch_option = click.option("--batch", metavar="NAME", help="Only those of one batch.")
ids_argument = click.argument("ids", nargs=-1, metavar="ID...")


@click.group("deadletter", cls=Group)
def group() -> None:
    """See, retry or drop what batches couldn't load. An ID may be cut short, as long as it is one letter's."""


@group.command("list")
@batch_option
@click.option("--dropped", is_flag=True, help="Those that were given up.")
@tables.format_option
@with_session
def list_(session: Session, batch: str | None, dropped: bool, form: str) -> None:
    """List what waits, with the stage it failed at and the reason."""
    letters = [letter for letter in _letters().of(batch) if letter.dropped == dropped]
    tables.show([_row(letter) for letter in letters], COLUMNS, form)


@group.command("show")
@click.argument("id_", metavar="ID")
@click.option("--text", is_flag=True, help="Also the text, or what was to be read, as far as it is text.")
@tables.format_option
@with_session
def show(session: Session, id_: str, text: bool, form: str) -> None:
    """Show all about one of them."""
    letters = _letters()
    letter = letters.named(id_)
    source, article = letter.source, letter.article
    facts: dict[str, Any] = {
        name: value
        for name, value in asdict(letter).items()
        if name not in {"article", "source", "body", "content"}
    }
    facts |= {
        "title": article.title if article else None,
        "url": article.url if article else source and (source.url or source.web),
        "path": article.path if article else source and source.place,
        "words": len(article.text.split()) if article else None,
        "kept": "the article" if article else "a copy" if letter.body else "where it is",
    }
    if text:
        body = letters.body(letter)
        facts["text"] = article.text if article else body and body.decode("utf-8", "replace")
    tables.show_facts({name: value for name, value in facts.items() if value is not None}, form)


@group.command("retry")
@ids_argument
@batch_option
@tables.format_option
@with_session
def retry(session: Session, ids: tuple[str, ...], batch: str | None, form: str) -> int:
    """Try to load them again: those with these IDs, else all that wait.

    Each is read as its batch file says now, and goes into the graph if it can; else it stays. Exit code 1 where
    some failed again.
    """
    letters = _chosen(ids, batch)
    if not letters:
        session.note("no dead letters: nothing to retry")
        return DONE
    told, code = [], DONE
    for file in sorted({letter.file for letter in letters}):
        own = [letter for letter in letters if letter.file == file]
        if not Path(file).is_file():
            raise UsageError(
                f"{file}, the batch file of {own[0].id}, isn't there: put it back, or drop its letters"
            )
        results, ended = retry_letters(session, Path(file), own)
        code = max(code, ended)
        told.append(
            {
                "batch": results.batch,
                "run": results.run,
                "tried": len(own),
                "loaded": len(results.mended),
                "failed": results.counted.failures,
            }
        )
    tables.show(told, ("batch", "run", "tried", "loaded", "failed"), form)
    return code


@group.command("drop")
@ids_argument
@batch_option
@click.option("--all", "every", is_flag=True, help="All that wait.")
@with_session
def drop(session: Session, ids: tuple[str, ...], batch: str | None, every: bool) -> None:
    """Give them up: their batch leaves them out from now on, unless they change.

    `graphkit deadletter list --dropped` still shows them, and `retry ID` tries them again.
    """
    if not ids and not every and batch is None:
        raise UsageError("which ones? give IDs, --batch NAME or --all")
    letters = _letters()
    chosen = _chosen(ids, batch)
    for letter in chosen:
        letters.drop(letter)
    session.note(f"dead letters dropped: {len(chosen)}")


def _letters() -> "Letters":
    from graphkit.pipeline.batch.letters import Letters
    from graphkit.pipeline.batch.state import find_state

    return Letters(find_state().letters)


def _chosen(ids: tuple[str, ...], batch: str | None) -> "list[Letter]":
    letters = _letters()
    if ids:
        return list({letter.id: letter for letter in map(letters.named, ids)}.values())
    return [letter for letter in letters.of(batch) if not letter.dropped]


def _row(letter: "Letter") -> dict[str, Any]:
    return {name: getattr(letter, name) for name in COLUMNS}
