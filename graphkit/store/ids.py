"""Ids and keys the store adds to those of the model: digests all, so that loading twice finds the same."""

from graphkit.model import Claim, Extraction, claim_id, digest


def publisher_id(name: str) -> str:
    """By its name, spacing aside."""
    return digest("p", [" ".join(name.split())])


def name_id(
    entity: str,
    name: str,
    *,
    canonical: bool,
    kind: str | None,
    wikidata: str | None,
    country: str | None = None,
    sector: str | None = None,
) -> str:
    """By whose name it is and all it says of its bearer; as in the first release where it says no more than then."""
    more = [country, sector] if country is not None or sector is not None else []
    return digest("n", [entity, name, canonical, kind, wikidata, *more])


def evidence_key(claim: str, article: str, start: int, end: int) -> str:
    """By claim and place."""
    return digest("ev", [claim, article, start, end])


def edge_key(relation: str, subject: str, object_: str, predicate: str | None) -> str:
    """By type and ends; by predicate too where the relation is the fallback, which says nothing by itself."""
    return digest("r", [relation, subject, object_, predicate])


def matter_id(said: str, subject: str, object_: object, passive: bool) -> str:
    """Of what a claim affirms or denies. said: its relation, or its predicate where that says more."""
    return digest("mt", [said, subject, object_, passive])


def seat_id(predicate: str, of: str) -> str:
    """Of an office only one can hold at a time: what it is, and of what."""
    return digest("st", [predicate, of])


def content_ids(extraction: Extraction) -> dict[str, tuple[str, ...]]:
    """For each claim with content, the ids of the claims that are its content, sorted."""
    contents: dict[str, set[str]] = {}
    for claim in extraction.claims:
        if claim.content_of is not None:
            contents.setdefault(claim.content_of, set()).add(claim.id)
    return {parent: tuple(sorted(children)) for parent, children in contents.items()}


def digest_of(claim: Claim, contents: tuple[str, ...]) -> str:
    """The id the claim must have."""
    return claim_id(
        subject=claim.subject.entity,
        predicate=claim.predicate.lemma,
        object_=None if claim.object is None else claim.object.entity,
        polarity=claim.polarity,
        modality=claim.modality,
        speaker=None if claim.speaker is None else claim.speaker.entity,
        happened=claim.happened,
        contents=contents,
    )
