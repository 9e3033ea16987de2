"""Something that happened, as claims tell of it: however many do, it is one."""

from dataclasses import dataclass

from graphkit.model.digest import digest


@dataclass(frozen=True, slots=True)
class Event:
    """What makes an event this event; everything here goes into its id.

    relation: an event of the ontology. act: its mode, else of something said or signed the verb; None where the
        relation tells enough.
    sources: sorted ids of those who did it, of a meeting of all who met. targets: of whom or what it was done to.
    place: id of where, None where unknown or not needed to tell it from others.
    happened: ISO date or interval, None where unknown.
    scope: digest of the words that tell of it, where what is known doesn't tell it from others like it; None
        where it does, so that every article that tells as much means the same event.
    """

    relation: str
    act: str | None
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    place: str | None
    happened: str | None
    scope: str | None

    @property
    def id(self) -> str:
        """Digest of all of it."""
        parts = [self.relation, self.act, list(self.sources), list(self.targets)]
        return digest("event", [*parts, self.place, self.happened, self.scope])

    @property
    def entities(self) -> tuple[str, ...]:
        """Ids of all that take part, and of where."""
        return (*self.sources, *self.targets, *(() if self.place is None else (self.place,)))
