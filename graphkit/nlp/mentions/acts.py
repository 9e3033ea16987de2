"""Whether a mention acts, speaks or owns like a person or government, or only stands as a place."""

from graphkit.nlp.grammar import passive
from graphkit.nlp.tree import Word

STATES = frozenset("be become lie sit border experience see have contain".split())


def acts(head: Word) -> bool:
    """*Moscow demanded*, *Moscow's demand*, *talks with Moscow*; not *in Moscow*."""
    word = head
    while word.dep in {"conj", "appos"} and word.head is not word:
        word = word.head
    if word.dep == "nsubj":
        return word.head.lemma not in STATES or word.head.pos not in {"VERB", "AUX"}
    if word.dep == "agent" or (word.dep == "pobj" and word.head.dep == "agent"):
        return True
    if word.dep == "nsubjpass":
        return True
    if word.dep == "poss":
        return True
    if word.dep in {"dobj", "dative"}:
        return word.head.lemma not in {
            "leave",
            "visit",
            "reach",
            "enter",
            "flee",
            "tour",
            "cross",
        } and not passive(word.head)
    if word.dep == "pobj":
        return word.head.low in {"with", "against", "between", "by", "with", "than"}
    return False
