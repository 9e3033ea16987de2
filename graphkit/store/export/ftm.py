"""FollowTheMoney entities, one a line, as Aleph and OpenSanctions read them (https://followthemoney.tech).

| graphkit | FollowTheMoney |
|---|---|
| Person, Organization | the same |
| Country | PublicBody |
| any other kind that acts | LegalEntity |
| Place, Event | Address, Event |
| any other kind | Note |
| Article | Article |
| Claim | Event: whoever takes part is involved, relation, polarity and modality are keywords, quotes the summary |
| an edge between entities | UnknownLink, with its best quote; the articles are the proof of the claims |

What a claim denies or plans is in it as a claim only, as in the graph.
"""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from graphkit.model import digest
from graphkit.store.export.part import Part
from graphkit.store.values import plain

SCHEMATA = {
    "Person": "Person",
    "Organization": "Organization",
    "Country": "PublicBody",
    "Place": "Address",
    "Event": "Event",
}
ACTOR, OTHER = "LegalEntity", "Note"
ENTITY = """
n.id AS id, n.name AS name, n.kind AS kind, n.wikidata AS wikidata, n:Actor AS acts,
[(name:Name)-[:NAMES]->(n) | name.name] AS names
"""
ARTICLE = "n.id AS id, properties(n) AS set"
CLAIM = """
n.id AS id, properties(n) AS set, [(n)-[:SUBJECT|OBJECT|SAID_BY|ABOUT]->(e:Actor) | e.id] AS actors,
[(n)-[:PLACE]->(place) | place.name] AS places, [(n)-[:SAID_BY]->(speaker) | speaker.name] AS speakers,
[(n)-[it:EVIDENCE]->(article) | [it.quote, article.id]] AS evidence
"""
PLAIN = re.compile(r"[0-9A-Za-z](?:[0-9A-Za-z.-]*[0-9A-Za-z])?")
Json = dict[str, Any]


def lines(part: Part) -> Iterator[str]:
    """Articles, entities, claims and edges, each in the order of their ids."""
    for entity in _entities(part):
        yield json.dumps(entity, ensure_ascii=False) + "\n"


def schema(kind: str, *, acts: bool) -> str:
    """What FollowTheMoney calls a kind of entity."""
    return SCHEMATA.get(kind, ACTOR if acts else OTHER)


def ftm_id(id_: str) -> str:
    """An id as FollowTheMoney takes one, without colons, spaces or letters beyond ASCII; "wd:Q159" is "wd-Q159"."""
    plainly = id_.replace(":", "-", 1)
    return plainly if PLAIN.fullmatch(plainly) else digest("x", [id_]).replace(":", "-")


def _entities(part: Part) -> Iterator[Json]:
    for row in part.rows("Article", ARTICLE):
        yield _article(row["id"], row["set"])
    for row in part.rows("Entity", ENTITY):
        name, kind = row["name"], schema(row["kind"], acts=row["acts"])
        address = [name] if kind == "Address" else []
        other = sorted(set(row["names"]) - {name})
        keywords = [row["kind"]]
        yield _entity(
            row["id"],
            kind,
            name=[name],
            alias=other,
            wikidataId=[row["wikidata"]],
            keywords=keywords,
            full=address,
        )
    for row in part.rows("Claim", CLAIM):
        yield _claim(row)
    for link in part.links():
        if link.derived:
            yield _link(link.type, link.start, link.end, dict(link.properties))


def _article(id_: str, properties: Json) -> Json:
    of = {name: plain(value) for name, value in properties.items()}
    return _entity(
        id_,
        "Article",
        name=[of["name"]],
        title=[of.get("title")],
        publisher=[of.get("publisher")],
        author=[of.get("byline")],
        publishedAt=[of.get("published")],
        sourceUrl=[_web(of.get("url"))],
    )


def _claim(row: Json) -> Json:
    of = {name: plain(value) for name, value in row["set"].items()}
    said = [f"said by {name}" for name in sorted(row["speakers"])]
    return _entity(
        row["id"],
        "Event",
        name=[of["name"]],
        involved=[ftm_id(actor) for actor in sorted(set(row["actors"]))],
        location=sorted(row["places"]),
        startDate=[of.get("happened_from")],
        endDate=[of.get("happened_to")],
        keywords=[of["relation"], of["polarity"], of["modality"], *said],
        summary=sorted({quote for quote, _ in row["evidence"]}),
        proof=[ftm_id(article) for article in sorted({article for _, article in row["evidence"]})],
        recordId=[row["id"]],
    )


def _link(type_: str, start: str, end: str, of: Json) -> Json:
    return _entity(
        of["key"],
        "UnknownLink",
        subject=[ftm_id(start.partition("/")[2])],
        object=[ftm_id(end.partition("/")[2])],
        role=[type_],
        description=[of["predicate"]],
        status=[of["certainty"]],
        summary=[of["quote"]],
        recordId=[of["key"]],
        sourceUrl=[_web(of.get("url"))],
    )


def _entity(id_: str, schema_: str, **properties: Sequence[str | None]) -> Json:
    """Properties without a value are left out."""
    filled = {name: [value for value in values if value] for name, values in properties.items()}
    return {
        "id": ftm_id(id_),
        "schema": schema_,
        "properties": {name: values for name, values in sorted(filled.items()) if values},
    }


def _web(address: str | None) -> str | None:
    return address if address and address.startswith(("http://", "https://")) else None
