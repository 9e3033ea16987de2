"""What is told with no "that" before it: *denied claims he hit a guard*, *prosecutors allege he fled*."""

from graphkit.nlp.grammar import AUXILIARIES, NOUNS, SUBJECTS, VERBS
from graphkit.nlp.mending.words import FINITE, INFORMING
from graphkit.nlp.phrases import leftmost
from graphkit.nlp.tree import Tree, Word, move, take_place

TOLD = frozenset({
    "accusation", "admission", "allegation", "assertion", "belief", "claim", "complaint", "concern", "confirmation",
    "denial", "fear", "gossip", "hint", "hope", "insinuation", "news", "report", "rumor", "rumour", "speculation",
    "suggestion", "suspicion", "talk", "theory", "warning", "word", "worry",
})  # fmt: skip
"""Nouns that a clause may follow as it follows "that"."""
HANDLING = frozenset({
    "bring", "cite", "deny", "dismiss", "dispute", "express", "face", "file", "get", "hear", "issue", "level", "make",
    "print", "publish", "raise", "read", "receive", "reject", "release", "repeat", "send", "share", "spread", "voice",
    "want", "write",
})  # fmt: skip
"""What is done with a claim or report: *the claims she made* tells of the claims."""
NOMINAL = frozenset({"compound", "nsubj", "npadvmod", "dep", "nmod", "amod"})
PARTS = frozenset({"det", "amod", "compound", "nummod", "poss"})
OBJECTLESS = frozenset({
    "arrive", "cheat", "collapse", "come", "collude", "die", "disappear", "fail", "fall", "flee", "go", "happen",
    "intervene", "lie", "listen", "quit", "resign", "retire", "rise", "sink", "sleep", "smile", "spy", "survive",
    "vanish", "withdraw",
})  # fmt: skip
"""Verbs that need no object to say all."""
COMPLETE = frozenset({"dobj", "attr", "acomp", "ccomp", "xcomp", "oprd", "dative"})


def contact_clause(verb: Word) -> None:
    """*claims he hit a guard*: a clause that lacks nothing is what is claimed."""
    subject = next((w for w in verb.left if w.dep in SUBJECTS), None)
    noun = None if subject is None else leftmost(subject).previous
    if subject is None or noun is None or noun.lemma not in TOLD or noun.pos != "NOUN":
        return
    if subject.tag in {"WDT", "WP"} or not _finite(verb) or not _lacks_nothing(verb):
        return
    if verb.head is noun:
        verb.dep = "acl"
    elif verb.dep == "ccomp" and noun.pos == "NOUN" and (noun.head is verb or noun.head.head is verb):
        # *Amid claims he hit a guard, the mayor quit*: all hangs on the mayor's verb.
        over, outer = verb.head, noun if noun.head is verb else noun.head
        if outer.dep in {"prep", "dobj"} and outer in verb.left:
            move(outer, over)
            move(verb, noun)
            verb.dep = "acl"


def _finite(verb: Word) -> bool:
    return verb.tag in FINITE or any(w.dep in AUXILIARIES for w in verb.left)


def _lacks_nothing(verb: Word) -> bool:
    if any(w.dep in COMPLETE for w in verb.right) or any(w.dep == "nsubjpass" for w in verb.left):
        return True
    if verb.dep == "relcl" and verb.lemma not in OBJECTLESS:
        # *the report Weber commissioned*: it is the report that was
        return False
    return verb.lemma not in HANDLING and not any(w.dep == "prep" and not w.right for w in verb.right)


def told_somebody(verb: Word) -> None:
    """*told the jury that he had lied to them*: what is told, not which jury."""
    noun = verb.head
    over = noun.head
    that = next((w for w in verb.left if w.low == "that"), None)
    subject = next((w for w in verb.left if w.dep in SUBJECTS and w is not that), None)
    if noun.dep != "dobj" or over.lemma not in INFORMING or that is None or subject is None:
        return
    if leftmost(noun).i < over.i or any(w.dep in {"ccomp", "xcomp"} for w in over.right):
        return
    move(verb, over)
    verb.dep, that.dep = "ccomp", "mark"


def suspicion(verb: Word) -> None:
    """*Suspicions that Lee bribed a judge grew*, where "that" is taken for what he bribed: a judge is."""
    that = next((w for w in verb.left if w.low == "that" and w.dep == "dobj"), None)
    own = any(w.dep in SUBJECTS for w in verb.left) and any(w.dep == "dobj" for w in verb.right)
    if that is not None and own and verb.head.lemma in TOLD and verb.head.pos == "NOUN":
        that.dep, that.tag, verb.dep = "mark", "IN", "acl"


def taken_object(word: Word) -> None:
    """*The claim Lee shot a boy shocked Leeds*, where the boy is taken for who shocked it."""
    noun = next((w for w in word.head.left if w.dep == "nsubj" and w.i < word.i and w.lemma in TOLD), None)
    inner = leftmost(word).previous
    if noun is None or inner is None:
        return
    if inner.head is noun and inner.dep in {"relcl", "acl"} and not any(w.dep == "dobj" for w in inner.right):
        move(word, inner)
        word.dep = "dobj"


def alleging(tree: Tree) -> None:
    """*Prosecutors allege Lee fled*: no noun is written so."""
    for word in tree.words:
        if word.low == "allege" and (word.pos != "VERB" or word.dep in NOMINAL) and word.previous is not None:
            _allege(word, word.previous)


def _allege(verb: Word, subject: Word) -> None:
    below = any(w.dep == "ccomp" for w in verb.right)
    told = next((w for w in verb.above() if w.pos in VERBS and w.i > verb.i), None)
    if (told is None and not below) or subject.pos not in NOUNS:
        return
    if below and subject in verb.above():
        take_place(verb, subject)
    verb.pos, verb.tag, verb.lemma = "VERB", "VBP", "allege"
    if told is not None and not below:
        _put_above(verb, told)
        _take_what_stands_before(verb, told)
    if subject.head is not verb:
        move(subject, verb)
    subject.dep = "nsubj"
    for word in [w for w in verb.left if w.i < subject.i and w.dep in PARTS]:
        move(word, subject)


def _take_what_stands_before(verb: Word, told: Word) -> None:
    subjects = [w for w in told.left if w.dep in SUBJECTS]
    for word in [w for over in (told, *subjects) for w in over.left if w.i < verb.i]:
        move(word, verb)


def _put_above(verb: Word, told: Word) -> None:
    take_place(verb, told)
    told.dep = "ccomp"
    move(told, verb)
