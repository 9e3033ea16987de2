"""What a pronoun refers to: the candidate most likely to be meant, or the speaker of a quotation."""

from collections.abc import Callable, Sequence

from graphkit.nlp.coreference.candidates import REFLEXIVE, Candidate, candidates
from graphkit.nlp.coreference.syntax import governor, ruling
from graphkit.nlp.coreference.things import Discourse, Thing
from graphkit.nlp.mentions.found import Found
from graphkit.nlp.mentions.words import listed

FIRST = frozenset({"i", "me", "my", "mine", "myself"})
FIRST_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
BODIES = frozenset({"Organization", "Country", "Group"})

IN_OFFICE = listed(
    """
    premier chancellor minister secretary chief chairman chairwoman chair spokesman spokeswoman spokesperson
    director commissioner governor commander captain coach manager ceo executive
    """
)
"""Those who say *we* for what they lead or represent; presidents and ambassadors often mean everybody."""
HOLDING = frozenset({"compound", "amod", "nmod", "poss", "pobj"})
Choose = Callable[[Found, Sequence[Candidate]], Thing | None]
"""Which of the candidates, the nearest first, a pronoun means; None where none is likely enough."""


def antecedent_of_pronoun(
    mention: Found, discourse: Discourse, speaker: Thing | None, choose: Choose
) -> Thing | None:
    """The thing a pronoun stands for.

    speaker: who says the words the pronoun stands in; *he* in a quotation is somebody else.
    """
    if mention.head.low in FIRST:
        return speaker if speaker is not None and (speaker.type == "Person" or speaker.names) else None
    if mention.head.low in FIRST_PLURAL:
        return speaks_for(speaker, discourse) if speaker is not None else None
    found = candidates(mention, discourse, speaker)
    if mention.head.low in REFLEXIVE:
        own = ruling(governor(mention.head))
        meant = None if own is None else discourse.at(own.i)
        return meant if meant is not None and any(one.thing is meant for one in found) else None
    return choose(mention, found)


def speaks_for(speaker: Thing, discourse: Discourse) -> Thing | None:
    """Who *we* are: a speaking body itself; of somebody in office, the body or country named in the title."""
    if speaker.type in BODIES:
        return speaker
    for mention in speaker.mentions:
        if mention.kind != "name" or not mention.roles & IN_OFFICE:
            continue
        for i in range(mention.outer[0].i, mention.outer[1].i + 1):
            other = discourse.at_word.get(i)
            thing = discourse.at(i)
            if other is None or thing is None or thing is speaker or other.head.dep not in HOLDING:
                continue
            if thing.type in BODIES:
                return thing
    return None
