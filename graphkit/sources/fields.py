"""From the keys and values of JSON or CSV to an article: the same for both."""

import re
from collections.abc import Mapping
from typing import Any

from graphkit.errors import EmptyArticle
from graphkit.model import Article
from graphkit.sources.inputs import Input
from graphkit.sources.mapping import FieldMap
from graphkit.sources.notes import over
from graphkit.sources.said import said
from graphkit.sources.text import compose
from graphkit.sources.tools import Tools

TAG = re.compile(
    r"</?(?:p|br|div|span|h[1-6]|ul|ol|li|a|em|strong|b|i|blockquote|figure|img|article|section)\b[^<>]{0,500}>",
    re.IGNORECASE,
)
MOST_KEYS = 12
"""Keys that a message names."""


def article_of(record: Mapping[str, Any], source: Input, fields: FieldMap, tools: Tools) -> Article:
    """The article in a record; EmptyArticle names its keys where none of them is the text."""
    text = _joined(fields.pick(record, "text"))
    if not text.strip():
        keys = ", ".join(str(key)[:40] for key in list(record)[:MOST_KEYS]) or "none"
        raise EmptyArticle(
            f"{source.name} has no text: its keys are {keys}; say in a mapping which one holds it "
            f"(fields: text: KEY), or call it {fields.names('text').partition(',')[0] or 'text'}"
        )
    notes = said(
        tools.options.phrases,
        source.name,
        title=_plain(_name(fields.pick(record, "title")), source, tools),
        url=_name(fields.pick(record, "url")),
        publisher=_name(fields.pick(record, "publisher")),
        byline=_names(fields.pick(record, "byline")),
        published=_name(fields.pick(record, "published")),
        where=_name(fields.pick(record, "place")),
        language=_name(fields.pick(record, "language")),
        pattern=fields.dates,
    )
    return compose(_plain(text, source, tools), source, tools.options, over(fields.always, notes))


def _joined(value: Any) -> str:
    """A text, or paragraphs as a list of texts."""
    if isinstance(value, list):
        return "\n\n".join(each for each in value if isinstance(each, str))
    return value if isinstance(value, str) else ""


def _name(value: Any) -> Any:
    """A value, or the name or title in an object that has one, or the first of a list."""
    for _ in range(2):
        if isinstance(value, list):
            value = value[0] if value else None
        if isinstance(value, Mapping):
            value = next((value[key] for key in ("name", "title", "value", "url") if value.get(key)), None)
    return value


def _names(value: Any) -> Any:
    return [_name(each) for each in value] if isinstance(value, list) else _name(value)


def _plain(value: Any, source: Input, tools: Tools) -> Any:
    """The text of a value that is HTML; any other as it is."""
    if not isinstance(value, str) or TAG.search(value) is None:
        return value
    return tools.parse("fragment", value.encode("utf-8", "replace"), source.name)["text"]
