"""One extractor, with the shipped pipeline and ontology."""

import pytest

from graphkit.pipeline.recipe import Recipe
from graphkit.pipeline.stages import Extractor


@pytest.fixture(scope="package")
def extractor() -> Extractor:
    return Extractor(Recipe("en_core_web_sm"))
