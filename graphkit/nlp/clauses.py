"""The clauses of a sentence, wherever in it they stand, linked to one another.

A clause is found once for each lexical verb. *wants to invade* is one clause whose chain holds both verbs;
*urged Russia to withdraw* is two, the second with Russia as its subject.
"""

from collections.abc import Container

from graphkit.nlp.chains import chain
from graphkit.nlp.clause import Clause
from graphkit.nlp.grammar import SUBJECTS, clausal
from graphkit.nlp.subjects import inherited, resolve_relative
from graphkit.nlp.tree import Tree, Word


def clauses(tree: Tree, telling: Container[str] = frozenset()) -> list[Clause]:
    """All clauses of a sentence in the order of their verbs, linked, with their subjects found.

    telling: nouns that have a content (see `Cues.nouns`): *a plan to invade* doesn't invade.
    """
    found: list[Clause] = []
    by_word: dict[int, Clause] = {}
    for word in sorted((w for w in tree.words if clausal(w)), key=_depth):
        if word.i in by_word:
            continue
        clause = Clause(chain(word))
        found.append(clause)
        for part in clause.chain:
            by_word[part.i] = clause
    for clause in found:
        _attach(clause, by_word)
        _fill(clause, by_word)
    for clause in found:
        if clause.subject is None:
            clause.subject, clause.via = inherited(clause, telling)
    for clause in found:
        resolve_relative(clause)
    return sorted(found, key=lambda clause: clause.verb.i)


def _depth(word: Word) -> tuple[int, int]:
    return sum(1 for _ in word.above()), word.i


def _attach(clause: Clause, by_word: dict[int, Clause]) -> None:
    """Find the clause it depends on, through nouns and prepositions."""
    clause.link = clause.head.dep
    for word in clause.head.above():
        parent = by_word.get(word.i)
        if parent is not None and parent is not clause:
            clause.parent = parent
            return


def _fill(clause: Clause, by_word: dict[int, Clause]) -> None:
    for word in clause.chain:
        for child in word.left + word.right:
            if child not in clause.chain:
                _take(child, word, clause, by_word)
    clause.complements.sort(key=lambda w: w.i)


def _take(child: Word, word: Word, clause: Clause, by_word: dict[int, Clause]) -> None:
    """Give a dependent of one of the chain's words its place in the clause."""
    if child.dep in SUBJECTS:
        if clause.subject is None and word is clause.head:
            clause.subject = child
    elif clause.object is None and _completes(child, word, clause):
        clause.object = child
    elif child.dep == "dative" and child.pos != "ADP" and clause.recipient is None:
        clause.recipient = child
    elif child.i not in by_word or child.dep in {"prep", "agent"}:
        clause.complements.append(child)


def _completes(child: Word, word: Word, clause: Clause) -> bool:
    """Whether it is an object or a predicate: *made a plan*, *is a judge*, *is open*."""
    if child.dep in {"dobj", "attr"}:
        return True
    return child.dep in {"acomp", "oprd"} and word is clause.verb
