"""What pages show of a claim."""

import pytest

from graphkit.model import ClaimArgument
from graphkit.pages.claims import shown_value


@pytest.mark.parametrize(
    ("role", "value", "shown"),
    [
        ("time", "2014/2022", "2014 to 2022"),
        ("time", "../2024-12", "until 2024-12"),
        ("time", None, None),
        ("quantity", "1/3", "1/3"),
        ("quantity", "4.25 USD/hour", "4.25 USD/hour"),
    ],
)
def test_a_time_is_told_in_words_and_a_quantity_as_it_is(role: str, value: str | None, shown: str | None):
    part = ClaimArgument(role=role, text="words", start=0, end=5, value=value)

    assert shown_value(part) == shown
