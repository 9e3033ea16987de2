"""Pretokenized sentences are read as they stand."""

from graphkit.nlp import Reader
from graphkit.nlp.reader import BATCH_SENTENCES


def test_an_empty_line_gives_nothing_and_keeps_the_order(reader: Reader) -> None:
    first, empty, last = reader.read_tokens(["Chad joined Sudan .", "", "Mali left Niger ."])

    assert [one.arguments for one in first] == [("Chad", "Sudan")]
    assert empty == []
    assert [one.arguments for one in last] == [("Mali", "Niger")]


def test_tokens_are_kept_as_they_are(reader: Reader) -> None:
    line = "The bank -LRB- founded in 1901 -RRB- did n't lend `` bad money '' ."

    (found,) = reader.read_tokens([line])

    lent = next(one for one in found if "lend" in one.predicate)
    assert lent.predicate == "did n't lend"
    assert all(words in line for one in found for words in one.arguments)


def test_lines_beyond_one_batch_are_read_alike(reader: Reader) -> None:
    lines = ["Chad joined Sudan .", "Mali left Niger ."] * (BATCH_SENTENCES // 2 + 1)

    found = list(reader.read_tokens(lines))

    assert found == found[:2] * (BATCH_SENTENCES // 2 + 1)
    assert all(found[:2])
