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
from graphkit.sources.inputs import STDIN
from graphkit.sources.language import check_language, refuse
from graphkit.sources.notes import KEYS, Notes
from graphkit.sources.options import Options
from graphkit.sources.paragraphs import paragraphs


def read_text(
    raw: bytes, path: str | None = None, options: Options | None = None, notes: Notes | None = None
) -> Article:
    """The article in the bytes of a plain text.

    path: the file it came from, None for standard input. notes: what is known beside the text.
    The date of publication is that of the options, else of the notes, else of the front of the text, else of
    the file name, else None.
    Raises NotText, EmptyArticle or WrongLanguage.
    """
    options = options or Options()
    name = path or STDIN
    return compose(decode(raw, name), path, options, notes or Notes())


def compose(text: str, path: str | None, options: Options, notes: Notes) -> Article:
    """The article in a text that is characters already: repaired, its front read, boilerplate left out."""
    name = path or STDIN
    front = read_front(paragraphs(repair(text)), options.phrases)
    body = without_other_headlines(without_boilerplate(front.body, options.phrases))
    if not body:
        raise EmptyArticle(f"{name} holds no text: give a file with an article in it")
    known = _known(notes, front)
    if known.language is not None:
        refuse(known.language, options.languages, name)
    language = known.language or check_language("\n\n".join(body), options.languages, name)
    heading = _heading(front.headlines, body, known.title)
    return Article(
        text="\n\n".join(part for part in (heading.title, *heading.decks, *body) if part),
        title=heading.title,
        url=known.url,
        path=path,
        publisher=known.publisher,
        byline=known.byline,
        place=known.place,
        published=options.published or known.published or date_in_name(Path(path or "").name),
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
