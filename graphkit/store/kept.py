"""All that one article says, taken from the graph and put aside as text, so that its retraction can be undone."""

import json
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from graphkit.errors import StoreError
from graphkit.store import declarations as d
from graphkit.store.connection import Row, fetch
from graphkit.store.event import ends, of_event, read_key
from graphkit.store.origins import as_sketch
from graphkit.store.rows import ArticleRows
from graphkit.store.sketch import Sketch
from graphkit.store.support import Tx

FORMAT = "graphkit.kept/1"
SAID = """
UNWIND $ids AS id
MATCH (article:Article {id: id}) USING INDEX SEEK article:Article(id)
RETURN article {.*} AS article,
  [(article)-[:LOADED_IN]->(run:Run) | run {.*}] AS runs,
  [(article)-[:PUBLISHED_BY]->(publisher:Publisher) | publisher {.*}] AS publishers,
  [(article)-[:TEXT]->(text:ArticleText) | text {.*}] AS texts,
  [(article)-[:VERSION]->(version:ArticleVersion) | version {.*}] AS versions,
  [(article)-[mentions:MENTIONS]->(entity:Entity) | {entity: entity.id, mentions: properties(mentions)}] AS mentions,
  [(article)-[:USES_NAME]->(name:Name) | name {.*}] AS names,
  COLLECT { MATCH (sketch:Sketch {id: id}) USING INDEX SEEK sketch:Sketch(id) RETURN sketch {.*} } AS sketches,
  COLLECT {
    MATCH (article)<-[evidence:EVIDENCE]-(claim:Claim)
    RETURN {evidence: properties(evidence), claim: claim {.*},
            contents: [(claim)-[:CONTENT]->(content:Claim) | content.id]}
  } AS told
ORDER BY id
"""


def keep(tx: Tx, ids: Sequence[str]) -> list[Row]:
    """Rows of the nodes that keep what these articles say."""
    return [_packed(row) for row in fetch(tx, SAID, ids=list(ids))]


def unpack(text: str) -> tuple[ArticleRows, Sketch]:
    """What was kept, as rows to be written; StoreError where it is of a form this program doesn't know."""
    said = json.loads(text, object_hook=_plain)
    if said.get("format") != FORMAT:
        raise StoreError(
            f"what was kept of the article has form {said.get('format')!r}: load the article again"
        )
    return _Unpacked(said).rows(), as_sketch(_sketch(said["sketches"]))


def _sketch(kept: list[Row]) -> Row:
    return {name: kept[0].get(name) for name in ("bands", "shingles", "rate", "credit")}


def _packed(row: Row) -> Row:
    article = row["article"]
    for name, order in (("mentions", "entity"), ("names", "id"), ("versions", "id")):
        row[name].sort(key=lambda each, order=order: each[order])
    row["told"].sort(key=lambda each: each["evidence"]["key"])
    text = json.dumps({"format": FORMAT, **row}, ensure_ascii=False, sort_keys=True, default=_dated)
    properties = {"name": f"kept of {article['name']}", "ontology": article["ontology"], "said": text}
    return {"id": article["id"], "set": d.RETRACTED_ARTICLE.row(properties)}


def _dated(value: Any) -> Row:
    return {"date": value.iso_format()}


def _plain(value: Row) -> Any:
    return date.fromisoformat(value["date"]) if value.keys() == {"date"} else value


class _Unpacked:
    """Builds the rows of one article from what was kept of it."""

    def __init__(self, said: Row) -> None:
        self.said, self.id = said, said["article"]["id"]
        self.nodes: dict[str, list[Row]] = defaultdict(list)
        self.kinds: dict[str, list[Row]] = defaultdict(list)
        self.links: dict[str, list[Row]] = defaultdict(list)

    def rows(self) -> ArticleRows:
        said = self.said
        self._node(d.ARTICLE, said["article"] | {"origin": self.id})
        for name, declared, link in (
            ("runs", d.RUN, d.LOADED_IN),
            ("publishers", d.PUBLISHER, d.PUBLISHED_BY),
            ("texts", d.ARTICLE_TEXT, d.TEXT),
            ("versions", d.ARTICLE_VERSION, d.VERSION),
        ):
            for each in said[name]:
                self._node(declared, each)
                self._link(link, self.id, each["id"])
        for each in said["sketches"]:
            self._node(d.SKETCH, each)
        self._names()
        for each in said["told"]:
            self._claim(each["claim"], each["evidence"], each["contents"])
        return ArticleRows(self.id, self.nodes, self.kinds, self.links)

    def _names(self) -> None:
        for name in self.said["names"]:
            self._node(d.NAME, name)
            self._link(d.NAMES, name["id"], name["entity"])
            self._link(d.USES_NAME, self.id, name["id"])
            if name["canonical"]:
                properties = {key: name.get(key) for key in ("name", "kind", "wikidata", "country", "sector")}
                self.kinds[name["kind"]].append({"id": name["entity"], "set": d.ENTITY_NODE.row(properties)})
        for each in self.said["mentions"]:
            self._link(d.MENTIONS, self.id, each["entity"], each["mentions"])

    def _claim(self, claim: Row, evidence: Row, contents: list[str]) -> None:
        self._node(d.CLAIM, claim)
        self._link(d.EVIDENCE, claim["id"], self.id, evidence, evidence["key"])
        for link, name in ((d.SUBJECT, "subject_id"), (d.OBJECT, "object_id"), (d.SAID_BY, "speaker_id")):
            if claim.get(name) is not None:
                self._link(link, claim["id"], claim[name])
        for content in contents:
            self._link(d.CONTENT, claim["id"], content)
        roles = evidence.get("argument_roles") or []
        # A list that would say nothing isn't kept.
        entities, texts = (
            evidence.get(name) or [""] * len(roles) for name in ("argument_entities", "argument_texts")
        )
        places = zip(roles, entities, texts, strict=True)
        for role, entity, text in places:
            if entity and role == "place":
                self._link(d.PLACE, claim["id"], entity)
            elif entity:
                self._link(d.ABOUT, claim["id"], entity, {"text": text}, role)
        if evidence.get("event_key"):
            self._event(claim["id"], evidence)

    def _event(self, claim: str, evidence: Row) -> None:
        event = read_key(evidence["event_key"])
        self._node(d.EVENT, {"id": event.id, **of_event(event), "name": evidence["claim"]})
        self._link(d.REPORTS, claim, event.id)
        for link, entity in ends(event):
            self._link(link, event.id, entity)

    def _node(self, declared: d.NodeType, properties: Row) -> None:
        known = {name: properties.get(name) for name in declared.columns}
        row = known if declared.whole else {name: value for name, value in known.items() if value is not None}
        self.nodes[declared.name].append({"id": properties["id"], "set": row})

    def _link(
        self, declared: d.RelationshipType, start: str, end: str, properties: Row | None = None, key: str = ""
    ) -> None:
        row: Row = {"start": start, "end": end}
        if declared.key is not None:
            row["key"] = key
        if properties is not None:
            row["set"] = properties
        self.links[declared.name].append(row)
