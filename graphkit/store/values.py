"""What a query gives, as plain values: for JSON, and for a table."""

from typing import Any

from neo4j.graph import Node, Path, Relationship
from neo4j.time import Date, DateTime, Duration, Time


def plain(value: Any) -> Any:
    """The value as JSON takes it: nodes and relationships as objects, times as ISO text."""
    if isinstance(value, Node | Relationship | Path):
        return _drawn(value)
    if isinstance(value, list):
        return [plain(each) for each in value]
    if isinstance(value, dict):
        return {name: plain(each) for name, each in value.items()}
    if isinstance(value, Date | DateTime | Time | Duration):
        return value.iso_format()
    return value if isinstance(value, str | int | float | bool | None) else str(value)


def _drawn(value: Node | Relationship | Path) -> dict[str, Any]:
    if isinstance(value, Path):
        nodes, links = [plain(node) for node in value.nodes], [plain(link) for link in value.relationships]
        return {"nodes": nodes, "relationships": links}
    properties = {name: plain(each) for name, each in sorted(value.items())}
    if isinstance(value, Node):
        return {"id": value.get("id"), "labels": sorted(value.labels), "properties": properties}
    start, end = (None if node is None else node.get("id") for node in (value.start_node, value.end_node))
    return {"type": value.type, "start": start, "end": end, "properties": properties}


def shown(value: Any) -> str:
    """The plain value for one cell of a table: a node by its name, an edge by its type, a path in words."""
    if value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(shown(each) for each in value)
    if isinstance(value, dict):
        if "relationships" in value:
            return _path(value)
        if "labels" in value:
            return str(value["properties"].get("name") or value["id"])
        return str(value.get("type") or value)
    return str(value)


def _path(path: dict[str, Any]) -> str:
    """Russia -INVADE-> Ukraine <-REJECT- United States."""
    nodes = path["nodes"]
    said = shown(nodes[0])
    for link, before, node in zip(path["relationships"], nodes[:-1], nodes[1:], strict=True):
        forward = link["start"] == before["id"]
        said += f" -{link['type']}-> " if forward else f" <-{link['type']}- "
        said += shown(node)
    return said
