"""CaRB's figures, worked out by hand from the published definitions."""

import subprocess
import sys
from pathlib import Path

import pytest

from graphkit.errors import RecordError
from graphkit.evaluate.carb import Tuple, compare, read_gold, read_tuples
from graphkit.evaluate.carb.match import NO_MATCH, match
from graphkit.evaluate.carb.report import score_rules
from graphkit.evaluate.carb.tuples import sentence_key

GOLD = [
    "the cat saw and ate\tchased\tthe cat\tthe mouse",
    "the cat saw and ate\tate\tthe cat\tthe cheese\ton Monday",
]
FOUND = [
    "the cat saw and ate\t0.9\tchased\tthe cat\ta mouse\t#rule=main",
    "the cat saw and ate\t0.5\tate up\tthe cat\tthe cheese\t#rule=conjunct",
]


def words(predicate: str, *arguments: str) -> Tuple:
    return Tuple("sentence", predicate, arguments)


def test_words_are_counted_part_by_part() -> None:
    precision, recall = match(
        words("ate", "the cat", "the cheese", "on Monday"), words("ate up", "the cat", "the cheese")
    )

    assert precision == pytest.approx(5 / 6)
    assert recall == pytest.approx(5 / 7)


def test_words_of_another_part_do_not_count() -> None:
    precision, _ = match(words("saw", "the cat", "the dog"), words("saw", "the dog", "the cat"))

    assert precision == pytest.approx(3 / 5)


def test_without_a_common_predicate_word_nothing_matches() -> None:
    assert match(words("saw", "she", "him"), words("heard", "she", "him")) == NO_MATCH


def test_a_tuple_with_fewer_parts_than_the_gold_does_not_match() -> None:
    assert match(words("saw", "she", "him"), words("saw", "she")) == NO_MATCH


def test_parts_beyond_those_of_the_gold_cost_nothing() -> None:
    assert match(words("slept", "she"), words("slept", "she", "all day")) == (1.0, 1.0)


def test_be_meets_any_of_its_forms() -> None:
    precision, recall = match(words("is born in", "she", "Bonn"), words("be born", "she", "Bonn"))

    assert (precision, recall) == (1.0, pytest.approx(4 / 5))


def test_arguments_may_be_swapped_around_a_verb_of_saying() -> None:
    assert match(words("said", "he", "it rained"), words("said", "it rained", "he")) == (1.0, 1.0)
    assert match(words("felt", "he", "it rained"), words("felt", "it rained", "he"))[0] == pytest.approx(
        1 / 4
    )


def test_precision_and_recall_are_means_over_tuples_at_the_best_threshold() -> None:
    curve = compare(read_gold(GOLD), read_tuples(FOUND))

    precision, recall = (4 / 5 + 5 / 6) / 2, (4 / 5 + 5 / 7) / 2
    assert curve.threshold == 0.5
    assert curve.precision == pytest.approx(precision)
    assert curve.recall == pytest.approx(recall)
    assert curve.f1 == pytest.approx(2 * precision * recall / (precision + recall))


def test_the_area_is_closed_at_recall_zero_with_precision_one() -> None:
    curve = compare(read_gold(GOLD), read_tuples(FOUND))

    (_, low_precision, high_recall), (_, high_precision, low_recall) = curve.points
    right = (high_recall - low_recall) * (low_precision + high_precision) / 2
    assert (high_precision, low_recall) == (pytest.approx(4 / 5), pytest.approx(2 / 5))
    assert curve.auc == pytest.approx(right + 0.4 * (0.8 + 1) / 2)


def test_a_gold_tuple_is_matched_once_for_precision_but_covers_freely_for_recall() -> None:
    one = "a b c\t1\tsaw\tshe\thim"

    twice = compare(read_gold(["a b c\tsaw\tshe\thim"]), read_tuples([one, one]))
    shared = compare(read_gold(["a b c\tsaw\tshe\thim"] * 2), read_tuples([one]))

    assert (twice.precision, twice.recall) == (0.5, 1.0)
    assert (shared.precision, shared.recall) == (1.0, 1.0)


def test_the_most_precise_pair_is_matched_first() -> None:
    gold = read_gold(["a b\tsaw\tshe\thim", "a b\tsaw\tshe\tx y z"])
    found = read_tuples(["a b\t1\tsaw\tshe\tx q", "a b\t1\tsaw\tshe\thim"])

    curve = compare(gold, found)

    assert curve.precision == pytest.approx((1 + 3 / 4) / 2)


def test_sentences_nothing_was_found_in_lower_recall() -> None:
    curve = compare(read_gold([*GOLD, "another\tis\tx\ty"]), read_tuples(FOUND))

    assert curve.recall == pytest.approx((4 / 5 + 5 / 7) / 3)


def test_tuples_of_sentences_without_gold_do_not_count() -> None:
    curve = compare(read_gold(GOLD), read_tuples([*FOUND, "elsewhere\t0.7\tis\tx\ty"]))

    assert curve.precision == pytest.approx((4 / 5 + 5 / 6) / 2)


def test_a_threshold_that_keeps_nothing_has_precision_one() -> None:
    curve = compare(read_gold(GOLD), read_tuples([*FOUND, "elsewhere\t0.95\tis\tx\ty"]))

    assert curve.points[-1] == (0.95, 1, 0)


def test_nothing_found_scores_nothing() -> None:
    curve = compare(read_gold(GOLD), {})

    assert (curve.precision, curve.recall, curve.f1, curve.auc) == (0, 0, 0, 0)
    assert len(curve.gold) == 2


def test_sentences_meet_whatever_their_spaces_and_brackets() -> None:
    assert sentence_key("He -LRB- aged 9 -RRB- won .") == sentence_key("He (aged 9) won.") == "Heaged9won"


def test_a_speakers_frame_in_the_gold_is_left_out() -> None:
    (tuples,) = read_gold(["a b\thopes\tit\tto win\tC: she said"]).values()

    assert tuples[0].arguments == ("it", "to win")


def test_each_rule_has_its_precision_and_what_it_adds() -> None:
    gold, found = read_gold(GOLD), read_tuples(FOUND)
    curve = compare(gold, found)

    scores = {score.rule: score for score in score_rules(gold, found, curve)}

    assert scores["main"].precision == pytest.approx(4 / 5)
    assert scores["conjunct"].precision == pytest.approx(5 / 6)
    alone = 2 * 0.8 * 0.4 / 1.2
    assert scores["conjunct"].gain == pytest.approx(curve.f1 - alone)


def test_a_malformed_line_is_named_with_its_place() -> None:
    with pytest.raises(RecordError, match=r"out\.tsv:2: confidence 'sure' isn't a number"):
        read_tuples(["a\t1\tis\tb\tc", "a\tsure\tis\tb\tc"], "out.tsv")
    with pytest.raises(RecordError, match=r"gold\.tsv:1 has no predicate"):
        read_gold(["a"], "gold.tsv")


def test_the_command_prints_the_figures(tmp_path: Path) -> None:
    gold, found = tmp_path / "gold.tsv", tmp_path / "found.tsv"
    gold.write_text("\n".join(GOLD), encoding="utf-8")
    found.write_text("\n".join(FOUND), encoding="utf-8")

    command = [
        sys.executable,
        "-m",
        "graphkit.evaluate.carb",
        str(gold),
        str(found),
        "--rules",
        "--worst",
        "1",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=True)

    assert "precision\t0.8167" in done.stdout
    assert "main\t1\t0.800" in done.stdout
    assert "0.80\tmain:1\tthe cat | <chased> | a mouse" in done.stdout


def test_the_command_says_which_file_is_missing(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "graphkit.evaluate.carb", str(tmp_path / "no.tsv"), "x"]

    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 2
    assert "no.tsv" in done.stderr
