"""The costly half of the path: articles through nlp and resolve, in this process."""

import gc
import logging
from collections.abc import Callable, Sequence
from functools import cache
from typing import TypeVar

from graphkit.model import Article, Extraction
from graphkit.model.question import Statement
from graphkit.nlp import Reader
from graphkit.ontology import load_ontology
from graphkit.ontology.cues import load_cues
from graphkit.pipeline.explain import Explanation, explanation
from graphkit.pipeline.outcome import FAULTS, Failure, Outcome, Read, failure, place_of
from graphkit.pipeline.recipe import Recipe, named
from graphkit.pipeline.tuples import Sentence
from graphkit.resolve import Resolver, load_gazetteer

log = logging.getLogger(__name__)

T = TypeVar("T")


class Extractor:
    """Reads articles by a recipe; PipelineMissing or SettingsError where what it names isn't there."""

    def __init__(self, recipe: Recipe) -> None:
        self.ontology = ontology = load_ontology(recipe.ontology)
        self._gazetteer = load_gazetteer(ontology, recipe.gazetteers)
        self._reader = Reader(
            recipe.pipeline, self._gazetteer, load_cues(recipe.cues), pretokenized=recipe.pretokenized
        )
        self.name = named(self._reader.described)
        self._resolver = Resolver(self._gazetteer, ontology, self.name)

    def knows(self, id_: str) -> bool:
        """Whether the gazetteer holds an entity ("wd:Q30")."""
        return self._gazetteer.entry(id_) is not None

    def extract_all(self, articles: Sequence[Article]) -> list[Extraction]:
        """An extraction for each article; whatever goes wrong with one is raised."""
        return [self._resolver.resolve(reading) for reading in self._reader.read(articles)]

    def explain(self, article: Article) -> Explanation:
        """As `extract_all`, of one article, with every candidate and the words behind it."""
        reading, cues = self._reader.explain(article)
        extraction, places = self._resolver.resolved(reading)
        return explanation(reading, cues, extraction, places)

    def restate(self, question: str) -> Statement | None:
        """The question as a statement, or None: see `Reader.restate`."""
        return self._reader.restate(question)

    def function_word(self, word: str) -> bool:
        """Whether it is a word such as "us" or "who": see `Reader.function_word`."""
        return self._reader.function_word(word)

    def tuples(self, sentences: Sequence[Article]) -> list[Sentence]:
        """Of each pretokenized sentence, the tuples as it words them; what goes wrong with one is raised."""
        found = self._reader.read_tokens(sentence.text for sentence in sentences)
        return [Sentence(one.text, tuple(claims)) for one, claims in zip(sentences, found, strict=True)]


@cache
def extractor(recipe: Recipe) -> Extractor:
    """The extractor of a recipe, made once in each process.

    What it holds lives as long as the process: the garbage collector would look through all of it, again and again.
    """
    made = Extractor(recipe)
    gc.freeze()
    return made


def extract_chunk(recipe: Recipe, chunk: Sequence[Read]) -> list[Outcome]:
    """The outcome of each article of a chunk; what is no article passes through in its place."""
    articles = [each for each in chunk if isinstance(each, Article)]
    outcomes = _each(extractor(recipe).extract_all, articles)
    done = iter(outcomes)
    return [next(done) if isinstance(each, Article) else each for each in chunk]


def tuples_chunk(recipe: Recipe, chunk: Sequence[Article]) -> list[Sentence | Failure]:
    """The tuples of each pretokenized sentence of a chunk, or what went wrong with it alone."""
    return _each(extractor(recipe).tuples, chunk)


def _each(stage: Callable[[Sequence[Article]], list[T]], articles: Sequence[Article]) -> list[T | Failure]:
    """What the stage makes of each article; where something goes wrong, one by one, to tell with which."""
    try:
        return [*stage(articles)]
    except FAULTS as error:
        if len(articles) > 1:
            log.debug("%d articles failed together (%s): one by one", len(articles), error)
            return [done for article in articles for done in _each(stage, [article])]
        log.debug("an article failed", exc_info=error)
        return [failure(place_of(articles[0]), "reading", error, articles[0])]
