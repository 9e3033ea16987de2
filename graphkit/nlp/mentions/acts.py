"""Whether a mention acts, speaks or owns like a person or government, or only stands as a place."""

from graphkit.nlp.mentions.words import listed
from graphkit.nlp.tree import Word

STATES = listed("be become lie sit border experience see have contain")
"""Verbs whose subject may be a mere place."""
MOVES = listed("leave visit reach enter flee tour cross")
"""Verbs whose object is one."""
FACING = frozenset({"with", "against", "between", "by", "than"})


def acts(head: Word) -> bool:
    """*Moscow demanded*, *Moscow's demand*, *talks with Moscow*; not *in Moscow*."""
    word = head
    while word.dep in {"conj", "appos"} and word.head is not word:
        word = word.head
    governor = word.head
    if word.dep == "nsubj":
        return governor.lemma not in STATES
    if word.dep in {"dobj", "dative"}:
        return governor.lemma not in MOVES
    if word.dep == "pobj":
        return governor.dep == "agent" or governor.low in FACING
    return word.dep in {"agent", "nsubjpass", "poss"}
