"""One step outward: how a clause hangs on the clause above it, and what that makes of it."""

from dataclasses import dataclass

from graphkit.model import Modality
from graphkit.nlp.clause import Clause
from graphkit.nlp.stance.flags import Flags, embedded
from graphkit.nlp.tree import Word


@dataclass(frozen=True, slots=True)
class Step:
    """How a clause hangs on its parent.

    kind: class of the word it is the content of (see `config/cues.yaml`), or None.
    place: where in the parent's chain that word stands.
    speaker, cue: who says it, and the word that tells so.
    content: whether it is the parent's content.
    modality, denied: what the conjunction or construction makes of it.
    beside: the parent's own negation and modals don't touch it. modality_only: only its modality does.
    same_level: a conjunct, whose place is its first conjunct's.
    given: it stays as it is whatever the clauses further up are meant as. indefinite: it describes something that
        need not be; past: that has been. rejected: the noun it is the content of is rejected.
    because: the word that makes it so, where none of those above is it: for whoever asks why.
    """

    parent: Clause | None
    kind: str | None = None
    place: int = 0
    speaker: Word | None = None
    cue: Word | None = None
    content: bool = False
    modality: Modality = Modality.ASSERTED
    denied: bool = False
    beside: bool = True
    modality_only: bool = False
    same_level: bool = False
    given: bool = False
    indefinite: bool = False
    past: bool = False
    rejected: bool = False
    because: Word | None = None

    def apply(self, flags: Flags) -> Flags:
        """The flags after this step, before the parent's own words."""
        if self.kind is not None:
            flags = embedded(self.kind, flags)
        if self.denied:
            flags = flags.negated()
        return flags.weakened(self.modality)


def circumstance(
    parent: Clause | None, *, modality: Modality = Modality.ASSERTED, denied: bool = False
) -> Step:
    """A step beneath which only the parent's modality matters: *he may come, bringing arms*."""
    return Step(parent, modality=modality, denied=denied, beside=False, modality_only=True)


def place_of(word: Word, clause: Clause) -> int:
    """Where a word stands in a clause's chain; its last place where it isn't in it."""
    return next((i for i, w in enumerate(clause.chain) if w is word), len(clause.chain) - 1)
