"""Phrases that belong to the verb and hang on a noun before it."""

from graphkit.nlp.grammar import VERBS
from graphkit.nlp.mending.words import PUNISHING, TELLING, behind_comma
from graphkit.nlp.mentions.words import PEOPLE
from graphkit.nlp.phrases import is_time
from graphkit.nlp.tree import Word, move


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
    elif noun.dep == "dobj" and noun.head.lemma in TELLING and word.low in {"of", "about", "with"}:
        verb = noun.head
    else:
        return
    if verb is not None:
        move(word, verb)


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
