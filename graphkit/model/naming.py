"""A claim as a sentence: what its node is called, so that nobody mistakes a denial for a fact at a glance."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from graphkit.model import Claim, ClaimArgument, ClaimEnd, Entity, Modality, Polarity
from graphkit.model.doubted import ACCUSATION, doubted

LONGEST_PART = 80
"""Characters a name may hold of an object, an argument or a content."""
UNTOLD = frozenset({"time", "manner", "other"})

NOMINAL = "nominal event"
"""The rule for acts that a noun tells."""
AFTER_NOUNS = frozenset(
    ("about", "against", "at", "between", "by", "for", "from", "in", "into", "of", "on", "over", "to", "toward",
     "towards", "with")
)  # fmt: skip
"""Prepositions between such a noun and whom the act is done to."""
ONE = frozenset({"Person", "Organization", "Country", "Place"})
SPOKEN = frozenset({"i", "we", "they", "you"})
AGREEING = {"am": "is", "are": "is", "were": "was", "have": "has", "do": "does"}
"""What *we are* becomes when a name stands for *we*."""
NO = frozenset({"no", "nothing", "nobody", "none", "neither", "never"})
DENIAL = "DENIES"
"""The relation whose content is what isn't so: "denied that it will invade", not "that it will not"."""
PASSIVE = frozenset({"is", "are", "was", "were", "been", "being"})
LOWERED = frozenset(
    ("a", "an", "the", "this", "that", "these", "those", "it", "they", "we", "he", "she", "no", "nothing",
     "his", "her", "its", "our", "their", "another", "some", "one")
)  # fmt: skip
"""Words that lose the capital a sentence began with."""

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


def sentence(
    claim: Claim,
    entities: Mapping[str, Entity],
    content: Claim | None = None,
    outer: Claim | None = None,
) -> str:
    """ "United States rejected a demand (stated)", "Russia may invade Ukraine (possible, per Wendy Sherman)".

    Only what is affirmed and asserted keeps the article's own verb form; anything less gets an auxiliary
    that says so, whatever the article's wording; of the past, one that keeps its tense ("allegedly shelled").
    content: the claim that is its content, or the first of them. outer: the claim that it is the content of.
    """
    if claim.object is None and content is not None:
        if claim.relation == DENIAL:
            content = replace(content, polarity=Polarity.AFFIRMED)
        elif claim.relation == ACCUSATION and content.modality is Modality.POSSIBLE:
            content = replace(content, modality=Modality.ASSERTED)
        completion = f"that {_shortened(_inner(_told(content, entities, _completion(content, entities))))}"
    else:
        completion = _completion(claim, entities)
    told = _told(claim, entities, completion, outer)
    return f"{told[:1].upper()}{told[1:]} ({_standing(claim, entities)})"


def _told(claim: Claim, entities: Mapping[str, Entity], completion: str, outer: Claim | None = None) -> str:
    subject = _words(claim.subject, entities)
    if claim.rule == NOMINAL and claim.polarity is Polarity.AFFIRMED:
        return _noun(claim, subject, completion)
    if plain(claim) and _turned_round(claim):
        by = "" if claim.predicate.text.endswith(" by") else " by"
        return " ".join(f"{completion} {claim.predicate.text}{by} {subject}".split())
    if plain(claim) and _done_to_another(claim):
        receiver = next((one for one in claim.arguments if one.role == "recipient"), None)
        whom = _whom(receiver, entities)
        return " ".join(f"{whom} {claim.predicate.text} {completion} by {subject}".split())
    if plain(claim) and _stands_inside(claim):
        return " ".join(f"{subject} {_around(claim, completion)}".split())
    turned = _turned_round(claim) or _done_to_another(claim)
    verb = (None if turned else doubted(claim, outer)) or _verb(claim, entities)
    return " ".join(f"{subject} {verb} {completion}".split())


def _inner(told: str) -> str:
    """The words of a sentence within another."""
    first, space, rest = told.partition(" ")
    return f"{first.lower()}{space}{rest}" if first.lower() in LOWERED else told


def _noun(claim: Claim, subject: str, completion: str) -> str:
    """*Russia's demand to ban Ukraine*, *sanctions on Putin*: the act is told by a noun."""
    words = claim.predicate.text.split()
    before, last = (words[:-1], words[-1]) if len(words) > 1 and words[-1] in AFTER_NOUNS else (words, "")
    if claim.passive or (claim.object is None and not completion):
        return " ".join([*before, last or "of", subject])
    if before[-1] == completion.partition(" ")[0]:
        before = before[:-1]
    if claim.object is None:
        return " ".join([f"{subject}'s", *before, completion])
    last = "with" if last == "between" else last
    return " ".join([f"{subject}'s", *before, last, completion])


def _stands_inside(claim: Claim) -> bool:
    """NATO *has placed* 8,500 troops *on standby*: the object stands between the pieces of the predicate."""
    spans, end = claim.predicate.spans, claim.object
    return end is not None and any(a.end <= end.start and end.end <= b.start for a, b in pairwise(spans))


def _around(claim: Claim, completion: str) -> str:
    words, spans = claim.predicate.text, claim.predicate.spans
    before = sum(
        span.end - span.start + 1 for span in spans if claim.object and span.end <= claim.object.start
    )
    return f"{words[:before]} {completion} {words[before:]}"


def _completion(claim: Claim, entities: Mapping[str, Entity]) -> str:
    return _further(claim) if claim.object is None else _words(claim.object, entities)


def _further(claim: Claim) -> str:
    """What completes a claim without object: what first follows it with a preposition, if not when or how."""
    end = max((span.end for span in claim.predicate.spans), default=claim.end)
    following = (a for a in claim.arguments if a.role not in UNTOLD and a.head and a.end > end)
    argument = next(following, None)
    if argument is None:
        return ""
    # "meet in" has its preposition already; of a noun it is told with what follows.
    last = claim.predicate.lemma.rpartition(" ")[2]
    repeated = claim.rule != NOMINAL and argument.text.partition(" ")[0].lower() == last
    return _shortened((repeated and argument.head) or argument.text)


def plain(claim: Claim) -> bool:
    """Whether it is affirmed and asserted: what may draw an edge."""
    return claim.polarity is Polarity.AFFIRMED and claim.modality is Modality.ASSERTED


def _verb(claim: Claim, entities: Mapping[str, Entity]) -> str:
    """The predicate with what must be said of its polarity and modality."""
    lemma = claim.predicate.lemma.replace(" - ", "-")
    first_word = claim.predicate.text.lower().partition(" ")[0]
    if plain(claim) or _says_no(claim):
        return _own(claim, lemma, first_word, entities)
    if claim.polarity is Polarity.AFFIRMED:
        return f"{AFFIRMED[claim.modality]} {lemma}"
    if lemma.startswith("be ") and claim.modality is Modality.ASSERTED:
        past = first_word in {"was", "were", "had"}
        return f"{'was' if past else 'is'} not {lemma[3:]}"
    return f"{NEGATED[claim.modality]} {lemma}"


def _own(claim: Claim, lemma: str, first_word: str, entities: Mapping[str, Entity]) -> str:
    """The article's own verb form, made to agree with a name in place of *we* or *I*."""
    words = claim.predicate.text
    if lemma.startswith("be ") and first_word not in COPULAS:
        # An apposition ("his deputy, Wendy Sherman") has no verb of its own.
        return f"is {lemma[3:]}"
    if _lacks_auxiliary(claim):
        return f"is {words}"
    if entities[claim.subject.entity].type in ONE and claim.subject.text.lower() in SPOKEN:
        return AGREEING.get(first_word, first_word) + words[len(first_word) :]
    return words


def _says_no(claim: Claim) -> bool:
    """*has no idea*, *nothing was found*: a word says it already, and "did not have no idea" says the opposite."""
    if claim.polarity is Polarity.AFFIRMED or claim.modality is not Modality.ASSERTED:
        return False
    ends = (claim.subject, claim.object)
    return any(end is not None and end.text.lower().partition(" ")[0] in NO for end in ends)


def _turned_round(claim: Claim) -> bool:
    """Crimea *was annexed* by Russia: object, predicate, subject; read in the order of the text."""
    if claim.object is None or claim.predicate.lemma.startswith("be ") or not claim.predicate.spans:
        return False
    return claim.object.start < claim.predicate.spans[0].start < claim.subject.start


def _done_to_another(claim: Claim) -> bool:
    """Swedbank *was fined* four billion *by Sweden*: whoever acts stands last, and is not who was fined."""
    if claim.object is None or claim.predicate.lemma.startswith("be ") or not claim.predicate.spans:
        return False
    at = claim.predicate.spans[0].start
    words = claim.predicate.text.lower().split()
    return at < claim.object.start < claim.subject.start and any(word in PASSIVE for word in words[:-1])


def _whom(receiver: ClaimArgument | None, entities: Mapping[str, Entity]) -> str:
    if receiver is None:
        return ""
    known = entities.get(receiver.entity or "")
    return receiver.head or receiver.text if known is None or known.type == "Concept" else known.name


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


def _lacks_auxiliary(claim: Claim) -> bool:
    """*sending troops*: a participle alone, since whatever governs it is another claim."""
    first = claim.predicate.text.lower().partition(" ")[0]
    return first.endswith("ing") and not claim.predicate.lemma.startswith(("be ", first))
