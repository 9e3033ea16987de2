"""Which dead letters a run has made good: what they tell of turned up, and didn't fail again."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from graphkit.model import Article
from graphkit.pipeline.batch.letters import Letter
from graphkit.pipeline.outcome import place_of


@dataclass(slots=True)
class Mended:
    """found, done: ids of letters whose file was read again, whose article was. failed: that failed again."""

    letters: dict[str, Letter]
    found: set[str] = field(default_factory=set)
    done: set[str] = field(default_factory=set)
    failed: set[str] = field(default_factory=set)
    _files: dict[str, set[str]] = field(default_factory=dict)
    _articles: dict[str, set[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for letter in self.letters.values():
            if letter.article is not None:
                for key in (letter.article.id, place_of(letter.article)):
                    self._articles.setdefault(key, set()).add(letter.id)
            elif letter.source is not None and letter.source.path is not None:
                self._files.setdefault(str(letter.source.path), set()).add(letter.id)

    def find(self, article: Article) -> None:
        """A source gave the article."""
        if self._files and article.path is not None:
            for place in _around(article.path):
                self.found |= self._files.get(place, set())

    def finish(self, article: Article) -> None:
        """The article was read, or needn't be."""
        if self._articles:
            for key in (article.id, place_of(article)):
                self.done |= self._articles.get(key, set())

    def letters_made_good(
        self, visited: Callable[[str], bool], *, complete: bool, all_tried: bool
    ) -> Iterator[Letter]:
        """Those to take away.

        visited: whether the page of an address was read. complete: whether all was seen that was to be.
        all_tried: whether that was the letters themselves.
        """
        for letter in self.letters.values():
            if letter.id in self.failed:
                continue
            if letter.article is not None:
                good = letter.id in self.done
            elif letter.source is None or all_tried:
                # All was looked at, and this wasn't missed again.
                good = complete
            else:
                good = letter.id in self.found or (
                    letter.source.web is not None and visited(letter.source.web)
                )
            if good:
                yield letter


def _around(path: str) -> Iterator[str]:
    """The path, and the files it may be a part of: all.zip/talks.txt stands in all.zip, dump.json:3 in dump.json."""
    yield path
    for index in range(len(path) - 1, 0, -1):
        if path[index] in "/:":
            yield path[:index]
