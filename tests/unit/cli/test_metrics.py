"""Figures for Prometheus: each run counts once."""

from prometheus_client import CollectorRegistry

from graphkit.cli.metrics import Figures


def results(run: str, read: int) -> dict[str, object]:
    return {"run": run, "counts": {"read": read, "claims": 2 * read}, "open_letters": 1}


def test_a_run_that_wrote_no_results_does_not_count_those_of_the_run_before_again():
    registry = CollectorRegistry()
    figures = Figures(registry)

    for before, after in (
        (None, results("run:1", 3)),
        (results("run:1", 3), results("run:1", 3)),
        (results("run:1", 3), None),
        (results("run:1", 3), results("run:2", 4)),
    ):
        figures.begin("news", before)
        figures.add("news", after)

    labels = {"schedule": "news", "became": "read"}
    assert registry.get_sample_value("graphkit_articles_total", labels) == 7
    assert registry.get_sample_value("graphkit_claims_total", {"schedule": "news"}) == 14
