"""What a run of a batch works with: values and connections that whoever starts it has made."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

from graphkit.ontology import Ontology
from graphkit.pipeline.batch.counted import Counted
from graphkit.pipeline.batch.letters import Letter
from graphkit.pipeline.batch.state import State
from graphkit.pipeline.minded import Limits
from graphkit.pipeline.outcome import Failure
from graphkit.pipeline.recipe import Recipe
from graphkit.resolve.identity.decisions import Decisions
from graphkit.settings.batch import Batch
from graphkit.sources import Options
from graphkit.store import Connection
from graphkit.store.lease import SECONDS


def unwatched(_: Counted) -> None:
    """A watcher for nobody."""


def untold(_: Failure, __: Letter) -> None:
    """Failures told to nobody: they are in the dead letters all the same."""


@dataclass(frozen=True, slots=True)
class Means:
    """batch, file: what is run, and where it was read from. recipe, options, decisions: how it is read.

    limits: what one article may take. workers: processes that read. together: articles handed over at once.
    keep_text, batch_rows, batch_articles: as `store.load.load` takes them.
    stop: when set, what is in hand is finished and the rest left. lease: seconds without a sign of life.
    watch: told after each article. tell: told of each failure, and of the letter it became.
    """

    batch: Batch
    file: Path
    connection: Connection
    ontology: Ontology
    recipe: Recipe
    options: Options
    decisions: Decisions
    state: State
    limits: Limits = field(default_factory=Limits)
    workers: int = 1
    together: int = 16
    keep_text: bool = True
    batch_rows: int = 5000
    batch_articles: int = 100
    stop: Event = field(default_factory=Event)
    lease: float = SECONDS
    watch: Callable[[Counted], None] = unwatched
    tell: Callable[[Failure, Letter], None] = untold
