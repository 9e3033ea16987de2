"""GraphML, which Gephi, yEd and networkx read (http://graphml.graphdrawing.org).

A list of an attribute is one JSON text, since GraphML has none.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from graphkit.store.export.columns import columns
from graphkit.store.export.part import Part

TYPES = {"integer": "long", "decimal": "double", "truth": "boolean", "list": "string", "text": "string"}
FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters no XML may hold."""
HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
"""


def lines(part: Part) -> Iterator[str]:
    """The file in lines; nodes before relationships."""
    known = columns(part)
    yield HEAD
    yield _declared("node", "labels", "string")
    yield _declared("node", "id", "string")
    yield from (_declared("node", name, TYPES[kind]) for name, kind in known.nodes.items())
    yield _declared("edge", "type", "string")
    yield from (_declared("edge", name, TYPES[kind]) for name, kind in known.links.items())
    yield '<graph id="graphkit" edgedefault="directed">\n'
    for node in part.nodes():
        values = {"labels": ":".join(node.labels), "id": node.id, **node.properties}
        yield f"<node id={_quoted(node.key)}>{_values('node', values)}</node>\n"
    for number, link in enumerate(part.links()):
        ends = f"source={_quoted(link.start)} target={_quoted(link.end)}"
        yield f'<edge id="r{number}" {ends}>{_values("edge", {"type": link.type, **link.properties})}</edge>\n'
    yield "</graph>\n</graphml>\n"


def _declared(of: str, name: str, type_: str) -> str:
    return f'<key id="{of}_{name}" for="{of}" attr.name="{name}" attr.type="{type_}"/>\n'


def _values(of: str, properties: Mapping[str, Any]) -> str:
    return "".join(f'<data key="{of}_{name}">{_text(value)}</data>' for name, value in properties.items())


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        value = json.dumps(value, ensure_ascii=False)
    # A carriage return as it stands would be read as a line feed.
    return escape(FORBIDDEN.sub("�", str(value)), {"\r": "&#13;"})


def _quoted(text: str) -> str:
    return quoteattr(FORBIDDEN.sub("�", text))
