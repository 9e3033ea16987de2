"""What the graph keeps of articles as they were: earlier texts, and what retracted ones said."""

from collections.abc import Iterator

from graphkit.errors import StoreError
from graphkit.model import digest
from graphkit.ontology import Ontology
from graphkit.store.connection import Connection
from graphkit.store.kept import unpack
from graphkit.store.verify.problem import Problem
from graphkit.store.vocabulary import Vocabulary

VERSIONS = """
MATCH (version:ArticleVersion)
RETURN version {.*} AS version, COUNT { (version)<-[:VERSION]-(:Article) } AS articles
"""
KEPT = """
MATCH (kept:RetractedArticle)
RETURN kept.id AS id, kept.said AS said, EXISTS { MATCH (:Retraction {id: kept.id}) } AS retracted
"""


def versions(connection: Connection, ontology: Ontology, words: Vocabulary) -> Iterator[Problem]:
    """Each is an earlier text of one article, under the id that is its digest."""
    for row in connection.stream(VERSIONS):
        version = row["version"]
        if row["articles"] != 1:
            yield Problem("version", version["id"], f"an earlier text of {row['articles']} articles")
        said = (version["article"], version["text_sha256"], version.get("first_seen"))
        if version["id"] != digest("av", said):
            yield Problem("version", version["id"], "its id isn't the digest of article, text and time")
        if len({len(version[name]) for name in ("claims", "told", "quotes")}) != 1:
            yield Problem("version", version["id"], "its claims, their wording and quotes differ in number")


def kept(connection: Connection, ontology: Ontology, words: Vocabulary) -> Iterator[Problem]:
    """What a retracted article said is there as long as the retraction, and can be brought back."""
    for row in connection.stream(KEPT):
        if not row["retracted"]:
            yield Problem("retraction", row["id"], "what it said is kept, although it isn't retracted")
        try:
            unpack(row["said"])
        except (StoreError, ValueError, KeyError, TypeError, IndexError) as error:
            yield Problem("retraction", row["id"], f"what it said can't be brought back: {error!r}")
