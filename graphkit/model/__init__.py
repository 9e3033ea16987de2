"""What passes between the stages: frozen values without behaviour of their own."""

from graphkit.model.article import Article
from graphkit.model.digest import digest
from graphkit.model.event import Event
from graphkit.model.extraction import (
    Claim,
    ClaimArgument,
    ClaimEnd,
    Entity,
    EntityMention,
    Extraction,
    claim_id,
)
from graphkit.model.flags import Modality, Polarity
from graphkit.model.identity import MACHINE, Decision, EntityProfile, Side, Verdict
from graphkit.model.reading import Argument, Cue, Mention, Phrase, Predicate, Reading, Rejected, Span, Triple

__all__ = [
    "MACHINE",
    "Argument",
    "Article",
    "Claim",
    "ClaimArgument",
    "ClaimEnd",
    "Cue",
    "Decision",
    "Entity",
    "EntityMention",
    "EntityProfile",
    "Event",
    "Extraction",
    "Mention",
    "Modality",
    "Phrase",
    "Polarity",
    "Predicate",
    "Reading",
    "Rejected",
    "Side",
    "Span",
    "Triple",
    "Verdict",
    "claim_id",
    "digest",
]
