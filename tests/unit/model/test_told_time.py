"""Times for people to read."""

import pytest

from graphkit.model.told_time import told_time


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2022-01-26", "2022-01-26"),
        ("2014/2022-03", "2014 to 2022-03"),
        ("2014/..", "from 2014"),
        ("../2024-12", "until 2024-12"),
        ("2024-03-18/2024-03-18", "2024-03-18"),
    ],
)
def test_an_interval_is_told_in_words_and_a_day_as_it_is(value: str, words: str):
    assert told_time(value) == words
