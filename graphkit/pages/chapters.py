"""A dossier in chapters: what is fact, what is denied, what is only planned, never mixed; by theme, then by time."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from graphkit.model.dossier import Dossier, ToldClaim
from graphkit.ontology import Family, Ontology, Quad

THEMES = {
    Quad.MATERIAL_CONFLICT: "Force, coercion and attack",
    Quad.VERBAL_CONFLICT: "Demands, threats and refusals",
    Quad.MATERIAL_COOPERATION: "Aid and concessions",
    Quad.VERBAL_COOPERATION: "Talks and agreements",
}
SPEECH, STRUCTURE, OTHER = "Words", "Offices, membership and other ties", "Other"
ORDER = (*THEMES.values(), SPEECH, STRUCTURE, OTHER)


@dataclass(frozen=True, slots=True)
class Theme:
    title: str
    claims: tuple[ToldClaim, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """claims: how many, over all themes."""

    title: str
    meaning: str
    themes: tuple[Theme, ...]

    @property
    def claims(self) -> int:
        return sum(len(theme.claims) for theme in self.themes)


@dataclass(frozen=True, slots=True)
class Dispute:
    """A deed some affirm and others deny, side by side."""

    affirmed: tuple[ToldClaim, ...]
    denied: tuple[ToldClaim, ...]


@dataclass(frozen=True, slots=True)
class Chapters:
    """Each claim stands in one chapter; disputes and contradictions show some of them again, side by side."""

    disputes: tuple[Dispute, ...]
    contradictions: tuple[ToldClaim, ...]
    chapters: tuple[Chapter, ...]


def chapters(dossier: Dossier, ontology: Ontology) -> Chapters:
    """The claims of a dossier where a reader looks for them."""
    placed: dict[str, list[ToldClaim]] = defaultdict(list)
    for claim in dossier.claims:
        placed[_place(claim)].append(claim)
    name = dossier.name
    titles = (
        (
            "does",
            f"What {name} does",
            "Told as fact: by an article in its own voice, or by someone who is named.",
        ),
        ("suffers", f"What is done to {name}", "Told as fact, with someone else acting."),
        ("says", f"What {name} says", "Of others and of itself; what it says is not thereby so."),
        ("named", f"Where else {name} is named", "As a place, a topic or an aside."),
        (
            "denied",
            "Denied",
            "What did not happen, or of which someone says so. Never to be read as having happened.",
        ),
        (
            "open",
            "Possible, planned, demanded, conditional",
            "What may be, is to be, is asked for, or hangs on an if.",
        ),
    )
    made = (Chapter(title, meaning, _themes(placed[key], ontology)) for key, title, meaning in titles)
    disputes = _disputes(dossier.claims, ontology)
    shown = {claim.id for dispute in disputes for claim in (*dispute.affirmed, *dispute.denied)}
    against = (claim for claim in dossier.claims if claim.contradicts and claim.id not in shown)
    return Chapters(
        disputes=disputes,
        contradictions=tuple(_in_time(against)),
        chapters=tuple(chapter for chapter in made if chapter.claims),
    )


def _place(claim: ToldClaim) -> str:
    if claim.polarity == "negated":
        return "denied"
    if claim.modality != "asserted":
        return "open"
    by_role = (("SAID_BY", "says"), ("SUBJECT", "does"), ("OBJECT", "suffers"))
    return next((place for role, place in by_role if role in claim.roles), "named")


def _themes(claims: Iterable[ToldClaim], ontology: Ontology) -> tuple[Theme, ...]:
    found: dict[str, list[ToldClaim]] = defaultdict(list)
    for claim in claims:
        found[theme(claim.relation, ontology)].append(claim)
    return tuple(Theme(title, tuple(_in_time(found[title]))) for title in ORDER if title in found)


def theme(relation: str, ontology: Ontology) -> str:
    """What kind of thing a relation tells of; a relation the ontology no longer has is of the last kind."""
    declared = ontology.relations.get(relation)
    if declared is None:
        return OTHER
    if declared.quad is not None:
        return THEMES[declared.quad]
    return {Family.SPEECH: SPEECH, Family.STRUCTURE: STRUCTURE}.get(declared.family, OTHER)


def deed(claim: ToldClaim, ontology: Ontology) -> tuple[str, str, str]:
    """What a denial shares with what it denies: who, what, whom; an event by its type, anything else by its words."""
    declared = ontology.relations.get(claim.relation)
    typed = declared is not None and declared.quad is not None
    return claim.subject, claim.relation if typed else claim.predicate, claim.object or ""


def _disputes(claims: Iterable[ToldClaim], ontology: Ontology) -> tuple[Dispute, ...]:
    deeds: dict[tuple[str, str, str], list[ToldClaim]] = defaultdict(list)
    for claim in claims:
        deeds[deed(claim, ontology)].append(claim)
    found = []
    for what in sorted(deeds):
        affirmed = [
            claim for claim in deeds[what] if claim.polarity == "affirmed" and claim.modality == "asserted"
        ]
        denied = [
            claim for claim in deeds[what] if claim.polarity == "negated" and claim.modality == "asserted"
        ]
        if affirmed and denied:
            found.append(Dispute(tuple(_in_time(affirmed)), tuple(_in_time(denied))))
    return tuple(found)


def _in_time(claims: Iterable[ToldClaim]) -> list[ToldClaim]:
    """The undated last."""
    return sorted(claims, key=lambda claim: (not claim.day, claim.day, claim.name, claim.id))
