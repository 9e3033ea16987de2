"""Verbs of a list that the parser parts: *has never lied, cheated or stolen*, *said he lied, stole and fled*."""

from graphkit.nlp.grammar import AUXILIARIES, SUBJECTS, VERBS
from graphkit.nlp.mending.words import FINITE, SAYING, TELLING, behind_comma
from graphkit.nlp.tree import Word, move

LISTED = frozenset({"VBN", "VBD"})


def listed_verb(verb: Word) -> None:
    """*lied, cheated or stole*: like the first in form, right behind a comma, and others are joined to it."""
    first, comma = verb.head, verb.previous
    if verb.tag not in LISTED or verb.tag != first.tag or verb.i < first.i or first.pos not in VERBS:
        return
    joined = any(w.dep == "cc" for w in verb.right) and any(w.dep == "conj" for w in verb.right)
    if _alone(verb) and joined and comma is not None and comma.text == ",":
        verb.dep = "conj"


def told_list(verb: Word) -> None:
    """*said that rebels raided a town, killed a guard and fled*: the rebels did it all, as the speaker says."""
    over = verb.head
    if over.lemma not in SAYING | TELLING or verb.lemma in SAYING | TELLING or verb.tag not in FINITE:
        return
    content = next((w for w in over.right if w.dep == "ccomp" and w.i < verb.i), None)
    if content is None or content.tag != verb.tag or not _alone(verb) or not behind_comma(verb):
        return
    if any(w.dep in AUXILIARIES | {"expl"} for w in content.left) or not any(
        w.dep in SUBJECTS for w in content.left
    ):
        return
    move(verb, content)
    verb.dep = "conj"


def _alone(verb: Word) -> bool:
    return not any(w.dep in SUBJECTS | AUXILIARIES | {"mark"} for w in verb.left)
