"""docs/reading.md says what the words, cases and frames say now."""

from graphkit.nlp.rules import RULES
from scripts.measure_rules import PAGE, filled


def test_the_page_is_up_to_date() -> None:
    page = PAGE.read_text("utf-8")

    assert page == filled(page), "run `python scripts/measure_rules.py` and commit what it changes"


def test_every_rule_is_on_the_page() -> None:
    page = PAGE.read_text("utf-8")

    assert [rule.name for rule in RULES if f"| {rule.name} |" not in page] == []
