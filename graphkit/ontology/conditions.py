"""What stands beside a predicate, and what a sense asks of it."""

from dataclasses import dataclass
from functools import cached_property

OF_NAMES = ("Organization", "Person")
"""What a name may be that nobody knows."""
ANYTHING = "-"
"""In a condition: whatever stands there."""
NOTHING = "nothing"
"""In a condition on the object: there is none."""
TOPIC = "topic"
"""Before what the whole article is about, as if it were a preposition: "topic sport"."""


@dataclass(frozen=True)
class Part:
    """What stands as subject, object or argument.

    lemma: of the head, in lower case. kinds: the entity kinds it may be of. preposition: before an argument.
    named: it is a name, even where nobody knows whose.
    modifiers: words before the head, in lower case ("legal" of *legal action*).
    """

    lemma: str
    kinds: tuple[str, ...] = ()
    preposition: str = ""
    named: bool = False
    modifiers: tuple[str, ...] = ()

    @cached_property
    def answers(self) -> frozenset[str]:
        """Every word of a condition that it meets."""
        last = self.lemma.rsplit(" ", 1)[-1]
        heads = {self.lemma, last, *(f"{word} {last}" for word in self.modifiers)}
        kinds = self.kinds or (OF_NAMES if self.named else ())
        before = {f"{self.preposition} {head}" for head in (*heads, *kinds, ANYTHING)}
        return frozenset({ANYTHING, *kinds, *heads, *before})


@dataclass(frozen=True, slots=True)
class Condition:
    """What a slot must hold: a head, a kind, either of them after a preposition, or anything; one of them will do."""

    words: frozenset[str]

    def met(self, part: Part | None) -> bool:
        """As `met_by`, or where nothing stands there and nothing must."""
        return NOTHING in self.words if part is None else self.met_by(part)

    def met_by(self, part: Part) -> bool:
        return not self.words.isdisjoint(part.answers)
