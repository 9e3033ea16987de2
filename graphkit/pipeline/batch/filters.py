"""Which articles a batch leaves out, and why."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from graphkit.model import Article
from graphkit.settings.batch import BatchFilters

Filter = Callable[[Article], str | None]
DAY = len("2022-01-26")


def filter_of(filters: BatchFilters, now: datetime | None = None) -> Filter:
    """A function that says why an article is left out; None where it isn't. now: for `newest_days`."""
    oldest = _oldest(filters, (now or datetime.now(UTC)).date())
    wanted = re.compile(r"\b(?:" + "|".join(re.escape(word.casefold()) for word in filters.words) + r")\b")

    def why(article: Article) -> str | None:
        return (
            _by_length(article, filters)
            or _by_date(article, oldest, undated=filters.undated)
            or _by_publisher(article, filters)
            or ("words" if filters.words and not wanted.search(article.text.casefold()) else None)
        )

    return why


def _oldest(filters: BatchFilters, today: date) -> str | None:
    days = [] if filters.newest_days is None else [today - timedelta(days=filters.newest_days)]
    days += [] if filters.since is None else [filters.since]
    return max(days).isoformat() if days else None


def _by_length(article: Article, filters: BatchFilters) -> str | None:
    words = len(article.text.split())
    if words < filters.least_words:
        return "too short"
    return "too long" if filters.most_words is not None and words > filters.most_words else None


def _by_date(article: Article, oldest: str | None, *, undated: bool) -> str | None:
    if article.published is None:
        return None if undated else "undated"
    return "too old" if oldest is not None and article.published[:DAY] < oldest else None


def _by_publisher(article: Article, filters: BatchFilters) -> str | None:
    name = (article.publisher or "").casefold()
    only = [each.casefold() for each in filters.publishers]
    never = [each.casefold() for each in filters.not_publishers]
    return "publisher" if (only and name not in only) or name in never else None
