"""Earlier texts of articles: what they claimed, and from when to when they stood."""

from collections.abc import Mapping
from dataclasses import dataclass

from graphkit.model import digest
from graphkit.store import declarations as d
from graphkit.store.connection import Row, fetch
from graphkit.store.statements import merge_nodes, merge_relationships
from graphkit.store.support import Tx, merge

STOOD = """
UNWIND $ids AS id
MATCH (article:Article {id: id}) USING INDEX SEEK article:Article(id)
RETURN article {.*} AS article,
  COLLECT {
    MATCH (article)<-[evidence:EVIDENCE]-(claim:Claim)
    WITH claim, evidence ORDER BY evidence.start, evidence.key
    RETURN {claim: claim.id, told: evidence.claim, quote: evidence.quote}
  } AS told,
  COLLECT { MATCH (article)-[:VERSION]->(version:ArticleVersion) RETURN version.id ORDER BY version.id } AS versions
ORDER BY id
"""
REMOVE_VERSIONS = """
UNWIND $ids AS id
MATCH (article:Article {id: id})-[:VERSION]->(version:ArticleVersion) USING INDEX SEEK article:Article(id)
DETACH DELETE version
RETURN count(*) AS removed
"""


@dataclass(frozen=True, slots=True)
class Earlier:
    """Rows of earlier texts: nodes, and links from the articles that took their place."""

    nodes: tuple[Row, ...]
    links: tuple[Row, ...]


def earlier_texts(tx: Tx, successors: Mapping[str, str], at: str) -> Earlier:
    """To be asked before articles are written over or removed.

    successors: by the id of each article whose text is to go, that of the article with the new text, the same
    for an article by URL. at: when. What came before an article goes on to its successor.
    """
    nodes, links = [], []
    for row in fetch(tx, STOOD, ids=sorted(successors)):
        article, successor = row["article"], successors[row["article"]["id"]]
        version = _version(article, row["told"], at)
        nodes.append(version)
        links += [{"start": successor, "end": id_} for id_ in (version["id"], *row["versions"])]
    return Earlier(tuple(nodes), tuple(links))


def write_earlier(tx: Tx, earlier: Earlier) -> None:
    """When the articles that took their place are there."""
    merge(tx, merge_nodes(d.ARTICLE_VERSION), list(earlier.nodes))
    merge(tx, merge_relationships(d.VERSION), list(earlier.links))


def remove_versions(tx: Tx, articles: list[str]) -> None:
    """Takes earlier texts away with the articles."""
    fetch(tx, REMOVE_VERSIONS, ids=articles)


def _version(article: Row, told: list[Row], at: str) -> Row:
    first = {each["claim"]: each for each in reversed(told)}
    claims = [each for each in told if first[each["claim"]] is each]
    properties = {
        "name": f"earlier text of {article['name']}",
        "article": article["id"],
        "text_sha256": article["text_sha256"],
        "extractor": article["extractor"],
        "first_seen": article.get("seen"),
        "replaced": at,
        "title": article.get("title"),
        "published": article.get("published"),
        "claims": [each["claim"] for each in claims],
        "told": [each["told"] for each in claims],
        "quotes": [each["quote"] for each in claims],
    }
    id_ = digest("av", [article["id"], article["text_sha256"], article.get("seen")])
    return {"id": id_, "set": d.ARTICLE_VERSION.row(properties)}
