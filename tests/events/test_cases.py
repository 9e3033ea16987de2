"""Pairs of tellings in small articles of our own: whether they are one event, as the graph would have it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml

from graphkit.model import Article, Extraction
from graphkit.pipeline.stages import Extractor

CASES = Path(__file__).parent / "cases.yaml"
MARK = re.compile(r"\[(\d+) ([^\]]+)\]")
PRECISION, RECALL = 0.95, 0.80


@dataclass(frozen=True)
class Told:
    """Marked words: which event of their case they are said to tell of, and the events their claims have."""

    event: str
    found: frozenset[str]


def marked(text: str) -> tuple[str, list[tuple[str, int, int]]]:
    """The text without its marks, and each mark's number with where its words stand."""
    plain, places, at = "", [], 0
    for mark in MARK.finditer(text):
        plain += text[at : mark.start()]
        places.append((mark[1], len(plain), len(plain) + len(mark[2])))
        plain += mark[2]
        at = mark.end()
    return plain + text[at:], places


def found(extraction: Extraction, start: int, end: int) -> frozenset[str]:
    """Events of the claims whose predicate touches these words."""
    return frozenset(
        claim.event.id
        for claim in extraction.claims
        if claim.event is not None
        and any(span.start < end and start < span.end for span in claim.predicate.spans)
    )


def tellings(case: dict[str, Any], extractor: Extractor) -> Iterator[Told]:
    for article in case["articles"]:
        text, places = marked(article["text"])
        published = str(article["published"]) if "published" in article else None
        (read,) = extractor.extract_all([Article(text=text.strip(), published=published)])
        yield from (Told(number, found(read, start, end)) for number, start, end in places)


@dataclass
class Score:
    right: int = 0
    wrong: int = 0
    missed: int = 0
    pairs: int = 0


@pytest.fixture(scope="module")
def score(extractor: Extractor) -> Score:
    counted = Score()
    for case in yaml.safe_load(CASES.read_text("utf-8")):
        for one, other in combinations(tellings(case, extractor), 2):
            same, wanted = bool(one.found & other.found), one.event == other.event
            counted.pairs += 1
            counted.right += same and wanted
            counted.wrong += same and not wanted
            counted.missed += wanted and not same
    return counted


def test_there_are_pairs_enough(score: Score) -> None:
    assert score.pairs >= 60


def test_what_is_taken_for_one_event_is_one(score: Score) -> None:
    assert score.right / (score.right + score.wrong) >= PRECISION


def test_most_tellings_of_one_event_are_tied_to_it(score: Score) -> None:
    assert score.right / (score.right + score.missed) >= RECALL
