"""How words stand to one another: what role a phrase plays, and which subject rules which clause."""

from graphkit.nlp.grammar import SUBJECTS
from graphkit.nlp.tree import Word

ROLES = {
    "nsubjpass": "passive subject", "dobj": "object", "dative": "object", "poss": "possessor",
    "compound": "modifier", "amod": "modifier", "nmod": "modifier", "pobj": "oblique", "appos": "apposition",
    "attr": "predicate",
}  # fmt: skip
RELATIVE = frozenset({"WP", "WDT"})


def role(word: Word) -> str:
    """The part a phrase plays in its clause; a conjunct plays that of the first."""
    if word.dep == "conj" and word.head.head is not word.head:
        return role(word.head) if word.head.dep != "conj" else "conjunct"
    if word.dep in SUBJECTS and word.dep != "nsubjpass":
        return "subject"
    return ROLES.get(word.dep, "other")


def commands(word: Word, pronoun: Word) -> bool:
    """Whether the word is the subject of a clause the pronoun stands in, or below; itself or as *which*."""
    verbs = [w for w in word.right if w.dep == "relcl" and subject_is_relative(w)]
    if word.dep in SUBJECTS:
        verbs.append(word.head)
    return any(above is verb for above in pronoun.above() for verb in verbs)


def subject_is_relative(verb: Word) -> bool:
    """*who left*, *which sells beer*."""
    return any(w.dep in SUBJECTS and w.tag in RELATIVE for w in verb.left)


def of_own_clause(word: Word, pronoun: Word) -> bool:
    """Whether the word is the subject of the very verb the pronoun depends on."""
    verb = next((above for above in pronoun.above() if above.pos in {"VERB", "AUX"}), None)
    while verb is not None and verb.dep == "conj" and verb.head is not verb and word.head is not verb:
        verb = verb.head
    return verb is not None and (word.head is verb or verb.head is word)


def ruling(verb: Word) -> Word | None:
    """Who a verb is about, in its clause or above: *hired Weber to lead it*, *blamed her for losing*."""
    for word in verb.left:
        if word.dep in SUBJECTS:
            return verb.head if word.tag in RELATIVE and verb.dep == "relcl" else word
    over = verb.head
    if over is verb:
        return None
    if verb.dep == "acl":
        return over
    if verb.dep == "pcomp":
        over = over.head
        return over if over.pos in {"NOUN", "PROPN"} else _object(over) or ruling(over)
    if verb.dep in {"xcomp", "ccomp"}:
        return _object(over) or ruling(over)
    return ruling(over) if verb.dep in {"conj", "advcl"} and over.pos in {"VERB", "AUX"} else None


def _object(verb: Word) -> Word | None:
    return next((w for w in verb.right if w.dep == "dobj"), None)


def governor(word: Word) -> Word:
    """The verb whose argument the word is, through prepositions, conjunctions of nouns and appositions."""
    below, above = word, word.head
    while above.head is not above and (above.pos == "ADP" or below.dep in {"conj", "appos"}):
        below, above = above, above.head
    return above
