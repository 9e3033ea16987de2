"""What one sentence makes of another: *People think she left. She didn't*, the answers of an interview."""

from collections.abc import Sequence
from itertools import pairwise

from graphkit.nlp.grammar import AUXILIARIES
from graphkit.nlp.tree import Tree

ASKING = frozenset({"Q", "A"})
MISTAKEN = frozenset({"false", "incorrect", "mistaken", "untrue", "wrong"})
LONGEST = 4
"""Words of a sentence that does nothing but deny the one before."""


def refuted(trees: Sequence[Tree]) -> frozenset[int]:
    """Numbers of the sentences that the next one denies: what is told or thought in them isn't so."""
    return frozenset(one.number for one, other in pairwise(trees) if _denies(other))


def _denies(tree: Tree) -> bool:
    """*It didn't.*, *He did not.*, *They were wrong.*"""
    words = [w for w in tree.words if w.pos not in {"PUNCT", "SPACE"}]
    if not 2 <= len(words) <= LONGEST or words[0].pos != "PRON" or words[1].pos not in {"AUX", "VERB"}:
        return False
    last = words[-1]
    if last.low in MISTAKEN:
        return words[1].lemma == "be" and not any(w.dep == "neg" for w in words)
    auxiliary = words[1].dep in AUXILIARIES or words[1].lemma in {"be", "do", "have"} or words[1].tag == "MD"
    return auxiliary and last.dep == "neg" and len(words) == LONGEST - 1


def answers(trees: Sequence[Tree], text: str) -> frozenset[int]:
    """Numbers of the sentences of *Q:* and *A:* paragraphs: said by somebody the line doesn't name."""
    found: set[int] = set()
    inside = False
    before: Tree | None = None
    for tree in trees:
        if before is None or "\n" in text[before.end : tree.start]:
            inside = tree.words[0].text in ASKING and len(tree.words) > 1 and tree.words[1].text == ":"
        if inside:
            found.add(tree.number)
        before = tree
    return frozenset(found)
