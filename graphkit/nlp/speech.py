"""Quotations: which words are quoted, and who says them, also where a quote runs over several sentences.

Inside one sentence the parser's own structure tells who speaks (see `embedding`); this finds the rest.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graphkit.nlp.clauses import Clause
from graphkit.nlp.tree import Tree, Word
from graphkit.ontology.cues import Cues

OPENING = frozenset({"“", "``", "«", "„"})
CLOSING = frozenset({"”", "''", "»"})
STRAIGHT = '"'
VOICES = frozenset({"say", "believe", "know", "deny", "demand", "promise", "doubt"})
SPEAKING = frozenset(
    {"speak", "talk", "ask", "describe", "call", "put", "recall", "continue", "conclude", "ask"}
)


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: the head word, the word that tells so, and its clause where it heads one."""

    speaker: Word
    cue: Word
    clause: Clause | None


@dataclass(frozen=True, slots=True)
class Quote:
    """Words first to last (indices, quotation marks included); opens: the paragraph begins with it."""

    first: int
    last: int
    closed: bool
    opens: bool


def quotes(trees: Sequence[Tree], text: str) -> list[Quote]:
    """The quotations of an article; one left open ends with its paragraph."""
    found: list[Quote] = []
    start: Word | None = None
    begins = True
    before: Word | None = None
    for word in (w for tree in trees for w in tree.words):
        if before is not None and "\n" in text[before.end : word.start]:
            if start is not None:
                found.append(Quote(start.i, before.i, closed=False, opens=begins))
            start = None
            begins_now = True
        else:
            begins_now = before is None
        if word.text in OPENING or (word.text == STRAIGHT and start is None):
            start, begins = word, begins_now
        elif start is not None and (word.text in CLOSING or word.text == STRAIGHT):
            found.append(Quote(start.i, word.i, closed=True, opens=begins))
            start = None
        before = word
    if start is not None and before is not None:
        found.append(Quote(start.i, before.i, closed=False, opens=begins))
    return found


def voices(
    trees: Sequence[Tree], clauses: Iterable[Clause], text: str, cues: Cues
) -> dict[int, Voice | None]:
    """For every quoted word of a quotation that holds a clause: who says it, None where nobody is named."""
    clauses = list(clauses)
    heads = {clause.head.i for clause in clauses}
    sentence_of = {word.i: tree for tree in trees for word in tree.words}
    spoken: dict[int, Voice | None] = {}
    last: Voice | None = None
    previous: Quote | None = None
    for quote in quotes(trees, text):
        if not any(i in heads for i in range(quote.first, quote.last + 1)):
            continue
        inside = range(quote.first, quote.last + 1)
        voice = _beside(quote, clauses, sentence_of, cues)
        if (
            voice is None
            and previous is not None
            and last is not None
            and _goes_on(previous, quote, sentence_of, text)
        ):
            voice = last
        if voice is None:
            voice = _introduced(quote, clauses, sentence_of, trees, cues)
        for i in inside:
            spoken[i] = voice
        last, previous = voice, quote
    return spoken


def _beside(quote: Quote, clauses: list[Clause], sentence_of: dict[int, Tree], cues: Cues) -> Voice | None:
    """A reporting clause outside the quote, in the sentence where it ends or begins: the nearest."""
    sentences = {id(t): t for i in (quote.first, quote.last) if (t := sentence_of.get(i)) is not None}
    near = [
        clause
        for clause in clauses
        if id(sentence_of[clause.head.i]) in sentences and not quote.first <= clause.head.i <= quote.last
    ]
    return _nearest(quote, near, cues)


def _nearest(quote: Quote, clauses: list[Clause], cues: Cues) -> Voice | None:
    found = [clause for clause in clauses if _reports(clause, cues)]
    if not found:
        return None
    clause = min(
        found, key=lambda c: (min(abs(c.head.i - quote.first), abs(c.head.i - quote.last)), c.head.i)
    )
    assert clause.subject is not None  # noqa: S101 - _reports has seen to it
    return Voice(clause.subject, clause.head, clause)


def _reports(clause: Clause, cues: Cues) -> bool:
    verb = clause.head
    if clause.subject is None or clause.passive:
        return False
    return cues.that.get(verb.lemma) in VOICES or verb.lemma in SPEAKING


def _goes_on(before: Quote, quote: Quote, sentence_of: dict[int, Tree], text: str) -> bool:
    """*"A," X said. "B."*, or a paragraph left open: the same speaker goes on."""
    if not before.closed and quote.opens:
        return True
    one, other = sentence_of.get(before.last), sentence_of.get(quote.first)
    if one is None or other is None:
        return False
    between = text[one.end : other.start]
    return "\n" not in between and other.number - one.number <= 1


def _introduced(
    quote: Quote, clauses: list[Clause], sentence_of: dict[int, Tree], trees: Sequence[Tree], cues: Cues
) -> Voice | None:
    """*X spoke to reporters. "We won't stop."*: the sentence before tells who speaks; or the one after does."""
    here = sentence_of.get(quote.first)
    if here is None or not here.number:
        return None
    before = trees[here.number - 1]
    return _nearest(quote, [c for c in clauses if sentence_of[c.head.i] is before], cues)
