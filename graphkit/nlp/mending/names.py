"""Names and their descriptions that the parser hangs on the wrong word."""

from graphkit.nlp.apposed import DATES
from graphkit.nlp.grammar import VERBS
from graphkit.nlp.mending.relatives import somebody
from graphkit.nlp.mending.words import behind_comma
from graphkit.nlp.mentions.words import BODIES, NATIONS, PEOPLE, PLACES
from graphkit.nlp.tree import Tree, Word, move, take_place

JOINING = frozenset({"of", "for", "at", "in", "from", "to"})
LOCATIVE = frozenset({"in", "at", "near", "on", "from", "to", "across", "into", "outside"})
PREFIXES = frozenset({"co", "ex", "vice", "deputy", "under", "non", "mid", "step", "half"})
BEFORE_VERBS = frozenset({"co", "pre", "re"})
PARTICLES = frozenset({
    "al", "bin", "da", "das", "de", "del", "della", "den", "der", "di", "dos", "du", "el", "ibn", "la", "le", "ten",
    "ter", "van", "von",
})  # fmt: skip
"""Words within a personal name that never end it."""
OF_NOUNS = frozenset({"det", "poss", "amod"})


def apposition(word: Word) -> None:
    """*the head of Rondo, Lee Park*: nobody is a firm, so the noun above is who is named; *the family of the
    victim, Lee Park* is that of somebody who can be.
    """
    over = word.head
    if word.entity != "PERSON" or over.entity == "PERSON" or over.dep != "pobj" or somebody(over):
        return
    for noun in over.above():
        if noun.pos == "NOUN" and somebody(noun):
            move(word, noun)
            return
        if noun.low not in JOINING and noun.dep != "pobj":
            return


def summing_up(word: Word) -> None:
    """*shelled a clinic in Goma, an attack that killed 19*: the act is described, not the place."""
    place = word.head
    described = word.pos == "NOUN" and word.lemma not in PLACES | NATIONS | BODIES | PEOPLE
    if not described or place.pos != "PROPN" or place.dep != "pobj":
        return
    located = place.head.low in LOCATIVE and place.entity not in {"PERSON", "ORG", "PRODUCT", "EVENT"}
    told = any(w.dep == "det" for w in word.left) and any(w.dep == "relcl" for w in word.right)
    verb = next((w for w in place.above() if w.pos in VERBS), None)
    if located and told and verb is not None:
        move(word, verb)


def behind_apposition(word: Word) -> None:
    """*met the envoy, Khalid Saud, in Baghdad*, *the head, Ann Lee, and her deputy*: what goes with the noun."""
    name = word.head
    noun = name.head
    if name.dep != "appos" or name.entity != "PERSON" or noun.pos != "NOUN":
        return
    if word.dep == "conj":
        if word.pos == "NOUN" and any(w.dep in {"poss", "det"} for w in word.left):
            for conjunction in [w for w in name.right if w.dep == "cc" and w.i < word.i]:
                move(conjunction, noun)
            move(word, noun)
    elif word.i > name.i and behind_comma(word):
        verb = next((w for w in name.above() if w.pos in VERBS), None)
        if verb is not None:
            move(word, verb)


def join_prefixes(tree: Tree) -> None:
    """*the co-founder*: "co" and the hyphen, taken for nouns, hang on the noun they begin."""
    words = tree.words
    for first, dash, noun in zip(words, words[1:], words[2:], strict=False):
        joined = dash.text == "-" and first.end == dash.start and dash.end == noun.start
        if joined and first.low in PREFIXES and noun.pos in {"NOUN", "PROPN"}:
            _join(first, dash, noun)
        elif joined and first.low in BEFORE_VERBS and noun.pos == "VERB":
            _join_verb(first, dash, noun)


def _join(first: Word, dash: Word, noun: Word) -> None:
    if noun.dep == "punct" and first.dep in {"dobj", "nsubj", "pobj"}:
        # *claims ex-worker*, where the noun is taken for punctuation
        move(noun, first.head)
        noun.dep = first.dep
    for part in (dash, first):
        if noun.head is part and part.head is not part:
            _take_place(noun, part)
    for word in (first, dash):
        if word.head is not word and noun.head is not word:
            move(word, noun)
            word.dep = word.dep if word.dep in OF_NOUNS else "compound"
    for word in [w for w in first.left if w.dep in OF_NOUNS]:
        move(word, noun)


def _join_verb(first: Word, dash: Word, verb: Word) -> None:
    """*is not pre-judging the case*, *has not pre-judged it*: "pre" and the hyphen, taken for verbs."""
    parts = (first, dash)
    top = next((w for w in parts if w in verb.above() and (w.head is w or w.head not in parts)), None)
    if top is not None:
        take_place(verb, top)
    for word in [w for part in parts for w in (*part.left, *part.right) if w not in {first, dash, verb}]:
        move(word, verb)
    be = verb.head
    if be.lemma == "be" and be.i < first.i and verb.dep in {"acomp", "advcl", "attr"}:
        for word in [w for w in (*be.left, *be.right) if w not in {first, dash, verb}]:
            move(word, verb)
        take_place(verb, be)
        move(be, verb)
        be.dep, be.pos = "aux" if verb.tag == "VBG" else "auxpass", "AUX"
    for word in parts:
        move(word, verb)
        word.dep = "punct"


def _take_place(noun: Word, part: Word) -> None:
    """The noun hangs where a part of its prefix did, and what hung on the part hangs on the noun."""
    over, dep = part.head, part.dep
    for word in [w for w in (*part.left, *part.right) if w is not noun]:
        move(word, noun)
    move(noun, over)
    noun.dep = dep


def join_particles(tree: Tree) -> None:
    """*Ursula von der Leyen*, of whom the pipeline takes Leyen for a town: one name, a person's."""
    words = tree.words
    for place, word in enumerate(words):
        if word.entity == "PERSON":
            last = place + 1
            while last < len(words) and words[last].low in PARTICLES:
                last += 1
            begun = last > place + 1 or (word.low in PARTICLES and not word.begins)
            if begun and last < len(words) and _surname(words[last]):
                for part in words[place + 1 : last + 1]:
                    part.entity, part.begins = "PERSON", False


def _surname(word: Word) -> bool:
    return word.tag in {"NNP", "NNPS"} and word.text[:1].isupper() and word.entity not in DATES
