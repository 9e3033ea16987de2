"""An extraction as the rows of its nodes and relationships: a pure function, no database in sight."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from graphkit.model import Claim, ClaimArgument, ClaimEnd, Entity, Extraction, digest
from graphkit.model.record import write_line
from graphkit.store import declarations as d
from graphkit.store import properties as of
from graphkit.store.check import check
from graphkit.store.ids import evidence_key, name_id, publisher_id
from graphkit.store.naming import sentence
from graphkit.store.run import Run
from graphkit.store.vocabulary import Vocabulary

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ArticleRows:
    """All rows of one article.

    place: what a user knows it by. revision: digest of all that was read in it.
    nodes: rows {id, set} by label; of entities by kind. links: rows {start, end, key, set} by type.
    """

    id: str
    place: str
    url: str | None
    path: str | None
    published: str | None
    revision: str
    nodes: Mapping[str, list[Row]] = field(default_factory=dict)
    entities: Mapping[str, list[Row]] = field(default_factory=dict)
    links: Mapping[str, list[Row]] = field(default_factory=dict)

    @property
    def rank(self) -> tuple[str, str]:
        """Of two texts one run brings under one id, the greater counts."""
        return self.published or "", self.revision

    @property
    def size(self) -> int:
        """Number of rows."""
        groups = (*self.nodes.values(), *self.entities.values(), *self.links.values())
        return sum(map(len, groups))


def article_rows(
    extraction: Extraction, words: Vocabulary, run: Run, *, keep_text: bool = True
) -> ArticleRows:
    """The rows of an extraction.

    RecordError where a claim's id isn't the digest of what it says, or text can't be encoded;
    StoreError where a kind or relation isn't in the ontology.
    """
    check(extraction, words)
    article = extraction.article
    revision = _revision(extraction, words, keep_text=keep_text)
    rows = _Rows(extraction, words, run)
    rows.article(revision, keep_text=keep_text)
    rows.mentioned()
    rows.claims()
    return ArticleRows(
        id=article.id,
        place=article.url or article.path or article.id,
        url=article.url,
        path=article.path,
        published=article.published,
        revision=revision,
        nodes=rows.nodes,
        entities=rows.kinds,
        links=rows.links,
    )


def _revision(extraction: Extraction, words: Vocabulary, *, keep_text: bool) -> str:
    """Digest of all that was read, wherever the file lay: the same revision needs no writing."""
    anywhere = replace(extraction, article=replace(extraction.article, path=None))
    return digest("v", [write_line(anywhere), words.version, keep_text])


class _Rows:
    """Collects the rows of one article."""

    def __init__(self, extraction: Extraction, words: Vocabulary, run: Run) -> None:
        self.extraction, self.words, self.run = extraction, words, run
        self.known = {entity.id: entity for entity in extraction.entities}
        self.nodes: dict[str, list[Row]] = defaultdict(list)
        self.kinds: dict[str, list[Row]] = defaultdict(list)
        self.links: dict[str, list[Row]] = defaultdict(list)

    def node(self, declared: d.NodeType, id_: str, properties: d.Properties) -> None:
        self.nodes[declared.name].append({"id": id_, "set": declared.row(properties)})

    def link(
        self,
        declared: d.RelationshipType,
        start: str,
        end: str,
        properties: d.Properties | None = None,
        key: str = "",
    ) -> None:
        row = {"start": start, "end": end, "key": key, "set": declared.row(properties or {})}
        self.links[declared.name].append(row)

    def article(self, revision: str, *, keep_text: bool) -> None:
        article, run = self.extraction.article, self.run
        self.node(d.ARTICLE, article.id, of.of_article(self.extraction, revision, self.words, run))
        self.node(d.RUN, run.id, of.of_run(run))
        self.link(d.LOADED_IN, article.id, run.id)
        if keep_text:
            text = {"name": f"text of {of.headline(article)}", "text": article.text}
            self.node(d.ARTICLE_TEXT, article.id, text)
            self.link(d.TEXT, article.id, article.id)
        if article.publisher:
            publisher = publisher_id(article.publisher)
            self.node(d.PUBLISHER, publisher, {"name": " ".join(article.publisher.split())})
            self.link(d.PUBLISHED_BY, article.id, publisher)

    def mentioned(self) -> None:
        """Entities and their names; one the article neither mentions nor makes a claim of is left out."""
        places = self._places()
        for entity in self.extraction.entities:
            starts = places[entity.id]
            if not starts:
                continue
            properties = {"name": entity.name, "kind": entity.type, "wikidata": entity.wikidata}
            self.kinds[entity.type].append({"id": entity.id, "set": d.ENTITY_NODE.row(properties)})
            counted = {"count": len(starts), "first": min(starts)}
            self.link(d.MENTIONS, self.extraction.article.id, entity.id, counted)
            for name, canonical in self._names(entity):
                self._name(entity, name, canonical=canonical)

    def claims(self) -> None:
        for claim in self.extraction.claims:
            name = sentence(claim, self.known)
            self._claim(claim, name)
            self._evidence(claim, name)
            self._arguments(claim)

    def _places(self) -> dict[str, set[int]]:
        """Where each entity is mentioned, or, where no mention is listed, where a claim names it."""
        claimed: dict[str, set[int]] = defaultdict(set)
        for claim in self.extraction.claims:
            ends = [end for end in (claim.subject, claim.object, claim.speaker) if end is not None]
            parts: list[ClaimEnd | ClaimArgument] = [*ends, *claim.arguments]
            for part in parts:
                if part.entity is not None:
                    claimed[part.entity].add(part.start)
        return {
            entity.id: {mention.start for mention in entity.mentions} or claimed[entity.id]
            for entity in self.extraction.entities
        }

    def _names(self, entity: Entity) -> Iterator[tuple[str, bool]]:
        yield entity.name, True
        text = self.extraction.article.text
        used = {
            " ".join(text[mention.start : mention.end].split())
            for mention in entity.mentions
            if mention.kind == "name"
        }
        for name in sorted(used - {entity.name, ""}):
            yield name, False

    def _name(self, entity: Entity, name: str, *, canonical: bool) -> None:
        properties = of.of_name(entity, name, canonical=canonical)
        id_ = name_id(
            entity.id, name, canonical=canonical, kind=properties["kind"], wikidata=properties["wikidata"]
        )
        self.node(d.NAME, id_, properties)
        self.link(d.NAMES, id_, entity.id)
        self.link(d.USES_NAME, self.extraction.article.id, id_)

    def _claim(self, claim: Claim, name: str) -> None:
        self.node(d.CLAIM, claim.id, of.of_claim(claim, name))
        self.link(d.SUBJECT, claim.id, claim.subject.entity)
        if claim.object is not None:
            self.link(d.OBJECT, claim.id, claim.object.entity)
        if claim.speaker is not None:
            self.link(d.SAID_BY, claim.id, claim.speaker.entity)
        if claim.content_of is not None:
            self.link(d.CONTENT, claim.content_of, claim.id)

    def _evidence(self, claim: Claim, name: str) -> None:
        article = self.extraction.article.id
        properties = of.of_evidence(claim, name, self.extraction, self.words, self.run)
        key = evidence_key(claim.id, article, claim.start, claim.end)
        self.link(d.EVIDENCE, claim.id, article, properties, key)

    def _arguments(self, claim: Claim) -> None:
        for argument in claim.arguments:
            if argument.entity is None:
                continue
            if argument.role == "place":
                self.link(d.PLACE, claim.id, argument.entity)
            else:
                self.link(d.ABOUT, claim.id, argument.entity, {"text": argument.text}, argument.role)
