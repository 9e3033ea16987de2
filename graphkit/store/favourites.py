"""Saved queries as favourites of Neo4j Browser: a zip file to drop on its window.

As Browser 5.24 reads one: each `.cypher` file in it is a favourite, in a folder of its folder's name; the first line
of a favourite is its title. Parameters are set once for all of them by `:param`, for which there are favourites too.
"""

import io
import zipfile
from collections.abc import Iterable, Iterator

from graphkit.store.browser import Value, inline, literal
from graphkit.store.header import SavedQuery
from graphkit.store.parameters import Parameter

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""Of the files in the zip, so that the same queries give the same bytes."""
FIRST = "graphkit, choose first"
EXAMPLES: dict[str, Value] = {"string": "talks", "integer": 10, "date": "2022-01-26", "boolean": True}
SOMEONE = "Russia"


def favourites(queries: Iterable[SavedQuery]) -> bytes:
    """The zip file."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files(queries):
            archive.writestr(zipfile.ZipInfo(name, EARLIEST), text)
    return packed.getvalue()


def files(queries: Iterable[SavedQuery]) -> Iterator[tuple[str, str]]:
    """Name and text of each: what chooses the parameters, then the queries by topic."""
    known = tuple(queries)
    wanted = {each.name: each for query in known for each in query.parameters if each.required}
    for name in sorted(wanted):
        yield f"{FIRST}/{name}.cypher", _choosing(wanted[name])
    for query in known:
        yield f"graphkit {query.topic}/{query.name}.cypher", favourite(query)


def favourite(query: SavedQuery) -> str:
    """One query, its title first, with what needn't be chosen written out."""
    body = "\n".join(line for line in query.text.strip().splitlines() if not line.startswith("//"))
    written = {each.name: each.default for each in query.parameters if not each.required}
    chosen = ", ".join(each.name for each in query.parameters if each.required)
    first = f"\n// choose first (folder {FIRST!r}): {chosen}" if chosen else ""
    return f"// {query.title}\n// {query.question}{first}\n{inline(body, written)}\n"


def _choosing(parameter: Parameter) -> str:
    name = parameter.name
    title = f"// Choose {name}\n// Put yours in place of "
    if parameter.type == "entity":
        found = f"MATCH (:Name {{key: toLower({literal(SOMEONE)})}})-[:NAMES]->(it:Entity)"
        return (
            f"{title}{SOMEONE}\n:param [{name}] => {{ {found} RETURN collect(DISTINCT it.id) AS {name} }}\n"
        )
    example = EXAMPLES[parameter.type]
    return f"{title}{example}\n:param {name} => {literal(example)}\n"
