"""What stands beside a predicate, and what a sense asks of it."""

from dataclasses import dataclass

OF_NAMES = ("Organization", "Person")
"""What a name may be that nobody knows."""
ANYTHING = "-"
"""In a condition: whatever stands there."""
NOTHING = "nothing"
"""In a condition on the object: there is none."""
TOPIC = "topic"
"""Before what the whole article is about, as if it were a preposition: "topic sport"."""


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Condition:
    """What a slot must hold: a head, a kind, either of them after a preposition, or anything; one of them will do."""

    words: frozenset[str]

    def met(self, part: Part | None) -> bool:
        """As `met_by`, or where nothing stands there and nothing must."""
        return NOTHING in self.words if part is None else self.met_by(part)

    def met_by(self, part: Part) -> bool:
        last = part.lemma.rsplit(" ", 1)[-1]
        heads = {part.lemma, last, *(f"{word} {last}" for word in part.modifiers)}
        kinds = part.kinds or (OF_NAMES if part.named else ())
        before = {f"{part.preposition} {head}" for head in (*heads, *kinds, ANYTHING)}
        return not self.words.isdisjoint({ANYTHING, *kinds, *heads, *before})
