"""Common verbs have the relation that what stands beside them tells."""

from pathlib import Path

import pytest
import yaml

from graphkit.model import Article
from graphkit.pipeline.stages import Extractor

CASES: list[tuple[str, str, str]] = yaml.safe_load(
    (Path(__file__).parent / "senses.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize(("relation", "lemma", "text"), CASES)
def test_a_verb_has_the_sense_that_stands_beside_it(
    relation: str, lemma: str, text: str, extractor: Extractor
) -> None:
    (read,) = extractor.extract_all([Article(text=text)])

    assert (relation, lemma) in {(claim.relation, claim.predicate.lemma) for claim in read.claims}
