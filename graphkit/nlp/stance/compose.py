"""Stance: whether a clause is affirmed or denied, how it is meant, and on whose word.

A clause's stance is composed from the inside out. Its own negation, modals and adverbs come first; then each
verb, noun or conjunction it stands under, up to the root of the sentence. "He may have denied that Y bribed
Z" is *bribed* under *denied* under *may*: not Y bribed Z, possibly, on his word.
"""

from dataclasses import dataclass
from itertools import pairwise

from graphkit.model import Modality, Polarity
from graphkit.nlp.clause import Clause
from graphkit.nlp.grammar import passive
from graphkit.nlp.stance.embedding import embedding
from graphkit.nlp.stance.flags import NEGATING, REPORTING, TOLD, Flags, embedded, reversed_over
from graphkit.nlp.stance.kinds import chain_kind
from graphkit.nlp.stance.modifiers import Modifiers, has_yet, modifiers
from graphkit.nlp.stance.step import Step
from graphkit.nlp.tree import Word
from graphkit.ontology.cues import Cues


@dataclass(frozen=True, slots=True)
class Stance:
    """How a clause is meant.

    speaker: head word of whoever says it; None where the article does. cue: the reporting word.
    content_of: the clause whose content it is.
    """

    polarity: Polarity
    modality: Modality
    speaker: Word | None = None
    cue: Word | None = None
    content_of: Clause | None = None


class Judge:
    """Tells how clauses are meant, and remembers what it found: every clause is asked after by those below it."""

    def __init__(self, cues: Cues) -> None:
        self._cues = cues
        self._steps: dict[Clause, Step] = {}
        self._own: dict[Clause, Flags] = {}
        self._modifiers: dict[tuple[Clause, int], Modifiers] = {}

    def stance(self, clause: Clause, *, question: bool = False) -> Stance:
        """Stance of a clause in its sentence. question: whether the sentence asks."""
        flags = self._own_flags(clause)
        speaker, cue = _own_word(clause, self._cues)
        content_of = None
        inner, current = clause, clause
        given = told = False
        while True:
            step = self._step(current)
            flags = self._through(current, step, flags, speaker, given=given, told=told)
            told = told or step.content or step.indefinite
            if step.speaker is not None and speaker is None and _answers(step, clause, given=given):
                speaker, cue = step.speaker, step.cue
            if step.content and current is inner:
                content_of = step.parent
            if step.parent is None:
                break
            if not given:
                flags = self._under(step, flags)
            given = given or step.given
            inner = step.parent if step.same_level and current is inner else inner
            current = step.parent
        if question and speaker is None:
            flags = self._asked(clause, flags)
        return Stance(flags.polarity, flags.modality, speaker, cue, content_of)

    def _through(
        self, clause: Clause, step: Step, flags: Flags, speaker: Word | None, *, given: bool, told: bool
    ) -> Flags:
        """What the step from a clause to the one above it makes of what is beneath."""
        if given:
            return _beyond(step, flags, speaker)
        return _reported(step, flags) if told else step.apply(flags)

    def _asked(self, clause: Clause, flags: Flags) -> Flags:
        """What is asked isn't said."""
        return flags.weakened(Modality.CONDITIONAL)

    def _step(self, clause: Clause) -> Step:
        found = self._steps.get(clause)
        if found is None:
            found = self._steps[clause] = embedding(clause, self._cues)
        return found

    def _own_flags(self, clause: Clause) -> Flags:
        """What the words of its own chain make of a clause."""
        found = self._own.get(clause)
        if found is None:
            found = self._own[clause] = self._up_the_chain(clause, len(clause.chain) - 1, None, Flags())
        return found

    def _under(self, step: Step, flags: Flags) -> Flags:
        """What the parent's own words do to a clause beneath it."""
        parent = step.parent
        if parent is None or step.beside:
            return flags
        if not step.modality_only:
            return self._up_the_chain(parent, step.place, step.kind, flags)
        own = self._own_flags(parent)
        if step.indefinite and own.polarity is Polarity.NEGATED:
            # *took no part in a raid led by Lee*
            flags = flags.weakened(Modality.POSSIBLE)
        if step.indefinite and own.modality is Modality.PLANNED and step.past:
            # *plans to return with a robot built by Lee*
            return flags
        return flags.weakened(own.modality)

    def _up_the_chain(self, clause: Clause, place: int, kind: str | None, flags: Flags) -> Flags:
        """Apply what stands around the chain's words, from `place` outward.

        kind: what the word at `place` makes of the content the flags belong to; None where they are its own.
        """
        for at in range(place, -1, -1):
            flags = self._weighed(clause, at, kind, flags)
            if at:
                above, word = clause.chain[at - 1], clause.chain[at]
                outer = "manage" if has_yet(above) else chain_kind(above, word, self._cues)
                flags = self._governed(above, outer, kind, flags)
                kind = outer
        return flags

    def _weighed(self, clause: Clause, at: int, kind: str | None, flags: Flags) -> Flags:
        """What stands around a word of the chain makes of it."""
        return _weigh(self._around(clause, at), kind, flags)

    def _governed(self, above: Word, outer: str, kind: str | None, flags: Flags) -> Flags:
        """What a word of the chain, of class `outer`, makes of the next."""
        # *refused to say whether P*: the saying is refused, P is left open.
        told = kind is not None and outer in NEGATING
        return reversed_over(kind, flags) if told and kind is not None else embedded(outer, flags)

    def _around(self, clause: Clause, at: int) -> Modifiers:
        found = self._modifiers.get((clause, at))
        if found is None:
            found = modifiers(clause, clause.chain[at], self._cues, outermost=at == 0)
            self._modifiers[clause, at] = found
        return found


def _reported(step: Step, flags: Flags) -> Flags:
    """*denied that Niger said that P*: what is denied is the saying; P isn't denied, but left open."""
    if step.kind in NEGATING or step.denied:
        return flags.weakened(Modality.POSSIBLE).weakened(step.modality)
    return step.apply(flags)


def _beyond(step: Step, flags: Flags, speaker: Word | None) -> Flags:
    """What is given (*the man who shot Lee*) stays so under most words; not under a condition or on no word."""
    if step.modality is Modality.CONDITIONAL:
        return flags.weakened(step.modality)
    if step.rejected:
        # *rejected the argument that P because Q*: Q is part of the argument.
        return flags.weakened(Modality.POSSIBLE)
    unsaid = step.kind in REPORTING | NEGATING and step.speaker is None and speaker is None
    return flags.weakened(Modality.POSSIBLE) if unsaid else flags


def _answers(step: Step, clause: Clause, *, given: bool) -> bool:
    """Whether the step's speaker says the clause; *according to a man briefed on it*: not that he was briefed."""
    if clause.link in {"acl", "relcl"} and clause.head.head is step.speaker:
        return False
    if clause.head is step.cue:
        # *P, as X said*: that X said so is the article's word.
        return False
    if given and step.rejected:
        return False
    return not given or step.kind is None or step.kind in REPORTING | {"deny", "disbelieve", "believe"}


def _own_word(clause: Clause, cues: Cues) -> tuple[Word | None, Word | None]:
    """*Smith denied bribing Lee*, *claims to have won*: the subject answers for it."""
    for above, word in pairwise(clause.chain):
        if chain_kind(above, word, cues) in {"say", "deny"} and not passive(above):
            return clause.subject, above
    return None, None


def _weigh(found: Modifiers, kind: str | None, flags: Flags) -> Flags:
    if (found.false or found.then) and kind in TOLD:
        flags = flags.weakened(Modality.POSSIBLE)
    if found.negated:
        flags = flags.negated() if kind is None else reversed_over(kind, flags)
    return flags.weakened(found.modality)
