"""Events told by a noun: *Russia's invasion of Ukraine*, *US airstrikes on Yemen*, *talks between X and Y*.

Only with somebody who acts and somebody it is done to, both named in the noun's own phrase; of a demand, what is
demanded. Which nouns are events, and of what kind, the ontology tells: what it doesn't know is dropped.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from graphkit.nlp.grammar import SUBJECTS, infinitive
from graphkit.nlp.normal import members
from graphkit.nlp.stance.speakers import object_of
from graphkit.nlp.tree import Tree, Word

ACTORS = frozenset({"GPE", "NORP", "ORG", "PERSON"})
PLACES = frozenset({"FAC", "GPE", "LOC"})
PRONOUNS = frozenset({"her", "his", "its", "my", "our", "their", "your"})
ON = frozenset({"against", "for", "from", "into", "of", "on", "to", "with"})
"""Prepositions before whom it is done to."""
BY = frozenset({"by", "from"})
WHERE = frozenset({"at", "in", "near"})

Beside = tuple[str, Word, Word, Word]
"""An argument: its role, first word, noun and last word."""


@dataclass(slots=True, eq=False)
class NominalEvent:
    """A noun with those who take part. preposition: what stands before whom it is done to, or what is demanded.

    agents, patients: several where they are conjoined; no patients where it is something that is demanded.
    places, contents: further arguments.
    passive: the agents are those it is done to, and nobody is said to do it.
    """

    noun: Word
    preposition: Word
    agents: list[Word]
    patients: list[Word]
    places: list[Beside] = field(default_factory=list)
    contents: list[Beside] = field(default_factory=list)
    passive: bool = False

    def pairs(self) -> list[tuple[Word, Word | None]]:
        """Everyone who acts with everyone it is done to."""
        patients: list[Word | None] = [*self.patients] or [None]
        return [(agent, patient) for agent in self.agents for patient in patients]


def nominal_events(tree: Tree) -> Iterator[NominalEvent]:
    """Nouns that may be events, in the order of the text."""
    for noun in tree.words:
        if noun.pos != "NOUN" or noun.entity or noun.dep in {"compound", "amod", "nmod"}:
            continue
        found = _between(noun) or _done_to(noun) or _demanded(noun) or _suffered(noun)
        if found is not None:
            found.places = list(_places(noun))
            yield found


def _between(noun: Word) -> NominalEvent | None:
    """*talks between Sudan and Egypt*: each with the other."""
    between = next((w for w in noun.right if w.dep == "prep" and w.low == "between"), None)
    inner = None if between is None else object_of(between)
    if between is None or inner is None:
        return None
    both = members(inner)
    if len(both) < 2 or not all(_somebody(one) for one in both):
        return None
    return NominalEvent(noun, between, both[:1], both[1:])


def _done_to(noun: Word) -> NominalEvent | None:
    """*the Russian invasion of Ukraine*, *attacks by rebels on Kenya*."""
    agent, through = _agent(noun)
    if agent is None:
        return None
    for preposition in noun.right:
        if preposition.dep != "prep" or preposition is through or preposition.low not in ON:
            continue
        inner = object_of(preposition)
        if inner is not None and _concerned(inner):
            return NominalEvent(noun, preposition, members(agent), members(inner))
    return None


def _demanded(noun: Word) -> NominalEvent | None:
    """*a Russian demand to ban Ukraine*, *Russia's demand that Ukraine disarm*: Ukraine is what it is about."""
    agent, _ = _agent(noun)
    clause = next((w for w in noun.right if w.dep in {"acl", "relcl", "ccomp"}), None)
    if agent is None or clause is None:
        return None
    start = next((w for w in clause.left if w.low in {"to", "that"}), None)
    concerned = _inside(clause)
    if start is None or concerned is None or not (infinitive(clause) or start.dep == "mark"):
        return None
    last = max(concerned.subtree() + clause.subtree(), key=lambda w: w.i)
    return NominalEvent(noun, start, members(agent), [], contents=[("topic", start, concerned, last)])


def _suffered(noun: Word) -> NominalEvent | None:
    """*possible sanctions on Putin*: whose, isn't said."""
    for preposition in noun.right:
        inner = (
            object_of(preposition)
            if preposition.dep == "prep" and preposition.low in {"on", "against"}
            else None
        )
        if inner is not None and inner.entity in ACTORS:
            return NominalEvent(noun, preposition, members(inner), [], passive=True)
    return None


def _inside(clause: Word) -> Word | None:
    found = [w for w in clause.left + clause.right if w.dep in SUBJECTS | {"dobj"} and _concerned(w)]
    return found[0] if found else None


def _agent(noun: Word) -> tuple[Word | None, Word | None]:
    """*Russia's*, *Russian*, *by Russia*: who acts, and the preposition before it, if any."""
    for word in noun.left:
        owner = word.dep == "poss" and (_somebody(word) or word.low in PRONOUNS)
        adjective = word.dep in {"amod", "compound", "nmod"} and word.entity in ACTORS
        if owner or adjective:
            return word, None
    for word in noun.right:
        inner = object_of(word) if word.dep == "prep" and word.low in BY else None
        if inner is not None and _somebody(inner):
            return inner, word
    return None, None


def _somebody(word: Word) -> bool:
    return word.entity in ACTORS or any(w.entity in ACTORS for w in word.left)


def _concerned(word: Word) -> bool:
    """A named actor or place, or something of theirs: *Ukraine's grid*."""
    return word.entity in ACTORS | PLACES or any(w.entity in ACTORS | PLACES for w in word.left)


def _places(noun: Word) -> Iterator[Beside]:
    for word in noun.right:
        inner = object_of(word) if word.dep == "prep" and word.low in WHERE else None
        if inner is not None and inner.entity in PLACES:
            yield "place", word, inner, inner
