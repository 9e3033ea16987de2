"""Plain text to an `Article`."""

from collections.abc import Sequence
from pathlib import Path

from graphkit.errors import EmptyArticle
from graphkit.model import Article
from graphkit.sources.boilerplate import without_boilerplate, without_other_headlines
from graphkit.sources.characters import repair
from graphkit.sources.dates import date_in_name
from graphkit.sources.encoding import decode
from graphkit.sources.front import Front, read_front
from graphkit.sources.headline import Choice, choose
from graphkit.sources.inputs import Input
from graphkit.sources.language import check_language, refuse
from graphkit.sources.notes import KEYS, NOTHING, Notes, over
from graphkit.sources.options import Options
from graphkit.sources.paragraphs import paragraphs
from graphkit.sources.urls import tidy


def read_text(
    raw: bytes, path: str | None = None, options: Options | None = None, notes: Notes | None = None
) -> Article:
    """The article in the bytes of a plain text.

    path: the file it came from, None for standard input. notes: what is known beside the text.
    The date of publication is that of the options, else of the notes, else of the front of the text, else of
    the file name, else None.
    Raises NotText, EmptyArticle or WrongLanguage.
    """
    source = Input(Path(path) if path else None, known=notes or Notes())
    return compose(decode(raw, source.name), source, options or Options())


def compose(text: str, source: Input, options: Options, said: Notes = NOTHING) -> Article:
    """The article in a text that is characters already: repaired, its front read, boilerplate left out.

    said: what the page, record or mail itself says about it: more than its container, less than what is known.
    """
    name, notes = source.name, over(source.known, over(said, source.said))
    front = read_front(paragraphs(repair(text)), options.phrases)
    body = without_other_headlines(without_boilerplate(front.body, options.phrases))
    if not body:
        raise EmptyArticle(f"{name} holds no text: give a file with an article in it")
    known = _known(notes, front)
    sure = source.known.language or front.fields.get("language")
    if sure is not None:
        refuse(sure, options.languages, name)
    language = sure or check_language("\n\n".join(body), options.languages, name, known.language)
    heading = _heading(front.headlines, body, known.title)
    return Article(
        text="\n\n".join(part for part in (heading.title, *heading.decks, *body) if part),
        title=heading.title,
        url=known.url or (tidy(source.url) if source.url else None),
        path=source.place,
        publisher=known.publisher,
        byline=known.byline,
        place=known.place,
        published=options.published or known.published or date_in_name(source.file_name),
        language=language,
    )


def _known(notes: Notes, front: Front) -> Notes:
    """The notes, and what the front of the text says where they say nothing."""
    said = {**front.fields, "published": front.published}
    return Notes(**{key: getattr(notes, key) or said.get(key) for key in KEYS})


def _heading(headlines: Sequence[str], body: Sequence[str], title: str | None) -> Choice:
    """The headline and its decks; a title known beside the text stands for the text's own headline."""
    found = choose(headlines, body)
    if title is None:
        return found
    return Choice(title, tuple(deck for deck in found.decks if deck != title))
