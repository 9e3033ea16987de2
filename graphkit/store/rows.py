"""An extraction as the rows of its nodes and relationships: a pure function, no database in sight."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from graphkit.model import Claim, ClaimArgument, ClaimEnd, Entity, Event, Extraction
from graphkit.model.naming import sentence
from graphkit.store import declarations as d
from graphkit.store import properties as of
from graphkit.store.draft import Draft
from graphkit.store.event import ends, of_event
from graphkit.store.ids import evidence_key, name_id, publisher_id
from graphkit.store.run import Run
from graphkit.store.sketch import Sketch
from graphkit.store.times import moment
from graphkit.store.toll import toll
from graphkit.store.vocabulary import Vocabulary

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ArticleRows:
    """All rows of one article.

    nodes: rows {id, set} by label; of entities by kind. links: rows {start, end}, with {key, set} where the
        type has a key or properties, by type.
    """

    id: str
    nodes: Mapping[str, list[Row]] = field(default_factory=dict)
    entities: Mapping[str, list[Row]] = field(default_factory=dict)
    links: Mapping[str, list[Row]] = field(default_factory=dict)


def article_rows(article: Draft, words: Vocabulary, run: Run, *, keep_text: bool = True) -> ArticleRows:
    """The rows of an article that is to be written."""
    rows = _Rows(article.extraction, words, run)
    rows.article(article.revision, article.sketch, keep_text=keep_text)
    rows.mentioned()
    rows.claims()
    return ArticleRows(rows.id, rows.nodes, rows.kinds, rows.links)


class _Rows:
    """Collects the rows of one article."""

    def __init__(self, extraction: Extraction, words: Vocabulary, run: Run) -> None:
        self.extraction, self.words, self.run = extraction, words, run
        self.id = extraction.article.id
        self.known = {entity.id: entity for entity in extraction.entities}
        self.first_content = {
            claim.content_of: claim
            for claim in sorted(extraction.claims, key=lambda claim: (claim.start, claim.id), reverse=True)
            if claim.content_of is not None
        }
        self.by_id = {claim.id: claim for claim in reversed(extraction.claims)}
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
        row: Row = {"start": start, "end": end}
        if declared.key is not None:
            row["key"] = key
        if properties is not None:
            row["set"] = declared.row(properties)
        self.links[declared.name].append(row)

    def article(self, revision: str, sketched: Sketch, *, keep_text: bool) -> None:
        article, run = self.extraction.article, self.run
        self.node(d.ARTICLE, self.id, of.of_article(self.extraction, revision, sketched, self.words, run))
        self.node(d.SKETCH, self.id, of.of_sketch(article, sketched))
        self.node(d.RUN, run.id, of.of_run(run))
        self.link(d.LOADED_IN, self.id, run.id)
        if keep_text:
            text = {"name": f"text of {of.headline(article)}", "text": article.text}
            self.node(d.ARTICLE_TEXT, self.id, text)
            self.link(d.TEXT, self.id, self.id)
        if article.publisher:
            publisher = publisher_id(article.publisher)
            self.node(d.PUBLISHER, publisher, {"name": " ".join(article.publisher.split())})
            self.link(d.PUBLISHED_BY, self.id, publisher)

    def mentioned(self) -> None:
        """Entities and their names; one the article neither mentions nor makes a claim of is left out."""
        places = self._places()
        for entity in self.extraction.entities:
            starts = places[entity.id]
            if not starts:
                continue
            properties = {
                "name": entity.name,
                "kind": entity.type,
                "wikidata": entity.wikidata,
                "country": entity.country,
                "sector": entity.sector,
            }
            row = d.ENTITY_NODE.row(properties | {"first_seen": moment(self.run.started)})
            self.kinds[entity.type].append({"id": entity.id, "set": row})
            counted = {"count": len(starts), "first": min(starts)}
            self.link(d.MENTIONS, self.id, entity.id, counted)
            for name, canonical in self._names(entity):
                self._name(entity, name, canonical=canonical)

    def claims(self) -> None:
        for claim in self.extraction.claims:
            outer = self.by_id.get(claim.content_of or "")
            name = sentence(claim, self.known, self.first_content.get(claim.id), outer)
            evidence = of.of_evidence(
                claim,
                name,
                self.extraction,
                self.words,
                told_of=claim.id in self.first_content,
                counted=toll(claim, self.known, self.extraction.article.text),
            )
            key = evidence_key(claim.id, self.id, claim.start, claim.end)
            self.link(d.EVIDENCE, claim.id, self.id, evidence, key)
            self._claim(claim, evidence)
            self._arguments(claim)
            if claim.event is not None:
                self._event(claim.event, evidence)
                self.link(d.REPORTS, claim.id, claim.event.id)

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
        said = {key: properties[key] for key in ("kind", "wikidata", "country", "sector")}
        id_ = name_id(entity.id, name, canonical=canonical, **said)
        self.node(d.NAME, id_, properties)
        self.link(d.NAMES, id_, entity.id)
        self.link(d.USES_NAME, self.id, id_)

    def _claim(self, claim: Claim, evidence: d.Properties) -> None:
        self.node(d.CLAIM, claim.id, of.of_claim(claim, evidence, self.run))
        self.link(d.SUBJECT, claim.id, claim.subject.entity)
        if claim.object is not None:
            self.link(d.OBJECT, claim.id, claim.object.entity)
        if claim.speaker is not None:
            self.link(d.SAID_BY, claim.id, claim.speaker.entity)
        if claim.content_of is not None:
            self.link(d.CONTENT, claim.content_of, claim.id)

    def _event(self, event: Event, evidence: d.Properties) -> None:
        self.node(d.EVENT, event.id, of_event(event) | {"name": evidence["claim"]})
        for link, entity in ends(event):
            self.link(link, event.id, entity)

    def _arguments(self, claim: Claim) -> None:
        for argument in claim.arguments:
            if argument.entity is None:
                continue
            if argument.role == "place":
                self.link(d.PLACE, claim.id, argument.entity)
            else:
                self.link(d.ABOUT, claim.id, argument.entity, {"text": argument.text}, argument.role)
