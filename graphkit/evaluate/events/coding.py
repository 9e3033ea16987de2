"""How coders of PLOVER label a sentence: what isn't simply done, and what is told only in passing.

The taxonomy (CAMEO's codes 03, 12 and 13, and 01 and 02, which are no events) codes an intention to cooperate as
AGREE, a refusal to as REJECT, an announced act of force as THREATEN; demands, speculation, purposes and claims of
responsibility are statements. One label a sentence means that what a subordinate clause recalls is background.
The graph keeps each act with its own type and flags; here a claim is given the type a coder would.
"""

from collections.abc import Mapping, Sequence

from graphkit.model import Claim, Modality, Polarity

COOPERATION = frozenset({"AGREE", "AID", "CONCEDE", "CONSULT", "COOPERATE", "RETREAT", "SUPPORT"})
FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "SANCTION"})
HANGING = frozenset({"participle after a noun", "relative clause"})
"""Rules of clauses that say more of a thing."""
UNTOLD = HANGING | {"adverbial clause", "purpose"}
"""Rules of clauses that say when, why or what for something is done, or of which thing the sentence speaks."""
GOVERNING = "governing act"
"""The rule of acts that a chain of verbs begins with."""
NOMINAL = "nominal event"
"""The rule of events told by a noun."""
DEEDS = COOPERATION - {"AGREE", "SUPPORT"}


def coded(claim: Claim, types: Mapping[str, str]) -> str | None:
    """The type a coder gives a claim; None where it is no event."""
    kind = types.get(claim.relation)
    if kind is None or claim.rule in UNTOLD or claim.modality is Modality.ORDERED:
        return None
    if claim.polarity is Polarity.NEGATED:
        return "REJECT" if kind in COOPERATION else None
    if claim.modality is Modality.PLANNED:
        return "AGREE" if kind in DEEDS else "THREATEN" if kind in FORCE else kind
    if claim.modality is not Modality.ASSERTED or (kind in FORCE and _own_word(claim)):
        return None
    return kind


def _own_word(claim: Claim) -> bool:
    """*The rebels claimed they had attacked the base*."""
    return claim.speaker is not None and claim.speaker.entity == claim.subject.entity


def plain(claim: Claim, types: Mapping[str, str]) -> str | None:
    """A claim's own type, whatever its flags."""
    return types.get(claim.relation)


def told(claims: Sequence[Claim], types: Mapping[str, str]) -> frozenset[str]:
    """Ids of claims that another event tells: what is agreed or refused, the attack that is condemned."""
    events = [claim for claim in claims if claim.relation in types]
    ids = {claim.id for claim in events}
    return frozenset(
        claim.id
        for claim in claims
        if claim.content_of in ids
        or any(governed(claim, by=event) or _inside(claim, event) for event in events)
    )


def _inside(claim: Claim, event: Claim) -> bool:
    """*condemned Japan's attack on China*."""
    if claim.rule != NOMINAL or event.rule == NOMINAL or claim.sentence != event.sentence:
        return False
    return event.start <= claim.start and claim.end <= event.end


def governed(claim: Claim, by: Claim) -> bool:
    """*refused to sign* is one predicate, whose first verb is an act of its own."""
    if claim.rule == GOVERNING or by.rule != GOVERNING or claim.sentence != by.sentence:
        return False
    words, first = claim.predicate.spans, by.predicate.spans
    return words[0].start <= first[0].start and first[-1].end <= words[-1].end
