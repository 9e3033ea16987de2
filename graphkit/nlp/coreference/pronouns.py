"""What a pronoun refers to: the candidate most likely to be meant, or the speaker of a quotation."""

from collections.abc import Callable, Sequence

from graphkit.nlp.coreference.candidates import Candidate, candidates
from graphkit.nlp.coreference.things import Discourse, Thing
from graphkit.nlp.mentions.found import Found

FIRST = frozenset({"i", "me", "my", "mine", "myself"})
FIRST_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
BODIES = frozenset({"Organization", "Country", "Group"})

Choose = Callable[[Found, Sequence[Candidate]], Thing | None]
"""Which of the candidates, the nearest first, a pronoun means; None where none is likely enough."""


def antecedent_of_pronoun(
    mention: Found, discourse: Discourse, speaker: Thing | None, choose: Choose
) -> Thing | None:
    """The thing a pronoun stands for.

    speaker: who says the words the pronoun stands in; *he* in a quotation is somebody else.
    """
    if mention.head.low in FIRST:
        return speaker
    if mention.head.low in FIRST_PLURAL:
        return speaker if speaker is not None and speaker.type in BODIES else None
    return choose(mention, candidates(mention, discourse, speaker))
