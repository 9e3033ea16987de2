"""How often a rule's claims are right: its precision on tuning data, as `docs/reading.md` lists it."""

from graphkit.nlp.drafts import Draft

BY_LINK = {
    "ROOT": 0.9, "conj": 0.85, "ccomp": 0.85, "relcl": 0.8, "advcl": 0.75, "acl": 0.7, "xcomp": 0.7, "parataxis": 0.8,
    "pcomp": 0.5, "csubj": 0.5, "csubjpass": 0.5, "dep": 0.5,
}  # fmt: skip


def confidence(made: Draft) -> float:
    """Confidence of a claim, 0 to 1, by how its clause hangs in the sentence and whether it has an object."""
    value = BY_LINK.get(made.clause.link, 0.5)
    if made.object is None and not made.arguments:
        value -= 0.2
    return round(value, 2)
