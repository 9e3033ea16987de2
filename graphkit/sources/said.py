"""What a page, feed, file of data or mail says of an article, made into notes: repaired, checked, cut to size.

Unlike a file of notes, which a person wrote and can mend, what isn't as it should be is left out.
"""

import logging
from collections.abc import Sequence

from graphkit.sources.characters import repair
from graphkit.sources.language import code_of
from graphkit.sources.moments import moment
from graphkit.sources.notes import Notes
from graphkit.sources.phrases import Phrases
from graphkit.sources.urls import tidy

log = logging.getLogger(__name__)

LONGEST_TITLE = 500
LONGEST_NAME = 300
MOST_NAMES = 20


def said(
    phrases: Phrases,
    place: str,
    *,
    title: object = None,
    url: object = None,
    publisher: object = None,
    byline: object = None,
    published: object = None,
    where: object = None,
    language: object = None,
    pattern: str | None = None,
) -> Notes:
    """Notes from values as they were found. place: for a warning about a date that can't be read.

    where: the place it was sent from. pattern: a form of `strptime` for the date.
    """
    name = line(publisher, LONGEST_NAME)
    return Notes(
        title=line(title, LONGEST_TITLE),
        url=tidy(url) if isinstance(url, str) else None,
        publisher=phrases.publisher(name) if name else None,
        byline=listed(names_in(byline)),
        published=_published(published, place, pattern),
        place=line(where, LONGEST_NAME),
        language=language_code(language),
    )


def line(value: object, longest: int) -> str | None:
    """The value as one repaired line, None where it is empty, no text, or longer than it could be."""
    if not isinstance(value, str) or len(value) > 10 * longest:
        return None
    text = " ".join(repair(value).split())
    return text if 0 < len(text) <= longest else None


def names_in(value: object) -> list[str]:
    """The writers in a text or list of texts; "By" and what parts them are left out."""
    values = value if isinstance(value, list) else [value]
    lines = [text for each in values[:MOST_NAMES] if (text := line(each, LONGEST_NAME))]
    names = [name.strip() for text in lines for name in text.removeprefix("By ").split(";")]
    return list(dict.fromkeys(name for name in names if name and "://" not in name))[:MOST_NAMES]


def listed(names: Sequence[str]) -> str | None:
    """Jane Doe, John Roe and Ann Poe; None for nobody."""
    if len(names) < 2:
        return names[0] if names else None
    return f"{', '.join(names[:-1])} and {names[-1]}"


def language_code(value: object) -> str | None:
    """ISO 639-1 for "en-US", "en" or "English"."""
    if not isinstance(value, str) or len(value) > 40:
        return None
    return code_of(value.replace("_", "-").partition("-")[0])


def _published(value: object, place: str, pattern: str | None) -> str | None:
    found = moment(value, pattern)
    if found is None and value not in (None, ""):
        log.warning("%s: its date %.60r can't be read in one way, so its date is unknown", place, value)
    return found
