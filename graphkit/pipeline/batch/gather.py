"""What there is to read: the sources of a batch without what is filtered, known, or given up."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graphkit.model import Article, Extraction
from graphkit.pipeline.batch.counted import Counted
from graphkit.pipeline.batch.filters import Filter
from graphkit.pipeline.batch.letters import content_of, letter_id
from graphkit.pipeline.batch.means import Means
from graphkit.pipeline.batch.mended import Mended
from graphkit.pipeline.outcome import Failure, Read, chunks
from graphkit.store.identity import mentioning
from graphkit.store.load import unread
from graphkit.store.run import Run

LOOKED_UP = 32
"""Articles the graph is asked about at a time."""


@dataclass(slots=True)
class Gathering:
    """One run's look at its sources.

    mended: the batch's dead letters, and which of them turn out well. again: whether those are what is read.
    complete: whether all the sources hold was seen.
    """

    means: Means
    run: Run
    extractor: str
    why_not: Filter
    counted: Counted
    mended: Mended
    again: bool = False
    complete: bool = False
    _moved: frozenset[str] = frozenset()

    def articles(self, read: Iterable[Read]) -> Iterator[Read]:
        """What is to be read or told, in the order of the sources; ends early where a stop is asked for."""
        means = self.means
        # What was decided since may concern articles that haven't changed.
        self._moved = frozenset(mentioning(means.connection, means.decisions.merged()))
        for chunk in chunks(self._kept(read), LOOKED_UP):
            new = self._new([each for each in chunk if isinstance(each, Article)])
            for each in chunk:
                if means.stop.is_set():
                    return
                if isinstance(each, Article) and each.id not in new:
                    self.counted.unchanged += 1
                    self.mended.finish(each)
                else:
                    yield each
        self.complete = not means.stop.is_set()

    def _kept(self, read: Iterable[Read]) -> Iterator[Read]:
        """Without what is filtered, waits in the dead letters, or was given up."""
        for each in read:
            if self.means.stop.is_set():
                return
            self.counted.found += 1
            if self._passes(each):
                yield each
            self.means.watch(self.counted)

    def _passes(self, each: Read) -> bool:
        if isinstance(each, Failure):
            return self._passes_failure(each)
        article = each.article if isinstance(each, Extraction) else each
        self.mended.find(article)
        reason = self.why_not(article)
        if reason is not None:
            self.counted.leave_out(reason)
            self.mended.finish(article)
            return False
        return self._passes_letters(article)

    def _passes_failure(self, failed: Failure) -> bool:
        if failed.kind == "WrongLanguage" and self.means.batch.filters.other_languages == "leave out":
            self.counted.leave_out("language")
            return False
        letter = self.mended.letters.get(letter_id(failed, self.means.batch.name))
        if letter is None or not letter.dropped or self.again or letter.content != content_of(failed):
            return True
        self.counted.dropped += 1
        self.mended.failed.add(letter.id)
        return False

    def _passes_letters(self, article: Article) -> bool:
        """Not an article that failed before, unless it, or who reads it, has changed."""
        if self.again or not self.mended.letters:
            return True
        letter = self.mended.letters.get(
            letter_id(Failure("", "", "", article=article), self.means.batch.name)
        )
        if letter is None or (letter.content, letter.extractor) != (article.text_sha256, self.extractor):
            return True
        if letter.dropped:
            self.counted.dropped += 1
        else:
            self.counted.waiting += 1
        return False

    def _new(self, articles: Sequence[Article]) -> frozenset[str]:
        if not articles:
            return frozenset()
        means = self.means
        new = unread(means.connection, articles, self.extractor, means.ontology, run=self.run)
        return self._moved | {article.id for article in new}
