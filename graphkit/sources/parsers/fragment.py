"""A piece of HTML that is an article's text."""

from typing import Any

from graphkit.sources.parsers.blocks import parse_html, text_of


def parse(raw: bytes) -> dict[str, Any]:
    """The text of HTML in UTF-8: `{"text": ...}`."""
    tree = parse_html(raw.decode("utf-8", "replace"))
    return {"text": "" if tree is None else text_of(tree)}
