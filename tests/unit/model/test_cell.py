"""What strangers wrote is shown by a spreadsheet and never run."""

import pytest

from graphkit.model.cell import inert


@pytest.mark.parametrize(
    "text", ["=HYPERLINK(A1)", "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠1"]
)
def test_what_would_be_a_formula_has_an_apostrophe_before_it(text: str):
    assert inert(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Russia", "a=b", "'quoted'", "1-2", "wd:Q159"])
def test_any_other_text_stays_as_it_is(text: str):
    assert inert(text) == text
