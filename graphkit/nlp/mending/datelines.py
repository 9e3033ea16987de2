"""Datelines left in a sentence: *CAIRO -- Forces loyal to Lee dismissed the offer*. The place does nothing there.

The parser takes it for the subject, or the subject for its apposition.
"""

from graphkit.nlp.grammar import SUBJECTS, VERBS
from graphkit.nlp.tree import Tree, Word, make_root, move

PARTING = frozenset({"--", "—", "–", "-", ":", "):"})
LONGEST = 12
"""Words before the dash: *KHARTOUM, March 16 (Xinhua)*."""
SHORTEST_PLACE = 4
"""Letters: an acronym with a colon may be a speaker."""
UNTIED = "dep"


def untie_dateline(tree: Tree) -> None:
    """Take the dateline out of the sentence; the tree is changed in place."""
    before = _dateline(tree.words)
    if not before:
        return
    inside = {word.i for word in before}
    for word in before:
        if word.head.i not in inside and word.dep in SUBJECTS:
            word.dep = UNTIED
    for word in tree.words:
        if word.head.i in inside and word.i not in inside and word.text not in PARTING:
            _free(word, _top(word.head))


def _dateline(words: list[Word]) -> list[Word]:
    """The words before the dash, or none."""
    place = words[0].text
    if place in {"Q", "A"} and len(words) > 1 and words[1].text == ":":
        return words[:1]
    if len(place) < SHORTEST_PLACE and not (len(words) > 1 and words[1].text.isupper()):
        return []
    for number, word in enumerate(words[:LONGEST]):
        if word.text in PARTING and number:
            return words[:number] if place.isupper() or _labels(words, number) else []
        if word.pos in VERBS:
            return []
    return []


def _labels(words: list[Word], number: int) -> bool:
    """*Egypt: A court has upheld the sentences*."""
    named = words[number].text == ":" and words[0].entity in {"GPE", "LOC"} and words[0].begins
    return named and all(w.entity == words[0].entity for w in words[:number])


def _top(word: Word) -> Word:
    return next((over for over in word.above() if over.dep == UNTIED), word)


def _free(word: Word, dateline: Word) -> None:
    """What hangs on the dateline belongs to the sentence: its subject, or its verb."""
    if word.pos in VERBS and word.dep in {"acl", "relcl", "appos"}:
        make_root(word)
        return
    if word.dep == "appos" and dateline.text in {"Q", "A"}:
        word.dep = UNTIED
    verb = dateline.head
    if word.dep in {"appos", "conj", "nmod"} and verb.pos in VERBS and not _has_subject(verb):
        move(word, verb)
        word.dep = "nsubj"


def _has_subject(verb: Word) -> bool:
    return any(w.dep in SUBJECTS for w in verb.left)
