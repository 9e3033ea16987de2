"""Articles to Readings, many at a time, in bounded memory."""

from collections.abc import Iterable, Iterator

from spacy.language import Language

from graphkit.model import Article, Reading, Span
from graphkit.model.lexicon import Lexicon
from graphkit.nlp.coreference import link
from graphkit.nlp.load import described, load
from graphkit.nlp.mentions import find_mentions
from graphkit.nlp.times import Clock
from graphkit.nlp.tree import Tree, trees
from graphkit.nlp.triples import ArticleReader
from graphkit.ontology.cues import Cues

BATCH_WORDS = 20_000
"""Articles read together hold about this many words: enough for spaCy's batches, little memory."""


class Reader:
    """Reads articles with a language pipeline.

    pipeline: name of an installed spaCy pipeline, or the folder of one; PipelineMissing where it isn't there.
    """

    def __init__(self, pipeline: str, lexicon: Lexicon, cues: Cues) -> None:
        self._nlp: Language = load(pipeline)
        self._lexicon = lexicon
        self._cues = cues

    @property
    def described(self) -> str:
        """Name and version of the pipeline: "en_core_web_sm 3.8.0"."""
        return described(self._nlp)

    def read(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """A Reading for each article, in their order."""
        for batch in _batches(articles):
            # The zone must close before control leaves: its strings are gone afterwards, ours are copies.
            with self._nlp.memory_zone():
                docs = self._nlp.pipe([article.text for article in batch])
                readings = [
                    self._reading(article, trees(doc)) for article, doc in zip(batch, docs, strict=True)
                ]
            yield from readings

    def _reading(self, article: Article, sentences: list[Tree]) -> Reading:
        text = article.text
        reader = ArticleReader(text, self._cues, Clock(article.published).when)
        triples = reader.read(sentences)
        speakers = {i: voice.speaker for i, voice in reader.spoken.items() if voice is not None}
        mentions = link(
            find_mentions(sentences, text, self._lexicon), sentences, text, self._lexicon, speakers
        )
        return Reading(article, tuple(Span(s.start, s.end) for s in sentences), tuple(mentions), triples)


def _batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    batch: list[Article] = []
    words = 0
    for article in articles:
        batch.append(article)
        words += len(article.text) // 6
        if words >= BATCH_WORDS:
            yield batch
            batch, words = [], 0
    if batch:
        yield batch
