"""What is possible of the past, or alleged, in words that keep its tense: *may have shelled*, *allegedly shelled*."""

from itertools import pairwise

from graphkit.model import Claim, Modality, Polarity

ACCUSATION = "ACCUSE"
"""The relation whose content is what somebody is accused of."""
LEADING = frozenset({"had", "has", "have", "was", "were", "been", "did"})
PASSIVE = frozenset({"was", "were", "been"})
MODALS = frozenset({"may", "might", "could"})
HEDGES = frozenset(
    ("allegedly", "reportedly", "possibly", "perhaps", "supposedly", "apparently", "probably", "presumably",
     "purportedly", "likely", "maybe")
)  # fmt: skip
HELD = frozenset(
    ("accused", "suspected", "believed", "thought", "said", "reported", "alleged", "rumored", "rumoured", "feared",
     "presumed", "known", "understood")
)  # fmt: skip
"""Participles that leave it to others: *is accused of laundering*, *is believed to have sent*."""
BE = frozenset({"is", "are", "was", "were", "been"})


def doubted(claim: Claim, outer: Claim | None) -> str | None:
    """The verb of a claim that is affirmed and possible; None where an auxiliary before its lemma says it as well.

    outer: the claim that it is the content of.
    """
    if claim.polarity is not Polarity.AFFIRMED or claim.modality is not Modality.POSSIBLE:
        return None
    words = claim.predicate.text.lower().split()
    if not words or _hedged(words):
        return claim.predicate.text or None
    accused = outer is not None and outer.relation == ACCUSATION
    if words[0].endswith("ing") and not claim.predicate.lemma.startswith(words[0]):
        return f"is accused of {claim.predicate.text}" if accused else None
    if not _told_of_the_past(words, claim.predicate.lemma.split()):
        return None
    first, _, rest = claim.predicate.text.partition(" ")
    doubt = "allegedly" if accused else "possibly"
    return f"{first} {doubt} {rest}" if words[0] in LEADING and rest else f"{doubt} {claim.predicate.text}"


def _hedged(words: list[str]) -> bool:
    """Whether the article's own words say that it isn't sure, in the tense it has."""
    if not HEDGES.isdisjoint(words) or (words[0] in MODALS and "have" in words[1:]):
        return True
    return any(one in BE and after in HELD for one, after in pairwise(words))


def _told_of_the_past(words: list[str], lemma: list[str]) -> bool:
    """*shelled*, *had shelled*, *was hostile*: no more than the act itself in a past form."""
    verbs = [word for word in words if not word.endswith("ly")]
    rest = list(verbs)
    while rest and rest[0] in LEADING and len(rest) > 1:
        rest.pop(0)
    leading = verbs[: len(verbs) - len(rest)]
    if lemma[:1] == ["be"]:
        return len(rest) == len(lemma) - 1 and bool(leading)
    if len(rest) != len(lemma) or not PASSIVE.isdisjoint(leading):
        return False
    return bool(leading) or rest[0] not in {lemma[0], f"{lemma[0]}s", f"{lemma[0]}es", f"{lemma[0][:-1]}ies"}


__all__ = ["doubted"]
