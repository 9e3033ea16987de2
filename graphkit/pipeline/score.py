"""What `graphkit.evaluate` needs from the rest of the program: articles read, tuples written."""

from collections.abc import Iterator

from graphkit.evaluate.score import Tools
from graphkit.model import Article, Extraction
from graphkit.pipeline.outcome import chunks
from graphkit.pipeline.recipe import Recipe
from graphkit.pipeline.stages import extractor
from graphkit.pipeline.tuples import worded_lines

READ_TOGETHER = 64
"""Sentences."""


def tools(recipe: Recipe) -> Tools:
    """Tools that read by a recipe; what goes wrong with an article ends the scoring: a figure is of all."""
    made = extractor(recipe)

    def read(article: Article) -> Extraction:
        return made.extract_all([article])[0]

    def tuples(sentences: list[str]) -> Iterator[str]:
        for chunk in chunks(sentences, READ_TOGETHER):
            for sentence in made.tuples([Article(text=sentence) for sentence in chunk]):
                yield from worded_lines(sentence, rules=True)

    return Tools(read=read, tuples=tuples, known=lambda qid: made.knows(f"wd:{qid}"))
