"""Who does an event, and to whom: a claim's ends, or whoever its further arguments and its content name."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graphkit.model import Claim, ClaimArgument, Span

ADDRESSED = ("recipient", "company", "target")
"""Roles of those an act is for, with or against, whatever its object is."""
CONCERNED = ("destination", "source", "topic", "place", "purpose", "about", "other", "time")
"""Roles where whom it concerns may stand, if it is somebody or a place."""
CONCEPT = "k:"
"""Ids of Concepts begin with it."""
ACTORS = frozenset({"Country", "Group", "Organization", "Person", "Place"})


@dataclass(frozen=True, slots=True)
class Party:
    """The words of one side, and the entity they refer to. somebody: an actor or a place."""

    text: str
    entity: str | None
    somebody: bool = False


Sides = tuple[Party | None, Party | None]
"""Source and target."""


def joined(together: Sequence[Sides]) -> tuple[list[Party], list[Party]]:
    """All sources and all targets; *Jordan and Britain signed a pact*: the others are the first one's targets."""
    sources = list(dict.fromkeys(source for source, _ in together if source is not None))
    targets = list(dict.fromkeys(target for _, target in together if target is not None))
    if len(sources) > 1 and not any(target.somebody for target in targets):
        return sources[:1], [*sources[1:], *targets]
    return sources, targets


def parties(
    claim: Claim, contents: Iterable[Claim], describing: Iterable[Claim], kinds: Mapping[str, str]
) -> Sides:
    """Source and target; None where nobody is named.

    contents: claims that are the content of this one. describing: those that say more of its object.
    kinds: type of each entity, where it is somebody or a place.
    """
    subject = Party(claim.subject.text, claim.subject.entity, somebody=True)
    if claim.passive:
        return _agent(claim, kinds), subject
    object_ = None
    if claim.object is not None:
        somebody = kinds.get(claim.object.entity) in ACTORS
        object_ = Party(claim.object.text, claim.object.entity, somebody)
    if object_ is not None and object_.somebody and not _moved(claim):
        return subject, object_
    return subject, (
        _beside(claim, object_, kinds)
        or _described(claim, describing, kinds)
        or _acting(contents)
        or object_
        or _any(claim)
    )


def _moved(claim: Claim) -> bool:
    """*sent troops to the border*, *withdrew peacekeepers from Sinai*: it is done to where they are moved."""
    things = claim.object is not None and claim.object.entity.startswith(CONCEPT)
    return things and (claim.relation == "MOBILIZE" or claim.mode == "withdraw")


def _agent(claim: Claim, kinds: Mapping[str, str]) -> Party | None:
    """*was released from prison by a court*; else where it was done, as whoever governs there."""
    by = [one for one in claim.arguments if one.text.lower().startswith("by ") and one.entity]
    if by:
        return Party(by[0].head or by[0].text, by[0].entity, somebody=True)
    return next(
        (Party(one.head or one.text, one.entity, True) for one in _named(claim, ("place",), kinds)), None
    )


def _beside(claim: Claim, object_: Party | None, kinds: Mapping[str, str]) -> Party | None:
    """Whoever is addressed; *condemned a US decision*: the decision, for its owner's sake; else whom it concerns."""
    addressed = [one for role in ADDRESSED for one in claim.arguments if one.role == role and one.entity]
    if addressed:
        return Party(addressed[0].head or addressed[0].text, addressed[0].entity, somebody=True)
    if object_ is not None and claim.object is not None:
        place = Span(claim.object.start, claim.object.end)
        if any(_within(one, place) for one in _named(claim, ("about",), kinds)):
            return Party(object_.text, object_.entity, somebody=True)
    concerned = next(_named(claim, CONCERNED, kinds), None)
    return Party(concerned.head or concerned.text, concerned.entity, True) if concerned else None


def _named(claim: Claim, roles: Sequence[str], kinds: Mapping[str, str]) -> Iterator[ClaimArgument]:
    """Arguments that are, or have inside, somebody who isn't the subject or part of it."""
    subject = Span(claim.subject.start, claim.subject.end)
    others = [
        one
        for one in claim.arguments
        if kinds.get(one.entity or "") in ACTORS
        and one.entity != claim.subject.entity
        and not _within(one, subject)
    ]
    for role in roles:
        for one in claim.arguments:
            if one.role == role and any(_within(other, Span(one.start, one.end)) for other in others):
                yield one


def _within(one: ClaimArgument, place: Span) -> bool:
    return place.start <= one.start and one.end <= place.end


def _described(claim: Claim, describing: Iterable[Claim], kinds: Mapping[str, str]) -> Party | None:
    """*dismissed the protest filed by the candidate*, *passed a resolution criticizing the mayor*."""
    for other in describing:
        for end in (other.subject, other.object):
            if end is None or claim.object is None or end.start == claim.object.start:
                continue
            named = kinds.get(end.entity) in ACTORS and not end.entity.startswith(CONCEPT)
            if named and end.entity != claim.subject.entity:
                return Party(end.text, end.entity, somebody=True)
    return None


def _acting(contents: Iterable[Claim]) -> Party | None:
    """*demanded that the minister resign*, *allowed inspectors to enter*: whoever is to act."""
    return next((Party(one.subject.text, one.subject.entity, somebody=True) for one in contents), None)


def _any(claim: Claim) -> Party | None:
    roles = (*ADDRESSED, *(role for role in CONCERNED if role != "about"))
    found = next((one for role in roles for one in claim.arguments if one.role == role), None)
    return None if found is None else Party(found.head or found.text, found.entity)
