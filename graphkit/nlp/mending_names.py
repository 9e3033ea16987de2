"""Names and their descriptions that the parser hangs on the wrong word."""

from graphkit.nlp.mentions.words import BODIES, NATIONS, PEOPLE, PLACES
from graphkit.nlp.tree import Tree, Word, move

JOINING = frozenset({"of", "for", "at", "in", "from", "to"})
LOCATIVE = frozenset({"in", "at", "near", "on", "from", "to", "across", "into", "outside"})
PREFIXES = frozenset({"co", "ex", "vice", "deputy", "under", "non", "mid", "step", "half"})


def apposition(word: Word) -> Word | None:
    """*the head of Rondo, Lee Park*: nobody is a firm, so the noun above is who is named."""
    over = word.head
    if word.entity != "PERSON" or over.entity == "PERSON" or over.dep != "pobj":
        return None
    for noun in over.above():
        if noun.pos == "NOUN" and noun.tag == "NN" and noun.lemma in PEOPLE:
            return noun
        if noun.low not in JOINING and noun.dep != "pobj":
            return None
    return None


def summing_up(word: Word) -> Word | None:
    """*shelled a clinic in Goma, an attack that killed 19*: the act is described, not the place.

    The verb it sums up, or None.
    """
    place = word.head
    described = word.pos == "NOUN" and word.lemma not in PLACES | NATIONS | BODIES | PEOPLE
    if (
        not described
        or place.pos != "PROPN"
        or place.dep != "pobj"
        or not any(w.dep == "det" for w in word.left)
    ):
        return None
    located = place.head.low in LOCATIVE and place.entity not in {"PERSON", "ORG", "PRODUCT", "EVENT"}
    told = any(w.dep == "relcl" for w in word.right)
    return next((w for w in place.above() if w.pos in {"VERB", "AUX"}), None) if located and told else None


def behind_apposition(word: Word) -> Word | None:
    """*met the envoy, Khalid Saud, in Baghdad*, *the head, Ann Lee, and her deputy*: what goes with the noun."""
    name = word.head
    if name.dep != "appos" or name.entity != "PERSON" or name.head.pos != "NOUN":
        return None
    if word.dep == "conj":
        return name.head if word.pos == "NOUN" and any(w.dep in {"poss", "det"} for w in word.left) else None
    before = word.previous
    if word.i < name.i or before is None or before.text != ",":
        return None
    return next((verb for verb in name.above() if verb.pos in {"VERB", "AUX"}), None)


def _take_place(noun: Word, first: Word) -> None:
    """The noun hangs where its prefix did, and what hung on the prefix hangs on the noun."""
    if first.head is first:
        return
    over, dep = first.head, first.dep
    for word in [w for w in (*first.left, *first.right) if w is not noun]:
        move(word, noun)
    move(noun, over)
    noun.dep = dep


def prefixes(tree: Tree) -> list[tuple[Word, Word]]:
    """*the co-founder*: "co" and the hyphen, taken for subjects, with the noun they belong to."""
    found: list[tuple[Word, Word]] = []
    words = tree.words
    for place in range(len(words) - 2):
        first, dash, noun = words[place : place + 3]
        if dash.text != "-" or first.low not in PREFIXES or noun.pos not in {"NOUN", "PROPN"}:
            continue
        if first.end == dash.start and dash.end == noun.start:
            if noun.head is first:
                _take_place(noun, first)
            outside = [
                w for w in (first, dash) if w.head is not noun and w.head is not w and noun.head is not w
            ]
            found += [(word, noun) for word in outside]
            found += [(word, noun) for word in first.left if word.dep in {"det", "poss", "amod"}]
    return found
