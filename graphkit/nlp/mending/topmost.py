"""Which verb is the sentence's own: *The college, which backed the claim, called on ministers to act*."""

from graphkit.nlp.grammar import ACTED, AUXILIARIES, SUBJECTS, VERBS
from graphkit.nlp.mending.words import CONJUNCTIONS, FINITE, SAYING, behind_comma
from graphkit.nlp.phrases import leftmost, rightmost
from graphkit.nlp.tree import Word, move, take_place

COMPLETED = frozenset({"dobj", "attr", "ccomp", "xcomp"})


def told_at_the_end(noun: Word) -> None:
    """*A fire swept through a mill, killing ten, officers said*: the fire swept, where it is taken for who said."""
    saying = noun.head
    teller = next((w for w in saying.left if w.dep == "nsubj" and w.i > noun.i), None)
    verb = next((w for w in noun.right if w.dep == "acl" and w.tag in {"VBD", "VBN"}), None)
    if teller is None or verb is None or saying.lemma not in SAYING or saying.tag not in FINITE:
        return
    if not behind_comma(leftmost(teller)) or any(w.dep in SUBJECTS | AUXILIARIES for w in verb.left):
        return
    # *Two men killed, army says*: a headline's participle, which no article stands before.
    if not any(w.low in {"a", "an", "the"} for w in noun.left):
        return
    for word in [w for w in saying.left if noun.i < w.i < teller.i]:
        move(word, verb)
    move(verb, saying)
    verb.dep, verb.tag = "ccomp", "VBD"
    move(noun, verb)


def object_before_teller(joined: Word) -> None:
    """*has killed ten Poles, officials in Goma say*: the Poles were killed, where they are taken for who says so."""
    noun = joined.head
    saying = noun.head
    verb = next((w for w in saying.left if w.dep == "ccomp" and w.i < noun.i), None)
    apart = behind_comma(leftmost(joined)) and not any(w.dep == "cc" for w in noun.right)
    if verb is None or noun.dep != "nsubj" or not apart or saying.lemma not in SAYING:
        return
    if leftmost(noun).previous is verb and not any(w.dep in COMPLETED for w in verb.right):
        move(joined, saying)
        move(noun, verb)
        joined.dep, noun.dep = "nsubj", "dobj"


def subject_of_second(noun: Word) -> None:
    """*York drew with Hull and Leeds lost to Bath*: Leeds lost, not Hull."""
    verb = noun.head
    preposition = leftmost(noun).previous
    joined = next((w for w in noun.right if w.dep == "conj"), None)
    if preposition is None or joined is None or verb.dep != "conj" or preposition.dep != "prep":
        return
    if preposition.right or preposition.head is not verb.head or rightmost(joined) is not verb.previous:
        return
    for word in [w for w in noun.right if w.dep == "cc" and w.i < joined.i]:
        move(word, verb.head)
    move(joined, verb)
    move(noun, preposition)
    joined.dep, noun.dep = noun.dep, "pobj"


def said_after_phrase(saying: Word) -> None:
    """*No bill is before the house, an aide to the minister said*: who is before the verb said so."""
    over = saying.head
    mark = next((w for w in saying.left if w.dep == "mark" and w.low in CONJUNCTIONS), None)
    place = next((w for w in saying.left if w.dep == "nsubj"), None)
    if (
        mark is None
        or place is None
        or saying.lemma not in SAYING
        or over.pos not in VERBS
        or over.i > mark.i
    ):
        return
    teller = next((w for w in place.right if w.dep == "appos" and behind_comma(leftmost(w))), None)
    if teller is None or rightmost(teller) is not saying.previous or leftmost(place).previous is not mark:
        return
    move(teller, saying)
    teller.dep = "nsubj"
    move(mark, over)
    mark.dep = "prep"
    move(place, mark)
    place.dep = "pobj"
    while over.dep == "conj" and over.head.pos in VERBS:
        over = over.head
    take_place(saying, over)
    move(over, saying)
    over.dep = "ccomp"


def behind_relative(verb: Word) -> None:
    """*The college, which backed the claim, called on ministers to act*: the college did, the claim can't."""
    inner = verb.head
    relative = next((w for w in inner.above() if w.dep == "relcl"), None)
    if relative is None or verb.tag not in {"VBN", "VBD"}:
        return
    noun = relative.head
    if noun.head is not noun or noun.pos in VERBS:
        return
    apart = behind_comma(verb) and behind_comma(leftmost(relative))
    if not apart or any(w.dep in SUBJECTS | AUXILIARIES | {"mark"} for w in verb.left):
        return
    take_place(verb, noun)
    verb.tag = "VBD"
    move(noun, verb)
    noun.dep = "nsubj"


def behind_participle(verb: Word) -> None:
    """*A post shared on a forum since May claims that Lee lied*: the post claims it, and was shared."""
    shared = verb.head
    noun = next((w for w in shared.left if w.dep in ACTED), None)
    plain = verb.tag in {"VBZ", "VBP"} and not any(
        w.dep in SUBJECTS | AUXILIARIES | {"mark"} for w in verb.left
    )
    if (
        noun is None
        or not plain
        or behind_comma(verb)
        or shared.tag not in {"VBD", "VBN"}
        or verb.i < shared.i
    ):
        return
    alone = any(w.dep in AUXILIARIES for w in shared.left) or any(w.dep in COMPLETED for w in shared.right)
    if alone or rightmost(noun) is not shared.previous:
        return
    take_place(verb, shared)
    move(noun, verb)
    noun.dep = "nsubj"
    move(shared, noun)
    shared.dep, shared.tag = "acl", "VBN"


def taken_auxiliary(first: Word) -> None:
    """*said members who voted rejected the offer*: two verbs, each with its own subject."""
    verb = first.head
    if first.tag not in FINITE or first.lemma in {"be", "do", "get", "have", "keep"} or verb.dep != "relcl":
        return
    noun = verb.head
    who = next((w for w in verb.left if w.dep in ACTED and w.tag in {"WDT", "WP"} and w.i < first.i), None)
    top = noun
    while top.dep == "pobj" and top.head.dep == "prep" and top.head.head.pos not in VERBS:
        top = top.head.head
    over = top.head
    if who is None or verb.tag not in FINITE | {"VBN"} or (over is not top and over.lemma not in SAYING):
        return
    if over is top:
        take_place(verb, top)
    else:
        move(verb, over)
        verb.dep = "ccomp"
    verb.tag = "VBD" if verb.tag == "VBN" else verb.tag
    move(top, verb)
    top.dep = "nsubj"
    move(first, noun)
    first.dep = "relcl"
    move(who, first)
