"""The desk of whoever decides: profiles, candidates and the file of decisions, with the graph behind."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from graphkit.cli.connection import connected
from graphkit.cli.reading import decisions_file, decisions_of, recipe_of
from graphkit.cli.session import Session
from graphkit.errors import UsageError
from graphkit.model import Decision, EntityProfile, Side, Verdict
from graphkit.ontology import Ontology, load_ontology
from graphkit.resolve import Gazetteer, load_gazetteer
from graphkit.resolve.identity.cluster import Candidate, candidates, cluster, rarities, side
from graphkit.resolve.identity.compare import compare
from graphkit.resolve.identity.decision_file import read_decisions, write_decisions
from graphkit.resolve.identity.decisions import Decisions, told
from graphkit.resolve.ids import NAMED
from graphkit.settings import Settings
from graphkit.settings.who import whoever
from graphkit.store import Connection

__all__ = ["Desk", "decision_rows", "opened_desk", "reviewed", "told"]


@contextmanager
def opened_desk(session: Session, paths: Sequence[Path] = ()) -> "Iterator[Desk]":
    """A desk over the graph, or over articles and extraction files, which needs no database."""
    from graphkit.pipeline.identity import graph_profiles, read_profiles

    settings = session.settings()
    decisions = decisions_of(settings)
    ontology = load_ontology(settings.knowledge.ontology)
    gazetteer = load_gazetteer(ontology, settings.knowledge.gazetteers)
    if paths:
        recipe, workers = recipe_of(settings), settings.reading.workers
        read = partial(read_profiles, paths, recipe, gazetteer, workers=workers)
        yield Desk(session, settings, ontology, gazetteer, decisions, read)
        return
    with connected(session, settings) as connection:
        read = partial(graph_profiles, connection, gazetteer)
        yield Desk(session, settings, ontology, gazetteer, decisions, read, connection)


@dataclass(slots=True)
class Desk:
    """read: gives the profiles; it is asked once. connection: None where files are looked at."""

    session: Session
    settings: Settings
    ontology: Ontology
    gazetteer: Gazetteer
    decisions: Decisions
    read: Callable[[], list[EntityProfile]]
    connection: Connection | None = None
    _profiles: dict[str, EntityProfile] | None = field(default=None)

    @property
    def profiles(self) -> Mapping[str, EntityProfile]:
        """By id."""
        if self._profiles is None:
            self._profiles = {profile.id: profile for profile in self.read()}
        return self._profiles

    def candidates(self, above: float) -> list[Candidate]:
        """Undecided pairs of at least this score."""
        return candidates(self.profiles.values(), self.decisions, above=above)

    def join(self) -> list[Decision]:
        """Those the score alone decides, now decided."""
        made = cluster(self.profiles.values(), self.decisions, at=_now())
        if made:
            self._keep([*self._listed(), *made])
            self.align({id_ for decision in made for id_ in decision.ids})
        return made

    def decide(
        self, verdict: str, one: str, other: str, reason: str, by: str | None, score: float | None = None
    ) -> Decision:
        """A decision about two ids, in place of what was decided about the same two before."""
        if one == other:
            raise UsageError(f"both are {self._side(one).name} ({one}): name two entities")
        made = Decision(
            Verdict(verdict), self._side(one), self._side(other), reason, by or whoever(), _now(), score
        )
        self._keep([*(d for d in self._listed() if d.ids != made.ids), made])
        self.align(made.ids)
        return made

    def undo(self, pair: Sequence[str]) -> Decision:
        """Takes back the decision about two entities, or the last."""
        listed = self._listed()
        if not listed:
            raise UsageError(f"nothing was decided: {decisions_file(self.settings)} holds no decision")
        taken = self._about(pair, listed) if pair else listed[-1]
        concerned = {taken.one.id, taken.other.id, *map(self.decisions.canonical, taken.ids)}
        self._keep([decision for decision in listed if decision != taken])
        self.align(concerned | set(self.decisions.merged()))
        return taken

    def entity(self, text: str) -> str:
        """The id of an entity of the graph, by id, name or alias; UsageError where several are called so."""
        from graphkit.store.lookup import entities_called

        if self._known(text) is not None:
            return text
        if self.connection is None:
            raise UsageError(f"{text!r} is no id of an entity read here")
        found = entities_called(self.connection, text)
        if len(found) > 1:
            bearers = "; ".join(f"{each.name} ({each.kind}, {each.id})" for each in found)
            raise UsageError(f"several are called {text!r}, give the id of one: {bearers}")
        return found[0].id

    def explain(self, one: str, other: str | None) -> Iterator[str]:
        """What was decided about one entity; of two, why they are one, or not, or how alike they are."""
        first = self.entity(one)
        if other is None:
            yield f"{self._side(first).name} ({first})"
            stays = self.decisions.canonical(first)
            if stays != first:
                yield f"is now {self._side(stays).name} ({stays})"
            yield from (told(decision) + _why(decision) for decision in self.decisions.about(first))
            return
        second = self.entity(other)
        verdict = self.decisions.verdict(first, second)
        if verdict is not None:
            yield f"{verdict.value}, by decision:"
            yield from (told(decision) + _why(decision) for decision in self.decisions.chain(first, second))
        if first in self.profiles and second in self.profiles:
            finding = compare(self.profiles[first], self.profiles[second], rarities(self.profiles.values()))
            yield f"score {finding.score:g}: {finding.told or 'nothing they share is told by their names'}"

    def align(self, entities: Collection[str] | None) -> bool:
        """Bring the graph in line for some entities, or all; whether articles were left as they were."""
        from graphkit.pipeline.identity import align
        from graphkit.store.run import new_run

        if self.connection is None:
            return False
        done = align(
            self.connection,
            self.ontology,
            recipe_of(self.settings),
            self.decisions,
            entities,
            run=new_run(),
            keep_text=self.settings.graph.keep_text,
            workers=self.settings.reading.workers,
        )
        self._profiles = None
        self.session.note(f"articles read again: {done.articles}, changed: {done.written}")
        for place, reason in done.left:
            self.session.warn(f"{place} stays as it is ({reason}): load its file again", place=place)
        return bool(done.left)

    def row(self, found: Candidate | Decision) -> dict[str, Any]:
        """A candidate or decision as a row."""
        one, two = (found.one, found.two) if isinstance(found, Candidate) else (found.one.id, found.other.id)
        score = found.finding.score if isinstance(found, Candidate) else found.score
        why = found.finding.told if isinstance(found, Candidate) else found.reason
        first, second = self._side(one), self._side(two)
        return {
            "score": score, "kind": first.type, "name": first.name, "other": second.name, "why": why,
            "id": one, "other id": two,
        }  # fmt: skip

    def _side(self, id_: str) -> Side:
        known = self._known(id_)
        if known is None:
            raise UsageError(f"{id_} isn't in the graph: `graphkit query run actors` lists who is")
        return known

    def _known(self, id_: str) -> Side | None:
        """Name and kind of an id: of the graph or the files, else of a decision, else of the gazetteer."""
        from graphkit.store.lookup import find_entities

        if not id_.startswith(NAMED):
            return None
        if self._profiles is not None or self.connection is None:
            profile = self.profiles.get(id_)
            if profile is not None:
                return side(profile)
        elif found := [each for each in find_entities(self.connection, id_) if each.id == id_]:
            return Side(id_, found[0].name, found[0].kind)
        entry = self.gazetteer.entry(id_)
        return self.decisions.side(id_) or (Side(id_, entry.name, entry.kind) if entry else None)

    def _about(self, pair: Sequence[str], listed: Sequence[Decision]) -> Decision:
        one, other = (self._decided(text, listed) for text in pair)
        found = [d for d in listed if {d.one.id, d.other.id} == {one, other}]
        if not found:
            raise UsageError(
                f"nothing was decided about {pair[0]} and {pair[1]} themselves: "
                "`graphkit resolve list` shows what was"
            )
        return found[-1]

    def _decided(self, text: str, listed: Sequence[Decision]) -> str:
        """The id a decision names so, by id or name."""
        sides = {s.id: s.name for d in listed for s in (d.one, d.other)}
        named = sorted(id_ for id_, name in sides.items() if text in {id_, name})
        if len(named) > 1:
            raise UsageError(f"several are called {text!r}, give the id of one: {', '.join(named)}")
        return named[0] if named else self.entity(text)

    def _listed(self) -> list[Decision]:
        return read_decisions(decisions_file(self.settings))

    def _keep(self, listed: list[Decision]) -> None:
        """Decisions that contradict one another are refused before anything is written."""
        self.decisions = Decisions(listed)
        write_decisions(decisions_file(self.settings), listed)


def decision_rows(settings: Settings) -> list[dict[str, Any]]:
    """The decisions of the file as rows, in its order."""
    return [
        {
            "verdict": d.verdict.value, "name": d.one.name, "other": d.other.name, "reason": d.reason,
            "score": d.score, "by": d.by, "at": d.at, "id": d.one.id, "other id": d.other.id,
        }
        for d in read_decisions(decisions_file(settings))
    ]  # fmt: skip


def reviewed(desk: Desk, found: Candidate) -> Iterator[str]:
    """Both sides of a candidate with what is said of them and quotes."""
    from graphkit.store.identity import quotes

    yield f"{found.finding.score:g}  {found.finding.told}"
    for id_ in (found.one, found.two):
        profile = desk.profiles[id_]
        yield f"  {profile.name} ({profile.type}, {id_}), {_count(len(profile.articles), 'article')}"
        if profile.titles:
            yield f"    called {', '.join(profile.titles[:5])}"
        for quote in quotes(desk.connection, id_) if desk.connection is not None else ():
            yield f"    {(quote.published or '')[:10]:10}  {quote.words or quote.title}".rstrip()
    yield ""


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _why(decision: Decision) -> str:
    score = "" if decision.score is None else f" ({decision.score:g})"
    return f": {decision.reason}{score}"


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
