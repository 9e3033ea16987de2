"""What the graph must hold, worked out the slow and plain way: dicts of articles, and everything from scratch.

Nothing here asks the store how: ids of the model are used, keys the store makes for itself are not.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from graphkit.model import Claim, Entity, Extraction, Modality, Polarity
from graphkit.ontology import Ontology
from graphkit.store import Connection

Graph = dict[str, dict[Any, Any]]
Place = tuple[Claim, Extraction]


@dataclass
class Model:
    """Articles by id as they stand, and those taken out."""

    ontology: Ontology
    articles: dict[str, Extraction] = field(default_factory=dict)
    retracted: dict[str, Extraction] = field(default_factory=dict)

    def load(self, run: Iterable[Extraction]) -> None:
        """One run: of two versions of an article the later published counts, and a file holds one text."""
        for each in sorted(run, key=lambda each: each.article.published or ""):
            if self.bars(each):
                continue
            path = each.article.path if each.article.url is None else None
            for id_, other in list(self.articles.items()):
                if path is not None and other.article.url is None and other.article.path == path:
                    del self.articles[id_]
            self.articles[each.article.id] = each

    def bars(self, extraction: Extraction) -> bool:
        """Whether it, or what its file held before, was taken out."""
        article = extraction.article
        paths = {gone.article.path for gone in self.retracted.values() if gone.article.url is None}
        return article.id in self.retracted or (article.url is None and article.path in paths)

    def retract(self, id_: str) -> None:
        self.retracted[id_] = self.articles.pop(id_)

    def restore(self, id_: str) -> Extraction:
        """What was taken out, back again."""
        self.articles[id_] = self.retracted.pop(id_)
        return self.articles[id_]

    def graph(self) -> Graph:
        places = [(claim, each) for each in self.articles.values() for claim in each.claims]
        return {
            "articles": {id_: each.article.text_sha256 for id_, each in self.articles.items()},
            "tombstones": dict.fromkeys(self.retracted, True),
            "entities": self._entities(),
            "mentions": dict(self._mentions()),
            "claims": {id_: self._claim(at) for id_, at in _by(places, lambda claim: claim.id).items()},
            "evidence": {_key(claim, each): _quote(claim, each) for claim, each in places},
            "links": dict.fromkeys(self._links(places), True),
            "edges": {ends: _edge(at) for ends, at in _by(places, self._ends).items() if ends is not None},
        }

    def _entities(self) -> dict[str, Any]:
        called: dict[str, list[Entity]] = defaultdict(list)
        for each in self.articles.values():
            for entity in each.entities:
                called[entity.id].append(entity)
        return {id_: self._entity(entities) for id_, entities in called.items()}

    def _entity(self, called: list[Entity]) -> tuple[Any, ...]:
        """Where articles disagree, the first kind and name in the alphabet."""
        best = min(called, key=lambda entity: (entity.type, entity.name, entity.wikidata or ""))
        labels = sorted(self.ontology.kinds[best.type].labels(best.type))
        return best.name, best.type, best.wikidata, labels, len(called)

    def _mentions(self) -> Iterator[tuple[Any, Any]]:
        for id_, each in self.articles.items():
            for entity in each.entities:
                starts = {mention.start for mention in entity.mentions}
                yield (id_, entity.id), (len(starts), min(starts))

    def _claim(self, places: list[Place]) -> tuple[Any, ...]:
        claim, _ = places[0]
        best = min(places, key=_rank)
        return (
            *(claim.predicate.lemma, claim.relation, claim.polarity.value, claim.modality.value),
            *(None if end is None else end.entity for end in (claim.subject, claim.object, claim.speaker)),
            *(claim.happened, _quote(*best)[0], *_support(places)),
        )

    def _links(self, places: list[Place]) -> Iterator[tuple[str, str, str, str | None]]:
        for claim, _ in places:
            ends = (("SUBJECT", claim.subject), ("OBJECT", claim.object), ("SAID_BY", claim.speaker))
            yield from ((name, claim.id, end.entity, None) for name, end in ends if end is not None)
            for argument in claim.arguments:
                if argument.entity is not None and argument.role == "place":
                    yield "PLACE", claim.id, argument.entity, None
                elif argument.entity is not None:
                    yield "ABOUT", claim.id, argument.entity, argument.role
            if claim.content_of is not None:
                yield "CONTENT", claim.content_of, claim.id, None

    def _ends(self, claim: Claim) -> tuple[str, str, str, str | None] | None:
        """Type and ends of the edge it draws; only what is affirmed and asserted draws one."""
        if (claim.polarity, claim.modality) != (Polarity.AFFIRMED, Modality.ASSERTED) or claim.object is None:
            return None
        ends = [claim.subject.entity, claim.object.entity]
        if self.ontology.relations[claim.relation].reciprocal:
            ends.sort()
        word = claim.predicate.lemma if claim.relation == self.ontology.fallback else None
        return claim.relation, ends[0], ends[1], word


def observed(connection: Connection) -> Graph:
    """The graph in the database, in the same form."""
    return {
        name: {_hashable(row["key"]): _plain(row["value"]) for row in connection.rows(text)}
        for name, text in ASKED.items()
    }


ASKED = {
    "articles": "MATCH (a:Article) RETURN a.id AS key, a.text_sha256 AS value",
    "tombstones": "MATCH (r:Retraction) RETURN r.id AS key, true AS value",
    "entities": "MATCH (e:Entity) RETURN e.id AS key, "
    "[e.name, e.kind, e.wikidata, labels(e), e.articles] AS value",
    "mentions": "MATCH (a:Article)-[m:MENTIONS]->(e:Entity) RETURN [a.id, e.id] AS key, [m.count, m.first] AS value",
    "claims": "MATCH (c:Claim) RETURN c.id AS key, [c.predicate, c.relation, c.polarity, c.modality, "
    "c.subject_id, c.object_id, c.speaker_id, c.happened, c.quote, c.articles, c.origins] AS value",
    "evidence": "MATCH (c:Claim)-[e:EVIDENCE]->(a:Article) RETURN [c.id, a.id, e.claim_start, e.claim_end] AS key, "
    "[e.quote, e.start, e.end, e.confidence] AS value",
    "links": "MATCH (c:Claim)-[l:SUBJECT|OBJECT|SAID_BY|PLACE|ABOUT|CONTENT]->(e) "
    "RETURN [type(l), c.id, e.id, l.role] AS key, true AS value",
    "edges": "MATCH (s:Entity)-[e]->(o:Entity) "
    "RETURN [type(e), s.id, o.id, CASE WHEN type(e) = 'ACTS_ON' THEN e.predicate END] AS key, "
    "[e.certainty, e.claims, e.quote, e.article, toString(e.first_published), toString(e.last_published), "
    "e.articles, e.origins] AS value",
}


def _edge(places: list[Place]) -> tuple[Any, ...]:
    """Best is what the article says in its own voice."""
    best, source = min(places, key=lambda at: (at[0].speaker is not None, *_rank(at), at[0].id))
    days = sorted(each.article.published[:10] for _, each in places if each.article.published)
    return (
        "stated" if best.speaker is None else "attributed",
        len({claim.id for claim, _ in places}),
        _quote(best, source)[0],
        source.article.id,
        *((days[0], days[-1]) if days else (None, None)),
        *_support(places),
    )


def _support(places: list[Place]) -> tuple[int, int]:
    """How many articles, and how many texts they are copies of."""
    texts = {" ".join(each.article.text.casefold().split()) for _, each in places}
    return len({each.article.id for _, each in places}), len(texts)


def _rank(place: Place) -> tuple[Any, ...]:
    claim, each = place
    day = (each.article.published or "")[:10]
    return -claim.confidence, not day, day, each.article.id, _quote(claim, each)[1], claim.start, claim.end


def _key(claim: Claim, each: Extraction) -> tuple[Any, ...]:
    return claim.id, each.article.id, claim.start, claim.end


def _quote(claim: Claim, each: Extraction) -> tuple[Any, ...]:
    sentence = each.sentences[claim.sentence]
    return each.article.text[sentence.start : sentence.end], sentence.start, sentence.end, claim.confidence


def _by(places: list[Place], key: Any) -> dict[Any, list[Place]]:
    found: dict[Any, list[Place]] = defaultdict(list)
    for claim, each in places:
        found[key(claim)].append((claim, each))
    return found


def _hashable(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _plain(value: Any) -> Any:
    """Lists as tuples, labels sorted."""
    if not isinstance(value, list):
        return value
    return tuple(sorted(each) if isinstance(each, list) else each for each in value)
