"""What resolve makes of a reading, and what the store writes: entities and claims with their evidence.

The JSON form of an `Extraction` is contract A of the design: see `graphkit.model.record`.
"""

from dataclasses import dataclass

from graphkit.model.article import Article
from graphkit.model.digest import digest
from graphkit.model.event import Event
from graphkit.model.flags import Modality, Polarity
from graphkit.model.reading import Predicate, Rejected, Span


@dataclass(frozen=True, slots=True)
class EntityMention:
    """Characters that refer to an entity.

    kind: "name", "nominal" or "pronoun". A name in a longer noun phrase ("US President Joe Biden") is mentioned
        twice: by name, and as a nominal that is the whole phrase.
    chain: mentions with one number corefer in the article; it parts what shares a Concept ("a demand" of two
        parties). None where nobody has looked.
    """

    start: int
    end: int
    kind: str
    chain: int | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something in the world.

    id: `wd:Q7184` for a Wikidata item, `k:demand` for a Concept, `e:` and a digest for what no
        gazetteer knows, `u:` and a digest for a pronoun the article doesn't resolve.
    type: an entity kind of the ontology.
    country: id of the country it is of or lies in. sector: what part of public life it belongs to ("military"), of
        those in `config/sectors.yaml`. Both None where unknown.
    """

    id: str
    name: str
    type: str
    wikidata: str | None = None
    mentions: tuple[EntityMention, ...] = ()
    country: str | None = None
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimEnd:
    """Subject, object or speaker of a claim: the words, and the id of the entity they refer to."""

    text: str
    start: int
    end: int
    entity: str


@dataclass(frozen=True, slots=True)
class ClaimArgument:
    """A further argument of a claim: `text` with its preposition, `head` without it where they differ.

    entity: id of the entity it refers to, or None. value: ISO date or interval, or number with unit, or None.
    """

    role: str
    text: str
    start: int
    end: int
    head: str | None = None
    entity: str | None = None
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A triple whose ends are entities, at one place of one article.

    Claims that say the same have the same id, whichever article or sentence they stand in: see `claim_id`.
    relation: a relation of the ontology. rule: name of the language rule that made it.
    mode: the way an event happened, one of its relation's modes, or None.
    passive: the subject is who it is done to, and nobody is said to do it ("Smith was arrested").
    event: what it tells of, which other claims may tell of too; None where it tells of none, or it isn't clear which.
    """

    id: str
    sentence: int
    start: int
    end: int
    subject: ClaimEnd
    predicate: Predicate
    object: ClaimEnd | None
    arguments: tuple[ClaimArgument, ...]
    relation: str
    polarity: Polarity
    modality: Modality
    speaker: ClaimEnd | None
    cue: Span | None
    content_of: str | None
    confidence: float
    rule: str
    mode: str | None = None
    passive: bool = False
    event: Event | None = None

    @property
    def happened(self) -> str | None:
        """ISO value of its first time argument, or None."""
        return next((a.value for a in self.arguments if a.role == "time" and a.value), None)


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read in one article. extractor: program, version, pipeline, version.

    rejected: candidates that became no claim; of them the graph keeps nothing.
    """

    extractor: str
    article: Article
    sentences: tuple[Span, ...]
    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]
    rejected: tuple[Rejected, ...] = ()


def claim_id(
    *,
    subject: str,
    predicate: str,
    object_: str | None,
    polarity: Polarity,
    modality: Modality,
    speaker: str | None,
    happened: str | None,
    contents: tuple[str, ...] = (),
) -> str:
    """Digest of what makes a claim this claim.

    These are the entity ids, the predicate's lemma, polarity, modality, speaker, event date, and the
    ids of the claims that are its content ("Blinken said ..." twice, of two things, is two claims).
    """
    return digest(
        "c", [subject, predicate, object_, polarity, modality, speaker, happened, sorted(set(contents))]
    )
