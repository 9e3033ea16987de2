"""One reader for all tests of the reader: the shipped pipeline and cues, and nobody who knows names."""

import pytest

from graphkit.model.lexicon import NoLexicon
from graphkit.nlp import Reader
from graphkit.ontology.cues import load_cues


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader("en_core_web_sm", NoLexicon(), load_cues())
