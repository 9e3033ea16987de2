"""Chains: verbs that share a subject and make one claim, because each says how the next is meant.

*wants to invade*, *seemed ready to invade*, *is expected to keep trying to sell*, *was accused of bribing*.
"""

from graphkit.nlp.grammar import clausal, first_word, gerund, infinitive, passive, subject_of
from graphkit.nlp.tree import Word

CALLING = frozenset({"appeal", "call", "count", "depend", "look", "plead", "press", "push", "rely", "wait"})
"""Verbs that ask somebody, named after a preposition, to do something."""
PREDICATIVE = frozenset({"acomp", "oprd"})


def chain(verb: Word) -> list[Word]:
    """The verb and those that follow it in its chain."""
    found = [verb]
    while (following := _next(found[-1])) is not None:
        found.append(following)
    return found


def _next(word: Word) -> Word | None:
    if (adjective := _ready(word)) is not None:
        return adjective
    if word.pos == "ADJ" and word.dep in PREDICATIVE:
        return _infinitive_of(word)
    if any(w.dep in {"dobj", "dative"} for w in word.right):
        return None
    if passive(word) and (doing := _after_preposition(word)) is not None:
        return doing
    return _bare(word)


def _ready(word: Word) -> Word | None:
    """*seemed ready to invade*: the adjective that an infinitive completes."""
    adjective = next((w for w in word.right if w.dep in PREDICATIVE and w.pos in {"ADJ", "VERB"}), None)
    if adjective is None or any(w.dep in {"dobj", "attr"} for w in word.right):
        return None
    return adjective if _infinitive_of(adjective) is not None else None


def _infinitive_of(word: Word) -> Word | None:
    return next((w for w in word.right if w.dep == "xcomp" and infinitive(w)), None)


def _bare(word: Word) -> Word | None:
    """*wants to invade*, *keeps trying*: a complement without a subject of its own."""
    following = next((w for w in word.right if w.dep == "xcomp" and clausal(w)), None)
    if following is None or controller(word, following) is not None or subject_of(following) is not None:
        return None
    asked = any(w.low == "whether" or w.tag == "WRB" for w in following.left)
    doing = infinitive(following) or following.tag == "VBG" or first_word(following).low == "having"
    return following if not asked and doing else None


def _after_preposition(verb: Word) -> Word | None:
    """*was accused of bribing*: the gerund right after a passive and its preposition."""
    for word in verb.right:
        if word.dep == "prep" and word.i == verb.i + 1 and word.low in {"of", "from", "with"}:
            return next((w for w in word.right if gerund(w) and first_word(w).i == word.i + 1), None)
    return None


def controller(verb: Word, following: Word) -> Word | None:
    """*called on Russia to leave*, *waited for Kyiv to answer*: the noun after the preposition is to act."""
    if verb.lemma not in CALLING or not infinitive(following):
        return None
    for word in verb.right:
        if word.dep == "prep" and word.i < following.i and word.low in {"on", "upon", "to", "for", "with"}:
            return next((w for w in word.right if w.dep == "pobj"), None)
    return None
