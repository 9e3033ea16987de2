"""What a pronoun refers to: the most prominent thing near that agrees, or the speaker of a quotation."""

from collections.abc import Mapping, Sequence

from graphkit.nlp.coreference.things import Thing
from graphkit.nlp.grammar import SUBJECTS
from graphkit.nlp.mentions.found import Found
from graphkit.nlp.tree import Word

FIRST = frozenset("i me my mine myself".split())
FIRST_PLURAL = frozenset("we us our ours ourselves".split())
HE_SHE = frozenset("he him his himself she her hers herself".split())
IT = frozenset("it its itself".split())
REFLEXIVE = frozenset("himself herself itself themselves myself ourselves".split())
REACH = {True: 3, False: 2}
"""Sentences a pronoun reaches back: he and she further than it and they."""


def antecedent_of_pronoun(
    mention: Found,
    seen: Sequence[Thing],
    speakers: Mapping[int, Word],
    at_word: Mapping[int, Found],
    owner: Mapping[int, Thing],
) -> Thing | None:
    """The thing a pronoun stands for, or None where nothing near agrees."""
    low = mention.head.low
    speaker = speakers.get(mention.head.i)
    if low in FIRST or low in FIRST_PLURAL:
        return _speaker(mention, speaker, at_word, owner)
    excluded = _speaker(mention, speaker, at_word, owner) if speaker is not None else None
    person = low in HE_SHE
    best: tuple[float, Thing] | None = None
    for thing in reversed(seen):
        distance = mention.sentence - thing.last.sentence
        if distance > REACH[person]:
            break
        if thing is excluded or not _agrees(mention, thing) or _bound(mention, thing):
            continue
        score = _prominence(mention, thing)
        if best is None or score > best[0]:
            best = (score, thing)
    return best[1] if best is not None else None


def _speaker(
    mention: Found, speaker: Word | None, at_word: Mapping[int, Found], owner: Mapping[int, Thing]
) -> Thing | None:
    if speaker is None:
        return None
    found = at_word.get(speaker.i)
    return owner.get(id(found)) if found is not None else None


def _agrees(mention: Found, thing: Thing) -> bool:
    low = mention.head.low
    gender = "m" if low in {"he", "him", "his", "himself"} else "f" if low in HE_SHE else ""
    if gender:
        return thing.type == "Person" and thing.gender in {"", gender}
    if low in IT:
        return thing.type not in {"Person", "Group"} and not thing.plural and not thing.gender
    return bool(thing.plural) or thing.type in {"Organization", "Group"}


def _bound(mention: Found, thing: Thing) -> bool:
    """A pronoun and its antecedent can't be arguments of one verb, unless it's reflexive or possessive."""
    head = mention.head
    last = thing.last
    if last.sentence != mention.sentence:
        return False
    if last.first.i <= head.i <= last.last.i and last.kind != "name":
        return True
    if head.tag == "PRP$":
        return last.head is head.head
    if head.low in REFLEXIVE:
        return False
    return _governor(head) is _governor(last.head)


def _governor(word: Word) -> Word:
    """The verb whose argument the word is, through prepositions."""
    above = word.head
    while above.pos == "ADP" and above.head is not above:
        above = above.head
    return above


def _prominence(mention: Found, thing: Thing) -> float:
    last = thing.last
    score = -1.5 * (mention.sentence - last.sentence)
    if last.head.dep in SUBJECTS:
        score += 1.5
    elif last.head.dep in {"dobj", "dative"}:
        score += 0.5
    elif last.head.dep in {"compound", "amod", "nmod"}:
        score -= 1.5
    score += 0.2 * min(len(thing.mentions), 5)
    score -= 0.02 * (mention.head.i - last.head.i)
    if thing.names:
        score += 0.5
    return score
