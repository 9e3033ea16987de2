"""The costly half of the path: articles through nlp and resolve, in this process."""

import logging
from collections.abc import Sequence
from functools import cache

from graphkit import __version__
from graphkit.model import Article, Extraction
from graphkit.nlp import Reader
from graphkit.ontology import load_ontology
from graphkit.ontology.cues import load_cues
from graphkit.pipeline.outcome import FAULTS, Outcome, Read, failure, place_of
from graphkit.pipeline.recipe import Recipe
from graphkit.resolve import Resolver, load_gazetteer

log = logging.getLogger(__name__)


class Extractor:
    """Reads articles by a recipe; PipelineMissing or SettingsError where what it names isn't there."""

    def __init__(self, recipe: Recipe) -> None:
        ontology = load_ontology(recipe.ontology)
        self._gazetteer = load_gazetteer(ontology, recipe.gazetteers)
        self._reader = Reader(
            recipe.pipeline, self._gazetteer, load_cues(recipe.cues), pretokenized=recipe.pretokenized
        )
        self.name = f"graphkit {__version__} {self._reader.described}"
        self._resolver = Resolver(self._gazetteer, ontology, self.name)

    def knows(self, id_: str) -> bool:
        """Whether the gazetteer holds an entity ("wd:Q30")."""
        return self._gazetteer.entry(id_) is not None

    def extract_all(self, articles: Sequence[Article]) -> list[Extraction]:
        """An extraction for each article; whatever goes wrong with one is raised."""
        return [self._resolver.resolve(reading) for reading in self._reader.read(articles)]

    def extract(self, articles: Sequence[Article]) -> list[Outcome]:
        """An extraction for each article, or what went wrong with it alone."""
        try:
            return [*self.extract_all(articles)]
        except FAULTS as error:
            if len(articles) > 1:
                log.debug("%d articles failed together (%s): one by one", len(articles), error)
                return [outcome for article in articles for outcome in self.extract([article])]
            log.debug("an article failed", exc_info=error)
            return [failure(place_of(articles[0]), "reading", error)]


@cache
def extractor(recipe: Recipe) -> Extractor:
    """The extractor of a recipe, made once in each process."""
    return Extractor(recipe)


def extract_chunk(recipe: Recipe, chunk: Sequence[Read]) -> list[Outcome]:
    """The outcome of each article of a chunk; what is no article passes through in its place."""
    articles = [each for each in chunk if isinstance(each, Article)]
    done = iter(extractor(recipe).extract(articles))
    return [next(done) if isinstance(each, Article) else each for each in chunk]
