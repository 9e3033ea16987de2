"""Subjects of clauses that have none of their own: inherited, controlled, or what *who* stands for."""

from graphkit.nlp.chains import controller
from graphkit.nlp.clause import Clause
from graphkit.nlp.grammar import RELATIVES, pronoun, subject_of
from graphkit.nlp.tree import Word

PERSONAL = frozenset({"he", "she", "they", "we", "i", "you"})
OBJECTS_DOING = frozenset({"of", "from", "for", "into"})
BY_OBJECT = "controlled by the object"
BY_SUBJECT = "controlled by the subject"


def inherited(clause: Clause) -> tuple[Word | None, str]:
    """The subject of a clause that has none of its own, and the name of the way it was found."""
    parent = clause.parent
    if clause.link in {"acl", "relcl"}:
        return described(clause.head.head), "modified noun"
    if parent is None:
        return None, ""
    if parent.subject is None:
        parent.subject, parent.via = inherited(parent)
    if clause.link == "conj":
        return parent.subject, parent.via
    if clause.link not in {"xcomp", "advcl", "pcomp"}:
        return None, ""
    actor = _object_acts(clause, parent)
    return (parent.subject, BY_SUBJECT) if actor is None else (actor, BY_OBJECT)


def _object_acts(clause: Clause, parent: Clause) -> Word | None:
    """*urged Russia to withdraw*, *called on Russia to withdraw*, *accused Russia of lying*."""
    if clause.link == "xcomp":
        return controller(clause.head.head, clause.head) or parent.object
    if clause.link == "pcomp" and _of_the_object(clause.head.head, parent):
        return parent.object
    return None


def _of_the_object(preposition: Word, parent: Clause) -> bool:
    """*accused Y of bribing*, *banned Y from entering*, *praised Y for helping*: the object's doing."""
    if preposition.dep != "prep" or preposition.head not in parent.chain or parent.passive:
        return False
    charged = preposition.low == "with" and preposition.head.lemma == "charge"
    return charged or preposition.low in OBJECTS_DOING


def resolve_relative(clause: Clause) -> None:
    """*Russia, which has fueled an insurgency*: what the pronoun stands for takes part, not the pronoun.

    In *the deal he signed* there's no pronoun, and the noun is the object.
    """
    first = clause
    while first.link in {"conj", "ccomp"} and first.parent is not None:
        first = first.parent
    if first.link != "relcl":
        return
    antecedent = described(first.head.head)
    if _relative(clause.subject):
        clause.subject, clause.via = antecedent, "relative pronoun"
    elif _relative(clause.object) or (clause is first and clause.object is None and _contact(clause)):
        clause.object = antecedent


def _relative(word: Word | None) -> bool:
    return word is not None and word.low in RELATIVES and pronoun(word)


def _contact(clause: Clause) -> bool:
    """Whether the clause follows its noun without a relative word or a preposition left hanging."""
    if clause.via != "own" or clause.passive or clause.verb.lemma == "be":
        return False
    relative = any(w.low in RELATIVES for w in clause.head.subtree())
    hanging = any(w.dep == "prep" and not w.right for w in clause.complements)
    return not relative and not hanging


def described(noun: Word) -> Word:
    """Whom a noun is said of: *Lee is a footballer who plays for X*, *NATO, an alliance founded in 1949*."""
    if noun.dep == "attr" and noun.head.lemma in {"be", "become", "remain"}:
        subject = subject_of(noun.head)
        if subject is not None and (subject.pos in {"PROPN", "NOUN"} or subject.low in PERSONAL):
            return subject
    if noun.dep == "appos" and noun.head.pos == "PROPN" and noun.pos == "NOUN":
        return noun.head
    return noun
