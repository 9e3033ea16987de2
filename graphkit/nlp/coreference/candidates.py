"""What a pronoun could mean: the things near that agree with it and that syntax doesn't forbid."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphkit.nlp.coreference.syntax import governor, ruling, subject_is_relative
from graphkit.nlp.coreference.things import Discourse, Thing
from graphkit.nlp.grammar import SUBJECTS, VERBS
from graphkit.nlp.mentions.found import Found
from graphkit.nlp.mentions.words import listed
from graphkit.nlp.tree import Word

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
GUESSES = frozenset({"Organization", "Place", "Product", None})
"""Types the pipeline gives to people it doesn't know."""
REACH = 3
"""Sentences *it* and *they* reach back."""
FAR_REACH = 6
"""Sentences *he* and *she* reach back."""
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "attr", "conj"})
REPRESENTATIVES = listed(
    "lawyer attorney solicitor barrister spokesman spokeswoman spokesperson agent publicist representative"
)
"""Those who speak for somebody else."""
FIRST_PERSON = listed("i me my mine myself we us our ours ourselves")


@dataclass(slots=True, eq=False)
class Candidate:
    """A thing with its mentions near before the pronoun, the nearest first."""

    thing: Thing
    mentions: list[Found]

    @property
    def nearest(self) -> Found:
        """The mention right before the pronoun."""
        return self.mentions[0]

    @property
    def count(self) -> int:
        """How often it was mentioned near before the pronoun."""
        return len(self.mentions)


def candidates(mention: Found, discourse: Discourse, speaker: Thing | None) -> list[Candidate]:
    """The nearest first."""
    found: dict[int, Candidate] = {}
    barred = {id(speaker)}
    for other in _before(mention, discourse):
        thing = discourse.owner[id(other)]
        if bound(mention, other):
            barred.add(id(thing))
        elif id(thing) in found:
            found[id(thing)].mentions.append(other)
        elif agrees(mention, thing, other):
            found[id(thing)] = Candidate(thing, [other])
    near = [one for one in found.values() if id(one.thing) not in barred]
    return [*near, *_ahead(mention, discourse, [speaker, *(one.thing for one in near)])]


def _ahead(mention: Found, discourse: Discourse, known: Sequence[Thing | None]) -> Iterator[Candidate]:
    """*In his speech, Obama said*: the named subject of the clause a pronoun opens."""
    for above in mention.head.above():
        for word in above.left:
            if word.dep.startswith("nsubj") and word.i > mention.head.i:
                named = discourse.at_word.get(word.i)
                thing = discourse.at(word.i)
                if named is None or thing is None or named.kind != "name" or thing in known:
                    continue
                if agrees(mention, thing, named) and not bound(mention, named):
                    yield Candidate(thing, [named])
                    return


def _before(mention: Found, discourse: Discourse) -> Iterator[Found]:
    reach = FAR_REACH if mention.head.low in HE or mention.head.low in SHE else REACH
    for sentence in range(mention.sentence, mention.sentence - reach - 1, -1):
        near = discourse.by_sentence.get(sentence, ())
        for other in sorted(near, key=lambda one: one.head.i, reverse=True):
            if other.head.i < mention.head.i and not other.nested and not _empty(other):
                yield other


def _empty(other: Found) -> bool:
    """*Danish* in *the Danish brewer*; an *I* that says nothing of who speaks."""
    return other.head.dep == "amod" if other.kind == "name" else other.head.low in FIRST_PERSON


def agrees(mention: Found, thing: Thing, other: Found) -> bool:
    """In gender, number, and being a person or not."""
    low = mention.head.low
    if low in HE or low in SHE:
        gender = "m" if low in HE else "f"
        person = thing.type == "Person"
        return person and thing.gender in {"", gender} and not thing.plural
    if low in IT:
        if thing.type == "Person" and not _guessed(thing):
            return False
        return thing.type != "Group" and not thing.plural and not thing.gender
    return bool(thing.plural) or thing.type in {"Organization", "Group", "Country"}


def _guessed(thing: Thing) -> bool:
    return bool(thing.names) and not thing.sure


def bound(mention: Found, other: Found) -> bool:
    """Whether syntax forbids that the two mean one thing."""
    head = mention.head
    if other.sentence != mention.sentence:
        return False
    if _within(head, other) or _describes(head, other) or _speaks_for(other, head):
        return True
    if head.tag == "PRP$":
        return other.head is head.head
    if head.low in REFLEXIVE:
        return False
    verb = governor(head)
    if verb is governor(other.head) and other.head.dep != "poss":
        return True
    # *accused Weber of betraying him*: Weber would have betrayed herself.
    doer = _doer(head, verb)
    return doer is not None and other.outer[0].i <= doer.i <= other.outer[1].i


def _doer(pronoun: Word, verb: Word) -> Word | None:
    if pronoun.dep in SUBJECTS or verb.pos not in VERBS or any(w.dep in SUBJECTS for w in verb.left):
        return None
    return ruling(verb)


def _describes(pronoun: Word, other: Found) -> bool:
    """*The son of a miner, he left*: told of him, who is somebody the article has named before."""
    comma = pronoun.previous
    if pronoun.dep != "nsubj" or other.kind != "nominal" or comma is None or comma.text != ",":
        return False
    return comma.previous is other.outer[1] and other.head.dep not in ARGUMENTS


def _speaks_for(other: Found, pronoun: Word) -> bool:
    """*Anna Weber's lawyer said he would appeal*: whoever speaks for others says so of them, not of himself."""
    noun = other.head
    if noun.lemma not in REPRESENTATIVES or other.kind != "nominal" or noun.dep != "nsubj":
        return False
    owned = any(w.dep == "poss" for w in noun.left) or any(w.low in {"for", "of"} for w in noun.right)
    return owned and governor(pronoun) is not noun.head and noun.head in pronoun.above()


def _within(word: Word, other: Found) -> bool:
    """The pronoun stands inside the phrase: only from a clause in it may it point to the whole."""
    if not other.outer[0].i <= word.i <= other.outer[1].i:
        return False
    before = word
    for above in word.above():
        if above is other.head:
            return before.dep != "relcl" or _subject_points_to(before, word)
        before = above
    return other.kind != "name"


def _subject_points_to(verb: Word, pronoun: Word) -> bool:
    """*a man who hurt him*: who is the man, so him isn't."""
    if pronoun.tag == "PRP$" or pronoun.low in REFLEXIVE:
        return False
    return governor(pronoun) is verb and subject_is_relative(verb)
