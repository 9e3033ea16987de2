"""A claim as a sentence: what its node is called, so that nobody mistakes a denial for a fact at a glance."""

from collections.abc import Mapping

from graphkit.model import Claim, ClaimEnd, Entity, Modality, Polarity

LONGEST_PART = 80
"""Characters a name may hold of an object, an argument or a content."""
UNTOLD = frozenset({"time", "manner", "other"})

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


def sentence(claim: Claim, entities: Mapping[str, Entity], content: Claim | None = None) -> str:
    """ "United States rejected a demand (stated)", "Russia may invade Ukraine (possible, per Wendy Sherman)".

    Only what is affirmed and asserted keeps the article's own verb form; anything less gets an auxiliary
    that says so, whatever the article's wording. content: the claim that is its content, or the first of them.
    """
    if claim.object is None and content is not None:
        completion = f"that {_shortened(_told(content, entities, _completion(content, entities)))}"
    else:
        completion = _completion(claim, entities)
    return f"{_told(claim, entities, completion)} ({_standing(claim, entities)})"


def _told(claim: Claim, entities: Mapping[str, Entity], completion: str) -> str:
    subject = entities[claim.subject.entity].name
    if plain(claim) and _turned_round(claim):
        by = "" if claim.predicate.text.endswith(" by") else " by"
        return " ".join(f"{completion} {claim.predicate.text}{by} {subject}".split())
    return " ".join(f"{subject} {_verb(claim)} {completion}".split())


def _completion(claim: Claim, entities: Mapping[str, Entity]) -> str:
    return _further(claim) if claim.object is None else _words(claim.object, entities)


def _further(claim: Claim) -> str:
    """What completes a claim without object: what first follows it with a preposition, if not when or how."""
    end = max((span.end for span in claim.predicate.spans), default=claim.end)
    following = (a for a in claim.arguments if a.role not in UNTOLD and a.head and a.end > end)
    argument = next(following, None)
    if argument is None:
        return ""
    # "meet in" has its preposition already.
    repeated = argument.text.partition(" ")[0].lower() == claim.predicate.lemma.rpartition(" ")[2]
    return _shortened((repeated and argument.head) or argument.text)


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
    return _shortened(end.text)


def _shortened(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= LONGEST_PART else words[:LONGEST_PART].rsplit(" ", 1)[0] + " ..."


def _standing(claim: Claim, entities: Mapping[str, Entity]) -> str:
    marks = [] if claim.polarity is Polarity.AFFIRMED else ["negated"]
    if claim.modality is not Modality.ASSERTED:
        marks.append(claim.modality.value)
    if claim.speaker is not None:
        marks.append(f"per {entities[claim.speaker.entity].name}")
    elif claim.modality is Modality.ASSERTED:
        marks.append("stated")
    return ", ".join(marks)
