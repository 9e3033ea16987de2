"""A question as Cypher: claims that fit a pattern with a hole.

The text is put together from the fixed pieces below, chosen by what the pattern knows; every word, id, relation
and date travels as a parameter. So no question can bring Cypher of its own, and all of it only reads.
"""

from dataclasses import dataclass
from enum import IntEnum
from functools import partial
from typing import Any

from neo4j import ManagedTransaction

from graphkit.store.connection import Connection
from graphkit.store.lookup_key import phrase
from graphkit.store.values import plain

Ids = tuple[str, ...]
MOST = 200
"""Rows that are looked at, the best first."""


class Fit(IntEnum):
    """How well a claim fits what was asked: its words; its words, but not to whom; only the kind of act."""

    WORDS = 0
    UNSAID = 1
    KIND = 2


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which claims are wanted. None: anything.

    subject, object, speaker: ids of who may stand there; of an empty list nobody can.
    linked: for each further entity named in the question, its ids. owners: those of them whose a thing at an
        end of the claim must be ("Russia's demand"), with that end: looked at in the words of the rows.
    worded: ids of whom a common noun may mean, with the end and the noun ("the union"): looked at likewise, since
        only where the article calls them so are they meant.
    shape: a regular expression the predicate matches as a whole. relation: what it words.
    kindred: any other predicate of the same relation will do too.
    passives: predicates of claims that say it of whom it is done to, and not who did it ("be rejected").
    either: who is subject and who is object makes no difference. negated: None where both are wanted.
    kinds: what the answer may be ("Country"). spoken: only what somebody is said to say.
    since, until: ISO days of the time it may have happened.
    """

    subject: Ids | None = None
    object: Ids | None = None
    speaker: Ids | None = None
    linked: tuple[Ids, ...] = ()
    owners: tuple[tuple[str, Ids], ...] = ()
    worded: tuple[tuple[str, Ids, str], ...] = ()
    shape: str | None = None
    relation: str | None = None
    kindred: bool = False
    passives: Ids = ()
    either: bool = False
    negated: bool | None = None
    kinds: Ids = ()
    asked_end: str = ""
    spoken: bool = False
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Asking:
    """A query that is ready: its text and its parameters."""

    cypher: str
    parameters: dict[str, Any]


ROW = """\
MATCH (claim)-[evidence:EVIDENCE]->(article:Article)
{unsaid}OPTIONAL MATCH (claim)-[:SUBJECT]->(subject:Entity)
OPTIONAL MATCH (claim)-[:OBJECT]->(object:Entity)
OPTIONAL MATCH (claim)-[:SAID_BY]->(speaker:Entity)
RETURN {fit} AS fit, claim.name AS claim, claim.predicate AS predicate,
       claim.relation AS relation, claim.polarity AS polarity, claim.modality AS modality,
       claim.subject_id AS subject_id, subject.name AS subject, subject.kind AS subject_kind,
       evidence.subject_text AS subject_text, claim.object_id AS object_id, object.name AS object,
       object.kind AS object_kind, evidence.object_text AS object_text, speaker.name AS speaker,
       speaker.kind AS speaker_kind, evidence.speaker_text AS speaker_text,
       claim.speaker_id AS speaker_id, claim.happened AS happened,
       evidence.argument_roles AS roles, evidence.argument_texts AS texts,
       evidence.argument_values AS dates, evidence.argument_entities AS entities,
       COLLECT {{ MATCH (claim)-[:CONTENT]->(content:Claim)
                 RETURN content.name AS name ORDER BY name }} AS contents,
       COLLECT {{ MATCH (article)<-[purpose:EVIDENCE {{rule: 'purpose'}}]-(done:Claim {{subject_id: claim.subject_id}})
                 WHERE purpose.sentence = evidence.sentence AND done <> claim
                 OPTIONAL MATCH (done)-[:OBJECT]->(of:Entity)
                 RETURN CASE done.polarity WHEN 'negated' THEN 'not to ' ELSE 'to ' END + done.predicate
                        + coalesce(' ' + of.name, '') AS name ORDER BY name }} AS purposes,
       COLLECT {{ MATCH (article)<-[governed:EVIDENCE]-(done:Claim {{subject_id: claim.subject_id}})
                 WHERE evidence.rule = 'governing act' AND governed.rule <> 'governing act'
                   AND governed.sentence = evidence.sentence AND governed.claim_start = evidence.claim_start
                   AND CASE WHEN claim.relation IN ['DENIES', 'REJECT'] THEN done.polarity = 'negated'
                       ELSE done.polarity = 'affirmed' AND done.modality <> 'asserted' END
                 RETURN 'to ' + done.predicate + coalesce(' ' + governed.object_text, '') AS name
                 ORDER BY name }} AS governed,
       evidence.quote AS quote, article.name AS title, article.published AS published,
       coalesce(article.url, article.path) AS source
ORDER BY fit, article.published_on IS NULL, article.published_on DESC, article.id, evidence.start, evidence.key
LIMIT $limit"""
UNSAID = """\
WHERE claim.object_id IS NOT NULL
   OR EXISTS { (article)-[:MENTIONS]->(meant:Entity) WHERE meant.id IN $object }
"""
START_LINKED = """\
MATCH (anchor:Entity)<-[:SUBJECT|OBJECT|ABOUT|PLACE]-(claim:Claim)
WHERE anchor.id IN $linked1
WITH DISTINCT claim
"""
SHAPED = "claim.predicate =~ $shape"


def asking(wanted: Wanted) -> Asking:
    """The query for the claims wanted."""
    conditions, parameters = _Conditions(wanted).all()
    unsaid = wanted.object is not None and wanted.subject is not None
    text = _start(wanted) + "WHERE " + "\n  AND ".join(conditions) + "\n"
    text += ROW.format(unsaid=UNSAID if unsaid else "", fit=_fit(wanted, unsaid=unsaid))
    return Asking(text, {**parameters, "limit": MOST})


def ask(connection: Connection, question: Asking, timeout: float | None) -> list[dict[str, Any]]:
    """Rows of the claims wanted, in a transaction that can't write, stopped after `timeout` seconds."""
    return connection.read(partial(_rows, question=question), timeout)


def _rows(transaction: ManagedTransaction, question: Asking) -> list[dict[str, Any]]:
    found = transaction.run(question.cypher, question.parameters)
    return [{name: plain(value) for name, value in dict(record).items()} for record in found]


def concepts(connection: Connection, name: str) -> Ids:
    """Ids of the concepts that are this, or a kind of it: "demand" and "core demand"."""
    found = connection.rows(CONCEPTS, words=phrase(name), name=name, ending=f" {name}")
    return tuple(row["id"] for row in found)


def cased(connection: Connection, keys: list[str]) -> dict[str, str]:
    """How names are written in the graph, by what they are looked up by; concepts apart."""
    return {row["key"]: row["name"] for row in connection.rows(CASED, keys=keys)}


CONCEPTS = """
CALL db.index.fulltext.queryNodes('graphkit_Entity_words', $words, {limit: 1000}) YIELD node
WHERE node.kind = 'Concept' AND (node.name = $name OR node.name ENDS WITH $ending)
RETURN node.id AS id ORDER BY id LIMIT 200
"""
CASED = """
MATCH (name:Name)-[:NAMES]->(entity:Entity) WHERE name.key IN $keys AND entity.kind <> 'Concept'
WITH name.key AS key, name.name AS written, max(entity.articles) AS articles
ORDER BY key, articles DESC, written
RETURN key, head(collect(written)) AS name ORDER BY key
"""


def anchored(wanted: Wanted) -> bool:
    """Whether somebody is known at an end of the claims: an index leads from there to them."""
    return any(ids is not None for ids in (wanted.subject, wanted.object, wanted.speaker))


def _start(wanted: Wanted) -> str:
    """Where the search begins: at an end of the claims, or at an entity they are linked to."""
    if wanted.linked and not anchored(wanted):
        return START_LINKED
    return "MATCH (claim:Claim)\n"


def _fit(wanted: Wanted, *, unsaid: bool) -> str:
    kind = wanted.shape is not None and wanted.kindred
    cases = []
    if kind:
        passive = " OR claim.predicate IN $passives" if wanted.passives else ""
        cases.append(f"WHEN NOT ({SHAPED}{passive}) THEN {Fit.KIND.value}")
    if unsaid:
        cases.append(f"WHEN claim.object_id IS NULL THEN {Fit.UNSAID.value}")
    return f"CASE {' '.join(cases)} ELSE {Fit.WORDS.value} END" if cases else str(Fit.WORDS.value)


class _Conditions:
    """What must hold of a claim, one condition for each thing the pattern knows."""

    def __init__(self, wanted: Wanted) -> None:
        self.wanted = wanted
        self.conditions: list[str] = []
        self.parameters: dict[str, Any] = {}

    def all(self) -> tuple[list[str], dict[str, Any]]:
        self._ends()
        self._speaker()
        for number, ids in enumerate(self.wanted.linked, start=1):
            self._add(
                f"EXISTS {{ (claim)-[:SUBJECT|OBJECT|ABOUT|PLACE]->(e:Entity) WHERE e.id IN $linked{number} }}",
                **{f"linked{number}": list(ids)},
            )
        self._predicate()
        self._standing()
        self._kinds()
        self._time()
        return self.conditions, self.parameters

    def _add(self, condition: str, **parameters: Any) -> None:
        self.conditions.append(condition)
        self.parameters.update(parameters)

    def _ends(self) -> None:
        subject, object_ = self.wanted.subject, self.wanted.object
        if self.wanted.either and (subject is not None or object_ is not None):
            self._either(subject, object_)
            return
        if subject is not None:
            self._add("claim.subject_id IN $subject", subject=list(subject))
        if object_ is None:
            return
        if subject is not None:
            self._add("(claim.object_id IN $object OR claim.object_id IS NULL)", object=list(object_))
        elif self.wanted.passives:
            self._add(
                "(claim.object_id IN $object OR (claim.subject_id IN $object AND claim.predicate IN $passives))",
                object=list(object_),
                passives=list(self.wanted.passives),
            )
        else:
            self._add("claim.object_id IN $object", object=list(object_))

    def _either(self, subject: Ids | None, object_: Ids | None) -> None:
        if subject is not None and object_ is not None:
            self._add(
                "((claim.subject_id IN $subject AND (claim.object_id IN $object OR claim.object_id IS NULL))"
                " OR (claim.subject_id IN $object AND claim.object_id IN $subject))",
                subject=list(subject),
                object=list(object_),
            )
        else:
            one = list((subject if subject is not None else object_) or ())
            self._add("(claim.subject_id IN $one OR claim.object_id IN $one)", one=one)

    def _speaker(self) -> None:
        if self.wanted.speaker is not None:
            self._add("claim.speaker_id IN $speaker", speaker=list(self.wanted.speaker))
        elif self.wanted.spoken:
            self._add("claim.speaker_id IS NOT NULL")

    def _predicate(self) -> None:
        wanted = self.wanted
        if wanted.shape is None:
            return
        if not anchored(wanted) and not wanted.linked and wanted.relation is not None:
            # Nobody leads to the claims: all of one relation do, which an index holds.
            self._add("claim.relation = $relation", relation=wanted.relation)
            if wanted.kindred:
                self.parameters |= {"shape": wanted.shape, "passives": list(wanted.passives)}
                return
        ways, given = [SHAPED], {"shape": wanted.shape}
        if wanted.kindred and wanted.relation is not None:
            ways.append("claim.relation = $relation")
            given["relation"] = wanted.relation
        if wanted.passives:
            ways.append("claim.predicate IN $passives")
            self.parameters["passives"] = list(wanted.passives)
        self._add(f"({' OR '.join(ways)})" if len(ways) > 1 else ways[0], **given)

    def _standing(self) -> None:
        if self.wanted.negated is not None:
            self._add("claim.polarity = $polarity", polarity="negated" if self.wanted.negated else "affirmed")

    def _kinds(self) -> None:
        if self.wanted.kinds and self.wanted.asked_end in {"subject", "object"}:
            end = "SUBJECT" if self.wanted.asked_end == "subject" else "OBJECT"
            self._add(
                f"EXISTS {{ (claim)-[:{end}]->(e:Entity) WHERE e.kind IN $kinds }}",
                kinds=list(self.wanted.kinds),
            )

    def _time(self) -> None:
        if self.wanted.since is not None:
            self._add(
                "claim.happened_from <= date($until) AND claim.happened_to >= date($since)",
                since=self.wanted.since,
                until=self.wanted.until,
            )


__all__ = ["Asking", "Fit", "Wanted", "ask", "asking", "cased", "concepts"]
