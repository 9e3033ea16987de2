"""Which class a word belongs to, in the construction it takes its content in (see `config/cues.yaml`)."""

from graphkit.nlp.grammar import VERBS, first_word, infinitive, passive, subject_of, subjunctive
from graphkit.nlp.tree import Word
from graphkit.ontology.cues import Cues

BESIDE = frozenset({"after", "before", "by", "despite", "since", "through", "until", "upon", "while"})
"""Prepositions that say nothing of what an adjective makes of the doing after them: *was happy after P-ing*."""


def kind_over(over: Word, head: Word, cues: Cues) -> str | None:
    """What `over` makes of its complement, whose verb is `head`: *said that P*, *is clear that P*."""
    if over.pos == "ADJ":
        return cues.adjectives.get(over.lemma, "seem")
    lemma = with_particle(over)
    if subjunctive(head):
        return cues.object_to.get(lemma, "demand")
    if infinitive(head):
        return cues.object_to.get(lemma) or cues.to.get(lemma) or cues.that.get(lemma) or "promise"
    if head.tag in {"VB", "VBG"} and not any(w.dep == "aux" for w in head.left):
        bare = cues.doing if head.tag == "VBG" else cues.object_to
        return bare.get(lemma) or cues.that.get(lemma)
    if over.lemma in {"make", "be"} and (kind := _copular(over, cues)) is not None:
        return kind
    return cues.that.get(lemma)


def _copular(verb: Word, cues: Cues) -> str | None:
    """*The truth is that P*, *it is clear that P*, *made it clear that P*."""
    subject = subject_of(verb) if verb.lemma == "be" else None
    if subject is not None and subject.lemma in cues.nouns:
        return cues.nouns[subject.lemma]
    adjective = next((w for w in verb.right if w.dep in {"acomp", "oprd", "ccomp"} and w.pos == "ADJ"), None)
    return None if adjective is None else cues.adjectives.get(adjective.lemma)


def kind_over_object(over: Word, head: Word, cues: Cues) -> str:
    """What `over` makes of what its object does: *urged Russia to P*, *saw Russia P*."""
    if over.pos == "ADJ":
        return cues.adjectives.get(over.lemma, "seem")
    if first_word(head).tag == "VBG":
        # *stopped Lee shooting*, unlike *stopped shooting*
        stopped = over.lemma == "stop" and any(w.dep == "dobj" for w in over.right)
        return "prevent" if stopped else cues.doing.get(over.lemma, "cause")
    if head.tag == "VBN" and not infinitive(head) and not any(w.dep == "dobj" for w in over.right):
        # *stands accused*, *was ordered held*
        return cues.doing.get(over.lemma) or cues.object_to.get(over.lemma, "manage")
    return (
        cues.object_to.get(_with_preposition(over))
        or cues.object_to.get(over.lemma)
        or cues.to.get(over.lemma)
        or "promise"
    )


def kind_after(preposition: Word, cues: Cues) -> str | None:
    """What a word makes of the doing after its preposition: *accused of*, *fined for*, *banned from*."""
    over = preposition.head
    if over.pos in VERBS:
        return cues.doing_after.get(f"{with_particle(over)} {preposition.low}")
    return None if preposition.low in BESIDE else cues.adjectives.get(over.lemma)


def chain_kind(above: Word, word: Word, cues: Cues) -> str:
    """What a word of a chain makes of the next: *refused* to *sign* is "refuse"."""
    if any(w.low == "too" for w in above.left):
        return "refuse"
    if above.pos == "ADJ" or above.dep in {"acomp", "oprd"}:
        return cues.adjectives.get(above.lemma) or cues.to.get(above.lemma, "seem")
    if word.dep in {"acomp", "oprd"}:
        return "manage" if above.lemma == "be" else cues.to.get(above.lemma, "manage")
    if word.dep == "pcomp":
        return kind_after(word.head, cues) or "manage"
    if infinitive(word):
        return _governing(above, cues)
    return cues.doing.get(with_particle(above)) or cues.doing.get(above.lemma, "manage")


def _governing(verb: Word, cues: Cues) -> str:
    """What a verb makes of its infinitive; of one that isn't known, the infinitive is the purpose: *left to become*."""
    found = cues.to.get(with_particle(verb)) or cues.to.get(verb.lemma)
    if found is None and passive(verb):
        found = cues.object_to.get(verb.lemma)
    return found or "promise"


def with_particle(verb: Word) -> str:
    """*rule out*."""
    particle = next((w.low for w in verb.right if w.dep == "prt"), "")
    return f"{verb.lemma} {particle}".strip()


def _with_preposition(verb: Word) -> str:
    """*call on*."""
    preposition = next((w.low for w in verb.right if w.dep == "prep"), "")
    return f"{verb.lemma} {preposition}"
