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
    connection.write(lambda tx: tx.run(STRAY).consume())
    after = ""
    while page := connection.rows(TEXTS, after=after, limit=PAGE):
        rows = [_row(row["article"], row["text"]) for row in page if row["text"] or not row["sketched"]]
        connection.write(partial(_write, rows=rows))
        after = page[-1]["article"]["id"]


def as_article(known: dict[str, Any], text: str) -> Article:
    """What of an article its sketch is made from."""
    return Article(text, known["title"] or "", byline=known["byline"], publisher=known["publisher"])


def _row(known: dict[str, Any], text: str | None) -> Row:
    article = as_article(known, text or "")
    made = sketch(article) if text else Sketch(f"n{known['id'].partition(':')[2]}", (), 1, None)
    return {"id": known["id"], "set": d.SKETCH.row(of_sketch(article, made))}


def _write(tx: Tx, rows: list[Row]) -> None:
    merge(tx, merge_nodes(d.SKETCH), rows)
    fetch(tx, CREDIT, rows=rows)
