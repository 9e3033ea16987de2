"""What speaks for and against a candidate: named facts, each with a value, that a ranking weighs."""

from collections.abc import Sequence
from math import log

from graphkit.nlp.coreference.candidates import HE, IT, SHE, Candidate
from graphkit.nlp.grammar import SUBJECTS
from graphkit.nlp.mentions.found import Found
from graphkit.nlp.mentions.words import PEOPLE
from graphkit.nlp.tree import Word

OBJECTS = frozenset({"dobj", "dative"})
MODIFIERS = frozenset({"compound", "amod", "nmod"})
LOCATIVE = frozenset("in at near from to into across outside inside around on over".split())
INDEFINITE = frozenset({"a", "an", "some", "another", "any", "no", "several", "many", "two", "three"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})

AGENTIVE = frozenset(
    "say tell announce deny accuse blame plan agree believe want claim warn urge ask demand refuse reject decide hope "
    "expect think know promise pledge vow threaten offer support oppose criticize criticise condemn call insist argue "
    "add admit acknowledge complain explain suggest propose confirm report declare try seek intend consider discuss "
    "welcome praise thank invite meet fight attack invade kill arrest charge sue win lose play vote elect appoint hire "
    "fire launch buy sell pay own found develop investigate order ban approve adopt sign negotiate".split()
)
"""Verbs that people and bodies do."""

Facts = dict[str, float]


def pronoun_class(mention: Found) -> str:
    """ "he" (also for she), "it" or "they": each is weighed in its own way."""
    low = mention.head.low
    return "he" if low in HE or low in SHE else "it" if low in IT else "they"


def facts(mention: Found, one: Candidate, place: int, everyone: Sequence[Candidate]) -> Facts:
    """Facts about a candidate. place: 0 for the nearest."""
    near, pronoun = one.nearest, mention.head
    back = mention.sentence - near.sentence
    role, own_role = _role(near.head), _role(pronoun)
    found: Facts = {
        f"back {min(back, 3)}" if back < 4 else "back far": 1,
        "words": log(1 + abs(pronoun.i - near.head.i)),
        f"role {role}": 1,
        f"kind {near.kind}": 1,
        f"type {one.thing.type}": 1,
        "count": log(1 + one.count),
        "names": log(1 + one.thing.total),
        "nearest": float(place == 0),
        "only": float(len(everyone) == 1),
        f"roles {own_role} {role}": 1,
    }
    commanders = [m for m in one.mentions if m.sentence == mention.sentence and _commands(m.head, pronoun)]
    if commanders:
        found["commands"] = 1
        found[f"commands {own_role}"] = 1
        if any(_own_clause(m.head, pronoun) for m in commanders):
            found["own clause"] = 1
    if any(_role(m.head) == "subject" for m in one.mentions):
        found["some subject"] = 1
    if role == "subject" and near.head.head.dep == "ROOT":
        found["main subject"] = 1
    if near.kind == "nominal":
        found[_determiner(near.head)] = 1
    if one.thing.gender:
        found["gender known"] = 1
    if near.head.i > pronoun.i:
        found["ahead"] = 1
    if near.acts:
        found["acts"] = 1
    if near.head.low == pronoun.low:
        found["same pronoun"] = 1
    found[f"agent {_agent(pronoun)} {_can_act(one)}"] = 1
    if near.parts:
        found["coordination"] = 1
    elif one.thing.plural:
        found["plural"] = 1
    if near.head.dep == "pobj":
        if near.head.head.low in LOCATIVE:
            found[f"located {one.thing.type in {'Place', 'Country'}}"] = 1
        if near.head.head.dep == "prep" and near.head.head.head.pos in {"NOUN", "PROPN"}:
            found["inside a phrase"] = 1
    return found


def null_facts(mention: Found, everyone: Sequence[Candidate]) -> Facts:
    """Facts about the pronoun meaning none of the candidates."""
    return {"none": 1, f"none {_role(mention.head)}": 1, "none of few": float(len(everyone) < 3)}


def _agent(pronoun: Word) -> bool:
    """*it said*, *they agreed*, *its chairman*: only people and bodies do and have that."""
    if pronoun.dep == "poss":
        return pronoun.head.lemma in PEOPLE
    return pronoun.dep == "nsubj" and pronoun.head.lemma in AGENTIVE


def _can_act(one: Candidate) -> str:
    if one.thing.type in {"Organization", "Country", "Group", "Person"}:
        return "body"
    return "unknown" if one.thing.names else "thing"


def _role(word: Word) -> str:
    dep = word.dep
    if dep == "conj" and word.head.head is not word.head:
        return _role(word.head) if word.head.dep != "conj" else "conjunct"
    if dep in SUBJECTS:
        return "subject" if dep != "nsubjpass" else "passive subject"
    if dep in OBJECTS:
        return "object"
    if dep == "poss":
        return "possessor"
    if dep in MODIFIERS:
        return "modifier"
    return {"pobj": "oblique", "appos": "apposition", "attr": "predicate"}.get(dep, "other")


def _commands(word: Word, pronoun: Word) -> bool:
    """Whether the word is the subject of a clause the pronoun stands in, or below; itself or as *which*."""
    verbs = [w for w in word.right if w.dep == "relcl" and _subject_is_relative(w)]
    if word.dep in SUBJECTS:
        verbs.append(word.head)
    return any(above is verb for above in pronoun.above() for verb in verbs)


def _subject_is_relative(verb: Word) -> bool:
    return any(w.dep in SUBJECTS and w.tag in {"WP", "WDT"} for w in verb.left)


def _own_clause(word: Word, pronoun: Word) -> bool:
    """Whether the word is the subject of the very verb the pronoun depends on."""
    verb = next((above for above in pronoun.above() if above.pos in {"VERB", "AUX"}), None)
    while verb is not None and verb.dep == "conj" and verb.head is not verb and word.head is not verb:
        verb = verb.head
    return verb is not None and (word.head is verb or verb.head is word)


def _determiner(head: Word) -> str:
    for word in head.left:
        if word.low in DEFINITE:
            return "definite"
        if word.low in INDEFINITE:
            return "indefinite"
        if word.dep == "poss":
            return "possessed"
    return "bare"
