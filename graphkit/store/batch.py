"""Rows of several whole articles, grouped by the statement that writes them and sorted by id."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graphkit.store.rows import ArticleRows, Row

Grouped = Mapping[str, tuple[Row, ...]]


@dataclass(frozen=True, slots=True)
class GraphBatch:
    """What one transaction writes.

    nodes: rows {id, set} by label. entities: the same by kind. links: rows {start, end ...} by type.
    The same articles give the same batch in any order; no two rows of a group are about the same thing.
    """

    articles: tuple[ArticleRows, ...]
    nodes: Grouped
    entities: Grouped
    links: Grouped

    def ids(self, label: str) -> list[str]:
        """Ids of the nodes of a label, sorted."""
        return [row["id"] for row in self.nodes.get(label, ())]

    @property
    def entities_called(self) -> list[Row]:
        """Rows of all entities; one that articles describe in two ways has two.

        Of these one alone is written, as if the others weren't there: what articles know together is to be settled.
        """
        found: dict[str, list[Row]] = {}
        for article in self.articles:
            for rows in article.entities.values():
                for row in rows:
                    known = found.setdefault(row["id"], [])
                    if row not in known:
                        known.append(row)
        return [row for id_ in sorted(found) for row in found[id_]]


def graph_batch(articles: Iterable[ArticleRows]) -> GraphBatch:
    """The articles' rows as one batch; the articles must differ in id."""
    ordered = tuple(sorted(articles, key=lambda article: article.id))
    return GraphBatch(
        articles=ordered,
        nodes=_gathered((article.nodes for article in ordered), _node),
        entities=_gathered((article.entities for article in ordered), _node),
        links=_gathered((article.links for article in ordered), _link),
    )


def chunks(rows: tuple[Row, ...], size: int) -> Iterator[list[Row]]:
    """The rows, so many at a time."""
    for start in range(0, len(rows), size):
        yield list(rows[start : start + size])


def _gathered(groups: Iterable[Mapping[str, list[Row]]], key: Any) -> Grouped:
    found: dict[str, dict[Any, Row]] = defaultdict(dict)
    for group in groups:
        for name, rows in group.items():
            for row in rows:
                there = found[name].get(key(row))
                found[name][key(row)] = row if there is None else smaller(there, row)
    return {name: tuple(rows[k] for k in sorted(rows)) for name, rows in sorted(found.items())}


def smaller(one: Row, other: Row) -> Row:
    """Of two rows about one thing the smaller, whichever came first."""
    return other if other != one and _weight(other) < _weight(one) else one


def _weight(row: Row) -> list[tuple[str, bool, Any]]:
    """Compares as the values do, absent ones first."""
    properties = row.get("set", {})
    return [(name, value is not None, _comparable(value)) for name, value in sorted(properties.items())]


def _comparable(value: Any) -> Any:
    """Text compared as the database does, by UTF-16 units: both must keep the same one as the smaller."""
    return value.encode("utf-16-be") if isinstance(value, str) else value


def _node(row: Row) -> str:
    id_: str = row["id"]
    return id_


def _link(row: Row) -> tuple[str, str, str]:
    return row["start"], row["end"], row.get("key", "")
