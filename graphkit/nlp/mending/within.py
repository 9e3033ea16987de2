"""Who is described by what others say of him: *the man who police say robbed the bank is in jail*.

Between *who* and its verb stands who says it and the verb of saying; the parser takes the saying for what he did.
"""

from graphkit.nlp.grammar import ACTED, AUXILIARIES, NOUNS, SUBJECTS
from graphkit.nlp.mending.main_verb import TELLING_SO, give_object, to_main
from graphkit.nlp.mending.words import FINITE, REPORTING
from graphkit.nlp.phrases import leftmost
from graphkit.nlp.tree import Tree, Word, move, take_place

SAYING_SO = REPORTING | {"acknowledge", "admit", "fear", "hope", "know", "presume", "suppose", "suspect"}
WHO = frozenset({"that", "which", "who", "whom"})
GROUP = frozenset({"CD", "DT", "JJ", "NN", "NNP", "NNPS", "NNS", "POS", "PRP", "PRP$"})
"""Tags of the words of a plain noun phrase."""
LONGEST = 6
"""Words that who says it may have."""
PAST = frozenset({"VBD", "VBN"})


def said_within(tree: Tree) -> None:
    """Give *who* to the verb it belongs to; the tree is changed in place."""
    words = tree.words
    for place, who in enumerate(words):
        if who.low in WHO and who.tag != "DT" and who.dep != "mark" and place:
            found = _saying(words, place + 1)
            if found is not None:
                _hang(words, place, found)


def _saying(words: list[Word], start: int) -> int | None:
    """Place of a verb of saying behind a noun phrase and before a finite verb."""
    for place in range(start, min(start + LONGEST, len(words) - 1)):
        verb = words[place]
        says = verb.lemma in SAYING_SO or verb.low == "says"
        claims = verb.low == "claims" and words[place - 1].pos == "PROPN"
        if place > start and says and (verb.tag in FINITE or verb.tag == "VBN" or claims):
            teller = words[place - 1]
            plural = teller.tag == "VBZ" and verb.tag == "VBP" and place == start + 1
            group = words[start : place - 1]
            if not (plural or teller.pos in NOUNS) or any(w.tag not in GROUP for w in group):
                return None
            return place if _finite(words[place + 1]) else None
        if verb.tag not in GROUP and not (verb.tag == "VBZ" and place == start):
            return None
    return None


def _finite(word: Word) -> bool:
    if word.pos not in {"AUX", "VERB"}:
        return False
    return word.tag in FINITE | {"MD", "VB"} or (word.tag == "VBN" and word.low.endswith("ed"))


def _hang(words: list[Word], place: int, at: int) -> None:
    who, saying, teller = words[place], words[at], words[at - 1]
    first = words[at + 1]
    verb = first.head if first.dep in AUXILIARIES and first.head.i > first.i else first
    noun = _antecedent(words, place, (saying, verb, teller))
    if noun is None or verb is saying or any(w.i > saying.i and w.dep in SUBJECTS for w in verb.left):
        return
    if saying in noun.above() and not _lift(noun, saying, verb):
        return
    if verb in noun.above() and not _free(noun, verb):
        return
    if verb in saying.above():
        take_place(saying, verb)
    move(saying, noun)
    saying.dep = "relcl"
    _link(who, verb, teller, saying)
    if verb is first and verb.tag in {"VB", "VBN"}:
        verb.tag = "VBD"
    give_object(verb, noun)


def _link(who: Word, verb: Word, teller: Word, saying: Word) -> None:
    """Put who is described, what they did, and who says so, where they belong."""
    passive = any(w.dep == "auxpass" for w in verb.left)
    parts = (
        (verb, saying, "ccomp"),
        (teller, saying, "nsubj"),
        (who, verb, "nsubjpass" if passive else "nsubj"),
    )
    for word, head, dep in parts:
        if word.head is not head:
            move(word, head)
        word.dep = dep
    saying.pos = verb.pos = "VERB"
    if saying.low in {"claims", "says"}:
        saying.lemma, saying.tag = saying.low[:-1], "VBZ"
    if saying.tag == "VBN":
        saying.tag = "VBD"
    if teller.tag == "VBZ":
        teller.tag, teller.pos = "NNS", "NOUN"


def _free(noun: Word, verb: Word) -> bool:
    """*The driver who police say hit him has fled*: what is said of him isn't the main verb, nor its subject."""
    if verb.dep in SUBJECTS:
        move(noun, verb.head)
        noun.dep = verb.dep
        return True
    if verb.lemma in TELLING_SO:
        # *The fact that ministers knew shows Blair lied*: what shows it is the fact.
        return False
    joined = any(w.dep == "cc" for w in verb.right)
    main = next((w for w in verb.right if w.dep == "ccomp" or (w.dep == "conj" and not joined)), None)
    object_ = None if main is None else next((w for w in main.left if w.dep in ACTED), None)
    if main is None or noun.head is not verb or (object_ is None and main.dep == "ccomp"):
        return False
    if object_ is not None and leftmost(object_).previous is not verb:
        return False
    take_place(main, verb)
    if object_ is not None:
        move(object_, verb)
        object_.dep = "dobj"
    to_main(noun, main)
    move(verb, main)
    return True


def _antecedent(words: list[Word], place: int, verbs: tuple[Word, ...]) -> Word | None:
    """Whom *who* stands for: what the parser hangs the clause on, or the noun before."""
    before = words[place - 1]
    if before.text == "," and place > 1:
        before = words[place - 2]
    hung = next(
        (w.head for w in verbs if w.dep == "relcl" and w.head.pos in NOUNS and w.head not in verbs), None
    )
    if hung is not None:
        return hung if hung.i < words[place].i else None
    return before if before.pos in NOUNS else None


def _lift(noun: Word, saying: Word, verb: Word) -> bool:
    """*The woman who detectives say poisoned him is in Rome*, where the main verb is taken for what they say."""
    if noun.head is not saying or noun.dep not in SUBJECTS:
        return False
    main = next((w for w in saying.right if w.dep == "ccomp" and w.i > verb.i), None)
    if main is None:
        return False
    if any(w.dep in SUBJECTS and w is not verb for w in main.left):
        return False
    take_place(main, saying)
    move(verb, saying)
    to_main(noun, main)
    move(saying, noun)
    return True
