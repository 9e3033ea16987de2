"""A claim as a sentence: what its node is called, so that nobody mistakes a denial for a fact at a glance."""

from collections.abc import Mapping

from graphkit.model import Claim, ClaimEnd, Entity, Modality, Polarity

LONGEST_OBJECT = 80
"""Characters of an object's words a name may hold."""

AFFIRMED = {
    Modality.ASSERTED: "",
    Modality.POSSIBLE: "may",
    Modality.PLANNED: "will",
    Modality.ORDERED: "should",
    Modality.CONDITIONAL: "would",
}
NEGATED = {
    Modality.ASSERTED: "did not",
    Modality.POSSIBLE: "may not",
    Modality.PLANNED: "will not",
    Modality.ORDERED: "should not",
    Modality.CONDITIONAL: "would not",
}
COPULAS = frozenset(
    ("is", "are", "was", "were", "am", "be", "been", "has", "have", "had", "became", "remains")
)


def sentence(claim: Claim, entities: Mapping[str, Entity]) -> str:
    """ "United States rejected a demand (stated)", "Russia may invade Ukraine (possible, per Wendy Sherman)".

    Only what is affirmed and asserted keeps the article's own verb form; anything less gets an auxiliary
    that says so, whatever the article's wording.
    """
    subject = entities[claim.subject.entity].name
    object_ = "" if claim.object is None else _words(claim.object, entities)
    if plain(claim) and _turned_round(claim):
        by = "" if claim.predicate.text.endswith(" by") else " by"
        told = f"{object_} {claim.predicate.text}{by} {subject}"
    else:
        told = f"{subject} {_verb(claim)} {object_}"
    return f"{' '.join(told.split())} ({_standing(claim, entities)})"


def plain(claim: Claim) -> bool:
    """Whether it is affirmed and asserted: what may draw an edge."""
    return claim.polarity is Polarity.AFFIRMED and claim.modality is Modality.ASSERTED


def _verb(claim: Claim) -> str:
    """The predicate with what must be said of its polarity and modality."""
    lemma, first_word = claim.predicate.lemma, claim.predicate.text.lower().partition(" ")[0]
    if plain(claim):
        # An apposition ("his deputy, Wendy Sherman") has no verb of its own.
        bare = lemma.startswith("be ") and first_word not in COPULAS
        return f"is {lemma[3:]}" if bare else claim.predicate.text
    if claim.polarity is Polarity.AFFIRMED:
        return f"{AFFIRMED[claim.modality]} {lemma}"
    if lemma.startswith("be ") and claim.modality is Modality.ASSERTED:
        past = first_word in {"was", "were", "had"}
        return f"{'was' if past else 'is'} not {lemma[3:]}"
    return f"{NEGATED[claim.modality]} {lemma}"


def _turned_round(claim: Claim) -> bool:
    """Crimea *was annexed* by Russia: object, predicate, subject; read in the order of the text."""
    if claim.object is None or claim.predicate.lemma.startswith("be ") or not claim.predicate.spans:
        return False
    return claim.object.start < claim.predicate.spans[0].start < claim.subject.start


def _words(end: ClaimEnd, entities: Mapping[str, Entity]) -> str:
    """A concept in the article's words, anything else by its name."""
    entity = entities[end.entity]
    if entity.type != "Concept":
        return entity.name
    words = " ".join(end.text.split())
    if len(words) <= LONGEST_OBJECT:
        return words
    return words[:LONGEST_OBJECT].rsplit(" ", 1)[0] + " ..."


def _standing(claim: Claim, entities: Mapping[str, Entity]) -> str:
    marks = [] if claim.polarity is Polarity.AFFIRMED else ["negated"]
    if claim.modality is not Modality.ASSERTED:
        marks.append(claim.modality.value)
    if claim.speaker is not None:
        marks.append(f"per {entities[claim.speaker.entity].name}")
    elif claim.modality is Modality.ASSERTED:
        marks.append("stated")
    return ", ".join(marks)
