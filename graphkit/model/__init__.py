"""What passes between the stages: frozen values without behaviour of their own."""

from graphkit.model.article import Article
from graphkit.model.digest import digest
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
from graphkit.model.reading import Argument, Mention, Phrase, Predicate, Reading, Span, Triple

__all__ = [
    "Argument",
    "Article",
    "Claim",
    "ClaimArgument",
    "ClaimEnd",
    "Entity",
    "EntityMention",
    "Extraction",
    "Mention",
    "Modality",
    "Phrase",
    "Polarity",
    "Predicate",
    "Reading",
    "Span",
    "Triple",
    "claim_id",
    "digest",
]
