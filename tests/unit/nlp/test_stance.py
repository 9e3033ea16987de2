"""Words that tell how a claim is meant, one under another: every pair of two."""

from itertools import product

import pytest

from graphkit.model import Article, Modality, Polarity, Triple
from graphkit.nlp import Reader

AFFIRMED, NEGATED = Polarity.AFFIRMED, Polarity.NEGATED
ASSERTED, POSSIBLE, CONDITIONAL = Modality.ASSERTED, Modality.POSSIBLE, Modality.CONDITIONAL

WORDS = {
    "said that": (AFFIRMED, ASSERTED),
    "believes that": (AFFIRMED, ASSERTED),
    "confirmed that": (AFFIRMED, ASSERTED),
    "fears that": (AFFIRMED, POSSIBLE),
    "alleged that": (AFFIRMED, POSSIBLE),
    "denied that": (NEGATED, ASSERTED),
    "doubts that": (NEGATED, POSSIBLE),
    "may have said that": (AFFIRMED, POSSIBLE),
    "reportedly said that": (AFFIRMED, POSSIBLE),
    "did not say that": (AFFIRMED, POSSIBLE),
    "refused to say that": (AFFIRMED, POSSIBLE),
}
"""What each makes of its content."""

OPENING = {"denied that", "doubts that"}
"""Words that, further out, leave open what they deny when they stand next to it."""

OWN = {
    "armed": (AFFIRMED, ASSERTED),
    "did not arm": (NEGATED, ASSERTED),
    "may have armed": (AFFIRMED, POSSIBLE),
    "will arm": (AFFIRMED, Modality.PLANNED),
    "must arm": (AFFIRMED, Modality.ORDERED),
    "never armed": (NEGATED, ASSERTED),
    "allegedly armed": (AFFIRMED, POSSIBLE),
    "tried to arm": (AFFIRMED, POSSIBLE),
    "refused to arm": (NEGATED, ASSERTED),
    "plans to arm": (AFFIRMED, Modality.PLANNED),
}
"""Ways a clause may be meant by itself."""


def act(sentence: str, reader: Reader) -> Triple:
    """The claim that the rebels were armed."""
    (reading,) = reader.read([Article(text=sentence)])
    return next(triple for triple in reading.triples if triple.act.split()[0] == "arm")


def weaker(outer: Modality, inner: Modality) -> Modality:
    """A condition before all, else the outer one, if it weakens."""
    return inner if outer is ASSERTED or inner is CONDITIONAL else outer


@pytest.mark.parametrize(("outer", "inner"), list(product(WORDS, WORDS)))
def test_what_is_reported_of_a_report(outer: str, inner: str, reader: Reader) -> None:
    claim = act(f"Chad {outer} Niger {inner} Mali armed the rebels.", reader)

    polarity, modality = WORDS[inner]
    outermost = POSSIBLE if outer in OPENING else WORDS[outer][1]
    assert (claim.polarity, claim.modality) == (polarity, weaker(outermost, modality))


@pytest.mark.parametrize(("word", "own"), list(product(WORDS, OWN)))
def test_what_is_said_of_a_clause_with_a_stance_of_its_own(word: str, own: str, reader: Reader) -> None:
    claim = act(f"Niger {word} Mali {own} the rebels.", reader)

    (outer_polarity, outer), (polarity, modality) = WORDS[word], OWN[own]
    twice = outer_polarity is NEGATED and polarity is NEGATED
    expected = AFFIRMED if twice else (NEGATED if NEGATED in {outer_polarity, polarity} else AFFIRMED)
    assert claim.polarity is expected
    assert claim.modality is weaker(POSSIBLE if twice and outer is ASSERTED else outer, modality)


@pytest.mark.parametrize("own", OWN)
def test_a_condition_outweighs_all_else(own: str, reader: Reader) -> None:
    claim = act(f"If Mali {own} the rebels, the talks will fail.", reader)

    assert (claim.polarity, claim.modality) == (OWN[own][0], CONDITIONAL)


@pytest.mark.parametrize(
    "word", [word for word in WORDS if word not in {"did not say that", "refused to say that"}]
)
def test_the_innermost_who_answers_for_it_is_the_speaker(word: str, reader: Reader) -> None:
    claim = act(f"Chad said that Niger {word} Mali armed the rebels.", reader)

    assert claim.speaker is not None
    assert claim.speaker.text == "Niger"
