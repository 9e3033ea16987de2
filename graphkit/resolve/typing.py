"""Which relation a triple's predicate words, and what of it stands where in the claim."""

from dataclasses import dataclass, replace

from graphkit.model import Argument, Phrase, Triple
from graphkit.ontology import PREPOSITIONS, TOPIC, Meaning, Part, Senses
from graphkit.resolve import ends
from graphkit.resolve.referents import Referents

LOCATIVE = frozenset({"at", "in", "inside", "near", "outside", "throughout", "within"})
"""Prepositions that with a place say where something happens, unless a sense has them as its own."""
PLACES = frozenset({"Country", "Place"})


@dataclass(frozen=True, slots=True)
class Typed:
    """A triple as its claim has it: the triple, perhaps with its object among the arguments, and its meaning."""

    triple: Triple
    meaning: Meaning


def typed(triple: Triple, found: Referents, senses: Senses, text: str) -> Typed:
    """A triple with its meaning. text: the article's."""
    beside = _beside(triple, found)
    meaning = _meaning(triple, beside, senses)
    role = _circumstance(triple, meaning, beside, senses)
    if role is not None and triple.object is not None:
        moved = _argument(role, triple.object, triple, text)
        arguments = sorted((*triple.arguments, moved), key=lambda one: (one.start, one.end))
        triple = replace(triple, object=None, arguments=tuple(arguments))
    return Typed(triple, meaning)


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a predicate, as senses ask for it."""

    subject: Part
    object: Part | None
    arguments: tuple[Part, ...]


def _beside(triple: Triple, found: Referents) -> Beside:
    arguments = [
        ends.part(one.phrase, ends.named(one.phrase, found), found, ends.preposition(one))
        for one in triple.arguments
        if one.phrase is not None
    ]
    if triple.object is not None:
        arguments += ends.inside(triple.object, found)
    if found.context.sport.about:
        arguments.append(Part("sport", preposition=TOPIC))
    object_ = _part(triple.object, found) if triple.object is not None else None
    return Beside(_part(triple.subject, found), object_, tuple(arguments))


def _meaning(triple: Triple, beside: Beside, senses: Senses) -> Meaning:
    lemma = triple.act or triple.predicate.lemma
    done = _governed(triple, beside, senses)
    if done is not None:
        return senses.governing(lemma, triple.predicate.lemma, done, beside.subject)
    if triple.only_event and not senses.knows(lemma):
        return senses.unknown
    if not triple.only_event and senses.knows(triple.predicate.lemma):
        lemma = triple.predicate.lemma
    elif triple.passive:
        return _done_to(lemma, beside, senses)
    return senses.meaning(lemma, beside.subject, beside.object, *beside.arguments)


def _done_to(lemma: str, beside: Beside, senses: Senses) -> Meaning:
    """Of a passive: who is acted upon stands as subject; who acts isn't said.

    *was denied a visa* is a visa denied; *was barred from Oman* is somebody barred.
    """
    verb, _, preposition = lemma.rpartition(" ")
    if beside.object is None:
        return senses.meaning(lemma, None, beside.subject, *beside.arguments)
    if preposition not in PREPOSITIONS:
        found = senses.meaning(lemma, None, beside.object, *beside.arguments)
        return (
            senses.meaning(lemma, None, beside.subject, *beside.arguments)
            if found == senses.unknown
            else found
        )
    last = replace(beside.object, preposition=preposition)
    named = lemma if senses.knows(lemma) else verb
    return senses.meaning(named, None, beside.subject, last, *beside.arguments)


def _governed(triple: Triple, beside: Beside, senses: Senses) -> Meaning | None:
    """What the act at the beginning of a chain governs: the signing, of *refused to sign*."""
    governs, to, governed = triple.act.partition(" to ")
    if not to or governs != triple.predicate.lemma:
        return None
    return senses.meaning(governed, beside.subject, beside.object, *beside.arguments)


def _last(lemma: str) -> str:
    return lemma.rsplit(" ", 1)[-1]


def _part(phrase: Phrase, found: Referents) -> Part:
    return ends.part(phrase, ends.named(phrase, found), found)


def _circumstance(triple: Triple, meaning: Meaning, beside: Beside, senses: Senses) -> str | None:
    """The role of what stands as object but isn't: *is meeting in Geneva*, *was killed in Kabul*.

    An edge from who is acted upon would say that they act; one to what an unknown act is done to, that it
    is what was refused.
    """
    done = _governed(triple, beside, senses)
    if done is not None:
        return None if senses.event(done) else "topic"
    lemma = triple.predicate.lemma
    if beside.object is None or " " not in lemma:
        return None
    somewhere = _last(lemma) in LOCATIVE and not PLACES.isdisjoint(beside.object.kinds)
    somewhere = somewhere or (_last(lemma) == "on" and "Place" in beside.object.kinds)
    if somewhere and not senses.knows(lemma) and not senses.knows(triple.act):
        return "place"
    if triple.passive and senses.event(meaning):
        return "place" if somewhere else "topic"
    return None


def _argument(role: str, phrase: Phrase, triple: Triple, text: str) -> Argument:
    """The object with the preposition before it, which stays part of the predicate too."""
    last = triple.predicate.spans[-1]
    if role == "topic" and triple.only_event:
        start = last.end + len(text[last.end :]) - len(text[last.end :].lstrip())
        return Argument(role, start, phrase.end, text[start : phrase.end], phrase)
    words = text[last.start : last.end].split()
    start = last.end - len(words[-1]) if words and last.end < phrase.start else phrase.start
    return Argument(role, start, phrase.end, text[start : phrase.end], phrase)
