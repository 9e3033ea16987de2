"""Phrases that belong to the verb and hang on a noun before it."""

from graphkit.nlp.grammar import ACTED, VERBS
from graphkit.nlp.mending.words import PUNISHING, TELLING, behind_comma
from graphkit.nlp.mentions.words import PEOPLE
from graphkit.nlp.phrases import is_time, leftmost, rightmost
from graphkit.nlp.tree import Word, move

ENDS = frozenset({"beginning", "close", "end", "middle", "start"})


def called_so(word: Word) -> None:
    """*labelled him a traitor*: who is called so is the object."""
    if word.pos != "ADP" and any(w.dep == "oprd" and w.i > word.i for w in word.head.right):
        word.dep = "dobj"


def fined(word: Word) -> None:
    """*fined the firm 2m for bribing*: the firm is fined, the money says how much."""
    amount = next((w for w in word.head.right if w.dep == "dobj"), None)
    if word.head.lemma == "fine" and word.pos != "ADP" and amount is not None:
        word.dep, amount.dep = "dobj", "npadvmod"


def attribution(word: Word) -> None:
    """*Chad shelled a town and burned a third, according to Mali*: who says so says all of it."""
    if word.low != "according":
        return
    verb = next((w for w in (word.head, *word.head.above()) if w.pos in VERBS), None)
    while verb is not None and verb.dep == "conj" and verb.i < word.i and behind_comma(word):
        verb = verb.head if verb.head.pos in VERBS else None
    if verb is not None and verb is not word.head:
        move(word, verb)


def named_source(word: Word) -> None:
    """*According to an aide, Ann Lee, clerks were warned*: the name is the aide's."""
    later = any(w.dep in ACTED and w.i > word.i for w in word.head.left)
    comma = leftmost(word).previous
    if word.entity != "PERSON" or not later or comma is None or comma.text != "," or comma.previous is None:
        return
    noun = next(
        (w for w in (comma.previous, *comma.previous.above()) if w.dep == "pobj" and w.lemma in PEOPLE), None
    )
    if noun is not None and noun.head.low == "to" and noun.head.head.low == "according":
        move(word, noun)
        word.dep = "appos"


def named_so(word: Word) -> None:
    """*charged the owner of the mill, Jan Park, with arson*: a name is no measure, but whose office stands before."""
    before = leftmost(word).previous
    if word.entity != "PERSON" or word.pos != "PROPN" or before is None:
        return
    before = before.previous if before.text == "," else before
    nouns = (
        []
        if before is None
        else [w for w in (before, *before.above()) if w.lemma in PEOPLE and w.pos == "NOUN"]
    )
    noun = next((w for w in nouns if w.dep in {"dobj", "pobj"} and w.i < word.i), None)
    if noun is not None and rightmost(noun) is before:
        move(word, noun)
        word.dep = "appos"


def time_limit(word: Word) -> None:
    """*will be fitted by the end of May*: when, not by whom."""
    noun = next((w for w in word.right if w.dep == "pobj"), None)
    of = None if noun is None else next((w for w in noun.right if w.low == "of"), None)
    ends = noun is not None and noun.lemma in ENDS and of is not None and any(is_time(w) for w in of.right)
    if word.low == "by" and noun is not None and (ends or is_time(noun)):
        word.dep = "prep"


def punished_for(word: Word) -> None:
    """*expelled a diplomat for spying*: what somebody is punished for goes with the verb, and with them."""
    noun = word.head
    doing = any(w.dep == "pcomp" and w.tag == "VBG" for w in word.right)
    somebody = noun.lemma in PEOPLE or noun.entity == "PERSON" or noun.pos == "PRON"
    punished = somebody or noun.head.lemma in PUNISHING
    if word.low == "for" and doing and punished and noun.dep == "dobj" and noun.head.pos in VERBS:
        move(word, noun.head)


def prepositional_phrase(word: Word) -> None:
    """*speak in the coming days with Lavrov*, *told reporters of the reply*: they belong to the verb."""
    noun = word.head
    if (is_time(noun) and word.low != "of" and word.i > noun.i) or _time_of_an_act(word, noun):
        verb = next((w for w in noun.above() if w.pos in VERBS), None)
    elif noun.dep == "dobj" and _told_of(word, noun):
        verb = noun.head
    else:
        return
    if verb is not None:
        move(word, verb)


def _told_of(preposition: Word, noun: Word) -> bool:
    """*told reporters of the reply*; not *charged the head of the mint with theft*."""
    verb = noun.head
    if verb.lemma not in TELLING or preposition.low not in {"of", "about", "with"}:
        return False
    if preposition.low != "of":
        return True
    later = [w for w in (*verb.right, *noun.right, *preposition.subtree()) if w.i > preposition.i]
    again = any(w.dep == "prep" and w.low in {"of", "with"} and w.head in {verb, noun} for w in later)
    content = any(w.dep in {"ccomp", "xcomp"} for w in verb.right)
    return verb.lemma != "charge" and not again and not content


def nothing_to_do(preposition: Word) -> None:
    """*had nothing to do with bribing him*: whoever had nothing to do with it didn't, and there is no doing beside."""
    doing = preposition.head
    nothing = doing.head
    if doing.lemma != "do" or nothing.low not in {"anything", "nothing"} or nothing.head.lemma != "have":
        return
    if preposition.low == "with" and any(w.dep == "pcomp" for w in preposition.right):
        move(preposition, nothing.head)
        doing.dep = "amod"


def _time_of_an_act(preposition: Word, noun: Word) -> bool:
    """*was bombed by separatists in 1984*, *met Hamas on Friday*: people and bodies have no date, acts do."""
    when = next((w for w in preposition.right if w.dep == "pobj"), None)
    dates = when is not None and is_time(when) and preposition.low not in {"of", "from", "for"}
    if not dates or preposition.i < noun.i:
        return False
    acts = noun.dep == "pobj" and noun.head.dep == "agent"
    if noun.dep == "attr" and any(w.dep == "expl" for w in noun.head.left):
        return True
    return acts or (noun.dep in {"dobj", "pobj"} and noun.entity in {"PERSON", "ORG", "GPE", "NORP"})
