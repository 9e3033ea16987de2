"""What follows a verb: prepositional phrases, adverbs, nouns of time; each one argument of the claim."""

from dataclasses import dataclass

from graphkit.nlp.grammar import NOUNS
from graphkit.nlp.phrases import bounds, leftmost, rightmost, trimmed
from graphkit.nlp.tree import Word

PREPOSITIONAL = frozenset({"prep", "agent", "dative"})


@dataclass(frozen=True, slots=True)
class Complement:
    """One complement, from its first to its last word.

    words: its preposition ("out of"). noun: the one it governs, if any.
    clause: the verb it governs, where it holds a clause ("by sending troops", "after he left").
    """

    first: Word
    last: Word
    words: tuple[Word, ...] = ()
    noun: Word | None = None
    clause: Word | None = None

    @property
    def preposition(self) -> str:
        """In lower case: "out of"; empty where there's none."""
        return " ".join(word.low for word in self.words)


def complement(word: Word) -> Complement | None:
    """The complement that `word`, a dependent of a verb, introduces; None for what isn't one."""
    if word.dep in PREPOSITIONAL and word.pos not in NOUNS:
        return _prepositional(word)
    if word.dep == "oprd" and word.pos in NOUNS:
        # *called the report a lie*
        first, last = bounds(word, whole=True)
        return Complement(first, last, noun=word)
    if word.dep in {"npadvmod", "advmod", "tmod"}:
        if word.pos in NOUNS:
            first, last = bounds(word, whole=True)
            return Complement(first, last, noun=word)
        return _adverb(word)
    return None


def _prepositional(word: Word) -> Complement | None:
    words = [word]
    while True:
        inner = next((w for w in words[-1].right if w.dep in {"prep", "pobj", "pcomp"}), None)
        if inner is None or inner.dep != "prep":
            break
        words.append(inner)
    if inner is None:
        return None
    if inner.dep == "pcomp" and inner.pos not in NOUNS:
        first, last = trimmed(word, rightmost(inner), word.subtree())
        return Complement(first, last, tuple(words), clause=inner)
    first, last = bounds(inner, whole=True)
    return Complement(min(word, first, key=lambda w: w.i), last, tuple(words), noun=inner)


def _adverb(word: Word) -> Complement | None:
    if word.tag == "WRB" or word.dep == "neg":
        return None
    inner = next((w for w in word.right if w.dep == "prep"), None)
    noun = next((w for w in inner.right if w.dep == "pobj"), None) if inner is not None else None
    if inner is None or noun is None:
        return Complement(leftmost(word), rightmost(word))
    return Complement(leftmost(word), bounds(noun, whole=True)[1], (word, inner), noun)
