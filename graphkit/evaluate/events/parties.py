"""Who does an event, and to whom: a claim's ends, or whoever its further arguments name."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graphkit.model import Claim, ClaimArgument

ROLES = ("recipient", "company", "target", "destination", "source", "topic", "about", "other", "place", "purpose")
"""Where what it is done to may stand when the object is no actor, the likeliest first."""
ACTORS = frozenset({"Country", "Group", "Organization", "Person", "Place"})


@dataclass(frozen=True, slots=True)
class Party:
    """The words of one side, and the entity they refer to."""

    text: str
    entity: str | None


Sides = tuple[Party | None, Party | None]
"""Source and target."""


def joined(together: Sequence[Sides]) -> tuple[list[Party], list[Party]]:
    """All sources and all targets; *Jordan and Britain agreed*: the others are the first one's targets."""
    sources = list(dict.fromkeys(source for source, _ in together if source is not None))
    targets = list(dict.fromkeys(target for _, target in together if target is not None))
    if len(sources) > 1 and not targets:
        return sources[:1], sources[1:]
    return sources, targets


def parties(claim: Claim, kinds: Mapping[str, str]) -> Sides:
    """Source and target; None where nobody is named. kinds: type of each entity."""
    subject = Party(claim.subject.text, claim.subject.entity)
    if claim.passive:
        return _named(claim, kinds, ("place",)), subject
    object_ = None if claim.object is None else Party(claim.object.text, claim.object.entity)
    if object_ is not None and kinds.get(object_.entity or "") in ACTORS:
        return subject, object_
    inside = _inside(claim, object_)
    return subject, inside or _named(claim, kinds, ROLES) or object_ or _any(claim)


def _inside(claim: Claim, object_: Party | None) -> Party | None:
    """*condemned a US decision*: whose decision it is stands inside the object, which is the target as a whole."""
    if object_ is None or claim.object is None:
        return None
    inside = [
        one
        for one in claim.arguments
        if one.role == "about" and claim.object.start <= one.start and one.end <= claim.object.end
    ]
    return object_ if inside else None


def _named(claim: Claim, kinds: Mapping[str, str], roles: tuple[str, ...]) -> Party | None:
    for one in _in_order(claim, roles):
        if kinds.get(one.entity or "") in ACTORS:
            return Party(one.head or one.text, one.entity)
    return None


def _any(claim: Claim) -> Party | None:
    first = next(_in_order(claim, ROLES), None)
    return None if first is None else Party(first.head or first.text, first.entity)


def _in_order(claim: Claim, roles: tuple[str, ...]) -> Iterator[ClaimArgument]:
    for role in roles:
        yield from (one for one in claim.arguments if one.role == role)
