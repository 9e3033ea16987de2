"""Articles to Readings, many at a time, in bounded memory."""

from collections.abc import Iterable, Iterator
from itertools import islice

from spacy.language import Language
from spacy.tokens import Doc

from graphkit.errors import SourceError
from graphkit.model import Article, Cue, Reading, Span
from graphkit.model.lexicon import Lexicon
from graphkit.model.question import Statement
from graphkit.nlp.coreference import link
from graphkit.nlp.headlines import sentence_case
from graphkit.nlp.load import described, load
from graphkit.nlp.mentions import find_mentions
from graphkit.nlp.notes import Notes
from graphkit.nlp.questions import restated
from graphkit.nlp.times import Clock
from graphkit.nlp.tree import Tree, trees
from graphkit.nlp.triples import ArticleReader
from graphkit.nlp.worded import Worded, worded
from graphkit.ontology.cues import Cues

BATCH_WORDS = 20_000
"""Articles read together hold about this many words: enough for spaCy's batches, little memory."""
BATCH_SENTENCES = 500
"""Pretokenized sentences read together."""
LONGEST_QUESTION = 500
"""Characters of a question."""


class Reader:
    """Reads articles with a language pipeline.

    pipeline: name of an installed spaCy pipeline, or the folder of one; PipelineMissing where it isn't there.
    pretokenized: each article is one sentence, its tokens parted by single spaces, and is kept as it is.
    """

    def __init__(self, pipeline: str, lexicon: Lexicon, cues: Cues, *, pretokenized: bool = False) -> None:
        self._nlp: Language = load(pipeline)
        self._lexicon = lexicon
        self._cues = cues
        self._pretokenized = pretokenized

    @property
    def described(self) -> str:
        """Name and version of the pipeline: "en_core_web_sm 3.8.0"."""
        return described(self._nlp)

    def read(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """A Reading for each article, in their order; SourceError at one too long to be read at once."""
        for batch in _batches(articles):
            # The zone must close before control leaves: its strings are gone afterwards, ours are copies.
            with self._nlp.memory_zone():
                docs = self._nlp.pipe([self._unparsed(article) for article in batch])
                readings = [
                    self._read(article, trees(doc), self._article_reader(article))
                    for article, doc in zip(batch, docs, strict=True)
                ]
            yield from readings

    def explain(self, article: Article) -> tuple[Reading, tuple[tuple[Cue, ...], ...]]:
        """As `read`, of one article, and of each triple the words that tell how it is meant."""
        with self._nlp.memory_zone():
            unparsed = self._unparsed(article)
            reader = self._article_reader(article, Notes(article.text, self._cues))
            reading = self._read(article, trees(next(self._nlp.pipe([unparsed]))), reader)
            return reading, reader.cues()

    def read_tokens(self, lines: Iterable[str]) -> Iterator[list[Worded]]:
        """The tuples of each line, one sentence whose tokens single spaces part; none where it is empty."""
        remaining = iter(lines)
        while batch := tuple(islice(remaining, BATCH_SENTENCES)):
            with self._nlp.memory_zone():
                docs = self._nlp.pipe([self._tokens(line) for line in batch])
                found = [
                    [one for tree in trees(doc) for one in worded(tree, doc.text, self._cues)] for doc in docs
                ]
            yield from found

    def restate(self, question: str) -> Statement | None:
        """The question as a statement that can be read; None where it is no question of a known form."""
        if len(question) > LONGEST_QUESTION:
            return None
        with self._nlp.memory_zone():
            return restated(self._nlp(question))

    def function_word(self, word: str) -> bool:
        """Whether it is a word such as "us" or "who", in whatever case: no name by itself."""
        return self._nlp.vocab[word.lower()].is_stop

    def _tokens(self, line: str) -> Doc:
        words = [word for word in line.split(" ") if word]
        inside = [False] * (len(words) - 1)
        spaces = [True] * len(inside) + [False] * bool(words)
        return Doc(
            self._nlp.vocab, words=words, spaces=spaces, sent_starts=[True, *inside] if words else None
        )

    def _unparsed(self, article: Article) -> str | Doc:
        if len(article.text) > self._nlp.max_length:
            raise SourceError(
                f"{article.path or article.id} has {len(article.text):,} characters, more than the "
                f"{self._nlp.max_length:,} that are read at once: split it into its articles"
            )
        if self._pretokenized:
            return self._tokens(article.text)
        return sentence_case(article.text, self._lexicon)

    def _article_reader(self, article: Article, notes: Notes | None = None) -> ArticleReader:
        return ArticleReader(article.text, self._cues, Clock(article.published), notes)

    def _read(self, article: Article, sentences: list[Tree], reader: ArticleReader) -> Reading:
        text = article.text
        triples = reader.read(sentences)
        speakers = {i: voice.speaker for i, voice in reader.spoken.items() if voice is not None}
        mentions = link(
            find_mentions(sentences, text, self._lexicon), sentences, text, self._lexicon, speakers
        )
        spans = tuple(Span(s.start, s.end) for s in sentences)
        return Reading(article, spans, tuple(mentions), triples, tuple(reader.rejected))


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
