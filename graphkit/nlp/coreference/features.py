"""What speaks for and against a candidate: named facts, each with a value, that a ranking weighs."""

from collections.abc import Sequence
from math import log

from graphkit.nlp.coreference.candidates import HE, IT, REACH, SHE, Candidate
from graphkit.nlp.coreference.syntax import commands, of_own_clause, role
from graphkit.nlp.mentions.found import Found
from graphkit.nlp.mentions.words import PEOPLE, listed
from graphkit.nlp.tree import Word

LOCATIVE = listed("in at near from to into across outside inside around on over")
INDEFINITE = frozenset({"a", "an", "some", "another", "any", "no", "several", "many", "two", "three"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})

AGENTIVE = listed(
    """
    say tell announce deny accuse blame plan agree believe want claim warn urge ask demand refuse reject
    decide hope expect think know promise pledge vow threaten offer support oppose criticize criticise
    condemn call insist argue add admit acknowledge complain explain suggest propose confirm report declare
    try seek intend consider discuss welcome praise thank invite meet fight attack invade kill arrest charge
    sue win lose play vote elect appoint hire fire launch buy sell pay own found develop investigate order
    ban approve adopt sign negotiate
    """
)
"""Verbs that people and bodies do."""

Facts = dict[str, float]


def pronoun_class(mention: Found) -> str:
    """Whether it is a "he" (or she), an "it" or a "they": each is weighed in its own way."""
    low = mention.head.low
    return "he" if low in HE or low in SHE else "it" if low in IT else "they"


def facts(mention: Found, one: Candidate, place: int, everyone: Sequence[Candidate]) -> Facts:
    """Facts about a candidate. place: 0 for the nearest."""
    near = one.nearest
    found = _where(mention, near)
    found |= _of_thing(one)
    found |= _of_clause(mention, one)
    found |= _of_phrase(near, one)
    found["nearest"] = float(place == 0)
    found["only"] = float(len(everyone) == 1)
    found[f"agent {_agent(mention.head)} {_can_act(one)}"] = 1
    return found


def _where(mention: Found, near: Found) -> Facts:
    back = mention.sentence - near.sentence
    found: Facts = {
        f"back {back}" if back <= REACH else "back far": 1,
        "words": log(1 + abs(mention.head.i - near.head.i)),
    }
    if near.head.i > mention.head.i:
        found["ahead"] = 1
    return found


def _of_thing(one: Candidate) -> Facts:
    thing = one.thing
    found: Facts = {
        f"type {thing.type}": 1,
        "count": log(1 + one.count),
        "names": log(1 + thing.total),
    }
    if thing.gender:
        found["gender known"] = 1
    if one.nearest.parts:
        found["coordination"] = 1
    elif thing.plural:
        found["plural"] = 1
    return found


def _of_clause(mention: Found, one: Candidate) -> Facts:
    """Who is whose subject."""
    near, pronoun = one.nearest, mention.head
    its, own = role(near.head), role(pronoun)
    found: Facts = {f"role {its}": 1, f"roles {own} {its}": 1}
    commanders = [m for m in one.mentions if m.sentence == mention.sentence and commands(m.head, pronoun)]
    if commanders:
        found["commands"] = 1
        found[f"commands {own}"] = 1
        if any(of_own_clause(m.head, pronoun) for m in commanders):
            found["own clause"] = 1
    if any(role(m.head) == "subject" for m in one.mentions):
        found["some subject"] = 1
    if its == "subject" and near.head.head.dep == "ROOT":
        found["main subject"] = 1
    if near.head.low == pronoun.low:
        found["same pronoun"] = 1
    return found


def _of_phrase(near: Found, one: Candidate) -> Facts:
    """What the nearest mention is, and whether it's inside another or tells a place."""
    found: Facts = {f"kind {near.kind}": 1}
    if near.kind == "nominal":
        found[_determiner(near.head)] = 1
    if near.acts:
        found["acts"] = 1
    if near.head.dep == "pobj":
        preposition = near.head.head
        if preposition.low in LOCATIVE:
            found[f"located {one.thing.type in {'Place', 'Country'}}"] = 1
        if preposition.dep == "prep" and preposition.head.pos in {"NOUN", "PROPN"}:
            found["inside a phrase"] = 1
    return found


def null_facts(mention: Found, everyone: Sequence[Candidate]) -> Facts:
    """Facts about the pronoun meaning none of the candidates."""
    return {"none": 1, f"none {role(mention.head)}": 1, "none of few": float(len(everyone) < 3)}


def _agent(pronoun: Word) -> bool:
    """*it said*, *they agreed*, *its chairman*: only people and bodies do and have that."""
    if pronoun.dep == "poss":
        return pronoun.head.lemma in PEOPLE
    return pronoun.dep == "nsubj" and pronoun.head.lemma in AGENTIVE


def _can_act(one: Candidate) -> str:
    if one.thing.type in {"Organization", "Country", "Group", "Person"}:
        return "body"
    return "unknown" if one.thing.names else "thing"


def _determiner(head: Word) -> str:
    for word in head.left:
        if word.low in DEFINITE:
            return "definite"
        if word.low in INDEFINITE:
            return "indefinite"
        if word.dep == "poss":
            return "possessed"
    return "bare"
