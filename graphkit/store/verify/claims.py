"""Claims: what they say, and what their evidence makes of them."""

from collections.abc import Iterator

from graphkit.errors import StoreError
from graphkit.model import Modality, Polarity, claim_id
from graphkit.model.reference import refers
from graphkit.ontology import Ontology
from graphkit.store.connection import Connection, Row
from graphkit.store.pages import pages
from graphkit.store.removal import ARGUMENTS
from graphkit.store.support import CLAIM_SUPPORT
from graphkit.store.verify.problem import Problem
from graphkit.store.vocabulary import Vocabulary, tied

CLAIMS = """
MATCH (claim:Claim)
RETURN claim {.*} AS claim, COUNT { (claim)-[:EVIDENCE]->(:Article) } AS evidence,
       [(claim)-[:SUBJECT]->(end) | end.id] AS subject_id, [(claim)-[:OBJECT]->(end) | end.id] AS object_id,
       [(claim)-[:SAID_BY]->(end) | end.id] AS speaker_id, [(claim)-[:CONTENT]->(part) | part.id] AS contents
"""
CLAIM_IDS = "MATCH (claim:Claim) RETURN claim.id AS id"
SUPPORT = f"{CLAIM_SUPPORT}\nRETURN claim {{.*}} AS claim, support"
LINKED = """
UNWIND $ids AS id
MATCH (claim:Claim {id: id})-[link:ABOUT|PLACE]->(entity:Entity) USING INDEX SEEK claim:Claim(id)
RETURN id AS claim, CASE type(link) WHEN 'PLACE' THEN 'place' ELSE link.role END AS role,
       entity.id AS entity, link.text AS text
"""
ENDS = ("subject_id", "object_id", "speaker_id")


def claims(connection: Connection, ontology: Ontology, words: Vocabulary) -> Iterator[Problem]:
    """Each has evidence, one subject, and the id that is the digest of what it says."""
    for row in connection.stream(CLAIMS):
        claim = row["claim"]
        if row["evidence"] == 0:
            yield Problem("orphan", claim["id"], f"no article makes the claim {claim.get('name')!r}")
        wrong = [name for name in ENDS if row[name] != [end for end in (claim.get(name),) if end]]
        for name in wrong:
            yield Problem(
                "claim",
                claim["id"],
                f"{name} is {claim.get(name)!r}, linked are {sorted(map(str, row[name]))}",
            )
        if claim["id"] != _digest(claim, row["contents"]):
            yield Problem("claim", claim["id"], "its id isn't the digest of what it says")


def support(connection: Connection, ontology: Ontology, words: Vocabulary) -> Iterator[Problem]:
    """What a claim says of its support is what its evidence comes to."""
    for page in pages(row["id"] for row in connection.stream(CLAIM_IDS)):
        for row in connection.rows(SUPPORT, ids=page):
            claim = row["claim"]
            for name, value in sorted(row["support"].items()):
                if claim.get(name) != value:
                    yield Problem(
                        "claim",
                        claim["id"],
                        f"{name} is {claim.get(name)!r}, its evidence makes it {value!r}",
                    )
            if claim.get("edge") != _edge(claim, words):
                yield Problem("claim", claim["id"], "its edge isn't the one its ends and relation make")


def arguments(connection: Connection, ontology: Ontology, words: Vocabulary) -> Iterator[Problem]:
    """Claims are linked to the further entities of their evidence, and to no others."""
    for page in pages(row["id"] for row in connection.stream(CLAIM_IDS)):
        told = {_argument(row) for row in connection.rows(ARGUMENTS, ids=page)}
        linked = {_argument(row) for row in connection.rows(LINKED, ids=page)}
        for claim, role, entity, text in sorted(told - linked):
            yield Problem("argument", claim, f"lacks its {role} {entity} ({text!r})")
        for claim, role, entity, text in sorted(linked - told):
            yield Problem("argument", claim, f"has {role} {entity} ({text!r}), which no evidence tells")


def _argument(row: Row) -> tuple[str, str, str, str]:
    role = str(row["role"])
    return row["claim"], role, row["entity"], "" if role == "place" else str(row["text"])


def _digest(claim: Row, contents: list[str]) -> str | None:
    try:
        polarity, modality = Polarity(claim.get("polarity", "")), Modality(claim.get("modality", ""))
    except ValueError:
        return None
    return claim_id(
        subject=claim.get("subject_id", ""),
        predicate=claim.get("predicate", ""),
        object_=claim.get("object_id"),
        polarity=polarity,
        modality=modality,
        speaker=claim.get("speaker_id"),
        happened=claim.get("happened"),
        contents=tuple(contents),
    )


def _edge(claim: Row, words: Vocabulary) -> str | None:
    """Key of the edge the claim ought to draw, by the same rule as when it was written."""
    subject, object_ = claim.get("subject_id"), claim.get("object_id")
    plain = claim.get("polarity") == Polarity.AFFIRMED and claim.get("modality") == Modality.ASSERTED
    if not plain or object_ is None or not tied(str(subject), object_):
        return None
    if not refers(str(subject)) or not refers(object_):
        return None
    try:
        return words.key(claim["relation"], str(subject), object_, claim["predicate"])
    except StoreError:
        return None
