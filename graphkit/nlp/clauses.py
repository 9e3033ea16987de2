"""Clauses: a verb (or a chain of verbs) with its subject, objects and complements, wherever in the sentence they stand.

A clause is found once for each lexical verb. *wants to invade* is one clause whose chain holds both verbs; *urged Russia
to withdraw* is two, the second with Russia as its subject.
"""

from dataclasses import dataclass, field

from graphkit.nlp.grammar import RELATIVES, SUBJECTS, clausal, infinitive, passive, pronoun, subject_of
from graphkit.nlp.tree import Tree, Word

CALLING = frozenset("appeal call count depend look plead press push rely wait".split())
"""Verbs that ask somebody, named after a preposition, to do something."""


PERSONAL = frozenset({"he", "she", "they", "we", "i", "you"})


@dataclass(slots=True, eq=False)
class Clause:
    """A verb and what belongs to it.

    chain: its verbs (and predicate adjectives) from the governing one to the one that names the act.
    subject: head word of its subject, inherited where it has none of its own; `via` names how it was found.
    object: head word of its direct object or predicate noun.
    agent_subject: whether subject is the agent of a passive turned round.
    complements: further dependents, as the words that govern them (prepositions, adverbs, nouns of time).
    parent: the clause it depends on, `link` the dependency (as "ccomp", "advcl", "conj", "relcl", "acl", "pcomp").
    """

    chain: list[Word]
    subject: Word | None = None
    via: str = "own"
    object: Word | None = None
    recipient: Word | None = None
    complements: list[Word] = field(default_factory=list)
    parent: "Clause | None" = None
    link: str = "ROOT"

    @property
    def head(self) -> Word:
        """The governing verb: where the clause hangs in the sentence."""
        return self.chain[0]

    @property
    def verb(self) -> Word:
        """The verb (or predicate adjective) that names the act."""
        return self.chain[-1]

    @property
    def passive(self) -> bool:
        """Whether its verb is in the passive."""
        return passive(self.verb)


def clauses(tree: Tree) -> list[Clause]:
    """All clauses of a sentence in the order of their verbs, linked, with their subjects found."""
    found: list[Clause] = []
    by_word: dict[int, Clause] = {}
    for word in sorted((w for w in tree.words if clausal(w)), key=_depth):
        if word.i in by_word:
            continue
        clause = Clause(_chain(word))
        found.append(clause)
        for part in clause.chain:
            by_word[part.i] = clause
    for clause in found:
        _attach(clause, by_word)
    for clause in found:
        _fill(clause, by_word)
    for clause in found:
        if clause.subject is None:
            clause.subject, clause.via = _inherited(clause)
    for clause in found:
        relative_pronouns(clause)
    return sorted(found, key=lambda clause: clause.verb.i)


def _of_the_object(preposition: Word, parent: Clause) -> bool:
    """*accused Y of bribing*, *banned Y from entering*, *praised Y for helping*: the object's doing."""
    if preposition.dep != "prep" or preposition.head not in parent.chain or parent.passive:
        return False
    return preposition.low in {"of", "from", "for", "into"} or (
        preposition.low == "with" and preposition.head.lemma == "charge"
    )


def relative_pronouns(clause: Clause) -> None:
    """*Russia, which has fueled an insurgency*: what the pronoun stands for takes part, not the pronoun.

    In *the deal he signed* there's no pronoun, and the noun is the object.
    """
    first = clause
    while first.link in {"conj", "ccomp"} and first.parent is not None:
        first = first.parent
    if first.link != "relcl":
        return
    antecedent = described(first.head.head)
    if clause.subject is not None and clause.subject.low in RELATIVES and pronoun(clause.subject):
        clause.subject, clause.via = antecedent, "relative pronoun"
    elif clause.object is not None and clause.object.low in RELATIVES and pronoun(clause.object):
        clause.object = antecedent
    elif clause is first and clause.object is None and clause.via == "own" and _contact(clause):
        clause.object = antecedent


def described(noun: Word) -> Word:
    """Whom a noun is said of: *Lee is a footballer who plays for X*, *NATO, an alliance founded in 1949*."""
    if noun.dep == "attr" and noun.head.lemma in {"be", "become", "remain"}:
        subject = subject_of(noun.head)
        if (
            subject is not None
            and subject.pos in {"PROPN", "NOUN"}
            or (subject is not None and subject.low in PERSONAL)
        ):
            return subject
    if noun.dep == "appos" and noun.head.pos == "PROPN" and noun.pos == "NOUN":
        return noun.head
    return noun


def _contact(clause: Clause) -> bool:
    """Whether the clause follows its noun without a relative word or a preposition left hanging."""
    relative = any(w.low in RELATIVES for w in clause.head.subtree())
    hanging = any(w.dep == "prep" and not w.right for w in clause.complements)
    return not relative and not hanging and not clause.passive and clause.verb.lemma != "be"


def _depth(word: Word) -> tuple[int, int]:
    return sum(1 for _ in word.above()), word.i


def _chain(verb: Word) -> list[Word]:
    """*wants to invade*, *seemed ready to invade*, *is expected to keep trying to sell*."""
    chain = [verb]
    while (following := _next_in_chain(chain[-1])) is not None:
        chain.append(following)
    return chain


def _next_in_chain(word: Word) -> Word | None:
    predicate = next((w for w in word.right if w.dep in {"acomp", "oprd"} and w.pos in {"ADJ", "VERB"}), None)
    if predicate is not None and not any(w.dep in {"dobj", "attr"} for w in word.right):
        inner = next((w for w in predicate.right if w.dep == "xcomp" and infinitive(w)), None)
        if inner is not None:
            return predicate
    if word.pos in {"ADJ"} and word.dep in {"acomp", "oprd"}:
        return next((w for w in word.right if w.dep == "xcomp" and infinitive(w)), None)
    if any(w.dep in {"dobj", "dative"} for w in word.right):
        return None
    if passive(word) and (gerund := _after_preposition(word)) is not None:
        return gerund
    following = next((w for w in word.right if w.dep == "xcomp" and clausal(w)), None)
    if following is not None and controller(word, following) is not None:
        return None
    if (
        following is not None
        and subject_of(following) is None
        and (infinitive(following) or following.tag == "VBG")
    ):
        return following
    return None


def _after_preposition(verb: Word) -> Word | None:
    """*was accused of bribing*: the gerund right after a passive and its preposition."""
    for word in verb.right:
        if word.dep == "prep" and word.i == verb.i + 1 and word.low in {"of", "from", "with"}:
            return next(
                (w for w in word.right if w.dep == "pcomp" and w.tag == "VBG" and w.i == word.i + 1), None
            )
    return None


def controller(verb: Word, following: Word) -> Word | None:
    """*called on Russia to withdraw*, *waited for Kyiv to answer*: the noun after the preposition is to act."""
    if verb.lemma not in CALLING or not infinitive(following):
        return None
    for word in verb.right:
        if word.dep == "prep" and word.i < following.i and word.low in {"on", "upon", "to", "for", "with"}:
            return next((w for w in word.right if w.dep == "pobj"), None)
    return None


def _attach(clause: Clause, by_word: dict[int, Clause]) -> None:
    """Find the clause it depends on, through nouns and prepositions."""
    clause.link = clause.head.dep
    for word in clause.head.above():
        parent = by_word.get(word.i)
        if parent is not None and parent is not clause:
            clause.parent = parent
            return


def _fill(clause: Clause, by_word: dict[int, Clause]) -> None:
    for place, word in enumerate(clause.chain):
        for child in word.left + word.right:
            if child in clause.chain:
                continue
            if child.dep in SUBJECTS:
                if clause.subject is None and place == 0:
                    clause.subject = child
            elif child.dep in {"dobj", "attr"} and clause.object is None:
                clause.object = child
            elif child.dep in {"acomp", "oprd"} and clause.object is None and word is clause.verb:
                clause.object = child
            elif child.dep == "dative" and child.pos != "ADP" and clause.recipient is None:
                clause.recipient = child
            elif child.i not in by_word or child.dep in {"prep", "agent"}:
                clause.complements.append(child)
    clause.complements.sort(key=lambda w: w.i)


def _inherited(clause: Clause) -> tuple[Word | None, str]:
    """The subject of a clause that has none of its own, and the name of the way it was found."""
    head, parent = clause.head, clause.parent
    if clause.link in {"acl", "relcl"}:
        return described(head.head), "modified noun"
    if parent is None:
        return None, ""
    if clause.link == "conj":
        if parent.subject is None:
            parent.subject, parent.via = _inherited(parent)
        return parent.subject, parent.via
    if parent.subject is None:
        parent.subject, parent.via = _inherited(parent)
    if clause.link == "xcomp" and (asked := controller(head.head, head)) is not None:
        return asked, "controlled by the object"
    if clause.link == "xcomp" and parent.object is not None:
        return parent.object, "controlled by the object"
    if clause.link == "pcomp" and parent.object is not None and _of_the_object(head.head, parent):
        return parent.object, "controlled by the object"
    if clause.link in {"xcomp", "advcl", "pcomp"}:
        return parent.subject, "controlled by the subject"
    return None, ""
