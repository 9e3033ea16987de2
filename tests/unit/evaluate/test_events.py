"""Events: types, directed pairs and both, one sentence at a time, worked out by hand."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from graphkit.errors import RecordError
from graphkit.evaluate.bootstrap import interval
from graphkit.evaluate.events import (
    FoundEvent,
    LabelledEvent,
    events_of,
    read_cameo,
    read_plover,
    read_re3d,
    score_cameo,
    score_plover,
    score_re3d,
)
from graphkit.evaluate.events.cameo import token_counts
from graphkit.evaluate.events.plover import score_sentence
from graphkit.evaluate.figures import Counts
from graphkit.model import Article, Extraction

Found = Callable[[str, str], Extraction]

LABEL = LabelledEvent("SANCTION", 4, "the United States government", "Iran")
TYPES = {"SANCTION": "SANCTION", "GIVE_IN": "CONCEDE", "MEET": "CONSULT"}


def event(kind: str, source: str, target: str) -> FoundEvent:
    return FoundEvent(kind, (source,), (target,))


def test_half_of_the_shorter_sides_words_is_enough_for_a_pair() -> None:
    score = score_sentence([LABEL], [event("SANCTION", "United States", "the leaders of Iran")])

    assert (score.pair.f1, score.full.f1, score.type.f1, score.quad.f1) == (1, 1, 1, 1)


def test_less_than_half_is_not() -> None:
    score = score_sentence([LABEL], [event("SANCTION", "some States of rich northern folk", "Iran")])

    assert (score.pair.right, score.type.right) == (0, 1)


def test_a_pair_is_directed() -> None:
    score = score_sentence([LABEL], [event("SANCTION", "Iran", "United States")])

    assert score.pair.right == 0
    assert score.labelled.precision == 0
    assert score.labelled.found == 1


def test_a_pair_of_another_type_is_no_full_match() -> None:
    score = score_sentence([LABEL], [event("COERCE", "United States", "Iran")])

    assert (score.pair.right, score.full.right) == (1, 0)
    assert (score.type.right, score.quad.right) == (0, 1)


def test_every_found_event_that_is_not_matched_is_wrong() -> None:
    found = [event("SANCTION", "United States", "Iran"), event("CONSULT", "France", "Germany")]

    score = score_sentence([LABEL], found)

    assert (score.full.right, score.full.found, score.full.wanted) == (1, 2, 1)
    assert score.type.precision == 0.5
    assert score.labelled.precision == 1


def test_matching_is_one_to_one() -> None:
    found = [event("SANCTION", "United States", "Iran"), event("SANCTION", "the United States", "Iran")]

    score = score_sentence([LABEL], found)

    assert (score.pair.right, score.pair.found) == (1, 2)
    assert (score.type.right, score.type.found) == (1, 1)


def test_the_entitys_name_stands_for_a_pronoun() -> None:
    named = FoundEvent("SANCTION", ("it", "United States"), ("Iran",))

    assert score_sentence([LABEL], [named]).full.f1 == 1


def test_concede_and_retreat_are_one_type() -> None:
    label = {"type": "RETREAT", "quad": 2, "source": "Ann", "target": "Bob"}
    (sentence,) = read_plover([json.dumps({"text": "Ann gave in to Bob.", "events": [label]})])

    assert sentence.events[0].type == "YIELD"


def test_events_are_claims_of_event_relations_whatever_their_flags(found: Found) -> None:
    text = "Ann will not give in to Bob. Ann likes Eve."
    extraction = found(
        text,
        """
        sentences:
        - text: Ann will not give in to Bob.
          claims:
          - {subject: Ann, predicate: will not give in, args: {recipient: to Bob}, relation: GIVE_IN,
             polarity: negated, modality: planned}
        - text: Ann likes Eve.
          claims: [{subject: Ann, predicate: likes, object: Eve, relation: LIKE}]
        """,
    )

    (only,) = events_of(extraction, TYPES)

    assert (only.type, only.quad) == ("YIELD", 2)
    assert (only.source[0], only.target[0]) == ("Ann", "to Bob")


def test_sentences_are_summed_and_explained(found: Found) -> None:
    label = {"type": "SANCTION", "quad": 4, "source": "Ann", "target": "Bob"}
    lines = [json.dumps({"text": f"Ann fined Bob {n}.", "events": [label]}) for n in range(2)]

    def read(article: Article) -> Extraction:
        if article.text.endswith("1."):
            return Extraction("x", article, (), (), ())
        claim = "{subject: Ann, predicate: fined, object: Bob, relation: SANCTION}"
        return found(article.text, f"sentences: [{{text: {article.text}, claims: [{claim}]}}]")

    report = score_plover(read_plover(lines), read, TYPES)

    assert report.figures["type.f1"] == report.figures["full.f1"] == pytest.approx(2 / 3)
    low, high = report.tables[0].rows[0][4:6]
    assert (low, high) == (0.0, 1.0)
    assert report.examples == ("SANCTION(Ann, Bob) not nothing: Ann fined Bob 1.",)


def test_no_event_sentences_that_get_one_are_false_alarms(found: Found) -> None:
    sentences = read_cameo(
        [
            json.dumps({"text": "Ann met Bob.", "quad": 0, "roles": None}),
            json.dumps({"text": "Rain fell.", "quad": 0, "roles": [["S", "Rain"]]}),
            json.dumps({"text": "Old Ann met Bob.", "quad": 1, "roles": [["S", "Old Ann"], ["T", "Bob"]]}),
        ]
    )

    def read(article: Article) -> Extraction:
        if "met" not in article.text:
            return Extraction("x", article, (), (), ())
        claim = "{subject: Ann, predicate: met, object: Bob, relation: MEET}"
        return found(article.text, f"sentences: [{{text: {article.text}, claims: [{claim}]}}]")

    report = score_cameo(sentences, read, TYPES)

    assert report.figures["false_alarms"] == 0.5
    assert report.figures["source.f1"] == pytest.approx(2 / 3)
    assert report.figures["target.f1"] == 1
    assert report.examples == ("no event, but CONSULT(Ann, Bob): Ann met Bob.",)


def test_words_count_as_often_as_they_stand_on_both_sides() -> None:
    counts = token_counts(["the man of the north"], ["the the the man"])

    assert (counts.right, counts.found, counts.wanted) == (3, 4, 5)


RE3D_TEXT = "Ann fought Bob near Bonn."


@pytest.fixture
def re3d(tmp_path: Path) -> Path:
    def relation(kind: str, source: tuple[int, int], target: tuple[int, int]) -> str:
        return json.dumps(
            {
                "type": kind,
                "documentId": "d",
                "sourceBegin": source[0],
                "sourceEnd": source[1],
                "targetBegin": target[0],
                "targetEnd": target[1],
            }
        )

    ann, bob, bonn = (0, 3), (11, 14), (20, 24)
    lines = [
        relation("FightingAgainst", ann, bob),
        relation("FightingAgainst", bob, ann),
        relation("InChargeOf", bob, ann),
        relation("CoLocated", ann, bonn),
    ]
    (tmp_path / "documents.json").write_text(json.dumps({"_id": "d", "text": RE3D_TEXT}), encoding="utf-8")
    (tmp_path / "relations.json").write_text("\n".join(lines), encoding="utf-8")
    return tmp_path


def test_relations_that_hold_both_ways_count_once(re3d: Path) -> None:
    (document,) = read_re3d(re3d)

    assert [relation.type for relation in document.relations] == [
        "CoLocated",
        "FightingAgainst",
        "InChargeOf",
    ]


def test_relations_are_scored_by_type_where_the_ontology_covers_them(re3d: Path, found: Found) -> None:
    fights = "{subject: Bob, predicate: fought, object: Ann, relation: ASSAULT}"
    leads = "{subject: Ann, predicate: fought, object: Bob, relation: LEADS}"
    extraction = found(RE3D_TEXT, f"sentences: [{{text: {RE3D_TEXT}, claims: [{fights}, {leads}]}}]")
    covers = {"FightingAgainst": frozenset({"ASSAULT"}), "InChargeOf": frozenset({"LEADS"})}

    report = score_re3d(read_re3d(re3d), lambda article: extraction, covers)

    assert report.tables[0].rows == (
        ("FightingAgainst", 1.0, 1.0, 1.0, 1, 1),
        ("InChargeOf", 0.0, 0.0, 0.0, 1, 1),
    )
    assert report.tables[1].rows == (("CoLocated", 1),)
    assert report.figures["f1"] == 0.5


def test_the_interval_is_wide_for_few_and_nothing_for_equal_sentences() -> None:
    equal = [Counts(1, 2, 2)] * 20
    mixed = [Counts(1, 1, 1)] * 5 + [Counts(0, 1, 1)] * 5

    assert interval(equal) == (0.5, 0.5)
    low, high = interval(mixed)
    assert 0.1 <= low < 0.5 < high <= 0.9
    assert interval(mixed) == (low, high)
    assert interval([]) == (0, 0)


def test_malformed_lines_are_named(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match=r"plv\.jsonl:1"):
        read_plover(["{}"], "plv.jsonl")
    with pytest.raises(RecordError, match=r"roles\.jsonl:1"):
        read_cameo(["[]"], "roles.jsonl")
    with pytest.raises(RecordError, match=r"documents\.json can't be read"):
        read_re3d(tmp_path)
