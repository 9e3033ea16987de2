"""The step from a clause to the clause above it, by how it hangs there."""

from dataclasses import replace

from graphkit.model import Modality
from graphkit.nlp.clause import Clause
from graphkit.nlp.grammar import SUBJECTS, first_word, infinitive, passive, preceded_by
from graphkit.nlp.stance.complements import conjunct, content_clause, controlled, gerund
from graphkit.nlp.stance.kinds import with_particle
from graphkit.nlp.stance.markers import marker, never_came, open_time, stopped
from graphkit.nlp.stance.nouns import DOUBTFUL, noun_clause
from graphkit.nlp.stance.speakers import attributed, speaker_over
from graphkit.nlp.stance.step import Step, circumstance, place_of
from graphkit.nlp.tree import Word
from graphkit.ontology.cues import Cues

LOOKING = frozenset({"appear", "feel", "look", "seem", "sound"})


def embedding(clause: Clause, cues: Cues) -> Step:
    """The step from a clause to its parent; without a parent, only who is said to say it."""
    step = _step(clause, clause.parent, cues)
    hearsay = _hearsay(clause.head, cues)
    if hearsay is not None or (clause.parent is None and _announced(clause.head, cues)):
        step = replace(step, modality=Modality.POSSIBLE, because=hearsay)
    told = attributed(clause, cues)
    if told is not None and step.speaker is None:
        step = replace(step, speaker=told[0], cue=told[1])
    return step


def _step(clause: Clause, parent: Clause | None, cues: Cues) -> Step:
    if clause.link in {"acl", "relcl"}:
        return noun_clause(clause, parent, cues)
    if parent is None:
        return Step(None)
    found = _STEPS.get(clause.link)
    return found(clause, parent, cues) if found is not None else Step(parent)


def _announced(verb: Word, cues: Cues) -> bool:
    """*So goes the rumour: the duke has sold the abbey*."""
    before = next((w for w in verb.left if w.dep in {"ccomp", "parataxis"}), None)
    if before is None or not any(w.text == ":" for w in verb.left):
        return False
    return any(cues.nouns.get(w.lemma) in DOUBTFUL for w in before.left + before.right)


def _adverbial(clause: Clause, parent: Clause, cues: Cues) -> Step:
    """*if P*, *because P*, *to P*, *saying P*."""
    head = clause.head
    marked = Modality.POSSIBLE if _looks_like(head) else marker(clause, cues)
    if _sooner(clause, parent):
        marked = Modality.CONDITIONAL
    elif marked is Modality.ASSERTED and stopped(clause) and not never_came(clause):
        marked = Modality.POSSIBLE
    if marked is not Modality.ASSERTED:
        return Step(parent, modality=marked)
    if preceded_by(first_word(head), cues.gerunds) == "negated" or never_came(clause):
        return Step(parent, denied=True)
    if _passed_over(head):
        return Step(parent, denied=True, modality=Modality.CONDITIONAL)
    content = _as_content(clause, parent, cues)
    if content is not None:
        return content
    if infinitive(head):
        return Step(parent, modality=Modality.ASSERTED if _came_about(head.head, cues) else Modality.PLANNED)
    beside = any(w.dep == "mark" or w.tag == "WRB" for w in head.left) and not open_time(clause)
    return Step(parent, given=True) if beside else circumstance(parent)


def _hearsay(verb: Word, cues: Cues) -> Word | None:
    """*Lee, it is alleged, bribed the mayor*: alleged."""
    asides = [w for w in (*verb.left, *verb.right) if w.dep == "parataxis" and _doubtful(w, cues)]
    return next((w for w in asides if any(b.low == "it" and b.dep in SUBJECTS for b in w.left)), None)


def _doubtful(saying: Word, cues: Cues) -> bool:
    """*it is alleged*; *it emerged* vouches for what it tells."""
    return cues.that.get(saying.lemma) not in {None, "know"}


def _passed_over(head: Word) -> bool:
    """*would rather resign than P*."""
    before = head.previous
    return head.tag == "VB" and before is not None and before.low == "than"


def _sooner(clause: Clause, parent: Clause) -> bool:
    """*I would resign before I ordered it*."""
    before = any(w.low == "before" and w.dep in {"mark", "advmod"} for w in clause.head.left)
    return before and any(w.low in {"would", "'d", "’d"} for w in parent.head.left)


def _as_content(clause: Clause, parent: Clause, cues: Cues) -> Step | None:
    """What the parser hangs on as an aside though it is what the verb is about; None for a true aside."""
    head = clause.head
    if _formal(parent) and any(w.dep == "mark" and w.low == "that" for w in head.left):
        return content_clause(clause, parent, cues)
    return _called_for(head, parent, cues) if infinitive(head) else _right_behind(head, parent, cues)


def _looks_like(head: Word) -> bool:
    """*it looks like P*."""
    return head.head.lemma in LOOKING and any(w.low == "like" for w in head.left)


def _right_behind(head: Word, parent: Clause, cues: Cues) -> Step | None:
    """*ruled out fighting Lee*: the content of the verb right before, though the parser takes it for an aside."""
    over = head.head
    kind = cues.doing.get(with_particle(over)) if head.tag == "VBG" else None
    before = head.previous
    if kind is None or before is None or (before is not over and before.dep != "prt"):
        return None
    return Step(parent, kind, place_of(over, parent), content=True, beside=False)


def _called_for(head: Word, parent: Clause, cues: Cues) -> Step | None:
    """*called for Vos to be dismissed*: who is to act stands between."""
    over = head.head
    kind = cues.object_to.get(f"{over.lemma} for")
    if kind is None or not any(w.dep == "mark" and w.low == "for" for w in head.left):
        return None
    speaker = speaker_over(parent, over, kind)
    cue = over if speaker is not None else None
    return Step(parent, kind, place_of(over, parent), speaker, cue, content=True, beside=False)


def _came_about(over: Word, cues: Cues) -> bool:
    """*went on to P*, *was made to P*: no purpose."""
    if passive(over):
        return cues.object_to.get(over.lemma) == "cause"
    return any(w.dep == "prt" for w in over.right) and cues.to.get(with_particle(over)) == "manage"


def _formal(parent: Clause) -> bool:
    """*It cannot be ruled out that P*, *rumour has it that P*: P is what the verb is about, not a result."""
    subject = parent.subject
    formal = parent.object is not None and parent.object.low == "it"
    return formal or (subject is not None and subject.low == "it" and parent.passive)


def _aside(clause: Clause, parent: Clause, cues: Cues) -> Step:
    """*Putin may be waiting, she said*: the article says that she said it."""
    return Step(None)


def _subject_clause(clause: Clause, parent: Clause, cues: Cues) -> Step:
    """*Bribing Z is a crime*: nobody says it was done."""
    marked = marker(clause, cues)
    return Step(parent, modality=Modality.POSSIBLE if marked is Modality.ASSERTED else marked)


_STEPS = {
    "ccomp": content_clause,
    "xcomp": controlled,
    "advcl": _adverbial,
    "pcomp": gerund,
    "conj": conjunct,
    "parataxis": _aside,
    "csubj": _subject_clause,
    "csubjpass": _subject_clause,
}
