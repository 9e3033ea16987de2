"""What counts as an answer to *how many*."""

import pytest

from graphkit.pipeline.ask.answers import NUMBER

SMALL = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"


@pytest.mark.parametrize(
    "number", [*SMALL.split(), "eighteen", "nineteen", "twenty-one", "8,500", "a trillion"]
)
def test_a_number_in_digits_or_words_answers_how_many(number: str):
    assert NUMBER.search(f"{number} ships")


@pytest.mark.parametrize("words", ["canteen ships", "the ships", "nobody"])
def test_words_without_a_number_do_not(words: str):
    assert NUMBER.search(words) is None
