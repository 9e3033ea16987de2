"""What was read but not yet written outlives the run that read it."""

from dataclasses import replace
from pathlib import Path

import pytest

from graphkit.pipeline.batch.staged import Staged
from tests.factories import newsroom

ARTICLES = newsroom(6, seed=3)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "staged.jsonl.gz"


def left(path: Path) -> None:
    """A run that read four articles and was killed."""
    staged = Staged(path, "basis")
    staged.resume()
    staged.add(ARTICLES[:2])
    staged.add(ARTICLES[2:4])


def test_what_an_earlier_run_read_is_written_with_what_this_one_reads(path: Path):
    left(path)
    staged = Staged(path, "basis")

    assert staged.resume() == 4
    assert [staged.claims(each.article) for each in ARTICLES] == [len(e.claims) for e in ARTICLES[:4]] + [
        None
    ] * 2
    staged.add(ARTICLES[4:])
    assert list(staged.extractions()) == list(ARTICLES)
    staged.clear()
    assert not path.exists()


def test_an_article_that_changed_or_is_no_more_is_not_written_from_there(path: Path):
    left(path)
    staged = Staged(path, "basis")
    staged.resume()
    changed = replace(ARTICLES[0].article, publisher="The Other Wire")

    assert staged.claims(changed) is None
    assert staged.claims(ARTICLES[1].article) is not None
    assert list(staged.extractions()) == [ARTICLES[1]]


def test_another_extractor_or_ontology_begins_anew(path: Path):
    left(path)

    assert Staged(path, "other basis").resume() == 0


def test_a_torn_end_costs_what_was_torn_and_no_more(path: Path):
    left(path)
    whole = path.read_bytes()

    for size in range(0, len(whole), 997):
        path.write_bytes(whole[:size])
        staged = Staged(path, "basis")
        kept = staged.resume()
        met = [each for each in ARTICLES if staged.claims(each.article) is not None]
        assert list(staged.extractions()) == met == list(ARTICLES[:kept])
