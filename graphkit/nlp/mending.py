"""Attachments the parser often gets wrong and grammar settles, put right before the tree is read."""

from graphkit.nlp.datelines import untie_dateline
from graphkit.nlp.grammar import VERBS
from graphkit.nlp.phrases import is_time
from graphkit.nlp.tree import Tree, Word

TELLING = frozenset({
    "absolve", "accuse", "acquit", "advise", "assure", "brief", "charge", "clear", "convict", "convince",
    "exonerate", "inform", "notify", "persuade", "remind", "suspect", "tell", "warn",
})  # fmt: skip
"""Verbs whose object is the person told or blamed: what follows with "of", "about" or "with" is what for."""
LOCATIVE = frozenset({"in", "at", "near", "across", "throughout", "on"})
STATES = frozenset({
    "be", "have", "become", "border", "contain", "include", "lack", "lie", "hold", "house", "host",
    "need", "remain", "see", "stand", "share", "want",
})  # fmt: skip
"""Verbs whose subject may well be a place."""


def mend(tree: Tree) -> None:
    """Put right what hangs on the wrong word; the tree is changed in place."""
    untie_dateline(tree)
    for word in tree.words:
        if word.dep == "prep":
            _prepositional_phrase(word)
        elif word.dep == "relcl":
            _relative_clause(word)
        elif word.dep == "ccomp":
            _inverted_speaker(word)
            _cleft(word)


def _prepositional_phrase(word: Word) -> None:
    """*speak in the coming days with Lavrov*, *told reporters of the reply*: they belong to the verb."""
    noun = word.head
    if is_time(noun) and word.low != "of" and word.i > noun.i:
        verb = next((w for w in noun.above() if w.pos in VERBS), None)
    elif noun.dep == "dobj" and noun.head.lemma in TELLING and word.low in {"of", "about", "with"}:
        verb = noun.head
    else:
        return
    if verb is not None:
        move(word, verb)


def _relative_clause(verb: Word) -> None:
    """*an insurgency in the republic that has killed people*: places don't kill, what is in them does."""
    noun = verb.head
    above = noun.head
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


def move(word: Word, head: Word) -> None:
    """Hang a word on another head, on the side where it stands."""
    side = word.head.left if word in word.head.left else word.head.right
    side.remove(word)
    word.head = head
    if word.i < head.i:
        head.left.append(word)
        head.left.sort(key=lambda w: w.i)
    else:
        head.right.append(word)
        head.right.sort(key=lambda w: w.i)
