"""What `graphkit.evaluate` needs from the rest of the program: articles read, tuples written."""

from collections.abc import Iterator
from dataclasses import replace

from graphkit.evaluate.score import Tools
from graphkit.model import Article, Extraction
from graphkit.pipeline.outcome import chunks
from graphkit.pipeline.recipe import Recipe
from graphkit.pipeline.stages import Extractor, extractor
from graphkit.pipeline.tuples import tuple_lines

READ_TOGETHER = 64
"""Sentences."""


def tools(recipe: Recipe) -> Tools:
    """Tools that read by a recipe; what goes wrong with an article ends the scoring: a figure is of all."""
    made = extractor(recipe)

    def read(article: Article) -> Extraction:
        return made.extract_all([article])[0]

    def tuples(sentences: list[str]) -> Iterator[str]:
        flat = extractor(replace(recipe, pretokenized=True))
        for chunk in chunks(sentences, READ_TOGETHER):
            yield from _tuples(flat, [Article(text=" ".join(sentence.split())) for sentence in chunk])

    return Tools(read=read, tuples=tuples, known=lambda qid: made.knows(f"wd:{qid}"))


def _tuples(made: Extractor, articles: list[Article]) -> Iterator[str]:
    for extraction in made.extract_all(articles):
        yield from tuple_lines(extraction, rules=True)
