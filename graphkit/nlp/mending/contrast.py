"""What is said not to be so beside what is: *by settlers, not by rebels*, *not a base but a school*.

The parser takes both for participants. Only what is so stays in the clause; the other hangs on its verb, as nothing.
"""

from itertools import pairwise

from graphkit.nlp.grammar import NOUNS, VERBS
from graphkit.nlp.mending.words import behind_comma
from graphkit.nlp.phrases import leftmost, rightmost
from graphkit.nlp.tree import Tree, Word, move

CONTRAST = "contrast"
"""Dependency of what is said not to take part."""
ADDING = frozenset({"all", "even", "just", "least", "merely", "only", "simply", "so", "until", "yet"})
"""Words after "not" that make no contrast: *not only by rebels*."""
PARTING = frozenset({",", "and", "but", "—", "–", "--"})
ROLES = frozenset({"dobj", "pobj", "attr", "nsubj", "nsubjpass"})


def contrasts(tree: Tree) -> None:
    """Take what is contrasted out of its clause; the tree is changed in place."""
    for denial, first in pairwise(tree.words):
        if denial.low != "not" or first.low in ADDING:
            continue
        if first.pos in {"ADP", "SCONJ"}:
            _phrase(denial, first)
        else:
            noun = _noun_from(first)
            if noun is not None:
                _noun(denial, noun)


def _phrase(denial: Word, preposition: Word) -> None:
    """*not by rebels but by guards*, *by Iran, not by Russia*."""
    if not any(w.dep == "pobj" for w in preposition.right):
        return
    instead = _behind_but(preposition)
    if instead is not None:
        _replace(denial, preposition, instead)
        return
    verb = preposition.head
    before = [w for w in verb.right if w.low == preposition.low and w.i < denial.i]
    if before and _parted(denial):
        if before[-1].dep in {"prep", "agent"} and preposition.dep == "agent":
            before[-1].dep = "agent"
        _drop(denial, preposition)


def _noun(denial: Word, noun: Word) -> None:
    """*not a base but a school*, *Doyle, not Strauss*, *Doyle and not Strauss*."""
    instead = _behind_but(noun) or _behind_cleft(noun)
    if instead is not None and noun.dep in ROLES:
        _replace(denial, noun, instead)
    elif noun.dep in {"appos", "conj"} and noun.head.pos in NOUNS and _parted(denial):
        for clause in [w for w in noun.right if w.dep == "relcl" and behind_comma(leftmost(w))]:
            # *It was Doyle, not Strauss, who leaked it.*
            move(clause, noun.head)
        _drop(denial, noun)


def _noun_from(first: Word) -> Word | None:
    """The head of the noun phrase that begins with the word."""
    noun = first if first.pos in NOUNS and first.dep not in {"compound", "poss", "nummod"} else first.head
    while noun.dep in {"compound", "poss", "nummod", "amod"} and noun.head.i > noun.i:
        noun = noun.head
    return noun if noun.pos in NOUNS and leftmost(noun).i <= first.i <= noun.i else None


def _behind_but(word: Word) -> Word | None:
    """*not A but B*: B."""
    but = next((w for w in word.right if w.dep == "cc" and w.low == "but"), None)
    same = NOUNS if word.pos in NOUNS else {word.pos}
    found = next((w for w in word.right if w.dep == "conj" and w.pos in same), None)
    return found if but is not None and found is not None and but.i < found.i else None


def _behind_cleft(noun: Word) -> Word | None:
    """*It was not Vos who ordered the raid but Park*: the name behind "but" goes with the name before."""
    clause = next((w for w in noun.right if w.dep == "relcl"), None)
    if noun.dep != "attr" or noun.pos != "PROPN" or clause is None:
        return None
    last = rightmost(clause)
    but = any(w.low == "but" for w in last.head.right if w.i < last.i)
    return last if but and last.dep == "conj" and last.pos == "PROPN" else None


def _replace(denial: Word, word: Word, instead: Word) -> None:
    """What comes after "but" takes the place of what comes after "not"."""
    instead.dep = word.dep
    move(instead, word.head)
    for clause in [w for w in word.right if w.dep in {"relcl", "acl"}]:
        if clause.i > instead.i or word.dep == "attr":
            move(clause, instead)
    _drop(denial, word)


def _drop(denial: Word, word: Word) -> None:
    verb = next((w for w in word.above() if w.pos in VERBS), None)
    if verb is None:
        return
    for extra in [w for w in word.head.right if w.dep == "cc" and w.i == denial.i - 1]:
        move(extra, word)
    if word.head is not verb:
        move(word, verb)
    word.dep = CONTRAST
    if denial.head is not word:
        move(denial, word)


def _parted(denial: Word) -> bool:
    """*Doyle, not Strauss*, *Doyle and not Strauss*."""
    return denial.previous is not None and denial.previous.low in PARTING
