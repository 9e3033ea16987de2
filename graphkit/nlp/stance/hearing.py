"""A judge that also tells which words made a clause what it is: slower, and for whoever asks why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphkit.nlp.clause import Clause
from graphkit.nlp.grammar import begins, infinitive, preceded_by
from graphkit.nlp.stance.compose import Judge, Stance
from graphkit.nlp.stance.flags import Flags
from graphkit.nlp.stance.kinds import with_particle
from graphkit.nlp.stance.modifiers import weighing
from graphkit.nlp.stance.step import Step
from graphkit.nlp.tree import Word
from graphkit.ontology.cues import Cues


@dataclass(frozen=True, slots=True)
class Heard:
    """A word that changed how a clause is meant. by: what it is there; before, after: how it was meant."""

    word: Word
    by: str
    before: Flags
    after: Flags


class HearingJudge(Judge):
    """Finds what `Judge` finds; remembers no clause, so that each is judged by words anew."""

    def __init__(self, cues: Cues) -> None:
        super().__init__(cues)
        self._heard: list[Heard] = []

    def hear(self, clause: Clause, *, question: bool = False) -> tuple[Stance, tuple[Heard, ...]]:
        """The stance of a clause, and the words behind it from the inside out."""
        self._heard = []
        judged = self.stance(clause, question=question)
        return judged, tuple(self._heard)

    def _own_flags(self, clause: Clause) -> Flags:
        return self._up_the_chain(clause, len(clause.chain) - 1, None, Flags())

    def _through(
        self, clause: Clause, step: Step, flags: Flags, speaker: Word | None, *, given: bool, told: bool
    ) -> Flags:
        after = super()._through(clause, step, flags, speaker, given=given, told=told)
        if after != flags:
            self._heard.append(Heard(*self._behind(clause, step), flags, after))
        return after

    def _asked(self, clause: Clause, flags: Flags) -> Flags:
        after = super()._asked(clause, flags)
        if after != flags:
            self._heard.append(Heard(clause.head, "question", flags, after))
        return after

    def _weighed(self, clause: Clause, at: int, kind: str | None, flags: Flags) -> Flags:
        after = super()._weighed(clause, at, kind, flags)
        if after != flags:
            words = list(weighing(clause, clause.chain[at], self._cues, outermost=at == 0))
            self._heard += _parted(words, flags, after)
        return after

    def _governed(self, above: Word, outer: str, kind: str | None, flags: Flags) -> Flags:
        after = super()._governed(above, outer, kind, flags)
        if after != flags:
            self._heard.append(Heard(above, f"class {outer}", flags, after))
        return after

    def _under(self, step: Step, flags: Flags) -> Flags:
        """Of a parent that only weakens, what its own words are to itself isn't told: only that they weaken."""
        before, self._heard = self._heard, []
        after = super()._under(step, flags)
        inner, self._heard = self._heard, before
        if not step.modality_only:
            self._heard += inner
        elif after != flags:
            self._heard += [Heard(one.word, one.by, flags, after) for one in inner]
        return after

    def _known(self, word: Word) -> bool:
        """Whether the cues know it; of what they don't know, an infinitive is the purpose."""
        cues = self._cues
        tables = (cues.that, cues.to, cues.object_to, cues.doing, cues.nouns, cues.adjectives)
        return any(lemma in table for table in tables for lemma in (word.lemma, with_particle(word)))

    def _behind(self, clause: Clause, step: Step) -> tuple[Word, str]:
        """The word that makes of a clause what its step does, and what it is there."""
        head, kind = clause.head, step.kind
        if kind is not None:
            over = step.cue or _over(clause, step)
            if infinitive(head) and not self._known(over):
                return next((w for w in head.left if w.tag == "TO"), head), "purpose"
            return over, f"class {kind}"
        if step.because is not None:
            return step.because, "word"
        if step.cue is not None:
            return step.cue, "class of its noun"
        if (conjunction := self._conjunction(head)) is not None:
            return conjunction, "conjunction"
        to = next((w for w in head.left if w.tag == "TO"), None) if infinitive(head) else None
        return (head, "construction") if to is None else (to, "purpose")

    def _conjunction(self, head: Word) -> Word | None:
        first = begins(head)
        if preceded_by(first, self._cues.markers) or preceded_by(first, self._cues.gerunds):
            return first.previous
        return next((w for w in head.left if w.dep == "mark" or w.low in self._cues.markers), None)


def _parted(words: Sequence[tuple[Word, str]], before: Flags, after: Flags) -> Iterator[Heard]:
    """Of words around one verb, what each does: a modal weakens, a denial denies, and weakens only on its own."""
    weakening = any(by != "denial" for _, by in words)
    between = Flags(after.polarity, before.modality) if weakening else after
    for word, by in words:
        yield Heard(word, by, before, between) if by == "denial" else Heard(word, by, between, after)


def _over(clause: Clause, step: Step) -> Word:
    head = clause.head
    if clause.link in {"acl", "relcl"} or step.parent is None:
        return head.head
    if clause.link == "pcomp":
        return head.head.head
    return step.parent.chain[step.place]
