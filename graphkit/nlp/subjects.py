"""Subjects of clauses that have none of their own: inherited, controlled, or what *who* stands for."""

from collections.abc import Container

from graphkit.nlp.chains import controller
from graphkit.nlp.clause import Clause
from graphkit.nlp.grammar import RELATIVES, infinitive, possessor, pronoun, subject_of
from graphkit.nlp.phrases import is_time
from graphkit.nlp.tree import Word

PERSONAL = frozenset({"he", "she", "they", "we", "i", "you"})
MEASURES = frozenset({"CARDINAL", "MONEY", "PERCENT", "QUANTITY"})
OBJECTS_DOING = frozenset({"against", "as", "of", "from", "for", "into", "over"})
BEARING = frozenset({
    "admit", "appeal", "avoid", "await", "begin", "contest", "deny", "dodge", "escape", "evade", "face", "fight",
    "get", "have", "receive", "risk", "serve", "shoulder", "stand", "start", "survive", "take", "undergo",
})  # fmt: skip
"""Verbs whose subject bears the penalty: *is serving a sentence for bribing*."""
SERVING = frozenset({"do", "face", "get", "receive", "serve", "spend"})
"""Verbs whose object, a time, is a penalty."""
PENALTIES = frozenset({
    "acquittal", "arrest", "ban", "blame", "charge", "conviction", "detention", "dismissal", "execution",
    "extradition", "fine", "imprisonment", "indictment", "penalty", "prosecution", "punishment", "sentence",
    "suspension", "term", "trial", "verdict",
})  # fmt: skip
"""Nouns whose owner is tried for what follows "for": *Lee's conviction for bribing*."""
OTHERS_PLANS = frozenset({
    "applaud", "blast", "condemn", "criticise", "criticize", "denounce", "deplore", "expose", "foil", "hail", "praise",
    "prevent", "ridicule", "slam", "stop", "thwart", "uncover", "welcome",
})  # fmt: skip
"""What is done with somebody else's plan: *condemned an attempt to P*."""
PROMISING = frozenset({"promise", "vow", "swear", "guarantee", "pledge", "use"})
"""Verbs that bind their subject, whatever their object: *promised voters to cut taxes*, *used a ruse to land*."""
TALKING = frozenset({"argue", "con", "frighten", "persuade", "reason", "scare", "talk", "trick"})
"""Verbs whose object is kept from what stands behind "out of"."""
BY_OBJECT = "controlled by the object"
BY_SUBJECT = "controlled by the subject"


def inherited(clause: Clause, telling: Container[str]) -> tuple[Word | None, str]:
    """The subject of a clause that has none of its own, and the name of the way it was found.

    telling: nouns that have a content.
    """
    parent = clause.parent
    noun = clause.head.head
    if clause.link == "acl" and infinitive(clause.head) and noun.lemma in telling:
        return _planner(noun, parent, telling), "whoever answers for the noun"
    if clause.link in {"acl", "relcl"}:
        return described(noun), "modified noun"
    if parent is None:
        return None, ""
    if parent.subject is None:
        parent.subject, parent.via = inherited(parent, telling)
    if clause.link == "conj":
        return parent.subject, parent.via
    governed = clause.link in {"xcomp", "advcl", "pcomp"} and not _as_expected(clause.head)
    return _governed(clause, parent, telling) if governed else (None, "")


def _governed(clause: Clause, parent: Clause, telling: Container[str]) -> tuple[Word | None, str]:
    penalty = _penalty(clause, parent)
    if penalty is not None:
        return _tried(penalty, parent), "whoever is tried"
    actor = _object_acts(clause, parent, telling)
    return (parent.subject, BY_SUBJECT) if actor is None else (actor, BY_OBJECT)


def _as_expected(verb: Word) -> bool:
    """*rates rose, as expected*: that they rose was expected, not they."""
    return verb.tag == "VBN" and any(w.low == "as" and w.dep == "mark" for w in verb.left)


def _planner(noun: Word, parent: Clause | None, telling: Container[str]) -> Word | None:
    """*Russia's demand to P*, *Russia has plans to P*: who is to do what the noun tells of."""
    own = owner(noun)
    if own is not None or parent is None or noun is not parent.object or parent.passive:
        return own
    if parent.verb.lemma in OTHERS_PLANS:
        return None
    if parent.subject is None:
        parent.subject, parent.via = inherited(parent, telling)
    return parent.recipient or parent.subject


def _penalty(clause: Clause, parent: Clause) -> Word | None:
    """*Lee's conviction for P-ing*, *cut the fine for P-ing*: the penalty."""
    preposition = clause.head.head
    if clause.link != "pcomp" or preposition.low != "for":
        return None
    over = preposition.head
    found = parent.object if over in parent.chain and not parent.passive and over.i < preposition.i else over
    if found is None or found.pos not in {"NOUN", "PROPN", "NUM"}:
        return None
    # *fined the bank 5 million euros for P-ing*, parsed as one noun
    sum_ = over is parent.object and parent.verb.lemma == "fine"
    # *is serving ten years for P-ing*
    served = found is parent.object and is_time(found) and parent.verb.lemma in SERVING
    return found if sum_ or served or found.lemma in PENALTIES else None


def _tried(penalty: Word, parent: Clause) -> Word | None:
    """*Lee's conviction for P-ing*, *Lee faces trial for P-ing*, *freed him from a sentence for P-ing*."""
    tried = _of_whom(penalty) or next((possessor(w) for w in penalty.left if w.dep == "poss"), None)
    if tried is not None:
        return tried
    if penalty is parent.object:
        return parent.recipient or (parent.subject if _bears(parent) else None)
    if penalty.dep == "pobj" and penalty.head.head in parent.chain:
        # *is on trial for P-ing*, *freed him from a sentence for P-ing*
        return parent.object or parent.subject
    return None


def _of_whom(penalty: Word) -> Word | None:
    """*the conviction of Lee*; a sentence *of ten years* is nobody's."""
    for preposition in penalty.right:
        if preposition.dep == "prep" and preposition.low == "of":
            return next(
                (
                    w
                    for w in preposition.right
                    if w.dep == "pobj" and w.entity not in MEASURES and not is_time(w)
                ),
                None,
            )
    return None


def _bears(clause: Clause) -> bool:
    return clause.verb.lemma in BEARING | SERVING or clause.passive


def owner(noun: Word) -> Word | None:
    """*Russia's demand*, *a Russian demand*, *the demand by Russia*."""
    for word in noun.left:
        adjective = word.dep in {"amod", "compound", "nmod"} and word.entity in {"GPE", "NORP", "ORG"}
        if word.dep == "poss" or adjective:
            return possessor(word)
    for word in noun.right:
        if word.dep == "prep" and word.low in {"by", "from"}:
            return next((w for w in word.right if w.dep == "pobj"), None)
    return None


def _object_acts(clause: Clause, parent: Clause, telling: Container[str]) -> Word | None:
    """*urged Russia to withdraw*, *called on Russia to withdraw*, *accused Russia of lying*."""
    if clause.link == "xcomp" and clause.head.head.lemma in PROMISING:
        return None
    if clause.link == "xcomp":
        return controller(clause.head.head, clause.head) or parent.object
    if clause.link == "pcomp" and parent.recipient is not None and _for_what(clause.head.head, parent):
        # *paid Lee $5,000 for P-ing*, *gave her a medal for P-ing*
        return parent.recipient
    object_ = parent.object
    if clause.link == "pcomp" and object_ is not None and _of_the_object(clause.head.head, parent):
        # *faces trial for bribing*: no trial bribes.
        return None if object_.lemma in telling else object_
    return None


def _for_what(preposition: Word, parent: Clause) -> bool:
    return preposition.low == "for" and preposition.head in (*parent.chain, parent.object)


def _of_the_object(preposition: Word, parent: Clause) -> bool:
    """*accused Y of bribing*, *banned Y from entering*, *praised Y for helping*: the object's doing."""
    verb = preposition.head
    if verb.low == "out" and verb.head.lemma in TALKING:
        # *talked Lee out of P-ing*
        verb = verb.head
    if preposition.dep != "prep" or verb not in parent.chain or preposition.i < verb.i or parent.passive:
        return False
    charged = preposition.low == "with" and verb.lemma == "charge"
    return charged or preposition.low in OBJECTS_DOING


def resolve_relative(clause: Clause) -> None:
    """*Russia, which has fueled an insurgency*: what the pronoun stands for takes part, not the pronoun.

    In *the deal he signed* there's no pronoun, and the noun is the object.
    """
    first = _topmost(clause, {"conj", "ccomp"})
    if _relative(clause.subject):
        over = _topmost(clause, {"conj", "ccomp", "xcomp", "advcl", "pcomp"})
        if over.link == "relcl":
            clause.subject, clause.via = described(over.head.head), "relative pronoun"
        return
    if first.link != "relcl":
        return
    antecedent = described(first.head.head)
    if _relative(clause.object) or (clause is first and clause.object is None and _contact(clause)):
        clause.object = antecedent


def _topmost(clause: Clause, links: set[str]) -> Clause:
    """The first clause above that hangs by another link."""
    while clause.link in links and clause.parent is not None:
        clause = clause.parent
    return clause


def _relative(word: Word | None) -> bool:
    return word is not None and word.low in RELATIVES and pronoun(word)


def _contact(clause: Clause) -> bool:
    """Whether the clause follows its noun without a relative word or a preposition left hanging."""
    if clause.via != "own" or clause.passive or clause.verb.lemma == "be" or is_time(clause.head.head):
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
    kind = noun.pos == "NOUN" or any(w.low in {"a", "an"} for w in noun.left)
    if noun.dep == "appos" and noun.head.pos == "PROPN" and kind:
        return noun.head
    return noun
