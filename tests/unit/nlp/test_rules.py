"""Every rule does what its example says."""

import pytest

from graphkit.model import Article, Modality, Polarity, Triple
from graphkit.nlp import Reader
from graphkit.nlp.rules import OTHER, RULES, Rule


def written(triple: Triple) -> str:
    """A triple as `Rule.claim` has it."""
    parts = [triple.subject.text, triple.predicate.text, *([triple.object.text] if triple.object else [])]
    notes = []
    if triple.polarity is not Polarity.AFFIRMED:
        notes.append(triple.polarity.value)
    if triple.modality is not Modality.ASSERTED:
        notes.append(triple.modality.value)
    if triple.speaker is not None:
        notes.append(f"says {triple.speaker.text}")
    return " | ".join(parts) + (f" ({', '.join(notes)})" if notes else "")


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule is not OTHER], ids=lambda rule: rule.name)
def test_the_example_of_a_rule_gives_its_claim(rule: Rule, reader: Reader) -> None:
    (reading,) = reader.read([Article(text=rule.example)])

    assert rule.claim in [written(triple) for triple in reading.triples if triple.rule == rule.name]


def test_names_of_rules_are_their_own() -> None:
    names = [rule.name for rule in RULES]

    assert len(names) == len(set(names))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_confidence_is_a_share(rule: Rule) -> None:
    assert 0 < rule.confidence < 1
