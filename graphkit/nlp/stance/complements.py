"""Steps from the complement of a verb: *said that P*, *urged Russia to P*, *accused Y of P-ing*."""

from itertools import pairwise

from graphkit.model import Modality
from graphkit.nlp.clause import Clause
from graphkit.nlp.grammar import VERBS, begins, first_word, negated, passive, preceded_by
from graphkit.nlp.grammar import gerund as is_gerund
from graphkit.nlp.mending.words import PUNISHING
from graphkit.nlp.stance.flags import NEGATING
from graphkit.nlp.stance.kinds import (
    BESIDE,
    chain_kind,
    kind_after,
    kind_over,
    kind_over_object,
    with_particle,
)
from graphkit.nlp.stance.markers import marker
from graphkit.nlp.stance.modifiers import says_none
from graphkit.nlp.stance.nouns import content_of_noun, forecast_of, noun_kind
from graphkit.nlp.stance.speakers import speaker_over
from graphkit.nlp.stance.step import Step, circumstance, place_of
from graphkit.nlp.subjects import PENALTIES, TALKING
from graphkit.nlp.tree import Word
from graphkit.ontology.cues import Cues

AROUND = (BESIDE - {"by", "through"}) | {"besides", "on"}
"""Prepositions whose doing isn't what a denial is about: *did not leave after P-ing*."""
HEARING = frozenset({
    "committee", "court", "hearing", "inquest", "inquiry", "judge", "juror", "jury", "panel", "trial", "tribunal",
})  # fmt: skip
"""Before whom somebody else says what they hear."""
LYING = frozenset({"err", "exaggerate", "fib", "joke", "lie"})
ANSWERING_FOR = frozenset({"apologise", "apologize", "atone", "quit", "resign", "step"})
TRIED = frozenset({"execute", "fine", "hang", "try"})
VAGUE = frozenset({"everybody", "everyone", "few", "many", "most", "others", "people", "some"})
"""Believers of whom nothing is known."""
HEARSAY = frozenset({
    "complaint", "fable", "folklore", "gossip", "hearsay", "indictment", "lawsuit", "legend", "lore", "myth",
    "petition", "rumor", "rumour", "smear", "suit", "tradition", "writ",
})  # fmt: skip
"""Tellers whom nobody need believe."""
FAR = {"far from": "possible", "less than": "possible", "anything but": "possible"}


def content_clause(clause: Clause, parent: Clause, cues: Cues) -> Step:
    """*said that P*, *wants Russia to P*, *it is clear that P*."""
    head = clause.head
    over = head.head
    if (forecast := forecast_of(parent, over)) is not None:
        return forecast
    kind = "manage" if _cleft(parent, over, head) else kind_over(over, head, cues)
    if kind == "believe" and _not_foreseen(over, head, parent, cues):
        kind = "fear"
    marked = marker(clause, cues)
    if over.pos == "ADV":
        # *now that P*
        return Step(parent, modality=marked)
    if head.i < over.i and (kind is None or any(w.text == ";" and w.i > head.i for w in over.left)):
        # Two sentences with a dash or semicolon between them: neither says the other.
        return Step(parent, modality=marked)
    speaker = None if _unsaid(over, head, kind, parent, cues) else speaker_over(parent, over, kind)
    if marked is Modality.ASSERTED and _disowned(parent, speaker, kind, cues):
        marked = Modality.POSSIBLE
    return Step(
        parent,
        kind,
        place_of(over, parent),
        speaker=speaker,
        cue=over if speaker is not None else None,
        content=True,
        modality=_on_no_word(kind, speaker, clause, parent, marked, cues),
        beside=False,
    )


def _not_foreseen(over: Word, head: Word, parent: Clause, cues: Cues) -> bool:
    """*never thought he would be convicted*: what nobody foresaw may well have come."""
    did = any(w.dep == "aux" and w.low == "did" for w in over.left) or over.tag in {"VBD", "VBN"}
    nobody = parent.subject is not None and says_none(parent.subject, cues)
    unforeseen = negated(over) or nobody or any(w.low == "never" for w in over.left)
    return did and unforeseen and any(w.dep == "aux" and w.low in {"would", "could"} for w in head.left)


def _unsaid(over: Word, head: Word, kind: str | None, parent: Clause, cues: Cues) -> bool:
    """*asked whether P*, *did not say P*, *refused to say P*, *nobody said P*, *the jury heard P*: nobody says P."""
    if any(w.low in {"whether", "if"} and w.dep == "mark" for w in head.left):
        return True
    subject = parent.subject
    hearing = over.lemma == "hear" and subject is not None and subject.lemma in HEARING
    if hearing or (subject is not None and subject.low in cues.none):
        return True
    if subject is not None and subject.low == "few" and not subject.left:
        # *few believe that P*, unlike *a few believe it*
        return True
    if kind != "say":
        return False
    refused = any(chain_kind(above, word, cues) in NEGATING for above, word in pairwise(parent.chain))
    return refused or any(w.dep == "neg" or w.low in {"neither", "never"} for w in over.left)


def _disowned(parent: Clause, speaker: Word | None, kind: str | None, cues: Cues) -> bool:
    """*a fake memo said that P*, *dismissed posts claiming that P*, *lied when he said that P*, *many believe P*."""
    head = parent.head
    if head.dep == "advcl" and head.head.lemma in LYING:
        return True
    if speaker is None:
        return False
    if any(w.low in cues.unreal for w in speaker.left if w.dep in {"amod", "compound", "nmod"}):
        return True
    if speaker.lemma in HEARSAY:
        return True
    if kind == "believe" and speaker.low in VAGUE and not speaker.left and not speaker.right:
        return True
    over = speaker.head
    if over.low == "as" and over.dep == "prep":
        over = over.head
    return parent.link == "acl" and head.head is speaker and cues.that.get(over.lemma) == "deny"


def _cleft(parent: Clause, over: Word, head: Word) -> bool:
    """*It was in May that P.*"""
    subject = parent.subject
    between = [w for w in over.right if w.i < head.i and w.dep in {"prep", "npadvmod"}]
    found = over.lemma == "be" and subject is not None and subject.low == "it" and bool(between)
    return found and not any(w.dep in {"acomp", "attr"} for w in over.right)


def _on_no_word(
    kind: str | None, speaker: Word | None, clause: Clause, parent: Clause, marked: Modality, cues: Cues
) -> Modality:
    """*it is said that P*, *rumour has it that P*: said by nobody we know, P is no more than possible."""
    nobody = kind in {"say", "deny", "believe"} and speaker is None and parent.verb.pos == "VERB"
    subject = parent.subject if parent.verb.lemma in {"be", "go", "have"} else None
    told = subject is not None and cues.nouns.get(subject.lemma) in {"allege", "fear"}
    far = preceded_by(clause.head.head, FAR) is not None
    doubtful = kind is None or nobody or told or far
    return Modality.POSSIBLE if doubtful and marked is Modality.ASSERTED else marked


def controlled(clause: Clause, parent: Clause, cues: Cues) -> Step:
    """*urged Russia to P*, *made Russia P*; *sent troops to P* is a purpose."""
    head = clause.head
    over = head.head
    if (marked := marker(clause, cues)) is not Modality.ASSERTED:
        return Step(parent, modality=marked)
    if first_word(head).low == "having" and over.lemma not in cues.doing:
        return circumstance(parent)
    kind = kind_over_object(over, head, cues)
    speaker = speaker_over(parent, over, kind) if kind != "promise" else None
    cue = over if speaker is not None else None
    return Step(parent, kind, place_of(over, parent), speaker, cue, content=True, beside=False)


def gerund(clause: Clause, parent: Clause, cues: Cues) -> Step:
    """*accused Y of P-ing*, *without P-ing*, *on the brink of P-ing*, *by P-ing*."""
    if (marked := marker(clause, cues)) is not Modality.ASSERTED:
        return Step(parent, modality=marked)
    if (answered := _answered_for(clause.head.head, parent, cues)) is not None:
        return answered
    if (telling := _telling_noun(clause.head.head, cues)) is not None:
        return content_of_noun(clause, parent, telling, cues)
    effect = preceded_by(begins(clause.head), cues.gerunds)
    warned = _warned_against(clause.head, parent)
    if effect is not None and warned is None:
        denied = effect == "negated"
        return circumstance(parent, denied=denied, modality=Modality.ASSERTED if denied else Modality(effect))
    return warned or _governed_gerund(clause.head, parent, cues)


def _answered_for(preposition: Word, parent: Clause, cues: Cues) -> Step | None:
    """What the words around a preposition settle, whatever it follows."""
    if _within(preposition):
        return Step(parent, denied=True, content=True, beside=False)
    penalty = preposition.head
    if penalty.dep in {"dobj", "nsubjpass"} and with_particle(penalty.head) in cues.undoing:
        # *overturned his conviction for P-ing*
        return Step(parent, modality=Modality.POSSIBLE, because=penalty.head)
    if _talked_out(preposition, parent):
        # *talked Lee out of P-ing*
        return Step(parent, "prevent", len(parent.chain) - 1, content=True, beside=False)
    if _nothing_to_do(preposition, parent):
        # *had nothing to do with P-ing*
        return Step(parent, denied=True, content=True)
    # *must pay a fine after P-ing*
    return Step(parent, given=True) if _punished_after(preposition, parent) else None


def _talked_out(preposition: Word, parent: Clause) -> bool:
    out = preposition.head
    talked = out.low == "out" and out.head.lemma in TALKING
    return talked and preposition.low == "of" and parent.object is not None


def _nothing_to_do(preposition: Word, parent: Clause) -> bool:
    nothing = parent.object
    if (
        preposition.low != "with"
        or nothing is None
        or nothing.low != "nothing"
        or parent.verb.lemma != "have"
    ):
        return False
    return any(w.lemma == "do" and w.i < preposition.i for w in nothing.right)


def _punished_after(preposition: Word, parent: Clause) -> bool:
    """*will be tried after P-ing*, *should resign after P-ing*: what somebody answers for comes before it."""
    if preposition.low != "after":
        return False
    penalty = parent.object is not None and parent.object.lemma in PENALTIES
    punished = parent.passive and parent.verb.lemma in PUNISHING | TRIED
    return penalty or punished or parent.verb.lemma in ANSWERING_FOR


def _within(preposition: Word) -> bool:
    """*came within a point of winning the cup*: didn't win it."""
    inch = preposition.head
    return preposition.low == "of" and inch.dep == "pobj" and inch.head.low == "within"


def _warned_against(head: Word, parent: Clause) -> Step | None:
    """*warned France against P-ing*: France is told not to."""
    over = head.head.head
    if head.head.low != "against" or parent.object is None or over not in parent.chain or parent.passive:
        return None
    speaker = speaker_over(parent, over, "demand")
    cue = over if speaker is not None else None
    return Step(
        parent, "demand", place_of(over, parent), speaker, cue, content=True, denied=True, beside=False
    )


def _telling_noun(preposition: Word, cues: Cues) -> Word | None:
    """*claims of P-ing*, *no record of P-ing*, *faces trial for P-ing*."""
    over, before = preposition.head, preposition.previous
    if preposition.low == "for" and noun_kind(over, cues) == "prevent":
        # *a ban for P-ing* isn't one on it.
        return None
    if over.pos in {"NOUN", "PROPN"} and (noun_kind(over, cues) is not None or says_none(over, cues)):
        return over
    near = before is not None and before.pos == "NOUN" and cues.nouns.get(before.lemma) in {"allege", "fear"}
    return before if near else None


def _governed_gerund(head: Word, parent: Clause, cues: Cues) -> Step:
    """*accused Y of P-ing*, *guilty of P-ing*."""
    over = head.head.head
    kind = kind_after(head.head, cues)
    if kind is None and is_gerund(head) and head.head.low in {"about", "of"} and over.pos in VERBS:
        # *sings about murdering a lover*: a topic need not have happened.
        return circumstance(parent, modality=Modality.POSSIBLE)
    if kind is None and is_gerund(head) and head.head.low not in AROUND:
        return _focused(head, parent)
    if kind is None or not is_gerund(head):
        return circumstance(parent)
    if over.pos == "ADJ" and negated(over):
        return Step(parent, kind, denied=True, content=True, beside=False, modality_only=True)
    speaker = speaker_over(parent, over, kind) if kind in {"allege", "deny", "disbelieve", "say"} else None
    cue = over if speaker is not None else None
    return Step(parent, kind, place_of(over, parent), speaker, cue, content=True, beside=False)


def _focused(head: Word, parent: Clause) -> Step:
    """*is not in the business of P-ing* denies P; *did not win by P-ing* leaves it open."""
    over = head.head.head
    of_being = over.dep == "pobj" and over.head.head is parent.verb and parent.verb.lemma == "be"
    if of_being and head.head.low == "of":
        return Step(parent, "manage", len(parent.chain) - 1, beside=False)
    return Step(parent, beside=False, modality_only=True, indefinite=True)


def conjunct(clause: Clause, parent: Clause, cues: Cues) -> Step:
    """*wants to invade and destroy*: what governs the first conjunct governs the second."""
    head = clause.head
    place = next((i for i, w in enumerate(parent.chain) if w is head.head), 0)
    if place:
        over = parent.chain[place - 1]
        above = chain_kind(over, parent.chain[place], cues)
        # *denied taking bribes or beating her*: whoever denies the one denies the other.
        speaker = parent.subject if above in {"say", "deny"} and not passive(over) else None
        cue = over if speaker is not None else None
        return Step(parent, above, place - 1, speaker, cue, beside=False, same_level=True)
    instead = preceded_by(first_word(head), cues.gerunds) == "negated"
    nor = any(w.dep == "cc" and w.low == "nor" and w.i < head.i for w in head.head.right)
    return Step(parent, same_level=True, denied=instead or nor)
