"""The text of HTML as paragraphs, for HTML that is an article already: a feed's content, a field, a mail."""

import re
from collections.abc import Iterator

from lxml import etree, html

from graphkit.sources.parsers import Hostile

BLOCK_TAGS = (
    "address article aside blockquote body center dd details div dl dt fieldset figure footer form h1 h2 h3"
)
BLOCK_TAGS += (
    " h4 h5 h6 header hgroup hr html li main nav ol p pre section summary table tbody tfoot thead tr ul"
)
BLOCKS = frozenset(BLOCK_TAGS.split())
UNREAD_TAGS = (
    "audio button canvas embed figcaption form head iframe input math nav noscript object option script"
)
UNREAD_TAGS += " select style svg template textarea title video"
UNREAD = frozenset(UNREAD_TAGS.split())
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
SPACES = re.compile(r"[ \t\n\r\f]+")
GAPS = re.compile(r" *\n[ \n]*")
DEEPEST = 500
"""Elements within elements; written by people, a hundred are many."""


def parse_html(text: str) -> html.HtmlElement | None:
    """The tree, None where there is nothing in it; Hostile where it is nested as only a hostile page is."""
    # lxml refuses text that names an encoding, as XHTML does in its first line.
    encoded = re.sub(r"\A\s*<\?xml[^>]*\?>", "", text).encode("utf-8", "replace")
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    try:
        tree = etree.fromstring(encoded, parser) if encoded.strip() else None
    except etree.ParserError:
        return None
    except etree.XMLSyntaxError as error:
        if "depth" in str(error):
            raise Hostile(f"nests its HTML too deep ({error}): no page written by people does") from error
        return None
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise Hostile("nests its HTML too deep: no page written by people does")
    if tree is not None and _is_deep(tree):
        raise Hostile(f"nests its HTML more than {DEEPEST} deep: no page written by people does")
    return tree


def text_of(tree: html.HtmlElement) -> str:
    """The paragraphs, parted by blank lines; items of lists begin with a dash."""
    return GAPS.sub(lambda gap: "\n\n" if gap[0].count("\n") > 1 else "\n", "".join(_pieces(tree))).strip()


def _pieces(tree: html.HtmlElement) -> Iterator[str]:
    unread = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            unread += _is_unread(element, tag)
            if not unread:
                yield from _opening(element, tag)
            continue
        if not unread and tag in BLOCKS:
            yield "\n\n"
        unread -= _is_unread(element, tag)
        if not unread and element.tail and element is not tree:
            yield SPACES.sub(" ", element.tail)


def _opening(element: html.HtmlElement, tag: str) -> Iterator[str]:
    if tag in BLOCKS:
        yield "\n\n- " if tag == "li" else "\n\n"
    elif tag == "br":
        yield "\n"
    elif tag in ("td", "th"):
        yield " "
    if element.text:
        yield element.text if tag == "pre" else SPACES.sub(" ", element.text)


def _is_unread(element: html.HtmlElement, tag: str) -> bool:
    return (
        tag in UNREAD
        or element.get("hidden") is not None
        or bool(HIDDEN.search(element.get("style", "")[:500]))
    )


def _is_deep(tree: html.HtmlElement) -> bool:
    depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            return True
    return False
