"""What is said or told, where the parser loses that it is."""

from graphkit.nlp.grammar import SUBJECTS, VERBS, begins
from graphkit.nlp.mending.words import FINITE, REPORTING, SAYING, behind_comma
from graphkit.nlp.phrases import leftmost, rightmost
from graphkit.nlp.tree import Tree, Word, move, take_place

LOOSE = frozenset({"ROOT", "acl", "advcl", "conj", "parataxis", "relcl"})


def said_aside(tree: Tree) -> None:
    """*claimed, without evidence, that Chad had shelled a town*: the clause is the content of what is before.

    The parser takes what is said for the main clause, or for one of its own.
    """
    for that in tree.words:
        verb = that.head
        if that.low != "that" or that.dep != "mark" or verb.dep not in LOOSE:
            continue
        if behind_comma(that) or verb.dep == "advcl":
            telling = _before(that, near=not behind_comma(that))
            if telling is not None and telling is not verb:
                _hang(verb, telling, that)


def _before(that: Word, *, near: bool) -> Word | None:
    """The verb of saying before the clause that has no content yet. near: only the one it hangs on."""
    word = that.previous
    while word is not None:
        if word.lemma in REPORTING and word.pos in VERBS and word.dep != "amod":
            free = not any(w.dep in {"ccomp", "dobj"} for w in (*word.left, *word.right))
            return word if free and (not near or that.head.head is word) else None
        word = word.previous
    return None


def _hang(verb: Word, telling: Word, that: Word) -> None:
    """Make the clause the content of the verb; what stands before "that" belongs to the verb."""
    if any(over is verb for over in telling.above()):
        top = next(w for w in (telling, *telling.above()) if w.head is verb)
        take_place(top, verb)
    move(verb, telling)
    verb.dep = "ccomp"
    for word in [w for w in verb.left if w.i < that.i]:
        move(word, telling)


def said_last(verb: Word) -> None:
    """*The dam broke from end to end, a clerk for the town said*: who stands before the verb said so."""
    first = verb.head
    if verb.lemma not in SAYING or verb.tag not in FINITE or any(w.dep in SUBJECTS for w in verb.left):
        return
    last = begins(verb).previous
    noun = next((w for w in (last, *last.above()) if w.dep == "appos"), None) if last is not None else None
    while first.dep == "conj" and first.head.pos in VERBS:
        first = first.head
    if noun is None or rightmost(noun) is not last or not behind_comma(leftmost(noun)) or noun.i < first.i:
        return
    move(noun, verb)
    noun.dep = "nsubj"
    take_place(verb, first)
    move(first, verb)
    first.dep = "ccomp"


def as_reported(noun: Word) -> None:
    """*As the paper reported, the clerk forged receipts*, where the paper is taken for a subject of the forging."""
    main = noun.head
    verb = next((w for w in noun.right if w.dep == "acl" and w.tag == "VBN" and w.lemma in SAYING), None)
    as_ = next((w for w in main.left if w.low == "as" and w.dep == "mark" and w.i < noun.i), None)
    if verb is None or as_ is None or leftmost(noun).previous is not as_ or verb.i > main.i:
        return
    move(verb, main)
    verb.dep, verb.tag = "advcl", "VBD"
    move(noun, verb)
    move(as_, verb)


def inverted_condition(verb: Word) -> None:
    """*would have gone top had they won*: what the auxiliary before its subject begins is a condition."""
    if verb.low == "had" and verb.dep in {"conj", "ccomp", "advcl"}:
        _condition_of_had(verb)
        return
    aux = next(
        (w for w in verb.left if w.dep in {"aux", "auxpass"} and w.low in {"had", "were", "should"}), None
    )
    main = next((w for w in verb.left if w.dep == "ccomp" and _would(w)), None)
    if (
        aux is None
        or main is None
        or verb.dep != "ROOT"
        or not main.i < aux.i
        or not _subject_behind(aux, verb)
    ):
        return
    take_place(main, verb)
    move(verb, main)
    verb.dep = "advcl"


def _condition_of_had(had: Word) -> None:
    """The auxiliary, taken for a verb of its own, with what was done as its content."""
    done = next((w for w in had.right if w.dep in {"ccomp", "xcomp"} and w.tag in {"VBD", "VBN"}), None)
    if done is None or not _would(had.head) or any(w.dep in SUBJECTS for w in had.left):
        return
    if _subject_behind(had, done):
        move(done, had.head)
        done.dep = "advcl"
        move(had, done)
        had.dep = "aux"


def _would(verb: Word) -> bool:
    return any(w.tag == "MD" and w.low in {"could", "might", "would", "'d", "’d"} for w in verb.left)


def _subject_behind(aux: Word, verb: Word) -> bool:
    subject = next((w for w in verb.left if w.dep in SUBJECTS), None)
    return subject is not None and subject.i > aux.i and leftmost(subject).previous is aux
