"""Articles as one page: the text with its mentions and claims marked, and each claim drawn beside it."""

from collections.abc import Iterable, Iterator
from typing import Any

from graphkit.model import Extraction
from graphkit.pages.claims import STANCES, told
from graphkit.pages.drawing import asset, environment, policy
from graphkit.pages.pieces import Marked, mark

Json = dict[str, Any]
SCRIPTS = ("cytoscape.min.js", "graph.js", "view.js")


def page(extractions: Iterable[Extraction]) -> Iterator[str]:
    """The page in parts, one article at a time; the same bytes for the same extractions.

    Of several articles it begins with a list of them.
    """
    made = environment()
    articles = []
    yield made.get_template("head.html").render(
        policy=policy(SCRIPTS), style=asset("view.css"), title="Articles and their claims"
    )
    for number, extraction in enumerate(extractions):
        article = _article(extraction, number)
        articles.append({key: article[key] for key in ("number", "title", "facts", "told")})
        yield made.get_template("article.html").render(article)
    yield made.get_template("foot.html").render(
        articles=articles, scripts=[asset(name) for name in SCRIPTS], stances=STANCES
    )


def _article(extraction: Extraction, number: int) -> Json:
    article, marked = extraction.article, mark(extraction)
    claims = told(extraction, marked)
    entities = [
        {"name": entity.name, "kind": entity.type, "id": entity.id, "wikidata": entity.wikidata}
        for entity in extraction.entities
    ]
    stances = [claim["stance"] for claim in claims]
    counts = [(name, word, meaning, stances.count(name)) for name, word, meaning in STANCES]
    return {
        "number": number,
        "title": article.title or article.path or article.id,
        "headed": bool(article.title),
        "language": article.language,
        "facts": [
            fact for fact in (article.published, article.publisher, article.byline, article.place) if fact
        ],
        "url": article.url,
        "extractor": extraction.extractor,
        "paragraphs": list(_numbered(marked)),
        "entities": entities,
        "claims": claims,
        "told": len(claims),
        "counts": [count for count in counts if count[3]],
        "data": {"entities": entities, "claims": claims},
    }


def _numbered(marked: Marked) -> Iterator[list[Json]]:
    """Paragraphs of pieces; the first piece of a claim's predicate is where a reader takes hold of it."""
    number = 0
    held: set[int] = set()
    for paragraph in marked.paragraphs:
        pieces = []
        for piece in paragraph:
            taken = [claim for claim in piece.claims if claim not in held]
            held.update(taken)
            pieces.append({"number": number, "piece": piece, "handle": bool(taken)})
            number += 1
        yield pieces
