"""Hard pairs, each settled by the whole path: resolved one by one, then clustered across articles."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from graphkit.model import Extraction
from graphkit.ontology import load_ontology
from graphkit.resolve import Gazetteer, Resolver, load_gazetteer
from graphkit.resolve.identity.cluster import cluster
from graphkit.resolve.identity.decisions import Decisions
from graphkit.resolve.identity.profiles import profiles
from tests.factories_reading import Sketch

PAIRS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("pairs.yaml").read_text("utf-8"))
PRECISION, RECALL = 0.98, 0.85


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer(load_ontology())


@pytest.fixture(scope="module")
def resolver(gazetteer: Gazetteer) -> Resolver:
    return Resolver(gazetteer, load_ontology(), "graphkit 0 test 0")


def article(side: dict[str, Any], number: int) -> Sketch:
    """An article with one sentence that names the side, and others for who else is named."""
    name, title, called = side["name"], side.get("title", ""), side.get("called", "")
    others = side.get("with", [])
    subject = f"{title} {name}".strip()
    text = f"{subject} was {called or 'there'} that day, it said in report {number}."
    text += "".join(f"\nThen {other} was named." for other in others)
    date = side.get("date")
    sketch = Sketch(text, published=str(date) if date else None)
    sketch.name(name, side.get("kind", "Person"), 0, title=title or None)
    for chain, other in enumerate(others, 1):
        sketch.name(
            other, "Place", chain, nth=text[: text.index(f"Then {other}") + 6 + len(other)].count(other)
        )
    if called:
        sketch.triple(sketch.phrase(name), f"was {called}", f"be {called}")
    return sketch


def meant(extraction: Extraction, name: str) -> str:
    start = extraction.article.text.index(name)
    return next(
        e.id for e in extraction.entities for m in e.mentions if m.start == start and m.kind == "name"
    )


def same(pair: dict[str, Any], resolver: Resolver, gazetteer: Gazetteer) -> bool:
    read = [resolver.resolve(article(pair[side], n).reading()) for n, side in enumerate(("one", "two"))]
    one, two = (
        meant(extraction, pair[side]["name"]) for extraction, side in zip(read, ("one", "two"), strict=True)
    )
    decisions = Decisions(cluster(profiles(read, gazetteer), at="2026-01-01"))
    return decisions.canonical(one) == decisions.canonical(two)


def test_there_are_many_hard_pairs_of_both_kinds() -> None:
    told = [pair["same"] for pair in PAIRS]

    assert len(PAIRS) >= 150
    assert 60 <= sum(told) <= len(told) - 60


def test_hard_pairs_are_told_apart(resolver: Resolver, gazetteer: Gazetteer) -> None:
    found = [(pair, same(pair, resolver, gazetteer)) for pair in PAIRS]

    joined = [pair for pair, one in found if one]
    wrong = [f"{p['one']['name']} = {p['two']['name']}" for p in joined if not p["same"]]
    missed = [f"{p['one']['name']} / {p['two']['name']}" for p, one in found if p["same"] and not one]
    right = len(joined) - len(wrong)
    figures = f"precision {right / len(joined):.3f}, recall {right / (right + len(missed)):.3f}"
    assert right / len(joined) >= PRECISION, (figures, wrong)
    assert right / (right + len(missed)) >= RECALL, (figures, missed)
