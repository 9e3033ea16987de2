"""Pronouns that refer, and those that only fill a place."""

from graphkit.nlp.mentions.acts import acts
from graphkit.nlp.mentions.found import Found
from graphkit.nlp.mentions.words import listed
from graphkit.nlp.tree import Tree, Word

PLURAL: dict[str, bool | None] = {
    "he": False, "him": False, "his": False, "himself": False, "she": False, "her": False, "hers": False,
    "herself": False, "it": False, "its": False, "itself": False, "they": True, "them": True, "their": True,
    "theirs": True, "themselves": True, "i": False, "me": False, "my": False, "mine": False, "myself": False,
    "we": True, "us": True, "our": True, "ours": True, "ourselves": True,
}  # fmt: skip
WEATHER = listed("rain snow hail thunder drizzle")
RAISING = listed("seem appear happen turn emerge transpire follow matter help take mean look cost")


JUDGING = frozenset({"make", "find", "consider", "think", "deem", "keep", "believe"})
CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "csubj", "acl", "relcl"})
PERSONAL = listed("he him his himself she her hers herself i me my mine myself")


def pronouns_in(tree: Tree) -> list[Found]:
    """Personal pronouns of a sentence, with possessives and reflexives."""
    words = tree.words
    return [
        _pronoun(word, tree)
        for n, word in enumerate(words)
        if refers(word) and not (n and n + 1 < len(words) and _bracketed(words[n - 1], words[n + 1]))
    ]


def _bracketed(before: Word, after: Word) -> bool:
    """*(it)* marks a language, or repeats what was said."""
    return before.text in {"(", "["} and after.text in {")", "]"}


def _pronoun(word: Word, tree: Tree) -> Found:
    return Found(
        head=word,
        first=word,
        last=word,
        kind="pronoun",
        sentence=tree.number,
        outer=(word, word),
        type="Person" if word.low in PERSONAL else None,
        acts=acts(word),
        plural=PLURAL[word.low],
    )


def refers(word: Word) -> bool:
    """Whether the word is a personal pronoun that stands for something, unlike *it is clear that*."""
    if word.low not in PLURAL or word.tag not in {"PRP", "PRP$"}:
        return False
    return word.low != "it" or not pleonastic(word)


def pleonastic(word: Word) -> bool:
    """*It is likely that*, *it took days to*, *it rained*, *make it easier to*."""
    verb = word.head
    if verb.pos == "ADJ" and verb.head.lemma in JUDGING and verb.head.i < word.i:
        return any(w.dep in {"xcomp", "ccomp", "advcl", "prep"} for w in verb.right)
    if word.dep == "expl" or (word.dep == "nsubj" and verb.lemma in WEATHER):
        return True
    if word.dep not in {"nsubj", "nsubjpass"}:
        return False
    below = [w for w in verb.right if w.dep in CLAUSES]
    if verb.lemma == "be":
        return _says_of_clause(verb, below)
    if word.dep == "nsubjpass":
        return any(w.dep in {"ccomp", "csubj"} for w in below)
    return verb.lemma in RAISING and any(map(_content, below))


def _says_of_clause(verb: Word, below: list[Word]) -> bool:
    """*It is clear that*, *it was Putin who*."""
    predicate = next((w for w in verb.right if w.dep in {"acomp", "attr"}), None)
    if predicate is None:
        return bool(below)
    inner = [w for w in predicate.right if w.dep in CLAUSES]
    if predicate.pos == "ADJ":
        return any(map(_content, (*below, *inner)))
    return any(w.dep == "relcl" for w in inner) or any(map(_content, below))


def _content(verb: Word) -> bool:
    """A clause with *that* or *to*: what the empty subject announces."""
    return any(w.low in {"that", "to", "whether", "if", "for"} for w in verb.left)
