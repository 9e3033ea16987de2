"""The words behind how each triple is meant: `Reader.explain`."""

from pathlib import Path

import pytest
import yaml

from graphkit.model import Article, Cue, Modality, Polarity, Triple
from graphkit.nlp import Reader

CASES = Path(__file__).parents[2] / "cases"
Read = list[tuple[str, Triple, tuple[Cue, ...]]]


def articles() -> list[Article]:
    """The language cases."""
    cases = [
        case for path in sorted(CASES.glob("*.yaml")) for case in yaml.safe_load(path.read_text("utf-8"))
    ]
    return [Article(text=case["text"].strip(), published="2024-05-01") for case in cases]


@pytest.fixture(scope="module")
def explained(reader: Reader) -> Read:
    """Every triple of these, with its cues."""
    found: Read = []
    for article, plainly in zip(articles(), reader.read(articles()), strict=True):
        reading, cues = reader.explain(article)
        assert reading == plainly, "whoever asks why must be told of what is read otherwise too"
        found += [(article.text, *one) for one in zip(reading.triples, cues, strict=True)]
    return found


def last(cues: tuple[Cue, ...], part: str, plain: str) -> str:
    return next((cue.gives for cue in reversed(cues) if cue.part == part), plain)


def test_the_last_cue_of_a_part_gives_what_the_triple_is(explained: Read) -> None:
    for text, triple, cues in explained:
        assert last(cues, "polarity", Polarity.AFFIRMED) == triple.polarity, (text, triple.predicate.text)
        assert last(cues, "modality", Modality.ASSERTED) == triple.modality, (text, triple.predicate.text)


def test_a_speaker_is_told_by_whose_words_exactly_where_there_is_one(explained: Read) -> None:
    for text, triple, cues in explained:
        told = [cue.gives for cue in cues if cue.part == "speaker"]
        assert told == ([] if triple.speaker is None else [triple.speaker.text]), text


def test_every_time_argument_is_told_with_its_date(explained: Read) -> None:
    for text, triple, cues in explained:
        dated = [(a.text, a.value or "") for a in triple.arguments if a.role == "time"]
        assert [(cue.text, cue.gives) for cue in cues if cue.part == "time"] == dated, text


def test_cues_stand_in_the_text_where_they_say(explained: Read) -> None:
    for text, _, cues in explained:
        for cue in cues:
            assert text[cue.start : cue.end] == cue.text


def test_hardly_any_cue_is_a_mere_construction(explained: Read) -> None:
    cues = [cue for _, _, found in explained for cue in found if cue.part in {"polarity", "modality"}]

    assert len(cues) > 50
    assert sum(cue.by == "construction" for cue in cues) * 50 < len(cues)


@pytest.mark.parametrize(
    ("text", "act", "expected"),
    [
        ("Chad did not arm the rebels.", "arm", [("polarity", "not", "denial", "negated")]),
        ("Chad may arm the rebels.", "arm", [("modality", "may", "modal", "possible")]),
        ("Chad allegedly armed the rebels.", "arm", [("modality", "allegedly", "adverb", "possible")]),
        ("Chad refused to arm the rebels.", "arm", [("polarity", "refused", "class refuse", "negated")]),
        (
            "If Chad arms the rebels, Niger will act.",
            "arm",
            [("modality", "If", "conjunction", "conditional")],
        ),
        ("If Chad arms the rebels, Niger will act.", "act", [("modality", "If", "condition", "conditional")]),
        ("Chad armed the rebels to win the war.", "win", [("modality", "to", "purpose", "planned")]),
        ("Nobody armed the rebels.", "arm", [("polarity", "Nobody", "denial", "negated")]),
        (
            "Will Chad arm the rebels?",
            "arm",
            [("modality", "Will", "modal", "planned"), ("modality", "arm", "question", "conditional")],
        ),
        (
            "Mali may have denied that Chad did not arm the rebels.",
            "arm",
            [
                ("polarity", "not", "denial", "negated"),
                ("polarity", "denied", "class deny", "affirmed"),
                ("modality", "denied", "class deny", "possible"),
                ("speaker", "denied", "reporting word", "Mali"),
            ],
        ),
        (
            "Chad won't arm the rebels.",
            "arm",
            [("modality", "wo", "modal", "planned"), ("polarity", "n't", "denial", "negated")],
        ),
    ],
)
def test_each_word_is_told_with_what_it_does(
    text: str, act: str, expected: list[tuple[str, str, str, str]], reader: Reader
) -> None:
    reading, cues = reader.explain(Article(text=text))

    (at,) = [n for n, triple in enumerate(reading.triples) if triple.act.split()[0] == act]
    assert [(cue.part, cue.text, cue.by, cue.gives) for cue in cues[at]] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Who armed the rebels?", ("armed", "main clause", "asks")),
        ("Possible sanctions on Russia loom.", None),
        ("There would be.", ("be", "existential", "no subject")),
        ("The sanctions on Russia hurt.", ("sanctions", "nominal event", "nobody named does it")),
    ],
)
def test_a_candidate_that_is_dropped_is_told_with_its_rule_and_reason(
    text: str, expected: tuple[str, str, str] | None, reader: Reader
) -> None:
    (reading,) = reader.read([Article(text=text)])

    told = [(text[one.start : one.end], one.rule, one.reason) for one in reading.rejected]
    assert told == ([] if expected is None else [expected])
