"""Claims without a verb: offices and descriptions beside a name.

*NATO Secretary General Jens Stoltenberg*, *Sergei Lavrov, Russia's foreign minister*,
*Celeski, an Australian footballer*.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from graphkit.nlp.apposed import apposed_name
from graphkit.nlp.grammar import possessor
from graphkit.nlp.mentions.words import OFFICES, PEOPLE, PORTFOLIOS
from graphkit.nlp.phrases import name_words
from graphkit.nlp.rules import APPOSITION, TITLE, Rule
from graphkit.nlp.tree import Tree, Word

HONORIFICS = frozenset({
    "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr.", "prof", "prof.", "sir", "dame", "lord",
    "lady", "rev", "rev.", "st", "st.", "mx", "messrs.", "monsieur", "madame", "herr",
})  # fmt: skip
CREDITS = frozenset({"credit", "file", "graphic", "image", "map", "photo", "picture", "source", "video"})
"""Words before whoever took a picture: *Image: Ann Lee*."""
ORIGINS = frozenset({"NORP", "GPE", "ORG", "LOC"})


@dataclass(frozen=True, slots=True)
class Description:
    """What a name is said to be.

    name: its head word. noun: head of the description, words: all that say what.
    whom: of whom or of what it is that (*Russia*), or None. rule: how it was found.
    preposition: "of", or whatever the sentence has.
    """

    name: Word
    noun: Word
    words: tuple[Word, ...]
    whom: Word | None
    preposition: str
    rule: Rule


def descriptions(tree: Tree) -> Iterator[Description]:
    """Descriptions beside names, in the order of the text."""
    for word in tree.words:
        for child in word.right:
            if child.dep == "appos":
                yield from _apposition(word, child)
        if word.entity == "PERSON" and word.pos == "PROPN" and word.dep != "compound":
            yield from _title(word)


def _apposition(one: Word, other: Word) -> Iterator[Description]:
    """*X, the leader of Y* and *the leader of Y, X*; *her husband, the actor X*."""
    named = apposed_name(one) if other.pos == "NOUN" else None
    for name, noun in ((one, other), (named or other, one)):
        if (
            name.pos == "PROPN"
            and noun.pos == "NOUN"
            and noun.entity not in {"DATE", "TIME", "MONEY", "PERCENT"}
            and noun.low not in CREDITS
        ):
            yield _description(name, noun, APPOSITION)
            return


def _title(name: Word) -> Iterator[Description]:
    """*Russian Foreign Minister Sergei Lavrov*: the nouns before a person's name."""
    inside = {w.i for w in own_name(name)}
    before = [w for w in name.left if w.dep in {"compound", "nmod", "amod", "poss"} and w.i not in inside]
    if not before:
        return
    noun = before[-1]
    if (
        noun.low in HONORIFICS
        or noun.pos not in {"NOUN", "PROPN"}
        or noun.dep == "poss"
        or noun.entity in ORIGINS
    ):
        return
    yield _described(name, noun, [*before[:-1], *noun.left], [noun], TITLE)


def own_name(name: Word) -> list[Word]:
    """The words of a name without the titles the pipeline takes for part of it."""
    words = name_words(name)
    while len(words) > 1 and words[0].low in OFFICES:
        words = words[1:]
    return words


def _description(name: Word, noun: Word, rule: Rule) -> Description:
    return _described(name, noun, noun.left, [noun], rule)


def _of_origin(word: Word) -> bool:
    """*Russian*, *UN*: what an office is of; a *Danish group* is a group, of nobody."""
    return word.entity in ORIGINS and word.low not in PORTFOLIOS


def _described(name: Word, noun: Word, left: list[Word], words: list[Word], rule: Rule) -> Description:
    whom: Word | None = None
    preposition = "of"
    for word in left:
        if word.dep == "poss" or (_of_origin(word) and noun.lemma in PEOPLE):
            whom = possessor(word) if whom is None or word.dep == "poss" else whom
        elif word.dep in {"compound", "amod", "nmod"} and (
            not word.entity or word.tag == "JJ" or word.low in PORTFOLIOS
        ):
            words += word.subtree()
    for word in noun.right:
        if word.dep == "prep" and word.i == noun.i + 1:
            inner = next((w for w in word.right if w.dep == "pobj"), None)
            if inner is not None and inner.pos == "PROPN" and rule is TITLE:
                words += [word, *inner.subtree()]
            elif inner is not None and whom is None:
                whom, preposition = inner, word.low
    return Description(name, noun, tuple(sorted(words, key=lambda w: w.i)), whom, preposition, rule)
