"""Whose a name or a clause is: *the family of the victim, Lee Park*; *Kenya, whose army shelled a town*."""

from graphkit.nlp.grammar import ACTED, VERBS
from graphkit.nlp.mending.words import behind_comma
from graphkit.nlp.mentions.words import BODIES, FEMALE, MALE, PEOPLE
from graphkit.nlp.phrases import TIME_NOUNS, leftmost
from graphkit.nlp.tree import Word, move, take_place
from graphkit.ontology.given_names import given_names

OF_PEOPLE = frozenset({"of", "for", "to"})


def somebody(noun: Word) -> bool:
    """*the victim*, of whom a name can be."""
    return noun.tag == "NN" and noun.lemma in PEOPLE


def relative(word: Word) -> None:
    """*the family of the victim, Lee Park*, *the mother of the boy, Dan Park*: no family or mother is called so."""
    over = word.head
    if word.entity not in {"ORG", "PERSON"} or over.pos != "NOUN":
        return
    first = _first(word)
    inner = first.previous
    if inner is not None and inner.dep == "pobj" and inner.lemma in PEOPLE and inner.head.head is over:
        # *the murders of prosecutors Ann Lee and Tom Park*
        move(word, inner)
        return
    if first.previous is None or first.previous.text != ",":
        return
    if word.entity != "PERSON":
        return
    inner = first.previous.previous
    if inner is None or not somebody(inner) or inner.dep != "pobj" or inner.head.low not in OF_PEOPLE:
        return
    if inner.head.head is over and (not somebody(over) or _told_apart(first, over)):
        move(word, inner)


def _first(name: Word) -> Word:
    while name.previous is not None and name.previous.entity == name.entity and not name.begins:
        name = name.previous
    return name


def _told_apart(first: Word, noun: Word) -> bool:
    """A given name of the other gender."""
    called = given_names().get(first.low)
    of = "m" if noun.lemma in MALE else "f" if noun.lemma in FEMALE else None
    return called is not None and of is not None and called != of


def of_whom(verb: Word) -> None:
    """*the owner of a dog, who barred it*: no dog is *who*; *a law passed in May, which bans it*: no month bans."""
    noun = verb.head
    pronoun = next((w for w in verb.left if w.tag in {"WP", "WDT"}), None)
    if pronoun is None or noun.dep != "pobj" or not behind_comma(pronoun):
        return
    thing = noun.tag == "NN" and not noun.entity and noun.lemma not in PEOPLE | BODIES
    if pronoun.low == "who" and (thing or noun.entity in {"GPE", "ORG"}):
        outer = noun.head.head
        if (outer.pos == "NOUN" and outer.lemma in PEOPLE) or outer.entity == "PERSON":
            move(verb, outer)
    elif pronoun.low == "which" and noun.entity in {"DATE", "TIME"} and noun.lemma in TIME_NOUNS:
        over = noun.head.head
        if over.dep == "acl" and over.pos in VERBS:
            move(verb, over.head)
        elif over.pos == "NOUN":
            move(verb, over)
        else:
            done = next((w for w in over.right if w.dep == "dobj" and w.i < noun.i), None)
            if done is not None and pronoun.dep == "dobj":
                move(verb, done)


def behind_whose(noun: Word) -> None:
    """*troops, whose presence the junta has denied*: the junta has, where it is taken for another word for presence."""
    thing = noun.head
    verb = thing.head
    owned = any(w.tag == "WP$" for w in thing.left)
    if owned and thing.dep == "dobj" and thing.i < verb.i and not behind_comma(leftmost(noun)):
        move(noun, verb)
        noun.dep = "nsubj"


def whose(noun: Word) -> None:
    """*Kenya, whose army, the largest, shelled a town, denied it*: the army did, where "army" is taken for Kenya."""
    owner = noun.head
    first = owner.head
    if not any(w.tag == "WP$" for w in noun.left) or owner.dep not in ACTED or first.pos not in VERBS:
        return
    if first.dep == "advcl" and first.i < first.head.i:
        main = first.head
        if any(w.dep in ACTED for w in main.left):
            return
        move(owner, main)
        move(first, owner)
    else:
        main = next((w for w in first.right if w.dep == "conj" and behind_comma(w)), first)
        if main is first or any(w.dep == "cc" and w.i < main.i for w in first.right):
            return
        take_place(main, first)
        move(owner, main)
        move(first, owner)
    noun.dep, first.dep = owner.dep, "relcl"
    owner.dep = "nsubj"
    move(noun, first)
