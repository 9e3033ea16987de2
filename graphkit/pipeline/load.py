"""Articles and extraction files into the graph; what the graph has as it is isn't read again."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from graphkit.model import Article, Extraction
from graphkit.ontology import Ontology
from graphkit.pipeline.extract import extract
from graphkit.pipeline.identity import as_decided
from graphkit.pipeline.inputs import inputs
from graphkit.pipeline.outcome import Outcome, Read, chunks
from graphkit.pipeline.recipe import Recipe
from graphkit.pipeline.stages import extractor
from graphkit.resolve.identity.decisions import Decisions
from graphkit.sources import Options
from graphkit.store import Connection
from graphkit.store.identity import mentioning
from graphkit.store.load import unread
from graphkit.store.run import Run

LOOKED_UP = 200
"""Articles the graph is asked about at a time."""


class Loading:
    """Everything under some paths as outcomes to write, and how many articles needed no reading.

    decisions: which entities are one. run: the load they are for; none for a rehearsal, which writes nothing.
    workers, batch: as `pipeline.extract.extract` takes them.
    """

    def __init__(
        self,
        connection: Connection,
        ontology: Ontology,
        recipe: Recipe,
        *,
        decisions: Decisions | None = None,
        run: Run | None = None,
        workers: int = 1,
        batch: int = 16,
    ) -> None:
        self.unchanged = 0
        self._connection = connection
        self._ontology = ontology
        self._recipe = recipe
        self.decisions = decisions or Decisions(())
        self._run = run
        self._workers = workers
        self._batch = batch

    def outcomes(self, paths: Iterable[Path | str], options: Options | None = None) -> Iterator[Outcome]:
        """The outcome of each article, in the order of the paths, as `pipeline.inputs.inputs` takes them."""
        new = self._new(inputs(paths, options))
        outcomes = extract(new, self._recipe, workers=self._workers, batch=self._batch)
        return as_decided(outcomes, self.decisions)

    def _new(self, read: Iterable[Read]) -> Iterator[Read]:
        """Without the articles the graph has as they are; extractions are the loader's to compare."""
        # What was decided since may concern articles that haven't changed.
        moved = frozenset(mentioning(self._connection, self.decisions.merged()))
        for chunk in chunks(read, LOOKED_UP):
            # Those that moved aren't asked after: what the graph has of them mustn't count as seen in this run.
            articles = [each for each in chunk if isinstance(each, Article) and each.id not in moved]
            new = moved | self._unread(articles) if articles else moved
            for each in chunk:
                if isinstance(each, Article) and each.id not in new:
                    self.unchanged += 1
                else:
                    yield each

    def _unread(self, articles: list[Article]) -> frozenset[str]:
        name = extractor(self._recipe).name
        new = unread(self._connection, articles, name, self._ontology, run=self._run)
        return frozenset(article.id for article in new)


def would_write(
    connection: Connection, ontology: Ontology, extractions: Iterable[Extraction]
) -> Iterator[tuple[Extraction, bool]]:
    """Each extraction, and whether loading it would write it: for a rehearsal."""
    for chunk in chunks(extractions, LOOKED_UP):
        new: set[str] = set()
        for name in sorted({extraction.extractor for extraction in chunk}):
            articles = [each.article for each in chunk if each.extractor == name]
            new |= {article.id for article in unread(connection, articles, name, ontology)}
        for extraction in chunk:
            yield extraction, extraction.article.id in new
