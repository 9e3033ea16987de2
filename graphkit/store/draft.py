"""An extraction on its way into the graph: checked, and with what tells whether it must be written at all."""

import hashlib
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from graphkit.errors import RecordError
from graphkit.model import Extraction, digest
from graphkit.model.record import write_line
from graphkit.store.check import check
from graphkit.store.properties import written_path
from graphkit.store.sketch import Sketch, sketch
from graphkit.store.vocabulary import Vocabulary

ROWS_PER_CLAIM = 8
ROWS_PER_ENTITY = 5


class Version(Protocol):
    """One text of an article, beside others."""

    @property
    def rank(self) -> tuple[str, str]: ...

    @property
    def path(self) -> str | None: ...


V = TypeVar("V", bound=Version)


@dataclass(frozen=True, slots=True)
class Draft:
    """place: what a user knows the article by. revision: digest of all that was read in it.

    sketch: what finds its copies.
    """

    extraction: Extraction
    id: str
    place: str
    url: str | None
    path: str | None
    published: str | None
    revision: str
    sketch: Sketch

    @property
    def rank(self) -> tuple[str, str]:
        """Of two texts one run brings under one id, the greater counts."""
        return self.published or "", self.revision

    @property
    def size(self) -> int:
        """About how many rows it comes to."""
        claims, entities = len(self.extraction.claims), len(self.extraction.entities)
        return claims * ROWS_PER_CLAIM + entities * ROWS_PER_ENTITY


def draft(extraction: Extraction, words: Vocabulary, *, keep_text: bool = True) -> Draft:
    """The extraction, checked.

    RecordError where a claim's id isn't the digest of what it says, or text can't be encoded;
    StoreError where a kind or relation isn't in the ontology.
    """
    check(extraction, words)
    article = extraction.article
    place = article.url or article.path or article.id
    try:
        revision = _revision(extraction, words, keep_text=keep_text)
    except UnicodeEncodeError as error:
        raise RecordError(
            f"{place} holds half a character ({error.reason}), which no database takes: repair the text"
        ) from error
    path = written_path(article)
    return Draft(
        extraction, article.id, place, article.url, path, article.published, revision, sketch(article)
    )


def newest(drafts: list[Draft]) -> tuple[list[Draft], int]:
    """One text for each article, and how many fell out.

    Of several texts the highest ranking stays; of one text in several files the first path.
    """
    by_id: dict[str, Draft] = {}
    for each in drafts:
        by_id[each.id] = preferred(each, by_id.get(each.id, each))
    return [by_id[id_] for id_ in sorted(by_id)], len(drafts) - len(by_id)


def preferred(one: V, other: V) -> V:
    """The one of two texts of an article that counts."""
    if one.rank != other.rank:
        return max(one, other, key=lambda each: each.rank)
    return min(one, other, key=lambda each: (each.path is None, each.path or ""))


def _revision(extraction: Extraction, words: Vocabulary, *, keep_text: bool) -> str:
    """Digest of all that was read, wherever the file lay: the same revision needs no writing."""
    anywhere = replace(extraction, article=replace(extraction.article, path=None), rejected=())
    line = hashlib.sha256(write_line(anywhere).encode("utf-8")).hexdigest()
    return digest("v", [line, words.version, keep_text])
