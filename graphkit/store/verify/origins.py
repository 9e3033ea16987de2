"""Sketches and origins: each article's are those of its text and of the texts copied from it."""

from collections.abc import Iterator
from typing import Any

from graphkit.ontology import Ontology
from graphkit.store.connection import Connection
from graphkit.store.origins import all_groups, as_sketch
from graphkit.store.resketch import as_article
from graphkit.store.sketch import sketch
from graphkit.store.verify.problem import Problem
from graphkit.store.vocabulary import Vocabulary

SKETCHED = """
MATCH (article:Article)
OPTIONAL MATCH (sketch:Sketch {id: article.id})
RETURN article {.id, .title, .byline, .publisher, .credit} AS article, sketch {.*} AS sketch,
       COLLECT { MATCH (article)-[:TEXT]->(text:ArticleText) RETURN text.text } AS texts
"""
STRAY = """
MATCH (sketch:Sketch) WHERE NOT EXISTS { MATCH (:Article {id: sketch.id}) } RETURN sketch.id AS id
"""
ORIGINS = "MATCH (article:Article) RETURN article.id AS id, article.origin AS origin"


def sketches(connection: Connection, ontology: Ontology, words: Vocabulary) -> Iterator[Problem]:
    """Every article has a sketch, and where its text is kept it is that of the text."""
    for row in connection.stream(SKETCHED):
        article, found = row["article"], row["sketch"]
        if found is None:
            yield Problem("sketch", article["id"], "the article has none: run `graphkit rebuild`")
        elif row["texts"] and _as_found(found) != sketch(as_article(article, row["texts"][0])):
            yield Problem("sketch", article["id"], "isn't that of the article's text")
        elif article["credit"] != found.get("credit"):
            told = f"{article['credit']!r}, its sketch has {found.get('credit')!r}"
            yield Problem("article", article["id"], f"credit is {told}")
    for row in connection.stream(STRAY):
        yield Problem("sketch", row["id"], "belongs to no article")


def origins(connection: Connection, ontology: Ontology, words: Vocabulary) -> Iterator[Problem]:
    """Articles have one origin where, and only where, copying ties them."""
    groups = all_groups(connection)
    for row in connection.stream(ORIGINS):
        if row["origin"] != groups.of(row["id"]):
            wanted = f"{row['origin']}, the texts make it {groups.of(row['id'])}"
            yield Problem("article", row["id"], f"origin is {wanted}")


def _as_found(found: dict[str, Any]) -> Any:
    names = ("bands", "shingles", "rate", "credit")
    return as_sketch({name: found.get(name) for name in names})
