"""What `extract` and `load` share: articles read, failures told, and what the exit code is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from graphkit.cli.exits import DONE, NOTHING, PARTLY
from graphkit.cli.session import Session
from graphkit.pipeline.outcome import Failure

if TYPE_CHECKING:
    from graphkit.pipeline.recipe import Recipe
    from graphkit.resolve.identity.decisions import Decisions
    from graphkit.settings import Settings
    from graphkit.sources import Options


T = TypeVar("T")
DECISIONS = Path("config", "decisions.yaml")


def tell(session: Session, failure: Failure, **extra: str) -> None:
    """Say what failed and why, by its place. extra: further fields of the log."""
    place, reason = failure.place, failure.reason
    message = reason if place in reason else f"{place}: {reason}"
    session.error(message, place=place, stage=failure.stage, **extra)


@dataclass
class Tally:
    """How many articles were read, and how many failed; each failure is told as it comes."""

    session: Session
    read: int = 0
    failed: int = 0

    def succeeded(self, outcomes: "Iterable[T | Failure]") -> "Iterator[T]":
        """What was read, among the outcomes."""
        for outcome in outcomes:
            if isinstance(outcome, Failure):
                self.fail(outcome)
            else:
                self.read += 1
                yield outcome

    def fail(self, failure: Failure) -> None:
        self.failed += 1
        tell(self.session, failure)

    @property
    def code(self) -> int:
        """All done, partly, or nothing at all."""
        if self.failed == 0:
            return DONE
        return PARTLY if self.read else NOTHING


def options_of(settings: "Settings", published: str | None) -> "Options":
    """How sources are read, as the settings say. published: date of articles that don't tell their own."""
    from graphkit.sources import Fetching, Options, read_mapping
    from graphkit.sources.fetching import AGENT

    chosen = settings.sources
    fetching = Fetching(
        agent=chosen.agent or AGENT,
        private=chosen.private,
        follow=chosen.follow,
        robots=chosen.robots,
        pause=chosen.pause_seconds,
    )
    if chosen.mapping is None:
        return Options(published=published, fetching=fetching)
    return Options(published=published, fetching=fetching, fields=read_mapping(chosen.mapping))


def recipe_of(settings: "Settings", *, pretokenized: bool = False) -> "Recipe":
    """How articles are read, as the settings say."""
    from graphkit.pipeline.recipe import Recipe

    knowledge = settings.knowledge
    return Recipe(
        pipeline=settings.reading.pipeline,
        ontology=knowledge.ontology,
        cues=knowledge.cues,
        gazetteers=knowledge.gazetteers,
        pretokenized=pretokenized,
    )


def decisions_of(settings: "Settings") -> "Decisions":
    """What was decided about entities; SettingsError where the file is wrong or contradicts itself."""
    from graphkit.resolve.identity.decision_file import read_decisions
    from graphkit.resolve.identity.decisions import Decisions

    return Decisions(read_decisions(decisions_file(settings)))


def decisions_file(settings: "Settings") -> Path:
    """The file of decisions, whether it is there or not."""
    return settings.knowledge.decisions or DECISIONS
