"""Every event type and every mode of it is told by some sentence."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from graphkit.model import Article
from graphkit.ontology import Family, load_ontology
from graphkit.pipeline.stages import Extractor

SENTENCES: dict[str, dict[str, str]] = yaml.safe_load(
    (Path(__file__).parent / "modes.yaml").read_text(encoding="utf-8")
)


def declared() -> Iterator[tuple[str, str]]:
    """Each event type with each of its modes; with "" where it has none."""
    for name, relation in load_ontology().relations.items():
        if relation.family == Family.EVENT:
            yield from ((name, mode) for mode in relation.modes or ("",))


@pytest.mark.parametrize(("relation", "mode"), [*declared()])
def test_a_sentence_is_read_as_this_type_and_mode(relation: str, mode: str, extractor: Extractor) -> None:
    (read,) = extractor.extract_all([Article(text=SENTENCES[relation][mode])])

    assert (relation, mode) in {(claim.relation, claim.mode or "") for claim in read.claims}
