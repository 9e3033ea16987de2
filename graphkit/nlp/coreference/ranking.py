"""Which candidate a pronoun means: a log-linear choice among them and none, with weights learnt from texts.

`scripts/train_pronouns.py` makes the weights.
"""

import json
from collections.abc import Sequence
from functools import cache
from math import exp

from graphkit.nlp.coreference.candidates import Candidate
from graphkit.nlp.coreference.features import Facts, facts, null_facts, pronoun_class
from graphkit.nlp.coreference.things import Thing
from graphkit.nlp.mentions.found import Found
from graphkit.resources import shipped

THRESHOLDS = {"he": 0.6, "it": 0.7, "they": 0.75}
"""How likely a candidate must be for each class of pronoun."""


@cache
def weights() -> dict[str, float]:
    """Weight by fact; "it: count" is the weight of "count" for *it*, added to that for all pronouns."""
    loaded: dict[str, float] = json.loads(shipped("config", "pronouns.json").read_text(encoding="utf-8"))
    return loaded


def best(mention: Found, found: Sequence[Candidate]) -> Thing | None:
    """The candidate most likely meant; None where that isn't likely enough."""
    if not found:
        return None
    likely = probabilities(mention, found)
    most = max(range(len(found)), key=lambda place: likely[place])
    return found[most].thing if likely[most] >= THRESHOLDS[pronoun_class(mention)] else None


def probabilities(mention: Found, found: Sequence[Candidate]) -> list[float]:
    """How likely each candidate is; what is left of 1 is none of them."""
    kind = pronoun_class(mention)
    scores = [_score(kind, facts(mention, one, place, found)) for place, one in enumerate(found)]
    scores.append(_score(kind, null_facts(mention, found)))
    highest = max(scores)
    grown = [exp(score - highest) for score in scores]
    total = sum(grown)
    return [one / total for one in grown[:-1]]


def _score(kind: str, found: Facts) -> float:
    known = weights()
    return sum(
        value * (known.get(fact, 0.0) + known.get(f"{kind}: {fact}", 0.0)) for fact, value in found.items()
    )
