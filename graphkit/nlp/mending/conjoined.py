"""Second verbs: which subject they have, and which verb they go with: *said it would close and warned*."""

from graphkit.nlp.grammar import AUXILIARIES, RELATIVES, SUBJECTS, VERBS, begins, infinitive, subject_of
from graphkit.nlp.mending.words import FINITE
from graphkit.nlp.phrases import rightmost
from graphkit.nlp.tree import Word, move

VOWING = frozenset({"decline", "hope", "offer", "plan", "promise", "refuse", "threaten", "vow"})
"""Verbs whose subject is to do what follows, so that they are no passives before it."""
OF_PLANS = frozenset({"ADP", "NOUN", "PROPN"})


def second_clause(verb: Word) -> None:
    """*Japan sent a team and the United States offered helicopters*: who stands before the verb offered them."""
    first = verb.head
    if verb.tag not in FINITE or any(w.dep in {"nsubj", "nsubjpass", "expl"} for w in verb.left):
        return
    before = begins(verb).previous
    joined = next(
        (w for noun in first.right if noun.dep == "dobj" for w in noun.right if w.dep == "conj"), None
    )
    if before is None or joined is None or not first.i < joined.i < verb.i or rightmost(joined) is not before:
        return
    for conjunction in [w for w in joined.head.right if w.dep == "cc" and w.i < joined.i]:
        move(conjunction, first)
    move(joined, verb)
    joined.dep = "nsubj"


def conjoined_verb(verb: Word) -> None:
    """*said Iran would not give up and warned*: the form tells which verb the second one goes with."""
    first = verb.head
    own = any(w.dep in SUBJECTS | AUXILIARIES for w in verb.left)
    if verb.tag == "VBN" and _vows(verb, first):
        verb.tag = "VBD"
    if verb.tag not in FINITE or own:
        return
    if verb.tag == "VBD" and verb.low == verb.lemma and any(w.tag in {"MD", "TO"} for w in first.left):
        # *said it would close a mine and cut jobs*: written alike, so what goes with the first.
        verb.tag = "VB"
        return
    subject = _who(first)
    if (verb.tag == "VBP" and _singular(subject)) or (verb.tag == "VBZ" and _plural(subject)):
        # *critics say he lied and want him to resign*, *closes mines that break rules and has shut one*
        _join_above(verb)
        return
    if first.tag not in {"VB", "VBN", "VBG"}:
        return
    auxiliaries = [w for w in first.left if w.dep in AUXILIARIES]
    gerund = first.tag == "VBG" and first.dep in {"pcomp", "xcomp"}
    if not (auxiliaries or gerund) or (
        first.tag == "VBN" and verb.tag == "VBD" and not _active(verb, auxiliaries)
    ):
        return
    _join_above(verb)


def _vows(verb: Word, first: Word) -> bool:
    """*had not been asked and threatened to sue*: who is asked vows; nobody is threatened to sue."""
    asked = any(w.dep == "auxpass" for w in first.left)
    return asked and verb.lemma in VOWING and any(w.dep == "xcomp" and infinitive(w) for w in verb.right)


def _who(verb: Word) -> Word | None:
    """Its subject; of *mines that break rules* the mines."""
    subject = subject_of(verb)
    return verb.head if subject is not None and subject.low in RELATIVES and verb.dep == "relcl" else subject


def _plural(subject: Word | None) -> bool:
    return subject is not None and subject.tag in {"NNS", "NNPS"}


def _singular(subject: Word | None) -> bool:
    if subject is None or any(w.dep == "conj" for w in subject.right):
        return False
    return subject.entity == "PERSON" or subject.low in {"he", "she", "it"}


def _join_above(verb: Word) -> None:
    """Hang a second verb on the nearest above of the same form."""
    for over in verb.head.above():
        finite = next((w.tag for w in over.left if w.dep in AUXILIARIES and w.tag in FINITE), None)
        if verb.tag in {over.tag, finite}:
            move(verb, over)
            return
        described = verb.head.dep == "relcl" and over is verb.head.head
        # *dropped plans to raise a tax and promised to pay*: no past goes with an infinitive.
        planned = (
            verb.tag == "VBD" and verb.head.tag == "VB" and verb.head.dep == "acl" and over.pos in OF_PLANS
        )
        if over.pos not in VERBS and over.dep != "acomp" and not (described or planned):
            return


def _active(verb: Word, auxiliaries: list[Word]) -> bool:
    """*said it would be published and rejected calls*: what has an object is no passive, nor goes with a modal."""
    return any(w.tag == "MD" for w in auxiliaries) and any(w.dep in {"dobj", "ccomp"} for w in verb.right)
