"""Which class a word belongs to, in the construction it takes its content in (see `config/cues.yaml`)."""

from graphkit.nlp.grammar import VERBS, infinitive, subjunctive
from graphkit.nlp.tree import Word
from graphkit.ontology.cues import Cues


def kind_over(over: Word, head: Word, cues: Cues) -> str | None:
    """What `over` makes of its complement, whose verb is `head`: *said that P*, *is clear that P*."""
    if over.pos == "ADJ":
        return cues.adjectives.get(over.lemma, "seem" if infinitive(head) else "know")
    lemma = with_particle(over)
    if subjunctive(head):
        return cues.object_to.get(lemma, "demand")
    if infinitive(head):
        return cues.object_to.get(lemma) or cues.to.get(lemma) or cues.that.get(lemma) or "promise"
    if head.tag in {"VB", "VBG"} and not any(w.dep == "aux" for w in head.left):
        bare = cues.doing if head.tag == "VBG" else cues.object_to
        return bare.get(lemma) or cues.that.get(lemma)
    if over.lemma in {"make", "be"} and (adjective := _predicative(over)) is not None:
        return cues.adjectives.get(adjective.lemma)
    return cues.that.get(lemma)


def kind_over_object(over: Word, head: Word, cues: Cues) -> str:
    """What `over` makes of what its object does: *urged Russia to P*, *saw Russia P*."""
    if over.pos == "ADJ":
        return cues.adjectives.get(over.lemma, "seem")
    if head.tag == "VBG":
        return cues.doing.get(over.lemma, "cause")
    return (
        cues.object_to.get(_with_preposition(over))
        or cues.object_to.get(over.lemma)
        or cues.to.get(over.lemma)
        or "promise"
    )


def kind_after(preposition: Word, cues: Cues) -> str | None:
    """What a word makes of the doing after its preposition: *accused of*, *fined for*, *banned from*."""
    over = preposition.head
    if over.pos not in VERBS:
        return cues.adjectives.get(over.lemma)
    kind = cues.doing.get(with_particle(over)) or cues.doing.get(over.lemma)
    return "prevent" if kind == "know" and preposition.low == "from" else kind


def chain_kind(above: Word, word: Word, cues: Cues) -> str:
    """What a word of a chain makes of the next: *refused* to *sign* is "refuse"."""
    if above.pos == "ADJ" or above.dep in {"acomp", "oprd"}:
        return cues.adjectives.get(above.lemma) or cues.to.get(above.lemma, "seem")
    if word.dep in {"acomp", "oprd"}:
        return "manage" if above.lemma == "be" else cues.to.get(above.lemma, "manage")
    if infinitive(word):
        return cues.to.get(above.lemma, "manage")
    return cues.doing.get(with_particle(above)) or cues.doing.get(above.lemma, "manage")


def with_particle(verb: Word) -> str:
    """*rule out*."""
    particle = next((w.low for w in verb.right if w.dep == "prt"), "")
    return f"{verb.lemma} {particle}".strip()


def _with_preposition(verb: Word) -> str:
    """*call on*."""
    preposition = next((w.low for w in verb.right if w.dep == "prep"), "")
    return f"{verb.lemma} {preposition}"


def _predicative(verb: Word) -> Word | None:
    return next((w for w in verb.right if w.dep in {"acomp", "oprd", "ccomp"} and w.pos == "ADJ"), None)
