"""Clauses that hang on the wrong word: what they say depends on what they hang on."""

from graphkit.nlp.grammar import (
    AUXILIARIES,
    SUBJECTS,
    VERBS,
    begins,
    first_word,
    infinitive,
)
from graphkit.nlp.mending.words import BLAMING, CONJUNCTIONS, FINITE, SAYING, behind_comma
from graphkit.nlp.phrases import is_time, rightmost
from graphkit.nlp.tree import Word, move

VOICING = frozenset(
    {"accuse", "blame", "call", "cite", "describe", "mention", "quote", "refer", "speak", "stress", "use"}
)
"""Verbs of which, behind a verb of saying, whoever speaks is the subject."""
WRITINGS = frozenset({
    "article", "blog", "book", "email", "interview", "leaflet", "letter", "memo", "message", "note", "notice", "post",
    "report", "speech", "statement", "tweet",
})  # fmt: skip
CONDITIONS = frozenset({"because", "if", "unless"})
CONCESSIONS = frozenset({"although", "though", "whereas"})
PARTIES = frozenset({"D", "I", "R"})
LOCATIVE = frozenset({"in", "at", "near", "across", "throughout", "on"})
STATES = frozenset({
    "be", "have", "become", "border", "contain", "include", "lack", "lie", "hold", "house", "host",
    "need", "remain", "see", "stand", "share", "want",
})  # fmt: skip
"""Verbs whose subject may well be a place."""


def relative_clause(verb: Word) -> None:
    """*an insurgency in the republic that has killed people*: places don't kill, what is in them does."""
    if any(w.dep == "mark" for w in verb.left) or _written(verb):
        told_in_writing(verb)
        return
    noun = verb.head
    above = noun.head
    if noun.dep == "appos" and any(w.text in PARTIES and w.i == noun.i - 2 for w in noun.left):
        # *Sen. Nora Whitfield, D-Ore., who chairs the panel*
        move(verb, above)
        return
    if noun.dep != "pobj" or above.low not in LOCATIVE or above.head.pos != "NOUN":
        return
    acts = verb.lemma not in STATES and any(w.dep == "dobj" for w in verb.right)
    subject = any(w.dep == "nsubj" and w.low in {"that", "which"} for w in verb.left)
    if acts and subject and not any(w.dep == "auxpass" for w in verb.left):
        move(verb, above.head)


def _written(verb: Word) -> bool:
    """*wrote in an email that his rival had doped*, where "that" is taken for what he doped."""
    noun = verb.head
    that = next((w for w in verb.left if w.low == "that" and w.dep == "dobj"), None)
    if that is None or noun.lemma not in WRITINGS or not any(w.low in {"a", "an"} for w in noun.left):
        return False
    that.dep = "mark"
    return True


def told_in_writing(verb: Word) -> None:
    """*said in a statement that the queen was ill*: that is what was said, not what the statement is."""
    noun = verb.head
    preposition = noun.head
    telling = preposition.head
    if noun.dep != "pobj" or telling.lemma not in SAYING or not any(w.low == "that" for w in verb.left):
        return
    if not any(w.dep == "ccomp" for w in telling.left + telling.right):
        move(verb, telling)
        verb.dep = "ccomp"


def purpose(verb: Word) -> None:
    """*raised rates in order to curb inflation*: a purpose of the verb above."""
    noun = verb.head
    preposition = noun.head
    if (
        noun.low == "order"
        and preposition.low == "in"
        and infinitive(verb)
        and preposition.head is not preposition
    ):
        move(verb, preposition.head)
        verb.dep = "advcl"
        for word in (preposition, noun):
            word.dep = "mark"
            move(word, verb)


def cleft(verb: Word) -> None:
    """*It was not Mali that hired them*: the clause describes Mali."""
    over = verb.head
    subject = next((w for w in verb.left if w.dep in {"nsubj", "nsubjpass"}), None)
    noun = next((w for w in over.right if w.dep == "attr" and w.i < verb.i), None)
    if over.lemma == "be" and subject is not None and noun is not None and subject.tag in {"WDT", "WP"}:
        verb.dep = "relcl"
        move(verb, noun)


def adverbial_clause(verb: Word) -> None:
    """A condition belongs to what is said, a concession behind a comma to the saying."""
    over = verb.head
    mark = next((w for w in verb.left if w.dep == "mark"), None)
    if mark is None:
        _result(verb)
        return
    if mark.low in CONDITIONS and over.dep == "parataxis":
        move(verb, over.head)
    elif mark.low in CONDITIONS and over.lemma in SAYING:
        content = next((w for w in over.left + over.right if w.dep == "ccomp"), None)
        if content is not None:
            move(verb, content)
    elif over.dep == "ccomp" and over.i < mark.i and _conceding(mark, verb):
        move(verb, over.head)


def _conceding(mark: Word, verb: Word) -> bool:
    """*, though P*, *even as P*: whoever writes says so."""
    even = any(w.low == "even" and w.i == mark.i - 1 for w in (*verb.left, *mark.left))
    return (mark.low in CONCESSIONS and behind_comma(mark)) or (
        even and mark.low in {"as", "while", "though"}
    )


def begun_by_noun(verb: Word) -> None:
    """*after Chad shells a town*, where "after" and Chad are taken for a phrase."""
    mark = next((w for w in verb.left if w.dep in {"mark", "prep"} and w.low in CONJUNCTIONS), None)
    noun = None if mark is None else next((w for w in mark.right if w.dep == "pobj"), None)
    if mark is None or noun is None or verb.tag not in FINITE or any(w.dep in SUBJECTS for w in verb.left):
        return
    if rightmost(noun) is first_word(verb).previous and not is_time(noun):
        move(noun, verb)
        noun.dep, mark.dep = "nsubj", "mark"


def seen_writing(verb: Word) -> None:
    """*claimed in a statement, released on Friday, that P*: the statement was released, not who made it."""
    comma = verb.previous
    noun = comma.previous if comma is not None and comma.text == "," else None
    if noun is None or noun.dep != "pobj" or noun.lemma not in WRITINGS or noun.head.head is not verb.head:
        return
    if verb.tag == "VBN" and not any(w.dep in SUBJECTS | AUXILIARIES | {"mark"} for w in verb.left):
        move(verb, noun)
        verb.dep = "acl"


def _result(verb: Word) -> None:
    """*Rebels stormed a base, officials said, killing two guards*: the rebels did, unless it is said, too."""
    over = verb.head
    plain = verb.tag == "VBG" and not any(w.dep in SUBJECTS | AUXILIARIES for w in verb.left)
    if over.lemma not in SAYING or verb.i < over.i or not plain or verb.lemma in SAYING | VOICING:
        return
    content = next((w for w in over.left if w.dep == "ccomp"), None)
    if content is not None:
        move(verb, content)


def result_of_when(verb: Word) -> None:
    """*It began in May, when rebels attacked a town, killing ten*: what was done last goes with the clause before."""
    over = verb.head
    plain = verb.tag == "VBG" and not any(w.dep in SUBJECTS | AUXILIARIES | {"mark"} for w in verb.left)
    comma = verb.previous
    if not plain or comma is None or comma.text != "," or comma.previous is None or verb.i < over.i:
        return
    last = comma.previous
    before = next((w for w in (last, *last.above()) if w.pos in VERBS and w.dep in {"advcl", "relcl"}), None)
    if before is None or before is over or not before.i > over.i or rightmost(before).i > comma.i:
        return
    if any(w.low == "when" and behind_comma(w) for w in before.left):
        move(verb, before)


def answering(verb: Word) -> None:
    """*rejected an accusation that it had armed them, calling it baseless*: so said who rejected it."""
    over = verb.head
    noun = over.head
    plain = verb.tag == "VBG" and not any(w.dep in SUBJECTS | AUXILIARIES for w in verb.left)
    if over.dep != "acl" or not plain or not behind_comma(verb) or verb.lemma not in SAYING | VOICING:
        return
    if any(w.dep == "mark" for w in over.left) and noun.dep == "dobj" and noun.head.pos in VERBS:
        move(verb, noun.head)


def clause_after_preposition(word: Word) -> None:
    """*ignored the warning as waves rose*, *as the paper reported*, where "as" and a noun are taken for a phrase."""
    noun = next((w for w in word.right if w.dep == "pobj"), None)
    if word.low not in CONJUNCTIONS or noun is None or is_time(noun):
        return
    verb = next((w for w in word.head.right if w.i > noun.i and w.dep == "advcl" and w.tag in FINITE), None)
    if verb is None and word.low == "as":
        verb = next(
            (w for w in noun.right if w.dep == "acl" and w.lemma in SAYING and w.low.endswith("ed")), None
        )
    if verb is None or any(w.dep in SUBJECTS | AUXILIARIES for w in verb.left):
        return
    if begins(verb).previous is (noun if verb.head is noun else rightmost(noun)):
        if verb.head is noun:
            move(verb, word.head)
            verb.dep, verb.tag = "advcl", "VBD"
        move(noun, verb)
        noun.dep = "nsubj"
        move(word, verb)
        word.dep = "mark"


def listed_doing(verb: Word) -> None:
    """*accused him of hoarding files, showing a map and plotting*; *denies dumping waste and poisoning rivers*."""
    over = verb.head
    if verb.tag != "VBG" or any(w.dep in SUBJECTS | AUXILIARIES for w in verb.left):
        return
    if verb.dep == "conj" and over.pos == "NOUN" and over.dep == "dobj" and over.head.tag == "VBG":
        if any(w.dep == "dobj" for w in verb.right):
            move(verb, over.head)
    elif (
        verb.dep == "advcl"
        and over.lemma in BLAMING
        and any(w.tag == "VBG" for w in verb.right if w.dep == "conj")
    ):
        of = next(
            (w for w in over.right if w.low in {"of", "with"} and w.dep == "prep" and w.i < verb.i), None
        )
        if of is not None:
            move(verb, of)
            verb.dep = "pcomp"
