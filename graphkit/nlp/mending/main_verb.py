"""The main verb, where the parser takes it for part of what describes its subject.

*The man accused by police of beating Omar fled*: the man fled, and he is accused of beating Omar.
"""

from graphkit.nlp.grammar import ACTED, AUXILIARIES, NOUNS, SUBJECTS, VERBS, first_word, passive
from graphkit.nlp.mending.words import BLAMING, FINITE, REPORTING, TELLING, behind_comma
from graphkit.nlp.phrases import leftmost
from graphkit.nlp.tree import Word, move, take_place

TELLING_SO = REPORTING | TELLING | frozenset({
    "accept", "acknowledge", "admit", "agree", "answer", "ask", "assume", "bet", "confess", "demand", "deny",
    "doubt", "ensure", "estimate", "expect", "explain", "fear", "feel", "figure", "forget", "guarantee", "guess",
    "have", "help", "hope", "imagine", "imply", "indicate", "know", "let", "make", "mean", "notice", "observe",
    "pledge", "pretend", "propose", "realise", "realize", "recall", "recommend", "regret", "remember",
    "reply", "request", "require", "respond", "see", "signal", "suspect", "swear", "urge", "vow", "want", "watch",
    "wish", "wonder", "worry",
})  # fmt: skip
"""Verbs whose content is a clause: what stands behind them need be no object."""
SUPPOSED = frozenset({"believe", "say", "suspect", "think", "report", "allege", "know", "presume"})
ASKED = frozenset({"ask", "press", "question", "quiz", "tell"})


def lost_main_verb(verb: Word) -> None:
    """*The man accused of beating Omar fled*: Omar was beaten, the man fled."""
    inner = verb.head
    if verb.i < inner.i or not _finite(verb):
        return
    noun = next((w for w in inner.above() if w.pos in NOUNS and w.dep == "ROOT"), None)
    if noun is not None:
        give_object(inner, noun)
    else:
        _supposed(verb)


def give_object(verb: Word, noun: Word) -> None:
    """*robbed the bank is in jail*: the bank was robbed; who robbed it is in jail."""
    if verb.lemma in TELLING_SO or any(w.dep in {"dobj", "attr", "acomp"} for w in verb.right):
        return
    below = [w for w in (*verb.right, *verb.head.right) if w.dep == "ccomp" and w.i > verb.i]
    main = next((w for w in below if _finite(w)), None)
    object_ = None if main is None else next((w for w in main.left if w.dep in ACTED), None)
    if main is None or object_ is None or noun.dep != "ROOT" or passive(verb):
        return
    if leftmost(object_).previous is verb:
        move(object_, verb)
        object_.dep = "dobj"
        take_place(main, noun)
        to_main(noun, main)


def to_main(noun: Word, main: Word) -> None:
    """Let a noun be the subject of a main verb."""
    move(noun, main)
    noun.dep = "nsubjpass" if any(w.dep == "auxpass" for w in main.left) else "nsubj"


def _supposed(main: Word) -> None:
    """*The man believed to have killed Lee fled*, *thought to have been killed by Lee is alive*."""
    inner = main.head
    told = inner if inner.lemma in SUPPOSED else inner.head
    noun = next((w for w in told.left if w.dep == "nsubj"), None)
    done = next((w for w in told.right if w.dep == "xcomp" and w.i < main.i), None)
    if told.lemma not in SUPPOSED or told.tag not in {"VBD", "VBN"} or noun is None or done is None:
        return
    if told.dep != "ROOT" or any(w.dep in AUXILIARIES for w in told.left) or done.lemma in TELLING_SO:
        return
    subject = next((w for w in main.left if w.dep in SUBJECTS), None)
    if subject is not None:
        if leftmost(subject).previous is not done or passive(done):
            return
        move(subject, done)
        subject.dep = "dobj"
    take_place(main, told)
    to_main(noun, main)
    move(told, noun)
    told.dep, told.tag = "acl", "VBN"


def _finite(verb: Word) -> bool:
    return verb.pos in VERBS and (
        verb.tag in FINITE or any(w.dep in AUXILIARIES and w.tag in FINITE | {"MD"} for w in verb.left)
    )


def of_the_agent(word: Word) -> None:
    """*accused by police of beating him*: what somebody is accused of isn't of the police."""
    noun = word.head
    agent = noun.head
    blamed = noun.dep == "pobj" and agent.dep == "agent" and agent.head.lemma in BLAMING
    if word.low not in {"of", "with"} or not blamed:
        return
    # *by the head of the bank of stealing*: the bank is nobody's crime.
    word = next((w for below in word.right for w in below.right if w.low == "of" and _doing(w)), word)
    doing = next((w for w in word.right if w.low.endswith("ing")), None)
    object_ = None
    if doing is None:
        # *of leaking files*, taken for files that leak
        object_ = next((w for w in word.right if w.dep == "pobj"), None)
        first = None if object_ is None else leftmost(object_)
        doing = first if first is not None and first.tag == "VBG" and first.dep == "amod" else None
    move(word, agent.head)
    if doing is not None and object_ is not None:
        move(doing, word)
        move(object_, doing)
        doing.dep, object_.dep, doing.pos = "pcomp", "dobj", "VERB"


def _doing(preposition: Word) -> bool:
    return any(w.dep == "pcomp" for w in preposition.right)


def asked_in_passing(verb: Word) -> None:
    """*The bank, asked whether it paid spies, did not reply*: it was asked, and what it did stands behind."""
    noun = next((w for w in verb.left if w.dep == "nsubj"), None)
    if noun is None or verb.lemma not in ASKED or verb.tag not in {"VBD", "VBN"} or not behind_comma(verb):
        return
    if any(w.dep != "punct" for w in noun.right):
        return
    behind = [w for w in verb.right if w.dep in {"ccomp", "conj", "advcl"} and behind_comma(first_word(w))]
    main = next((w for w in behind if _finite(w) and not any(s.dep in SUBJECTS for s in w.left)), None)
    if main is None:
        return
    take_place(main, verb)
    to_main(noun, main)
    move(verb, noun)
    verb.dep, verb.tag = "acl", "VBN"


def told_in_passing(verb: Word) -> None:
    """*The minister, told of the attack, wept*: a participle right behind a comma is no past tense."""
    bare = not any(w.dep in SUBJECTS | AUXILIARIES for w in verb.left)
    if verb.tag == "VBD" and bare and behind_comma(verb) and not any(w.dep == "dobj" for w in verb.right):
        verb.tag = "VBN"
