"""One reader for all tests of the reader: the shipped pipeline and cues, and nobody who knows names."""

from collections.abc import Callable

import pytest

from graphkit.model.lexicon import NoLexicon
from graphkit.nlp import Reader
from graphkit.nlp.load import load
from graphkit.nlp.tree import Tree, trees
from graphkit.ontology.cues import load_cues


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader("en_core_web_sm", NoLexicon(), load_cues())


@pytest.fixture(scope="session")
def parse() -> Callable[[str], list[Tree]]:
    """The sentences of a text, parsed by the shipped pipeline."""
    nlp = load("en_core_web_sm")
    return lambda text: trees(nlp(text))
