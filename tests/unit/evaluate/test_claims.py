"""Found claims are matched with gold ones by words in their places, then their flags are compared."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from graphkit.evaluate.claim_scores import score_article, score_claims
from graphkit.evaluate.claims import match_claims, same_speaker
from graphkit.evaluate.gold import GoldArticle
from graphkit.model import Article, Extraction

ReadGold = Callable[[str, str], GoldArticle]
Found = Callable[[str, str], Extraction]

TEXT = "Ann said Bob sold the old red car to Eve on Monday. He left."
SENTENCE = "Ann said Bob sold the old red car to Eve on Monday."
ENTITIES = "entities: [{name: Bob, type: Person, mentions: [Bob, He]}]"


def annotation(*claims: str, entities: str = "") -> str:
    listed = "".join(f"  - {claim}\n" for claim in claims)
    return f"sentences:\n- text: {SENTENCE}\n  claims:\n{listed or '  []'}\n{entities}\n"


SAID = "{id: said, subject: Ann, predicate: said}"
SOLD = (
    "{subject: Bob, predicate: sold, object: the old red car, args: {recipient: to Eve, time: on Monday},"
    " speaker: Ann, content_of: said}"
)


def test_agreement_is_the_f1_of_all_words_by_place(gold: ReadGold, found: Found) -> None:
    wanted = gold(TEXT, annotation(SAID, SOLD))
    got = found(TEXT, annotation("{subject: Bob, predicate: sold, object: red car}"))

    (pair,) = match_claims(wanted, got).pairs

    assert pair.gold is wanted.claims[1]
    # Bob sold red car: 4 words, all of them among the gold's 10.
    assert pair.agreement == pytest.approx(2 * 4 / (4 + 10), abs=1e-5)


def test_below_the_threshold_nothing_matches(gold: ReadGold, found: Found) -> None:
    wanted = gold(TEXT, annotation(SOLD.replace("content_of: said", "")))
    got = found(TEXT, annotation("{subject: Bob, predicate: sold}"))

    matching = match_claims(wanted, got)

    assert matching.pairs == ()
    assert (len(matching.spurious), len(matching.missed)) == (1, 1)


def test_subject_and_predicate_must_both_meet(gold: ReadGold, found: Found) -> None:
    wanted = gold(TEXT, annotation("{subject: Bob, predicate: sold, object: the old red car}"))
    other_subject = found(TEXT, annotation("{subject: Ann, predicate: sold, object: the old red car}"))
    other_predicate = found(TEXT, annotation("{subject: Bob, predicate: said, object: the old red car}"))

    assert match_claims(wanted, other_subject).pairs == ()
    assert match_claims(wanted, other_predicate).pairs == ()


def test_another_mention_of_the_subject_is_as_good(gold: ReadGold, found: Found) -> None:
    second = "- text: He left.\n  claims: [{subject: He, predicate: left}]\n"
    wanted = gold(TEXT, f"sentences:\n{second}")
    got = found(TEXT, f"sentences:\n{second}{ENTITIES}")
    bob = got.entities[0].mentions[0]
    subject = got.claims[0].subject
    moved = replace(subject, text="Bob", start=bob.start, end=bob.end)
    claim = replace(got.claims[0], subject=moved)

    same = match_claims(wanted, Extraction("x", got.article, (), got.entities, (claim,)))
    stranger = match_claims(wanted, Extraction("x", got.article, (), (), (claim,)))

    assert [pair.agreement for pair in same.pairs] == [pytest.approx(1, abs=1e-5)]
    assert stranger.pairs == ()


def test_the_whole_matching_is_the_best_one(gold: ReadGold, found: Found) -> None:
    long = "{subject: Bob, predicate: sold, object: the old red car}"
    short = "{subject: Bob, predicate: sold, object: the old}"
    wanted = gold(TEXT, annotation(long, short))
    got = found(TEXT, annotation(short, long))

    pairs = match_claims(wanted, got).pairs

    assert [pair.agreement for pair in pairs] == [pytest.approx(1, abs=1e-5)] * 2


def test_a_claim_found_twice_is_once_wrong(gold: ReadGold, found: Found) -> None:
    scored = score_article(
        gold(TEXT, annotation(SAID)), found(TEXT, annotation(SAID, "{subject: Ann, predicate: said}"))
    )

    assert (scored.counts.right, scored.counts.found, scored.counts.wanted) == (1, 2, 1)


def test_optional_claims_cost_nothing(gold: ReadGold, found: Found) -> None:
    optional = gold(TEXT, annotation(SAID, "{subject: Bob, predicate: sold, optional: true}"))
    without = score_article(optional, found(TEXT, annotation(SAID)))
    with_it = score_article(optional, found(TEXT, annotation(SAID, "{subject: Bob, predicate: sold}")))

    for scored in (without, with_it):
        assert (scored.counts.precision, scored.counts.recall, scored.counts.wanted) == (1, 1, 1)


def test_an_optional_claim_does_not_take_the_match_of_another(gold: ReadGold, found: Found) -> None:
    optional = "{subject: Bob, predicate: sold, object: the old red car, optional: true}"
    needed = "{subject: Bob, predicate: sold, object: the old red car}"
    wanted = gold(TEXT, annotation(optional, needed))

    scored = score_article(wanted, found(TEXT, annotation(needed)))

    assert (scored.counts.right, scored.counts.wanted) == (1, 1)


def test_a_like_pronoun_elsewhere_is_nobodys_proof(gold: ReadGold, found: Found) -> None:
    text = "He said Bob left. He ran."
    claim = "{subject: Bob, predicate: left, speaker: He@1}"
    listed = f"sentences: [{{text: He said Bob left., claims: [{claim}]}}]"
    wanted, extraction = gold(text, listed), found(text, listed)
    speaker = extraction.claims[0].speaker
    elsewhere = replace(extraction.claims[0], speaker=replace(speaker, start=18, end=20, entity="k:other"))

    (pair,) = match_claims(wanted, replace(extraction, claims=(elsewhere,))).pairs

    assert not same_speaker(pair, wanted, extraction)


def test_skipped_sentences_cost_nothing(gold: ReadGold, found: Found) -> None:
    skipped = gold(TEXT, f"sentences: [{{text: {SENTENCE}, skip: true}}]")

    scored = score_article(skipped, found(TEXT, annotation(SAID)))

    assert scored.counts.found == 0


def test_a_sentence_that_is_not_listed_claims_nothing(gold: ReadGold, found: Found) -> None:
    scored = score_article(gold(TEXT, "sentences: []"), found(TEXT, annotation(SAID)))

    assert (scored.counts.found, scored.counts.wanted) == (1, 0)


@pytest.mark.parametrize(
    ("given", "got", "right"),
    [
        ("speaker: Ann", "speaker: Ann", True),
        ("", "", True),
        ("speaker: Ann", "", False),
        ("", "speaker: Ann", False),
        ("speaker: Ann", "speaker: Eve", False),
        ("speaker: He", "speaker: Bob", True),
    ],
)
def test_speakers_are_compared(gold: ReadGold, found: Found, given: str, got: str, *, right: bool) -> None:
    claim = "{subject: Bob, predicate: sold, %s}"
    wanted = gold(TEXT, annotation(claim % given))
    extraction = found(TEXT, annotation(claim % got, entities=ENTITIES))

    (pair,) = match_claims(wanted, extraction).pairs

    assert same_speaker(pair, wanted, extraction) is right


def test_the_report_holds_every_figure(gold: ReadGold, found: Found) -> None:
    wanted = gold(TEXT, annotation(SAID, SOLD.replace("Ann,", "Ann, relation: SELL,")))
    wrong = SOLD.replace("speaker: Ann,", "polarity: negated, modality: planned, relation: GIVE,")
    got = found(TEXT, annotation(SAID, wrong, "{subject: Bob, predicate: sold, object: the}"))

    report = score_claims([wanted], lambda article: got)

    assert report.figures == {
        "precision": pytest.approx(2 / 3),
        "recall": 1,
        "f1": pytest.approx(0.8),
        "speaker.accuracy": 0.5,
        "polarity.accuracy": 0.5,
        "modality.accuracy": 0.5,
        "content.accuracy": 1,
        "relation.accuracy": 0,
    }
    tables = {table.title.split(":")[0]: table.rows for table in report.tables}
    assert tables["polarity"] == (("affirmed", 1, 1), ("negated", 0, 0))
    assert tables["modality"][0] == ("asserted", 1, 0, 1, 0, 0)
    assert tables["speaker"] == (("missed", 1), ("right, the article", 1))
    assert tables["relations of matched claims"] == (("GIVE", 0, 1, 0, 0.0), ("SELL", 0, 0, 1, 0.0))
    assert any(
        line.startswith("gold:5 polarity: negated, not affirmed: Bob | <sold>") for line in report.examples
    )


def test_another_text_is_refused(gold: ReadGold) -> None:
    wanted = gold(TEXT, annotation(SAID))

    with pytest.raises(Exception, match="gold was read with another text"):
        score_claims([wanted], lambda article: Extraction("x", Article(text="Other."), (), (), ()))
