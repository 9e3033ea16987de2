"""Neo4j Browser: a link that opens it with a query ready, and graphkit's colours as a command it runs.

As Browser 5.24 reads them, which Neo4j 5.26 serves: `dbms` and `db` fill the connection form, `cmd=edit` with
`arg` the editor. The password is asked for, and the query waits for a click.
"""

import json
import re
from collections.abc import Mapping
from urllib.parse import quote, urlsplit

Value = str | int | float | bool | None | list["Value"]
"""What a saved query's parameter may be."""

RULE = re.compile(r"([\w.*-]+)\s*\{((?:\"[^\"]*\"|[^}\"])*)\}")
DECLARATION = re.compile(r"([\w-]+)\s*:\s*(?:\"([^\"]*)\"|([^;\"]+?))\s*;")
PARAMETER = re.compile(
    r"""
    "(?:\\.|[^"\\])*" | '(?:\\.|[^'\\])*' | `(?:``|[^`])*` | //[^\n]* | /\*.*?\*/  # $ is but a character
    | \$(?P<name>\w+)
    """,
    re.VERBOSE | re.DOTALL,
)


def link(
    http_url: str,
    uri: str,
    username: str,
    database: str,
    cypher: str,
    parameters: Mapping[str, Value] | None = None,
) -> str:
    """The Browser at `http_url` with the connection to `uri` filled in and the query in the editor.

    Parameters given are written out in the query: it would show no graph for one that sets them first.
    """
    server = urlsplit(uri)
    fields = {
        "dbms": f"{server.scheme}://{username}@{server.netloc}",
        "db": database,
        "cmd": "edit",
        "arg": unsplittable(inline(cypher, parameters or {})),
    }
    return f"{http_url}/browser/?" + "&".join(
        f"{key}={quote(value, safe='')}" for key, value in fields.items()
    )


def usual_http_url(uri: str) -> str:
    """Where a server at `uri` serves its Browser unless it was told otherwise."""
    server = urlsplit(uri)
    secure = server.scheme.endswith(("+s", "+ssc"))
    return f"https://{server.hostname}:7473" if secure else f"http://{server.hostname}:7474"


def inline(cypher: str, parameters: Mapping[str, Value]) -> str:
    """The query with the given parameters written out as literals."""

    def written(found: re.Match[str]) -> str:
        name = found["name"]
        return literal(parameters[name]) if name in parameters else found[0]

    return PARAMETER.sub(written, cypher)


def literal(value: Value) -> str:
    """A value as Cypher: JSON's strings, numbers and lists are Cypher's too."""
    return json.dumps(value, ensure_ascii=False)


def unsplittable(cypher: str) -> str:
    """The same query without `&` and `#`, at which the Browser, decoding first, would cut it."""
    return cypher.replace("&", "\\u0026").replace("#", "\\u0023")


def style_command(grass: str) -> str:
    """A style sheet as one command, without the colon, that Neo4j Browser can run at login.

    In JSON, because each `;` of a style sheet's own form would end the command.
    """
    return "style " + json.dumps(read_grass(grass), separators=(",", ":"))


def read_grass(grass: str) -> dict[str, dict[str, str]]:
    """The rules of a style sheet: selector to properties."""
    return {
        selector: {key: quoted or plain for key, quoted, plain in DECLARATION.findall(body)}
        for selector, body in RULE.findall(grass)
    }
