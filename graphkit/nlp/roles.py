"""The role of a complement: when, where, to whom, what for."""

from graphkit.nlp.clause import Clause
from graphkit.nlp.complements import Complement
from graphkit.nlp.grammar import infinitive
from graphkit.nlp.phrases import is_time
from graphkit.nlp.tree import Word

PLACES = frozenset({"GPE", "LOC", "FAC"})
SPATIAL = frozenset({
    "in", "at", "on", "near", "inside", "outside", "across", "along", "around", "under", "over", "between",
    "above", "behind", "beside", "throughout", "within", "beyond", "opposite", "off", "through", "past",
})  # fmt: skip
FIGURATIVE = frozenset({"in", "on", "over", "through"})
"""Spatial words that need a place to be meant spatially: *in Geneva*, but *in anger*."""
FIXED = {
    "with": "company", "alongside": "company", "together with": "company", "for": "purpose", "by": "means",
    "via": "means", "using": "means", "about": "topic", "regarding": "topic", "concerning": "topic",
    "of": "topic", "despite": "concession", "because of": "cause", "due to": "cause", "owing to": "cause",
    "amid": "circumstance", "against": "target", "from": "source", "into": "destination",
    "onto": "destination", "toward": "destination", "towards": "destination", "as": "manner",
    "like": "manner", "without": "manner", "since": "time", "during": "time", "until": "time", "till": "time",
    "after": "time", "before": "time", "according to": "attribution",
}  # fmt: skip
UNTIMELY = frozenset({"by", "of", "for"}) | (FIXED.keys() - {"since", "during", "until"})
"""Prepositions that need more than a word of time to tell a time: *for years*, *of the week*."""
MARKS = {
    "if": "condition", "unless": "condition", "whether": "condition", "provided": "condition",
    "because": "cause", "as": "time", "since": "time", "when": "time", "after": "time", "before": "time",
    "until": "time", "while": "time", "once": "time", "although": "concession", "though": "concession",
}  # fmt: skip


def adverbial_role(verb: Word) -> str:
    """Role of an adverbial clause: *if he goes*, *because he went*, *to go*, *going*."""
    marks = [w.low for w in verb.left if w.dep in {"mark", "advmod"}]
    found = next((MARKS[mark] for mark in marks if mark in MARKS), None)
    if found is not None:
        return found
    return "purpose" if infinitive(verb) else "circumstance"


def role(found: Complement, clause: Clause) -> str:
    """Role of a complement of the clause; "other" where its words don't tell."""
    noun, preposition = found.noun, found.preposition
    if found.clause is not None:
        return FIXED.get(preposition, "manner")
    if noun is None:
        return "time" if any(is_time(w) for w in (found.last, *found.last.left)) else "manner"
    if not preposition:
        return _bare(noun)
    return _after(preposition, noun, clause)


def _after(preposition: str, noun: Word, clause: Clause) -> str:
    if noun.entity in {"DATE", "TIME"} or (is_time(noun) and preposition not in UNTIMELY):
        return "time"
    if preposition == "to":
        return "destination" if noun.entity in PLACES and clause.object is None else "recipient"
    if preposition in SPATIAL and (noun.entity in PLACES or preposition not in FIGURATIVE):
        return "place"
    return FIXED.get(preposition, "other")


def _bare(noun: Word) -> str:
    """*last week*, *gave him*, *rose 3%*."""
    if is_time(noun):
        return "time"
    if noun.dep == "oprd":
        return "other"
    return "quantity" if noun.dep == "npadvmod" else "recipient"
