"""Attachments the parser often gets wrong and grammar settles, put right before the tree is read."""

from graphkit.nlp.datelines import untie_dateline
from graphkit.nlp.grammar import AUXILIARIES, CLAUSES, SUBJECTS, VERBS, begins, infinitive, subject_of
from graphkit.nlp.mending_names import apposition, behind_apposition, prefixes, summing_up
from graphkit.nlp.phrases import is_time, rightmost
from graphkit.nlp.tree import Tree, Word, move

TELLING = frozenset({
    "absolve", "accuse", "acquit", "advise", "assure", "brief", "charge", "clear", "convict", "convince",
    "exonerate", "inform", "notify", "persuade", "remind", "suspect", "tell", "warn",
})  # fmt: skip
"""Verbs whose object is the person told or blamed: what follows with "of", "about" or "with" is what for."""
SAYING = frozenset({
    "add", "announce", "argue", "claim", "complain", "confirm", "declare", "insist", "note", "promise", "report",
    "reveal", "say", "state", "tell", "tweet", "warn", "write",
})  # fmt: skip
"""Verbs whose content may stand behind where it was said: *said in a statement that*."""
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
LOCATIVE = frozenset({"in", "at", "near", "across", "throughout", "on"})
STATES = frozenset({
    "be", "have", "become", "border", "contain", "include", "lack", "lie", "hold", "house", "host",
    "need", "remain", "see", "stand", "share", "want",
})  # fmt: skip
"""Verbs whose subject may well be a place."""


def _called(word: Word) -> None:
    """*labelled him a traitor*: who is called so is the object."""
    if word.pos != "ADP" and any(w.dep == "oprd" and w.i > word.i for w in word.head.right):
        word.dep = "dobj"


def mend(tree: Tree) -> None:
    """Put right what hangs on the wrong word; the tree is changed in place."""
    untie_dateline(tree)
    for word, noun in prefixes(tree):
        move(word, noun)
        word.dep = word.dep if word.dep in {"det", "poss", "amod"} else "compound"
    for word in tree.words:
        if word.pos == "NOUN" and word.dep in CLAUSES and infinitive(word):
            # *threatened to ballot members*: what follows "to" and has a clause's place is a verb.
            word.pos, word.tag = "VERB", "VB"
        mending = _BY_DEP.get(word.dep)
        if mending is not None:
            mending(word)


def _second_clause(verb: Word) -> None:
    """*Japan sent a team and the United States offered helicopters*: who stands before the verb offered them."""
    first = verb.head
    if verb.tag not in {"VBD", "VBZ", "VBP"} or any(
        w.dep in {"nsubj", "nsubjpass", "expl"} for w in verb.left
    ):
        return
    before = begins(verb).previous
    joined = next(
        (w for noun in first.right if noun.dep == "dobj" for w in noun.right if w.dep == "conj"), None
    )
    if before is None or joined is None or not first.i < joined.i < verb.i or rightmost(joined) is not before:
        return
    for conjunction in [w for w in joined.head.right if w.dep == "cc" and w.i < joined.i]:
        move(conjunction, first)
    move(joined, verb)
    joined.dep = "nsubj"


def _prepositional_phrase(word: Word) -> None:
    """*speak in the coming days with Lavrov*, *told reporters of the reply*: they belong to the verb."""
    noun = word.head
    if (verb := behind_apposition(word)) is not None:
        pass
    elif (is_time(noun) and word.low != "of" and word.i > noun.i) or _time_of_an_act(word, noun):
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


def _relative_clause(verb: Word) -> None:
    """*an insurgency in the republic that has killed people*: places don't kill, what is in them does."""
    if any(w.dep == "mark" for w in verb.left) or _written(verb):
        _told_in_writing(verb)
        return
    noun = verb.head
    above = noun.head
    if noun.dep == "appos" and any(w.text in {"D", "R", "I"} and w.i == noun.i - 2 for w in noun.left):
        # *Sen. Nora Whitfield, D-Ore., who chairs the panel*
        move(verb, above)
        return
    if noun.dep != "pobj" or above.low not in LOCATIVE or above.head.pos != "NOUN":
        return
    acts = verb.lemma not in STATES and any(w.dep == "dobj" for w in verb.right)
    subject = any(w.dep == "nsubj" and w.low in {"that", "which"} for w in verb.left)
    if acts and subject and not any(w.dep == "auxpass" for w in verb.left):
        move(verb, above.head)


def _inverted_speaker(verb: Word) -> None:
    """*"We will," threatened the commander*: what follows a verb that has said its content is who said it."""
    over = verb.head
    first = verb.i < over.i or over.previous is None
    if not first or any(w.dep in {"nsubj", "nsubjpass", "expl"} for w in over.left + over.right):
        return
    noun = next((w for w in over.right if w.dep in {"dobj", "attr"} and w.i > over.i), None)
    if noun is not None and over.tag in {"VBD", "VBZ", "VBP"}:
        noun.dep = "nsubj"


def _cleft(verb: Word) -> None:
    """*It was not Mali that hired them*: the clause describes Mali."""
    over = verb.head
    subject = next((w for w in verb.left if w.dep in {"nsubj", "nsubjpass"}), None)
    noun = next((w for w in over.right if w.dep == "attr" and w.i < verb.i), None)
    if over.lemma == "be" and subject is not None and noun is not None and subject.tag in {"WDT", "WP"}:
        verb.dep = "relcl"
        move(verb, noun)


def _parted_subject(verb: Word) -> None:
    """*said the attack, if confirmed, would be a crime*: what stands before the clause is its subject."""
    over = verb.head
    finite = verb.tag in {"VBD", "VBZ", "VBP"} or any(w.tag == "MD" for w in verb.left)
    if over.lemma not in SAYING or not finite or any(w.dep in SUBJECTS | {"expl"} for w in verb.left):
        return
    noun = next((w for w in over.right if w.dep == "dobj"), None)
    if noun is not None and over.i < noun.i < begins(verb).i and subject_of(over) is not None:
        move(noun, verb)
        noun.dep = "nsubj"


def _complement(verb: Word) -> None:
    _inverted_speaker(verb)
    _parted_subject(verb)
    _cleft(verb)


def _inverted_aside(verb: Word) -> None:
    """*Taxes will rise, warned the minister*: behind a comma a verb without a subject, and who says it."""
    over = verb.head
    finite = verb.tag in {"VBD", "VBZ"} and not any(w.dep in {"nsubj", "aux", "auxpass"} for w in verb.left)
    noun = next((w for w in verb.right if w.dep in {"dobj", "attr"}), None)
    if not finite or noun is None or verb.i < over.i or verb.previous is None or verb.previous.text != ",":
        return
    if subject_of(over) is not None and over.pos in VERBS:
        noun.dep = "nsubj"
        verb.dep = "parataxis"


def _listed_first(word: Word) -> None:
    """*Chad, Niger and Mali signed*: the first of a list of subjects, taken for something apart."""
    verb = word.head
    subject = next((w for w in verb.left if w.dep in {"nsubj", "nsubjpass"}), None)
    if word.pos not in {"PROPN", "NOUN"} or word.left or is_time(word) or subject is None:
        return
    joined = any(w.dep == "conj" for w in subject.right)
    between = [w for w in verb.left if word.i < w.i < subject.i]
    if joined and word.i < subject.i and [w.text for w in between] in ([","], []) and _comma_after(word):
        word.dep = subject.dep
        subject.dep = "conj"
        move(subject, word)


def _comma_after(word: Word) -> bool:
    following = [w for w in (*word.right, *word.head.left) if w.i == word.i + 1]
    return any(w.text == "," for w in following)


def _noun_clause(verb: Word) -> None:
    _in_order_to(verb)
    _told_in_writing(verb)


def _in_order_to(verb: Word) -> None:
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


def _told_in_writing(verb: Word) -> None:
    """*said in a statement that the queen was ill*: that is what was said, not what the statement is."""
    noun = verb.head
    preposition = noun.head
    telling = preposition.head
    if noun.dep != "pobj" or telling.lemma not in SAYING or not any(w.low == "that" for w in verb.left):
        return
    if not any(w.dep == "ccomp" for w in telling.left + telling.right):
        move(verb, telling)
        verb.dep = "ccomp"


def _written(verb: Word) -> bool:
    """*wrote in an email that his rival had doped*, where "that" is taken for what he doped."""
    noun = verb.head
    that = next((w for w in verb.left if w.low == "that" and w.dep == "dobj"), None)
    if that is None or noun.lemma not in WRITINGS or not any(w.low in {"a", "an"} for w in noun.left):
        return False
    that.dep = "mark"
    return True


def _adverbial_clause(verb: Word) -> None:
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
    elif mark.low in CONCESSIONS and over.dep == "ccomp" and over.i < mark.i and _after_comma(mark):
        move(verb, over.head)


def _result(verb: Word) -> None:
    """*Rebels stormed a base, officials said, killing two guards*: the rebels did, unless it is said, too."""
    over = verb.head
    plain = verb.tag == "VBG" and not any(w.dep in SUBJECTS | AUXILIARIES for w in verb.left)
    if over.lemma not in SAYING or verb.i < over.i or not plain or verb.lemma in SAYING | VOICING:
        return
    content = next((w for w in over.left if w.dep == "ccomp"), None)
    if content is not None:
        move(verb, content)


def _after_comma(word: Word) -> bool:
    return word.previous is not None and word.previous.text == ","


def _apposition(word: Word) -> None:
    noun = apposition(word) or summing_up(word)
    if noun is not None:
        move(word, noun)


def _conjunct(verb: Word) -> None:
    """*said Iran would not give up and warned*: the form tells which verb the second one goes with."""
    if (noun := behind_apposition(verb)) is not None:
        for conjunction in [w for w in verb.head.right if w.dep == "cc" and w.i < verb.i]:
            move(conjunction, noun)
        move(verb, noun)
        return
    _second_clause(verb)
    first = verb.head
    own = any(w.dep in SUBJECTS | AUXILIARIES for w in verb.left)
    if verb.tag not in {"VBD", "VBZ", "VBP"} or own or first.tag not in {"VB", "VBN", "VBG"}:
        return
    if not any(w.dep in AUXILIARIES for w in first.left) or (first.tag == "VBN" and verb.tag == "VBD"):
        return
    for over in first.above():
        if over.tag == verb.tag:
            move(verb, over)
            return
        if over.pos not in VERBS:
            return


def _subject(word: Word) -> None:
    _measured(word)
    """*Neither did Oslo recognise the junta*: no subject, but a denial."""
    others = [w for w in word.head.left if w is not word and w.dep in {"nsubj", "nsubjpass"}]
    if word.low in {"neither", "nor"} and others:
        word.dep = "preconj"


def _measured(word: Word) -> None:
    """*A magnitude 6.8 earthquake struck*: the first of two nouns, with a number between them, is the second's."""
    second = next((w for w in word.head.left if w.dep == word.dep and w.i == word.i + 2), None)
    if second is None or word.tag != "NN" or second.tag not in {"NN", "NNS"} or not word.head.left:
        return
    if any(w.dep == "nummod" and w.i == word.i + 1 for w in second.left):
        for below in list(word.left):
            move(below, second)
        move(word, second)
        word.dep = "compound"


_BY_DEP = {
    "nsubj": _subject,
    "dative": _called,
    "appos": _apposition,
    "advcl": _adverbial_clause,
    "conj": _conjunct,
    "prep": _prepositional_phrase,
    "relcl": _relative_clause,
    "ccomp": _complement,
    "acl": _noun_clause,
    "dep": _inverted_aside,
    "parataxis": _listed_first,
    "npadvmod": _listed_first,
}
