"""Decisions about entities in the graph: profiles to decide by, and the graph brought in line."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from graphkit.model import Article, EntityProfile, Extraction
from graphkit.ontology import Ontology
from graphkit.pipeline.extract import extract
from graphkit.pipeline.inputs import inputs
from graphkit.pipeline.outcome import Failure, Outcome
from graphkit.pipeline.recipe import Recipe
from graphkit.pipeline.stages import extractor
from graphkit.resolve import Gazetteer
from graphkit.resolve.identity.decided import decided
from graphkit.resolve.identity.decisions import Decisions
from graphkit.resolve.identity.profiles import placed, profiles
from graphkit.store import Connection
from graphkit.store.decisions import show_decisions
from graphkit.store.identity import article_ids, entity_profiles, kept_articles, mentioning
from graphkit.store.load import load
from graphkit.store.run import Run


@dataclass(frozen=True, slots=True)
class Aligned:
    """What bringing the graph in line came to.

    articles: how many were read again. written: those of them that say something else now.
    left: places of articles that can't be read again, with the reason.
    """

    articles: int = 0
    written: int = 0
    left: tuple[tuple[str, str], ...] = field(default=())


def as_decided(outcomes: Iterable[Outcome], decisions: Decisions) -> Iterator[Outcome]:
    """Extractions with the ids that stand for others; failures as they are."""
    for outcome in outcomes:
        yield decided(outcome, decisions) if isinstance(outcome, Extraction) else outcome


def graph_profiles(connection: Connection, gazetteer: Gazetteer) -> list[EntityProfile]:
    """Every entity of the graph as its articles show it."""
    return [placed(profile, gazetteer) for profile in entity_profiles(connection)]


def read_profiles(
    paths: Iterable[Path | str], recipe: Recipe, gazetteer: Gazetteer, *, workers: int = 1
) -> list[EntityProfile]:
    """Every entity of articles or extraction files; what can't be read is left out."""
    outcomes = extract(inputs(paths), recipe, workers=workers)
    return profiles((each for each in outcomes if isinstance(each, Extraction)), gazetteer)


def align(
    connection: Connection,
    ontology: Ontology,
    recipe: Recipe,
    decisions: Decisions,
    entities: Collection[str] | None = None,
    *,
    run: Run | None = None,
    keep_text: bool = True,
    workers: int = 1,
) -> Aligned:
    """Read again the articles that mention some entities (all, if None), and write them as decisions have it.

    An article another extractor read, or whose text isn't kept, is left as it is: load its file again.
    """
    ids = article_ids(connection) if entities is None else mentioning(connection, entities)
    again: list[Article] = []
    left: list[tuple[str, str]] = []
    name = extractor(recipe).name if ids else ""
    for kept in kept_articles(connection, ids):
        if kept.article is None:
            left.append((kept.place, "its text isn't kept in the graph"))
        elif kept.extractor != name:
            left.append((kept.place, f"it was read by {kept.extractor}"))
        else:
            again.append(kept.article)
    failed: list[tuple[str, str]] = []
    outcomes = as_decided(extract(again, recipe, workers=workers), decisions)
    result = load(connection, _read(outcomes, failed), ontology, run=run, keep_text=keep_text)
    failed += [(each.place, each.reason) for each in result.failures]
    recorded(connection, decisions)
    return Aligned(len(again), result.counts.written, (*left, *failed))


def recorded(connection: Connection, decisions: Decisions) -> None:
    """Show the decisions in force in the graph, and which entity stands for which ids."""
    overruled = set(decisions.overruled)
    show_decisions(connection, (d for d in decisions.all if d not in overruled), decisions.merged())


def _read(outcomes: Iterable[Outcome], failed: list[tuple[str, str]]) -> Iterator[Extraction]:
    for outcome in outcomes:
        if isinstance(outcome, Failure):
            failed.append((outcome.place, outcome.reason))
        else:
            yield outcome
