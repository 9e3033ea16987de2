"""Articles through the costly half, where an article that kills its reader costs no other."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graphkit.model import Article
from graphkit.pipeline.isolated import Isolated
from graphkit.pipeline.minded import Limits, Lost
from graphkit.pipeline.outcome import Failure, Outcome, Read, chunks, place_of
from graphkit.pipeline.recipe import Recipe

LOST = "ReaderLost"
"""Kind of failure of an article over which a reading process was lost."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """The work; the stages, and spaCy with them, are imported where it is done."""

    recipe: Recipe

    def prepare(self) -> str:
        """The extractor's name."""
        from graphkit.pipeline.stages import extractor  # noqa: PLC0415 - after BLAS is held to one thread

        return extractor(self.recipe).name

    def __call__(self, items: Sequence[Read]) -> list[Outcome]:
        from graphkit.pipeline.stages import extract_chunk  # noqa: PLC0415 - as above

        return extract_chunk(self.recipe, items)


Readers = Isolated[Read, Outcome]


def readers(recipe: Recipe, workers: int, limits: Limits) -> Readers:
    """So many processes that read."""
    return Isolated(_Reading(recipe), workers, limits, _lost)


def outcomes(pool: Readers, articles: Iterable[Read], together: int) -> Iterator[Outcome]:
    """The outcome of each article, in their order, whatever becomes of the processes."""
    for results in pool.results(chunks(articles, together), _light):
        yield from results


def _light(piece: Sequence[Read]) -> list[Outcome] | None:
    done = [each for each in piece if not isinstance(each, Article)]
    return done if len(done) == len(piece) else None


def _lost(item: Read, lost: Lost) -> Outcome:
    if not isinstance(item, Article):
        return item
    place = place_of(item)
    reason = f"{place} {lost} while it is read: mend it and retry it, or drop it (`graphkit deadletter`)"
    return Failure(place, "reading", reason, LOST, item)
