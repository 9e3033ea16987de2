"""Conjunctions and other words before a clause, and what they make of it: *if*, *in case*, *so that*."""

from graphkit.model import Modality
from graphkit.nlp.clause import Clause
from graphkit.nlp.grammar import begins, preceded_by
from graphkit.nlp.tree import Word
from graphkit.ontology.cues import Cues

ANYBODY = frozenset({"anybody", "anyone", "anything"})
STOPPING = frozenset({
    "arrest", "catch", "detain", "disarm", "foil", "grab", "intercept", "overpower", "restrain", "seize", "stop",
    "subdue", "tackle",
})  # fmt: skip
OPEN_TIMES = frozenset({"when", "once", "after", "until", "before"})


def marker(clause: Clause, cues: Cues) -> Modality:
    """What the words before a clause make of it."""
    before = preceded_by(begins(clause.head), cues.markers)
    if before is not None:
        return Modality(before)
    for mark in _marks(clause, cues):
        for phrase in _with_word_before(mark, clause.head):
            if phrase in cues.markers:
                return Modality(cues.markers[phrase])
    return Modality.ASSERTED


def _marks(clause: Clause, cues: Cues) -> list[Word]:
    head = clause.head
    marks = [w for w in head.left if w.dep == "mark" or (w.dep == "advmod" and w.low in cues.markers)]
    if marks or clause.link != "advcl":
        return marks
    # The parser hangs some conjunctions on the main verb.
    first = min(w.i for w in head.subtree())
    return [w for w in head.head.left if w.dep == "mark" and w.i == first - 1]


def _with_word_before(mark: Word, head: Word) -> list[str]:
    before = [w.low for w in mark.left] + [w.low for w in head.left if w.i == mark.i - 1]
    return [*(f"{word} {mark.low}" for word in before), mark.low]


def never_came(clause: Clause) -> bool:
    """*died before he could be tried*, *before he shot anyone*."""
    before = any(w.low == "before" and w.dep in {"mark", "advmod"} for w in clause.head.left)
    anybody = any(w.low in ANYBODY for w in clause.head.right)
    return before and (anybody or any(w.low in {"could", "can"} for w in clause.head.left))


def stopped(clause: Clause) -> bool:
    """*Guards seized him before he shot her*: who is stopped need not have come to it."""
    parent = clause.parent
    subject = clause.subject
    if parent is None or subject is None or parent.verb.lemma not in STOPPING or clause.verb.tag != "VBD":
        return False
    if not any(w.low == "before" and w.dep in {"mark", "advmod"} for w in clause.head.left):
        return False
    stopping = parent.object
    return stopping is not None and (
        subject.low in {"he", "she", "they", "it"} or subject.lemma == stopping.lemma
    )


def open_time(clause: Clause) -> bool:
    """*when he comes, she will go*: a present tense under a future isn't a fact yet."""
    words = {w.low for w in clause.head.left if w.dep in {"mark", "advmod"}}
    present = clause.head.tag in {"VBZ", "VBP"} or any(
        w.dep == "auxpass" and w.tag in {"VBZ", "VBP"} for w in clause.head.left
    )
    return bool(words & OPEN_TIMES) and present


def at_first(child: Word, cues: Cues) -> bool:
    """*initially*, *at first*."""
    if child.dep not in {"advmod", "prep"}:
        return False
    words = [child.low, *(w.low for w in child.right[:1])]
    if child.low == "first" and child.previous is not None:
        words = [child.previous.low, child.low]
    return cues.adverbs.get(" ".join(words)) == "then" or cues.adverbs.get(child.low) == "then"
