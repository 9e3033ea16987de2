"""Extractions written as gold is: found claims in the gold format, turned into a record."""

from collections.abc import Callable
from textwrap import dedent

import pytest

from graphkit.evaluate.gold import GoldArticle, Problems, read_gold_article, to_extraction
from graphkit.model import Extraction

ReadGold = Callable[[str, str], GoldArticle]
Found = Callable[[str, str], Extraction]


@pytest.fixture
def gold() -> ReadGold:
    """A gold article from its text and its annotation; wrong annotations fail the test."""

    def read(text: str, annotation: str) -> GoldArticle:
        problems = Problems("gold.yaml")
        article = read_gold_article("gold", text, dedent(annotation), problems)
        problems.raise_errors()
        return article

    return read


@pytest.fixture
def found(gold: ReadGold) -> Found:
    """What a reader might have found in the text, in the words of the gold format."""

    def extract(text: str, annotation: str) -> Extraction:
        return to_extraction(gold(text, annotation))

    return extract
