"""How often claims of a kind are right, estimated on CaRB's development sentences (see `docs/reading.md`).

Additive: where the clause stands, then what makes a claim less sure.
"""

from graphkit.nlp.drafts import Draft
from graphkit.nlp.grammar import infinitive, pronoun

BY_LINK = {
    "ROOT": 0.9, "conj": 0.85, "ccomp": 0.75, "relcl": 0.75, "advcl": 0.75, "acl": 0.7, "xcomp": 0.65, "parataxis": 0.6,
    "pcomp": 0.6, "csubj": 0.6, "csubjpass": 0.6, "dep": 0.5,
}  # fmt: skip
DESCRIPTIONS = {"apposition": 0.7, "title": 0.55}


def confidence(made: Draft) -> float:
    """Confidence of a claim, 0 to 1."""
    clause = made.clause
    value = BY_LINK.get(clause.link, 0.5)
    if made.object is None and not made.arguments:
        value -= 0.35
    if infinitive(clause.head):
        value -= 0.2
    elif clause.head.tag == "VBG" and clause.via != "own":
        value -= 0.1
    if pronoun(made.subject) and made.subject.low in {"it", "this", "that", "what", "which"}:
        value -= 0.1
    return round(max(value, 0.05), 2)


def of_description(rule: str) -> float:
    """Confidence of a description by the rule that found it."""
    return DESCRIPTIONS[rule]
