"""What a batch leaves out, it leaves out for a reason that can be counted."""

from datetime import UTC, datetime

import pytest

from graphkit.model import Article
from graphkit.pipeline.batch.filters import filter_of
from graphkit.settings.batch import BatchFilters

NOW = datetime(2022, 3, 1, 12, tzinfo=UTC)
ARTICLE = Article(
    "Talks in Geneva ended on Friday.", publisher="The Wire", published="2022-02-20T10:00:00+00:00"
)
UNDATED = Article("Talks in Geneva ended.")


@pytest.mark.parametrize(
    ("filters", "article", "reason"),
    [
        ({}, ARTICLE, None),
        ({"least_words": 7}, ARTICLE, "too short"),
        ({"least_words": 6}, ARTICLE, None),
        ({"most_words": 5}, ARTICLE, "too long"),
        ({"since": "2022-02-21"}, ARTICLE, "too old"),
        ({"since": "2022-02-20"}, ARTICLE, None),
        ({"newest_days": 8}, ARTICLE, "too old"),
        ({"newest_days": 9}, ARTICLE, None),
        ({"newest_days": 1}, UNDATED, None),
        ({"undated": False}, UNDATED, "undated"),
        ({"publishers": ["the wire"]}, ARTICLE, None),
        ({"publishers": ["Other"]}, ARTICLE, "publisher"),
        ({"publishers": ["Other"]}, UNDATED, "publisher"),
        ({"not_publishers": ["The Wire"]}, ARTICLE, "publisher"),
        ({"words": ["geneva"]}, ARTICLE, None),
        ({"words": ["Gene", "Paris"]}, ARTICLE, "words"),
    ],
)
def test_an_article_is_left_out_for_a_reason(filters, article, reason):
    assert filter_of(BatchFilters(**filters), NOW)(article) == reason
