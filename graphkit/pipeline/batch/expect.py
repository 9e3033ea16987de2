"""Whether a run is what a sound one looks like: a broken scraper must fail it, not empty the graph."""

from collections.abc import Sequence
from statistics import median

from graphkit.pipeline.batch.counted import Counted
from graphkit.settings.batch import BatchExpectations, ClaimsExpected

FEWEST_RUNS = 3
"""Runs a median needs to mean anything."""


def problems(expected: BatchExpectations, counted: Counted, former: Sequence[float]) -> list[str]:
    """What doesn't hold, fit to show to a user; nothing where all does. former: claims per article of last runs."""
    found = counted.seen
    said = []
    if expected.least_articles is not None and found < expected.least_articles:
        said.append(f"{found} articles found, at least {expected.least_articles} expected")
    if expected.most_articles is not None and found > expected.most_articles:
        said.append(f"{found} articles found, at most {expected.most_articles} expected")
    # What waits failed in an earlier run: the source is no better for it.
    failed = counted.failures + counted.waiting
    if expected.failures is not None and failed > expected.failures * found:
        said.append(f"{failed} of {found} articles failed, at most {expected.failures:.0%} expected")
    if expected.claims_per_article is not None:
        said += _by_claims(expected.claims_per_article, counted, former)
    return said


def _by_claims(expected: ClaimsExpected, counted: Counted, former: Sequence[float]) -> list[str]:
    if len(former) < FEWEST_RUNS or counted.rate is None or counted.read < expected.articles:
        return []
    usual = median(former)
    told = f"{counted.rate:.1f} claims per article, where the last {len(former)} runs had {usual:.1f}"
    if expected.least is not None and counted.rate < expected.least * usual:
        return [f"{told}: at least {expected.least:g} times as many expected"]
    if expected.most is not None and counted.rate > expected.most * usual:
        return [f"{told}: at most {expected.most:g} times as many expected"]
    return []
