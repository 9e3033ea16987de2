"""Entities, the names they go by, and publishers."""

from collections.abc import Iterator

from graphkit.ontology import Ontology
from graphkit.store.connection import Connection
from graphkit.store.ids import name_id, publisher_id
from graphkit.store.lookup_key import lookup_key
from graphkit.store.pages import pages
from graphkit.store.support import UNSETTLED_ENTITIES
from graphkit.store.verify.problem import Problem
from graphkit.store.vocabulary import Vocabulary

ENTITIES = """
MATCH (entity:Entity)
RETURN entity.id AS id, entity.kind AS kind, labels(entity) AS labels,
       coalesce(entity.articles, 0) AS articles, COUNT { (entity)<-[:MENTIONS]-() } AS mentions,
       EXISTS { (entity)<-[:NAMES]-(:Name {canonical: true}) } AS named
"""
ENTITY_IDS = "MATCH (entity:Entity) RETURN entity.id AS id"
NAMES = """
MATCH (name:Name)
RETURN name {.*} AS name, [(name)-[:NAMES]->(entity) | entity.id] AS bearers,
       EXISTS { (name)<-[:USES_NAME]-(:Article) } AS used
"""
PUBLISHERS = """
MATCH (publisher:Publisher)
RETURN publisher.id AS id, publisher.name AS name,
       EXISTS { (publisher)<-[:PUBLISHED_BY]-(:Article) } AS publishes
"""


def entities(connection: Connection, ontology: Ontology, words: Vocabulary) -> Iterator[Problem]:
    """Each is mentioned, called what articles call it, and labelled with its kind and nothing else."""
    for row in connection.stream(ENTITIES):
        if row["mentions"] == 0:
            yield Problem("orphan", row["id"], "an entity no article mentions")
        elif row["mentions"] != row["articles"]:
            yield Problem("entity", row["id"], f"articles is {row['articles']}, {row['mentions']} mention it")
        if not row["named"]:
            yield Problem("entity", row["id"], "no article says what it is called")
        labels = words.kinds.get(row["kind"])
        if labels is None:
            yield Problem("entity", row["id"], f"of kind {row['kind']!r}, which the ontology doesn't declare")
        elif sorted(labels) != sorted(row["labels"]):
            yield Problem("entity", row["id"], f"labelled {sorted(row['labels'])}, not {sorted(labels)}")
    for page in pages(row["id"] for row in connection.stream(ENTITY_IDS)):
        for row in connection.rows(UNSETTLED_ENTITIES, ids=page):
            yield Problem("entity", row["id"], f"isn't what articles call it: {row['set']}")


def names(connection: Connection, ontology: Ontology, words: Vocabulary) -> Iterator[Problem]:
    """Each is used, belongs to one entity, and can be looked up."""
    for row in connection.stream(NAMES):
        name = row["name"]
        if not row["used"]:
            yield Problem("orphan", name["id"], f"a name no article uses: {name['name']!r}")
        if row["bearers"] != [name["entity"]]:
            yield Problem("name", name["id"], f"of {name['entity']}, linked are {row['bearers']}")
        if name["key"] != lookup_key(name["name"]):
            yield Problem("name", name["id"], f"{name['name']!r} can't be looked up by {name['key']!r}")
        canonical = name["canonical"]
        if name["id"] != name_id(
            name["entity"],
            name["name"],
            canonical=canonical,
            kind=name.get("kind"),
            wikidata=name.get("wikidata"),
            country=name.get("country"),
            sector=name.get("sector"),
        ):
            yield Problem("name", name["id"], "its id isn't the digest of what it says")


def publishers(connection: Connection, ontology: Ontology, words: Vocabulary) -> Iterator[Problem]:
    """Each has published something, and its id is the digest of its name."""
    for row in connection.stream(PUBLISHERS):
        if not row["publishes"]:
            yield Problem("orphan", row["id"], f"a publisher without articles: {row['name']!r}")
        if row["id"] != publisher_id(row["name"]):
            yield Problem("publisher", row["id"], "its id isn't the digest of its name")
