"""Subjects that the parser takes for something else, and what it takes for a subject."""

from graphkit.nlp.grammar import ACTED, SUBJECTS, VERBS, begins, subject_of
from graphkit.nlp.mending.words import FINITE, SAYING
from graphkit.nlp.phrases import is_time, leftmost
from graphkit.nlp.tree import Word, move

EXPLETIVE = frozenset({"expl"})


def inverted_speaker(verb: Word) -> None:
    """*"We will," threatened the commander*: what follows a verb that has said its content is who said it."""
    over = verb.head
    first = verb.i < over.i or over.previous is None
    if not first or any(w.dep in ACTED | EXPLETIVE for w in over.left + over.right):
        return
    noun = next((w for w in over.right if w.dep in {"dobj", "attr"} and w.i > over.i), None)
    if noun is not None and over.tag in FINITE:
        noun.dep = "nsubj"


def inverted_aside(verb: Word) -> None:
    """*Taxes will rise, warned the minister*: behind a comma a verb without a subject, and who says it."""
    over = verb.head
    finite = verb.tag in {"VBD", "VBZ"} and not any(w.dep in {"nsubj", "aux", "auxpass"} for w in verb.left)
    noun = next((w for w in verb.right if w.dep in {"dobj", "attr"}), None)
    if not finite or noun is None or verb.i < over.i or verb.previous is None or verb.previous.text != ",":
        return
    if subject_of(over) is not None and over.pos in VERBS:
        noun.dep = "nsubj"
        verb.dep = "parataxis"


def parted_subject(verb: Word) -> None:
    """*said the attack, if confirmed, would be a crime*: what stands before the clause is its subject."""
    over = verb.head
    finite = verb.tag in FINITE or any(w.tag == "MD" for w in verb.left)
    if over.lemma not in SAYING or not finite or any(w.dep in SUBJECTS | EXPLETIVE for w in verb.left):
        return
    noun = next((w for w in over.right if w.dep == "dobj"), None)
    if noun is not None and over.i < noun.i < begins(verb).i and subject_of(over) is not None:
        move(noun, verb)
        noun.dep = "nsubj"


def listed_first(word: Word) -> None:
    """*Chad, Niger and Mali signed*: the first of a list of subjects, taken for something apart."""
    verb = word.head
    subject = next((w for w in verb.left if w.dep in ACTED), None)
    if word.pos not in {"PROPN", "NOUN"} or word.left or is_time(word) or subject is None:
        return
    joined = any(w.dep == "conj" for w in subject.right)
    between = [w.text for w in verb.left if word.i < w.i < subject.i]
    if joined and word.i < subject.i and between in ([","], []) and _comma_after(word):
        word.dep = subject.dep
        subject.dep = "conj"
        move(subject, word)


def _comma_after(word: Word) -> bool:
    following = [w for w in (*word.right, *word.head.left) if w.i == word.i + 1]
    return any(w.text == "," for w in following)


def denial(word: Word) -> None:
    """*Neither did Oslo recognise the junta*: no subject, but a denial."""
    others = [w for w in word.head.left if w is not word and w.dep in ACTED]
    if word.low in {"neither", "nor"} and others:
        word.dep = "preconj"


def of_another_sentence(word: Word) -> None:
    """*Police fired on protesters; no one was hurt*, where both are taken for subjects of the second verb."""
    later = any(w.dep in ACTED and w.i > word.i for w in word.head.left)
    if later and any(w.text == ";" and w.i > word.i for w in word.head.left):
        word.dep = "dep"


def measured(word: Word) -> None:
    """*A magnitude 6.8 earthquake struck*: the first of two nouns, with a number between them, is the second's."""
    second = next((w for w in word.head.left if w.dep == word.dep and w.i == word.i + 2), None)
    if second is None or word.tag != "NN" or second.tag not in {"NN", "NNS"}:
        return
    if any(w.dep == "nummod" and w.i == word.i + 1 for w in second.left):
        for below in list(word.left):
            move(below, second)
        move(word, second)
        word.dep = "compound"


def compounded(word: Word) -> None:
    """*as Kyiv buries its dead*, where Kyiv is taken for part of a name: a finite verb has a subject, no compound."""
    verb = word.head
    if verb.tag not in FINITE or verb.pos != "VERB" or any(w.dep in SUBJECTS | EXPLETIVE for w in verb.left):
        return
    if word.pos in {"NOUN", "PROPN"} and begins(verb).previous is word:
        word.dep = "nsubj"


def nearest_object(word: Word) -> None:
    """*denies shelling a ward as Kyiv buries its dead*: a verb behind the one above, right before it, governs it."""
    verb = leftmost(word).previous
    if verb is None or verb.pos != "VERB" or verb.i < word.head.i or verb is word.head:
        return
    if word.head in verb.above() and not any(w.dep == "dobj" for w in verb.right):
        move(word, verb)
