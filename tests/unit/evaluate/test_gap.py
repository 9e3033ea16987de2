"""GAP rows: does the pronoun mean A, B or neither?"""

import pytest

from graphkit.errors import RecordError
from graphkit.evaluate.gap import read_gap, score_gap
from graphkit.model import Article, Entity, EntityMention, Extraction

HEADER = "ID\tText\tPronoun\tPronoun-offset\tA\tA-offset\tA-coref\tB\tB-offset\tB-coref\tURL"
TEXT = "Ann met Eve. She sang."
ROW = f"1\t{TEXT}\tShe\t13\tAnn\t0\tTRUE\tEve\t8\tFALSE\tx"
UNKNOWN = f"2\t{TEXT}\tShe\t13\tAnn\t0\tFALSE\tEve\t8\tTRUE\tx"


def linking_to_ann(article: Article) -> Extraction:
    mentions = (EntityMention(0, 3, "name"), EntityMention(13, 16, "pronoun"))
    return Extraction("x", article, (), (Entity("e:1", "Ann", "Person", None, mentions),), ())


def test_each_candidate_is_a_decision() -> None:
    report = score_gap(read_gap([HEADER, ROW, UNKNOWN]), linking_to_ann)

    assert (report.figures["precision"], report.figures["recall"]) == (0.5, 0.5)
    assert report.figures["answers.precision"] == 0.5
    assert report.examples == (f"Ann is wrong in {TEXT!r}",)


def test_an_unresolved_pronoun_is_no_answer() -> None:
    report = score_gap(read_gap([HEADER, ROW]), lambda article: Extraction("x", article, (), (), ()))

    assert (report.figures["answered"], report.figures["recall"]) == (0, 0)


def test_genders_are_compared() -> None:
    masculine = ROW.replace("She", "He ").replace("\tHe \t", "\tHe\t")

    report = score_gap(read_gap([HEADER, ROW, masculine]), linking_to_ann)

    assert report.tables[0].rows == (("masculine", 0.0, 0.0, 0.0), ("feminine", 1.0, 1.0, 1.0))


def test_a_malformed_row_is_named() -> None:
    with pytest.raises(RecordError, match=r"gap\.tsv:2"):
        read_gap(["ID\tText", "1\tx"], "gap.tsv")
