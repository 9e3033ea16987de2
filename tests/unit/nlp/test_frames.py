"""Sentences around a blank (`tests/frames`): what leaves it open never makes it a fact, what states it always does."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from graphkit.model import Article, Modality, Polarity, Reading
from graphkit.nlp import Reader

FOLDER = Path(__file__).parents[2] / "frames"
VERBS = (
    {"take": "take", "takes": "takes", "took": "took", "taken": "taken", "taking": "taking"},
    {"take": "accept", "takes": "accepts", "took": "accepted", "taken": "accepted", "taking": "accepting"},
)
CLAUSES = (
    ("take", "the minister took bribes"),
    ("accept", "the minister had accepted bribes"),
    ("arm", "Mali armed the rebels"),
)

Filled = tuple[str, str]
"""A sentence, and the lemma that stands in its blank."""


def frames(name: str) -> Iterator[tuple[str, bool]]:
    """Each frame of a file, and whether it is known to be read wrongly."""
    for line in (FOLDER / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.removeprefix("! "), line.startswith("! ")


def filled(frame: str) -> Iterator[Filled]:
    """The frame with each filling of its blanks."""
    if "{he took}" in frame:
        for lemma, clause in CLAUSES:
            sentence = frame.replace("{he took}", clause)
            yield sentence[0].upper() + sentence[1:], lemma
    else:
        for forms in VERBS:
            yield frame.format(**forms), forms["take"]


def stated(lemma: str, reading: Reading, *, by_anybody: bool) -> bool:
    """Whether the act comes out affirmed and asserted, by the article itself unless by_anybody."""
    return any(
        lemma in triple.predicate.lemma.split()
        and triple.polarity is Polarity.AFFIRMED
        and triple.modality is Modality.ASSERTED
        and (by_anybody or triple.speaker is None)
        for triple in reading.triples
    )


def misread(frame: str, reader: Reader, *, fact: bool) -> list[str]:
    """The fillings that come out wrongly."""
    sentences = list(filled(frame))
    readings = reader.read(Article(text=sentence) for sentence, _ in sentences)
    return [
        sentence
        for (sentence, lemma), reading in zip(sentences, readings, strict=True)
        if stated(lemma, reading, by_anybody=fact) is not fact
    ]


@pytest.mark.parametrize(("frame", "known"), [*frames("open.txt")], ids=str)
def test_what_a_sentence_leaves_open_is_no_fact(frame: str, known: bool, reader: Reader) -> None:
    assert bool(misread(frame, reader, fact=False)) is known


@pytest.mark.parametrize(("frame", "known"), [*frames("facts.txt")], ids=str)
def test_what_a_sentence_states_is_a_fact(frame: str, known: bool, reader: Reader) -> None:
    assert bool(misread(frame, reader, fact=True)) is known
