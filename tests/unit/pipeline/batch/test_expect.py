"""Expectations fail a run that isn't what a sound one looks like, and no other."""

import pytest

from graphkit.pipeline.batch.counted import Counted
from graphkit.pipeline.batch.expect import problems
from graphkit.settings.batch import BatchExpectations, ClaimsExpected

FORMER = (10.0, 12.0, 11.0)


def counted(found: int = 100, failed: int = 0, claims: int = 1000, pages: int = 0) -> Counted:
    read = found - failed
    return Counted(found=found, read=read, claims=claims, failed={"NotText": failed}, pages=pages)


@pytest.mark.parametrize(
    ("expected", "counts", "problem"),
    [
        ({"least_articles": 5}, counted(4), "4 articles found, at least 5 expected"),
        ({"least_articles": 5}, counted(5), None),
        ({"least_articles": 5}, counted(1, pages=4), None),
        ({"most_articles": 5}, counted(6), "6 articles found, at most 5 expected"),
        ({"most_articles": 5}, counted(5), None),
        ({"failures": 0.1}, counted(100, failed=11), "11 of 100 articles failed, at most 10% expected"),
        ({"failures": 0.1}, counted(100, failed=10), None),
        ({"failures": 0.0}, counted(0, claims=0), None),
        ({"failures": 0.1}, Counted(found=10, waiting=2), "2 of 10 articles failed, at most 10% expected"),
    ],
)
def test_counts_and_shares_are_judged_to_the_article(expected, counts, problem):
    found = problems(BatchExpectations(**expected), counts, FORMER)

    assert found == ([] if problem is None else [problem])


@pytest.mark.parametrize(
    ("rates", "counts", "wrong"),
    [
        (FORMER, counted(claims=549), True),
        (FORMER, counted(claims=551), False),
        (FORMER, counted(claims=3301), True),
        (FORMER, counted(claims=3299), False),
        (FORMER[:2], counted(claims=0), False),
        (FORMER, counted(found=4, claims=0), False),
        (FORMER, counted(found=0, claims=0), False),
        ((0.0, 0.0, 0.0), counted(claims=0), False),
    ],
)
def test_claims_per_article_are_judged_by_the_median_of_the_last_runs(rates, counts, wrong):
    expected = BatchExpectations(claims_per_article=ClaimsExpected(least=0.5, most=3))

    assert bool(problems(expected, counts, rates)) == wrong
