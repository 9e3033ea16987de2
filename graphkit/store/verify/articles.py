"""Articles, their texts, and the evidence in them."""

import hashlib
from collections.abc import Iterator

from graphkit.model import digest
from graphkit.ontology import Ontology
from graphkit.store.connection import Connection, Row
from graphkit.store.ids import evidence_key
from graphkit.store.verify.problem import Problem
from graphkit.store.vocabulary import Vocabulary

ARTICLES = """
MATCH (article:Article)
RETURN article {.*} AS article, COUNT { (article)-[:LOADED_IN]->(:Run) } AS runs,
       COLLECT { MATCH (article)-[:TEXT]->(text:ArticleText) RETURN text.text } AS texts,
       COLLECT { MATCH (article)-[:PUBLISHED_BY]->(publisher:Publisher) RETURN publisher.name } AS publishers
"""
STRAY_TEXTS = """
MATCH (text:ArticleText) WHERE NOT EXISTS { (text)<-[:TEXT]-(:Article {id: text.id}) } RETURN text.id AS id
"""
EVIDENCE = """
MATCH (article:Article)
RETURN article.id AS article, [(article)-[:TEXT]->(text) | text.text] AS texts,
       [(article)<-[evidence:EVIDENCE]-(claim) | {claim: claim.id, evidence: properties(evidence)}] AS places
"""
RETURNED = """
MATCH (retraction:Retraction) MATCH (article:Article {id: retraction.id}) RETURN article.id AS id
"""


def articles(connection: Connection, ontology: Ontology, words: Vocabulary) -> Iterator[Problem]:
    """Ids are digests of URL or text; the text is the one that was read."""
    for row in connection.stream(ARTICLES):
        article = row["article"]
        for message in _article(article, row):
            yield Problem("article", article.get("id") or "without id", message)
    for row in connection.stream(STRAY_TEXTS):
        yield Problem("text", row["id"], "belongs to no article")


def evidence(connection: Connection, ontology: Ontology, words: Vocabulary) -> Iterator[Problem]:
    """Every quote equals the text at its offsets, and its key is the digest of its place."""
    for row in connection.stream(EVIDENCE):
        text = row["texts"][0] if row["texts"] else None
        for place in row["places"]:
            found = place["evidence"]
            for message in _evidence(found, place["claim"], row["article"], text):
                yield Problem("evidence", str(found.get("key")), message)


def tombs(connection: Connection, ontology: Ontology, words: Vocabulary) -> Iterator[Problem]:
    """No retracted article is in the graph."""
    for row in connection.stream(RETURNED):
        yield Problem("retraction", row["id"], "the article is in the graph although it was retracted")


def _article(article: Row, row: Row) -> Iterator[str]:
    text = row["texts"][0] if row["texts"] else None
    url = article.get("url")
    if url is not None and article["id"] != digest("a", ["url", url]):
        yield "its id isn't the digest of its URL"
    if url is None and text is not None and article["id"] != digest("a", ["text", text]):
        yield "its id isn't the digest of its text"
    if text is not None and article.get("text_sha256") != hashlib.sha256(text.encode()).hexdigest():
        yield "its text isn't the one that was read: SHA-256 differs"
    if len(row["texts"]) > 1:
        yield f"it has {len(row['texts'])} texts"
    if row["runs"] != 1:
        yield f"it was loaded in {row['runs']} runs, not in one"
    if row["publishers"] != [" ".join(p.split()) for p in (article.get("publisher"),) if p]:
        yield f"its publisher is {article.get('publisher')!r}, linked are {row['publishers']}"


def _evidence(found: Row, claim: str, article: str, text: str | None) -> Iterator[str]:
    if found.get("key") != evidence_key(claim, article, found["claim_start"], found["claim_end"]):
        yield "its key isn't the digest of claim and place"
    start, end = found["start"], found["end"]
    if not start <= found["claim_start"] <= found["claim_end"] <= end:
        yield "the claim stands outside its quote"
    if end - start != len(found["quote"]):
        yield f"the quote has {len(found['quote'])} characters, its offsets span {end - start}"
    elif text is not None and text[start:end] != found["quote"]:
        yield f"quotes {found['quote']!r} at {start}-{end}, where the text has {text[start:end]!r}"
