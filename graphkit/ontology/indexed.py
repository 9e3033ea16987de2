"""A sense made ready to be asked."""

from collections.abc import Iterator
from dataclasses import dataclass

from graphkit.ontology.classes import spelt_out
from graphkit.ontology.conditions import ANYTHING, Condition, Part
from graphkit.ontology.declared import Ontology, Sense


@dataclass(frozen=True, slots=True)
class Meaning:
    """A relation, and the mode of the event where the sense tells."""

    relation: str
    mode: str | None = None


@dataclass(frozen=True, slots=True)
class Indexed:
    """A sense ready to be asked. actor: who can do it, where `subject` doesn't say."""

    meaning: Meaning
    actor: Condition | None
    subject: Condition | None
    object: Condition | None
    with_: Condition | None

    @property
    def weight(self) -> int:
        """How much must hold; what is done to weighs more than who does it, that there is something least."""
        slots = ((self.object, 4), (self.with_, 4), (self.subject, 2))
        return sum(1 if ANYTHING in slot.words else weight for slot, weight in slots if slot is not None)

    @property
    def width(self) -> int:
        """How many words would do: of two senses with as many conditions the narrower one is meant."""
        return sum(len(slot.words) for slot in (self.subject, self.object, self.with_) if slot is not None)

    def fits(self, subject: Part | None, object_: Part | None, arguments: tuple[Part, ...]) -> bool:
        return (
            self._possible(subject)
            and (self.subject is None or (subject is not None and self.subject.met_by(subject)))
            and (self.object is None or self.object.met(object_))
            and (self.with_ is None or any(self.with_.met_by(argument) for argument in arguments))
        )

    def _possible(self, subject: Part | None) -> bool:
        """Nobody is said to act, or somebody who can; a name of unknown kind may be anybody's."""
        if self.actor is None or self.subject is not None or subject is None:
            return True
        return (subject.named and not subject.kinds) or self.actor.met_by(subject)


def indexed(relation: str, sense: Sense, ontology: Ontology) -> Indexed:
    def condition(items: tuple[str, ...]) -> Condition | None:
        spelt = {form for item in items for form in _forms(item, ontology)}
        return Condition(frozenset(spelt)) if items else None

    return Indexed(
        Meaning(relation, sense.mode),
        condition(ontology.relations[relation].subject),
        condition(sense.subject),
        condition(sense.object),
        condition(sense.with_),
    )


def _forms(item: str, ontology: Ontology) -> Iterator[str]:
    """ "on @place" as "on city", "on village" ..."""
    before, _, last = item.rpartition(" ")
    for word in spelt_out(last, ontology.words):
        yield f"{before} {word}" if before else word
