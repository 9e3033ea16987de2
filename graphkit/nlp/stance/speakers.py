"""Who answers for what a clause says."""

from graphkit.nlp.clause import Clause
from graphkit.nlp.grammar import passive
from graphkit.nlp.mending.words import TELLER
from graphkit.nlp.subjects import owner
from graphkit.nlp.tree import Word
from graphkit.ontology.cues import Cues

ANSWERING = frozenset(
    {"say", "know", "believe", "fear", "doubt", "disbelieve", "deny", "allege", "demand", "promise", "want"}
)
"""Classes whose subject answers for the content."""
IMPERSONAL = frozenset({"appear", "be", "emerge", "happen", "make", "seem", "transpire", "turn"})
FORMAL = frozenset({"it", "which", "that", "this"})


def speaker_over(parent: Clause, over: Word, kind: str | None) -> Word | None:
    """Whoever answers for the content of `over`, a word of the parent: its subject, or a passive's agent."""
    if kind not in ANSWERING:
        return None
    if passive(over):
        agent = next((w for w in over.right if w.dep == "agent"), None)
        return None if agent is None else object_of(agent)
    subject = parent.subject
    if subject is None or subject.tag == "EX":
        return None
    formal = over.pos == "ADJ" or over.lemma in IMPERSONAL
    return None if formal and subject.low in FORMAL else subject


def attributed(clause: Clause, cues: Cues) -> tuple[Word, Word] | None:
    """*according to X*, or a parenthetical *she said*: speaker and cue."""
    for word in clause.complements:
        if (noun := _source(word)) is not None:
            return noun, word
    if (viewing := _viewing(clause, cues)) is not None:
        return viewing
    for word in clause.head.left + clause.head.right:
        if word.dep == TELLER:
            return word, word
        if (teller := _as_told(word, clause, cues)) is not None:
            return teller, word
        aside = word.dep == "parataxis" or (word.dep == "conj" and any(w.low == "so" for w in word.left))
        if aside and cues.that.get(word.lemma) in {"say", "believe", "know", "deny"}:
            subject = word.child("nsubj")
            if subject is not None:
                return subject, word
    return None


def _source(word: Word) -> Word | None:
    """X of *according to X*."""
    if word.low != "according":
        return None
    return next((w for to in word.right for w in to.right if w.dep == "pobj"), None)


def _as_told(verb: Word, clause: Clause, cues: Cues) -> Word | None:
    """*P, as X has said*; of *P should be done, as X has urged* X answers, of *P was done* not."""
    if verb.dep != "advcl" or not any(w.low == "as" and w.dep == "mark" for w in verb.left):
        return None
    if passive(verb) or any(
        w.dep in {"acomp", "advcl", "attr", "ccomp", "dobj", "xcomp"} for w in verb.right
    ):
        return None
    kind = cues.that.get(verb.lemma)
    modal = any(w.tag == "MD" for w in clause.verb.left)
    told = kind in {"say", "believe", "know"} or (modal and kind in {"demand", "fear", "want", "promise"})
    return verb.child("nsubj") if told else None


def _viewing(clause: Clause, cues: Cues) -> tuple[Word, Word] | None:
    """*in his view*, *in the view of the bank*; *in my view* is whoever speaks."""
    for word in clause.complements:
        noun = object_of(word) if word.low in {"by", "in", "to"} else None
        if noun is None or noun.lemma not in cues.views:
            continue
        of = next((w for w in noun.right if w.low == "of"), None)
        who = owner(noun) or (object_of(of) if of is not None else None)
        if who is not None and who.low not in {"my", "our"}:
            return who, word
    return None


def object_of(preposition: Word) -> Word | None:
    """The noun a preposition governs."""
    return next((w for w in preposition.right if w.dep == "pobj"), None)
