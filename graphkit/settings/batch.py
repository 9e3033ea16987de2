"""A batch as its file describes it: what to read, what to leave out, what to expect, what to do."""

import os
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, Field, field_validator, model_validator

from graphkit.settings.checked import read_checked
from graphkit.settings.values import Section

NAME = r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$"
HINT = "a batch file has sections with keys, such as `sources:` and under it `paths: [articles]`"
WEB = ("http://", "https://")


def _web(address: str) -> str:
    if not address.startswith(WEB):
        raise ValueError("should be an address of the web, with http:// or https://")
    return address


Address = Annotated[str, AfterValidator(_web)]


class BatchSources(Section):
    """Where the articles come from; at least one of paths, feeds and urls."""

    paths: tuple[str, ...] = Field(
        default=(),
        description="Files, folders with all below them, and globs (`drops/*.jsonl.gz`), counted from the folder of "
        "the batch file.",
    )
    feeds: tuple[Address, ...] = Field(default=(), description="Addresses of feeds in RSS or Atom.")
    urls: tuple[Address, ...] = Field(default=(), description="Addresses of pages and files of the web.")
    mapping: Path | None = Field(
        default=None, description="As `sources.mapping` of the settings, for this batch alone."
    )
    follow: bool | None = Field(
        default=None, description="As `sources.follow` of the settings, for this batch alone."
    )
    published: str | None = Field(
        default=None, description="When the articles appeared, where they don't say so themselves."
    )

    @field_validator("published", mode="before")
    @classmethod
    def _as_text(cls, value: Any) -> Any:
        return value.isoformat() if isinstance(value, date) else value

    @model_validator(mode="after")
    def _some(self) -> Self:
        if not (self.paths or self.feeds or self.urls):
            raise ValueError("names no source: give paths, feeds or urls")
        return self


class BatchFilters(Section):
    """Which articles are left out; each is counted by its reason and is no failure."""

    least_words: int = Field(default=0, ge=0, description="Articles with fewer words are left out.")
    most_words: int | None = Field(default=None, ge=1, description="Articles with more words are left out.")
    since: date | None = Field(default=None, description="Articles published before that day are left out.")
    newest_days: int | None = Field(
        default=None, ge=1, description="Articles published longer ago than that are left out."
    )
    undated: bool = Field(
        default=True, description="Whether articles are kept that don't say when they appeared."
    )
    publishers: tuple[str, ...] = Field(default=(), description="Only these publishers, if any are named.")
    not_publishers: tuple[str, ...] = Field(default=(), description="Publishers to leave out.")
    words: tuple[str, ...] = Field(
        default=(), description="Only articles that hold at least one of these words or names, in any case."
    )
    other_languages: Literal["set aside", "leave out"] = Field(
        default="set aside",
        description="What happens to articles in a language no pipeline is there for: `set aside` by name in the "
        "dead letters, or `leave out` and count.",
    )


class BatchReading(Section):
    """How they are read, where that differs from the settings."""

    pipeline: str | None = Field(default=None, min_length=1, description="As `reading.pipeline`.")
    workers: int | None = Field(default=None, ge=1, le=256, description="As `reading.workers`.")
    keep_text: bool | None = Field(default=None, description="As `graph.keep_text`.")
    seconds_per_article: float | None = Field(
        default=None, gt=0, description="As `reading.seconds_per_article`."
    )
    memory_mb: int | None = Field(default=None, ge=256, description="As `reading.memory_mb`.")


class ClaimsExpected(Section):
    """Claims per article beside the median of the last runs that wrote any: 0.5 is half as many."""

    least: float | None = Field(default=0.5, ge=0, description="At least so many times the median.")
    most: float | None = Field(default=None, gt=0, description="At most so many times the median.")
    runs: int = Field(default=10, ge=3, le=1000, description="How many runs the median is of.")
    articles: int = Field(
        default=5, ge=1, description="Runs that read fewer articles than this aren't judged, and judge none."
    )


class BatchExpectations(Section):
    """What a sound run looks like. A run that doesn't is failed: see `then.unexpected`."""

    least_articles: int | None = Field(
        default=None, ge=0, description="Articles found, those that didn't change since among them."
    )
    most_articles: int | None = Field(default=None, ge=0, description="As many at most.")
    failures: float | None = Field(
        default=None, ge=0, le=1, description="Share of the articles found that may fail, 0 to 1."
    )
    claims_per_article: ClaimsExpected | None = Field(
        default=None, description="Claims per article beside the last runs."
    )

    @property
    def any(self) -> bool:
        """Whether anything is expected."""
        return self != BatchExpectations()


class BatchThen(Section):
    """What to do with what was read."""

    unexpected: Literal["stop", "warn"] = Field(
        default="stop",
        description="What happens where expectations don't hold: `stop` writes nothing, `warn` writes all the same; "
        "both end with exit code 1.",
    )
    fingerprint: bool = Field(
        default=True,
        description="Whether the graph's fingerprint goes into the results: it reads all of the graph.",
    )
    verify: bool = Field(
        default=False, description="Whether every quote, id and edge of the graph is checked afterwards."
    )


class Batch(Section):
    """One batch."""

    name: str = Field(pattern=NAME, description="What the batch is called; the file's name where left out.")
    sources: BatchSources
    filters: BatchFilters = BatchFilters()
    reading: BatchReading = BatchReading()
    expectations: BatchExpectations = BatchExpectations()
    then: BatchThen = BatchThen()


def read_batch(path: Path) -> Batch:
    """The batch in a file; SettingsError lists every problem with its line."""
    known: dict[str, Any] = {"name": path.stem, "sources": {}}
    return _anchored(read_checked(path, Batch, "batch file", HINT, known), path.absolute().parent)


def _anchored(batch: Batch, folder: Path) -> Batch:
    """Paths count from the file's own folder, wherever graphkit is started."""
    sources = batch.sources
    anchored = {
        "paths": tuple(os.path.normpath(folder / Path(path).expanduser()) for path in sources.paths),
        "mapping": None if sources.mapping is None else folder / sources.mapping.expanduser(),
    }
    return batch.model_copy(update={"sources": sources.model_copy(update=anchored)})
