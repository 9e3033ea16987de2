"""A question from its words to its answers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz, process, utils

from graphkit.model import Article, Extraction, Polarity
from graphkit.model.question import Asked
from graphkit.ontology import Ontology
from graphkit.pipeline.ask.answers import Answer, answers, summary
from graphkit.pipeline.ask.naming import Names, bare, with_names_as_written
from graphkit.pipeline.ask.pattern import Pattern, pattern
from graphkit.pipeline.ask.told import understood
from graphkit.pipeline.recipe import Recipe
from graphkit.pipeline.stages import extractor
from graphkit.store import Connection
from graphkit.store.asking import Asking, Ids, Wanted, ask, asking
from graphkit.store.queries import saved_queries
from graphkit.store.times import period

NEAREST = 3
UNREAD = (
    "this can't be read as a question: ask who, what, when, where, why, how many, or begin with did, is, will"
)


class Outcome(StrEnum):
    """What became of a question.

    answered: there are answers. silent: the graph holds none. unknown: somebody named isn't in the graph.
    unread: it is no question of a form that is known.
    """

    ANSWERED = "answered"
    SILENT = "silent"
    UNKNOWN = "unknown"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class Reply:
    """understood: the pattern in words. reason: why there is no answer. summary: of yes or no, how the claims stand.
    near: saved queries that may help where there is no answer.
    """

    question: str
    outcome: Outcome
    understood: str = ""
    reason: str = ""
    summary: str = ""
    answers: tuple[Answer, ...] = ()
    asking: Asking | None = None
    near: tuple[str, ...] = ()


def reply(
    connection: Connection,
    question: str,
    recipe: Recipe,
    *,
    folders: Sequence[Path] = (),
    timeout: float | None = 30.0,
) -> Reply:
    """What the graph answers to a plain English question.

    folders: of the user's saved queries, among which the nearest are named where it can't be answered.
    timeout: seconds the server may take.
    """
    found = _reply(connection, question, recipe, timeout)
    if found.outcome is Outcome.ANSWERED:
        return found
    return replace(found, near=nearest(question, folders))


def _reply(connection: Connection, question: str, recipe: Recipe, timeout: float | None) -> Reply:
    reader = extractor(recipe)
    written = with_names_as_written(connection, question, reader.function_word)
    statement = reader.restate(written)
    if statement is None:
        return Reply(question, Outcome.UNREAD, reason=UNREAD)
    texts = [text for text in (statement.text, statement.plainer) if text]
    both = reader.extract_all([Article(text=text) for text in texts])
    # Of *Oslo did comment on it* "do" may be taken for the verb.
    whole = [one for one in both if one.claims and not any(c.predicate.lemma == "do" for c in one.claims)]
    read = next((one for one in [*whole, *both] if one.claims), both[0])
    asked = pattern(read, statement, reader.ontology)
    if asked is None:
        return Reply(question, Outcome.UNREAD, reason=UNREAD)
    return _Replying(connection, question, asked, read).reply(reader.ontology, timeout)


class _Replying:
    """Answers one question that has been understood."""

    def __init__(self, connection: Connection, question: str, asked: Pattern, read: Extraction) -> None:
        self.connection, self.question, self.asked = connection, question, asked
        self.names = Names(connection, read.entities)
        self.read = read

    def reply(self, ontology: Ontology, timeout: float | None) -> Reply:
        wanted = self._wanted(ontology)
        told = understood(self.asked, {entity.id: entity.name for entity in self.read.entities})
        refused = self._refused(told)
        if refused is not None:
            return refused
        ready = asking(wanted)
        rows = ask(self.connection, ready, timeout)
        if not rows and wanted.subject is None and wanted.object:
            wanted, ready, rows = self._received(wanted, timeout)
        found = answers(rows, self.asked, wanted)
        if found:
            short = summary(found) if self.asked.asked is Asked.WHETHER else ""
            return Reply(self.question, Outcome.ANSWERED, told, summary=short, answers=found, asking=ready)
        reason = self._silence(len(rows))
        return Reply(self.question, Outcome.SILENT, told, reason, asking=ready)

    def _received(self, wanted: Wanted, timeout: float | None) -> tuple[Wanted, Asking, list[dict[str, Any]]]:
        """*Who fined Oslo?* of *Oslo was fined a million by Berne*: whoever was asked about is the recipient."""
        ids = wanted.object or ()
        further = replace(wanted, object=None, linked=(*wanted.linked, ids))
        ready = asking(further)
        rows = [row for row in ask(self.connection, ready, timeout) if _recipient(row, ids)]
        return further, ready, rows

    def _wanted(self, ontology: Ontology) -> Wanted:
        asked, ids = self.asked, self.names.ids
        subject, object_ = ids(asked.subject, "subject"), ids(asked.object, "object")
        speaker, kinds = ids(asked.speaker, "speaker"), self._kinds(ontology)
        if asked.noun is not None and not kinds:
            noun = ids(asked.noun)
            subject, object_ = (noun, object_) if asked.hole == "subject" else (subject, noun)
        linked = tuple(found for found in (ids(end) for end in asked.beside) if found is not None)
        if asked.about:
            linked = (*linked, self.names.noun(asked.about, bare(asked.about)))
        when = period(asked.when)
        return Wanted(
            subject=subject,
            object=object_,
            speaker=speaker,
            linked=linked,
            owners=tuple((end, ids(owner) or ()) for end, owner in asked.owners),
            worded=tuple(self.names.worded),
            shape=asked.shape,
            relation=asked.relation if asked.predicate else None,
            kindred=asked.kindred,
            passives=() if asked.subject is not None else asked.passives,
            either=asked.either,
            negated=self._negated(),
            kinds=kinds,
            asked_end=asked.hole,
            spoken=asked.spoken,
            since=when.first.isoformat() if when and when.first else None,
            until=when.last.isoformat() if when and when.last else None,
        )

    def _negated(self) -> bool | None:
        if self.asked.asked is Asked.WHETHER or self.asked.hole == "statement":
            return None
        return self.asked.polarity is Polarity.NEGATED

    def _kinds(self, ontology: Ontology) -> Ids:
        """A noun that names a kind of entity: "which country"."""
        if self.asked.noun is None:
            return ()
        name = self.names.entities[self.asked.noun.entity].name.lower()
        return tuple(kind for kind in ontology.kinds if kind.lower() == name)

    def _refused(self, told: str) -> Reply | None:
        if self.names.unknown:
            one = self.names.unknown[0]
            near = f": did you mean {' or '.join(one.near)}?" if one.near else ""
            reason = f"nobody in the graph is called {one.name!r}{near}"
            return Reply(self.question, Outcome.UNKNOWN, told, reason)
        if self.names.unresolved:
            reason = f"who is meant by {self.names.unresolved[0]!r} can't be known: use a name"
            return Reply(self.question, Outcome.UNREAD, told, reason)
        if self.names.ambiguous:
            one = self.names.ambiguous[0]
            reason = (
                f"several are meant by {one.name!r}: use a name, such as {' or '.join(one.near[:NEAREST])}"
            )
            return Reply(self.question, Outcome.UNKNOWN, told, reason)
        if self.names.missing:
            reason = f"no claim in the graph is about {self.names.missing[0]!r}"
            return Reply(self.question, Outcome.SILENT, told, reason)
        return None

    def _silence(self, rows: int) -> str:
        if rows:
            return f"the graph holds {rows} such claims, but none says {self.asked.asked.value}"
        return "the graph holds no such claim"


def _recipient(row: dict[str, Any], ids: Ids) -> bool:
    roles = row["roles"] or ()
    listed = zip(roles, row["entities"] or [""] * len(roles), strict=True)
    return any(role == "recipient" and entity in ids for role, entity in listed)


def nearest(question: str, folders: Sequence[Path]) -> tuple[str, ...]:
    """Names of the saved queries whose titles and questions are most like it."""
    known = {query.name: f"{query.title} {query.question}" for query in saved_queries(folders)}
    found = process.extract(
        question, known, scorer=fuzz.token_set_ratio, processor=utils.default_process, limit=NEAREST
    )
    return tuple(name for _, _, name in found)
