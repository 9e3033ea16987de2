"""Who says it, set in the middle or behind a colon: *was, police say, killed*; *Prosecutor: mayor took bribes*."""

from graphkit.nlp.grammar import ACTED, VERBS
from graphkit.nlp.mending.words import TELLER
from graphkit.nlp.mentions.words import BODIES, PEOPLE
from graphkit.nlp.phrases import leftmost
from graphkit.nlp.tree import Word, move, take_place

PARTED = frozenset({"VBD", "VBG", "VBN"})
"""Forms a verb may have behind *be* or *have*, as the pipeline tags them."""
SAYING_SO = PEOPLE | BODIES
NAMED = frozenset({"PERSON", "ORG"})


def parted_verb(auxiliary: Word) -> None:
    """*He was, police say, killed by his son*: the aside parts the auxiliary from its verb."""
    if auxiliary.lemma not in {"be", "have"} or not _subjects(auxiliary):
        return
    saying = _saying(auxiliary)
    if saying is None or not any(_comma(leftmost(w).previous) for w in _subjects(saying)):
        return
    verb = next(
        (w for w in (*saying.right, saying.head) if w.tag in PARTED and _right_behind(saying, w)), None
    )
    if verb is not None and _comma(verb.previous):
        _put_on_top(verb, auxiliary, saying)
        auxiliary.dep = "auxpass" if auxiliary.lemma == "be" and verb.tag == "VBN" else "aux"
        lifted_subject(auxiliary)


def _saying(auxiliary: Word) -> Word | None:
    """The aside right behind an auxiliary that has nothing else of its own."""
    if auxiliary.dep == "ccomp" and auxiliary.i < auxiliary.head.i:
        return auxiliary.head if all(w.dep in {"neg", "punct"} for w in auxiliary.right) else None
    others = [w for w in auxiliary.right if w.dep not in {"neg", "punct"}]
    return others[0] if len(others) == 1 and others[0].dep == "parataxis" else None


def lifted_subject(auxiliary: Word) -> None:
    """*He has, his lawyer said, left*: whoever stands before the auxiliary is the verb's subject."""
    verb = auxiliary.head
    if any(w.dep in ACTED for w in verb.left):
        return
    denials = [w for w in (*auxiliary.left, *auxiliary.right) if w.dep == "neg"]
    for word in [*_subjects(auxiliary), *denials]:
        move(word, verb)
        if word.dep != "neg":
            word.dep = "nsubjpass" if auxiliary.dep == "auxpass" else "nsubj"


def _subjects(auxiliary: Word) -> list[Word]:
    return [w for w in auxiliary.left if w.dep in ACTED]


def _put_on_top(verb: Word, auxiliary: Word, saying: Word) -> None:
    """The verb hangs where the topmost of the three did, the others on it."""
    top = next(w for w in (auxiliary, saying, verb) if w.head not in {auxiliary, saying, verb} or w.head is w)
    if top is not verb:
        take_place(verb, top)
    for word in (auxiliary, saying):
        move(word, verb)
    saying.dep = "parataxis"


def _comma(word: Word | None) -> bool:
    return word is not None and word.text == ","


def _right_behind(saying: Word, verb: Word) -> bool:
    return verb.previous is not None and verb.previous.previous is saying


def before_colon(word: Word) -> None:
    """*Prosecutor: mayor took bribes*: the mayor took them, the prosecutor says."""
    verb = word.head
    later = any(w.dep in ACTED and w.i > word.i for w in verb.left)
    colon = any(w.text == ":" and w.previous is word for w in (*verb.left, *word.right))
    if later and colon and verb.pos in VERBS and _says(word):
        word.dep = TELLER


def behind_colon(word: Word) -> None:
    """*Mayor took bribes: prosecutor*."""
    colon = leftmost(word).previous
    verb = next((w for w in word.above() if w.pos in VERBS), None)
    if verb is None or colon is None or colon.text != ":" or word.right or not _says(word):
        return
    if word.head is not verb:
        move(word, verb)
    word.dep = TELLER


def _says(noun: Word) -> bool:
    return noun.lemma in SAYING_SO or noun.low in SAYING_SO or noun.entity in NAMED
