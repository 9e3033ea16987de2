"""What a run counts."""

from graphkit.model import Article, Extraction, Rejected
from graphkit.pipeline.batch.results import Results

ARTICLE = Article(text="Who won? Who lost? Sanctions on Oman hurt.")


def test_dropped_candidates_are_counted_by_rule_and_reason():
    rejected = (
        Rejected(0, 4, 7, "main clause", "asks"),
        Rejected(1, 13, 17, "main clause", "asks"),
        Rejected(2, 19, 28, "nominal event", "nobody named does it"),
    )
    results = Results("run:1", "news", "news.yaml", "2024-05-01T00:00:00+00:00")

    for _ in range(2):
        results.counted.read_one(Extraction("x", ARTICLE, (), (), (), rejected))

    told = results.as_json()
    assert told["rejects"]["candidates"] == {"main clause: asks": 4, "nominal event: nobody named does it": 2}
    assert (told["counts"]["read"], told["counts"]["claims"]) == (2, 0)
    assert "rejected" not in told["counts"]
