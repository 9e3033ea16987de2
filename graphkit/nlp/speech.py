"""Quotations: which words are quoted, and who says them, also where a quote runs over several sentences.

Inside one sentence the parser's own structure tells who speaks (see `stance`); this finds the rest.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graphkit.nlp.clause import Clause
from graphkit.nlp.quotes import Quote, quotes
from graphkit.nlp.stance.speakers import attributed
from graphkit.nlp.tree import Tree, Word
from graphkit.ontology.cues import Cues

VOICES = frozenset({"say", "believe", "know", "deny", "demand", "promise", "doubt"})


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: the head word, the word that tells so, and its clause where it heads one."""

    speaker: Word
    cue: Word
    clause: Clause | None


def voices(
    trees: Sequence[Tree], clauses: Iterable[Clause], text: str, cues: Cues
) -> dict[int, Voice | None]:
    """For every quoted word of a quotation that holds a clause: who says it, None where nobody is named."""
    scene = _Scene(trees, list(clauses), text, cues)
    found = [quote for quote in quotes(trees, text) if scene.holds_clause(quote)]
    told: list[Voice | None] = []
    for place, quote in enumerate(found):
        voice = scene.beside(quote)
        if voice is None and place and scene.goes_on(found[place - 1], quote):
            voice = told[-1]
        told.append(voice or scene.introduced(quote))
    for place in range(len(found) - 1, 0, -1):
        # A paragraph that leaves its quote open belongs to whoever speaks in the next.
        if told[place - 1] is None and not found[place - 1].closed and found[place].opens:
            told[place - 1] = told[place]
    return {i: voice for quote, voice in zip(found, told, strict=True) for i in quote.places}


@dataclass(slots=True, eq=False)
class _Scene:
    """An article's sentences and clauses, for finding who reports what is near a quotation."""

    trees: Sequence[Tree]
    clauses: list[Clause]
    text: str
    cues: Cues
    heads: frozenset[int] = field(init=False)
    sentence_of: dict[int, Tree] = field(init=False)

    def __post_init__(self) -> None:
        self.heads = frozenset(clause.head.i for clause in self.clauses)
        self.sentence_of = {word.i: tree for tree in self.trees for word in tree.words}

    def holds_clause(self, quote: Quote) -> bool:
        """Whether more than a phrase is quoted."""
        return any(i in self.heads for i in quote.places)

    def beside(self, quote: Quote) -> Voice | None:
        """A reporting clause outside the quote, in the sentence where it ends or begins: the nearest."""
        sentences = [tree for i in (quote.first, quote.last) if (tree := self.sentence_of.get(i)) is not None]
        here = self._in(sentences)
        found = self._nearest(quote, [clause for clause in here if clause.head.i not in quote.places])
        return found or self._according(here)

    def _according(self, clauses: Sequence[Clause]) -> Voice | None:
        """*"A," according to X. "B."*"""
        told = next((one for c in clauses if (one := attributed(c, self.cues)) is not None), None)
        return None if told is None else Voice(*told, None)

    def introduced(self, quote: Quote) -> Voice | None:
        """*X spoke to reporters. "We won't stop."*: the sentence before tells who speaks."""
        here = self.sentence_of.get(quote.first)
        if here is None or not here.number:
            return None
        return self._nearest(quote, self._in([self.trees[here.number - 1]]))

    def goes_on(self, before: Quote, quote: Quote) -> bool:
        """*"A," X said. "B."*, or a paragraph left open: the same speaker goes on."""
        if not before.closed and quote.opens:
            return True
        one, other = self.sentence_of.get(before.last), self.sentence_of.get(quote.first)
        if one is None or other is None:
            return False
        return other.number - one.number <= 1 and "\n" not in self.text[one.end : other.start]

    def _in(self, sentences: Sequence[Tree]) -> list[Clause]:
        return [c for c in self.clauses if any(self.sentence_of[c.head.i] is tree for tree in sentences)]

    def _nearest(self, quote: Quote, clauses: Sequence[Clause]) -> Voice | None:
        found = [(quote.distance(c.head), c.head.i, Voice(who, c.head, c))
                 for c in clauses if (who := self._reporter(c)) is not None]  # fmt: skip
        return min(found, key=lambda one: one[:2])[2] if found else None

    def _reporter(self, clause: Clause) -> Word | None:
        """Who speaks, where the clause reports speech."""
        verb = clause.head
        reports = self.cues.that.get(verb.lemma) in VOICES or verb.lemma in self.cues.quoted
        return clause.subject if reports and not clause.passive else None
