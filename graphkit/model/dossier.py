"""All that a graph knows of an actor, for one who wants to read it: claims with their quotes, unsorted."""

from dataclasses import dataclass

from graphkit.model.told_time import told_time


@dataclass(frozen=True, slots=True)
class Quote:
    """One piece of evidence. published: ISO date or date-time, or None."""

    text: str
    article: str
    url: str | None = None
    publisher: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class ToldClaim:
    """A claim as the graph has it.

    roles: how the actor takes part: SUBJECT, OBJECT, SAID_BY, ABOUT, PLACE. speakers: by name.
    happened: ISO date or interval of the event, as exact as it is known; began: its first day. None where unknown.
    subject, object: ids.
    contradicts: names of the claims it contradicts. quotes: the earliest first.
    """

    id: str
    name: str
    relation: str
    polarity: str
    modality: str
    roles: frozenset[str]
    speakers: tuple[str, ...]
    happened: str | None
    began: str | None
    subject: str
    predicate: str
    object: str | None
    origins: int
    quotes: tuple[Quote, ...]
    contradicts: tuple[str, ...] = ()

    @property
    def published(self) -> str:
        """The day it was first published; empty where nobody knows."""
        return min((quote.published for quote in self.quotes if quote.published), default="")[:10]

    @property
    def day(self) -> str:
        """By which it is put in order: when it began, else when it was first published."""
        return self.began or self.published

    @property
    def when(self) -> str:
        """As `day`, in words and no more exact than it is known."""
        return told_time(self.happened) if self.happened else self.published


@dataclass(frozen=True, slots=True)
class Dossier:
    """names: what else it is called. ids: of everyone who is meant."""

    name: str
    kind: str
    ids: tuple[str, ...]
    names: tuple[str, ...]
    claims: tuple[ToldClaim, ...]
