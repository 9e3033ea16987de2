"""Many articles through the costly half, by one process or several."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graphkit.model import Article
from graphkit.pipeline.outcome import Failure, Outcome, Read, chunks
from graphkit.pipeline.recipe import Recipe
from graphkit.pipeline.tuples import Sentence
from graphkit.pipeline.workers import in_order


@dataclass(frozen=True, slots=True)
class _Work:
    """What a worker is told to do; the stages, and spaCy with them, are imported where it is done."""

    recipe: Recipe

    def __call__(self, chunk: Sequence[Read]) -> list[Outcome]:
        if _holds_no_article(chunk):
            return [each for each in chunk if not isinstance(each, Article)]
        from graphkit.pipeline.stages import extract_chunk  # noqa: PLC0415 - after BLAS is held to one thread

        return extract_chunk(self.recipe, chunk)


def extract(
    articles: Iterable[Read], recipe: Recipe, *, workers: int = 1, batch: int = 16
) -> Iterator[Outcome]:
    """The outcome of each article, in their order, the same for any number of workers.

    batch: articles handed to a worker at a time.
    """
    for outcomes in in_order(_Work(recipe), chunks(articles, batch), workers, here=_holds_no_article):
        yield from outcomes


@dataclass(frozen=True, slots=True)
class _TupleWork:
    """As `_Work`, for pretokenized sentences."""

    recipe: Recipe

    def __call__(self, chunk: Sequence[Article | Failure]) -> list[Sentence | Failure]:
        if _holds_no_article(chunk):
            return [each for each in chunk if isinstance(each, Failure)]
        from graphkit.pipeline.stages import tuples_chunk  # noqa: PLC0415 - after BLAS is held to one thread

        done = iter(tuples_chunk(self.recipe, [each for each in chunk if isinstance(each, Article)]))
        return [next(done) if isinstance(each, Article) else each for each in chunk]


def extract_tuples(
    sentences: Iterable[Article | Failure], recipe: Recipe, *, workers: int = 1, batch: int = 16
) -> Iterator[Sentence | Failure]:
    """Of each pretokenized sentence the tuples as it words them, in their order; as `extract` otherwise."""
    for outcomes in in_order(_TupleWork(recipe), chunks(sentences, batch), workers, here=_holds_no_article):
        yield from outcomes


def _holds_no_article(chunk: Sequence[Read]) -> bool:
    return not any(isinstance(each, Article) for each in chunk)
