"""Sketches made again from the texts that are kept."""

from functools import partial
from typing import Any

from graphkit.model import Article
from graphkit.store import declarations as d
from graphkit.store.connection import Connection, Row, fetch
from graphkit.store.properties import of_sketch
from graphkit.store.sketch import Sketch, sketch
from graphkit.store.statements import merge_nodes
from graphkit.store.support import Tx, merge
from graphkit.store.write import take_turns

TEXTS = """
MATCH (article:Article) WHERE article.id > $after
WITH article ORDER BY article.id LIMIT $limit
OPTIONAL MATCH (article)-[:TEXT]->(text:ArticleText)
RETURN article {.id, .title, .byline, .publisher} AS article, text.text AS text,
       EXISTS { MATCH (:Sketch {id: article.id}) } AS sketched
ORDER BY article.id
"""
CREDIT = """
UNWIND $rows AS row
MATCH (article:Article {id: row.id}) USING INDEX SEEK article:Article(id)
SET article.credit = row.set.credit
RETURN count(*) AS credited
"""
STRAY = """
MATCH (sketch:Sketch) WHERE NOT EXISTS { MATCH (:Article {id: sketch.id}) }
DELETE sketch
"""
PAGE = 200


def resketch(connection: Connection) -> None:
    """Gives every article whose text is kept its sketch; one without text keeps it, or is a copy of none."""
    connection.write(_sweep)
    after: str | None = ""
    while after is not None:
        after = connection.write(partial(_page, after=after))


def as_article(known: dict[str, Any], text: str) -> Article:
    """What of an article its sketch is made from."""
    return Article(text, known["title"] or "", byline=known["byline"], publisher=known["publisher"])


def _row(known: dict[str, Any], text: str | None) -> Row:
    article = as_article(known, text or "")
    made = sketch(article) if text else Sketch(f"n{known['id'].partition(':')[2]}", (), 1, None)
    return {"id": known["id"], "set": d.SKETCH.row(of_sketch(article, made))}


def _sweep(tx: Tx) -> None:
    take_turns(tx, "rebuild")
    fetch(tx, STRAY)


def _page(tx: Tx, after: str) -> str | None:
    """The id of the last article of the page, None where there is no further one."""
    take_turns(tx, "rebuild")
    page = fetch(tx, TEXTS, after=after, limit=PAGE)
    rows = [_row(row["article"], row["text"]) for row in page if row["text"] or not row["sketched"]]
    merge(tx, merge_nodes(d.SKETCH), rows)
    fetch(tx, CREDIT, rows=rows)
    return page[-1]["article"]["id"] if page else None
