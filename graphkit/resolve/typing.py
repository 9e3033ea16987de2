"""Which relation a triple's predicate words, and what of it stands where in the claim."""

from dataclasses import dataclass, replace

from graphkit.model import Argument, Phrase, Triple
from graphkit.ontology import Meaning, Part, Senses
from graphkit.resolve import ends
from graphkit.resolve.referents import Referents

LOCATIVE = frozenset({"at", "in", "inside", "near", "on", "outside", "throughout", "within"})
"""Prepositions that with a place say where something happens, unless a sense has them as its own."""
PLACES = frozenset({"Country", "Place"})


@dataclass(frozen=True, slots=True)
class Typed:
    """A triple as its claim has it: the triple, perhaps with its object among the arguments, and its meaning."""

    triple: Triple
    meaning: Meaning


def typed(triple: Triple, found: Referents, senses: Senses, text: str) -> Typed:
    """A triple with its meaning. text: the article's."""
    meaning = _meaning(triple, found, senses)
    role = _circumstance(triple, meaning, found, senses)
    if role is not None and triple.object is not None:
        moved = _argument(role, triple.object, triple, text)
        arguments = sorted((*triple.arguments, moved), key=lambda one: (one.start, one.end))
        triple = replace(triple, object=None, arguments=tuple(arguments))
    return Typed(triple, meaning)


def _meaning(triple: Triple, found: Referents, senses: Senses) -> Meaning:
    subject = _part(triple.subject, found)
    object_ = _part(triple.object, found) if triple.object else None
    arguments = [
        ends.part(one.phrase, ends.named(one.phrase, found), found, ends.preposition(one))
        for one in triple.arguments
        if one.phrase is not None
    ]
    if triple.object is not None:
        arguments += ends.inside(triple.object, found)
    lemma = triple.act or triple.predicate.lemma
    governs, to, governed = lemma.partition(" to ")
    if to and governs == triple.predicate.lemma:
        done = senses.meaning(governed, subject, object_, *arguments)
        return senses.governing(lemma, governs, done, subject)
    if triple.only_event and not senses.knows(lemma):
        return senses.unknown
    if senses.knows(triple.predicate.lemma):
        return senses.meaning(triple.predicate.lemma, subject, object_, *arguments)
    if triple.passive:
        # Who is acted upon stands as subject; who acts isn't said.
        beside = [replace(object_, preposition=lemma.rsplit(" ", 1)[-1])] if object_ else []
        return senses.meaning(lemma, None, subject, *beside, *arguments)
    return senses.meaning(lemma, subject, object_, *arguments)


def _part(phrase: Phrase, found: Referents) -> Part:
    return ends.part(phrase, ends.named(phrase, found), found)


def _circumstance(triple: Triple, meaning: Meaning, found: Referents, senses: Senses) -> str | None:
    """The role of what stands as object but isn't: *is meeting in Geneva*, *was killed in Kabul*."""
    preposition = triple.predicate.lemma.rsplit(" ", 1)[-1]
    if triple.object is None or " " not in triple.predicate.lemma:
        return None
    referent = ends.named(triple.object, found)
    place = referent is not None and referent.type in PLACES
    if place and preposition in LOCATIVE and not senses.knows(triple.predicate.lemma):
        return None if senses.knows(triple.act) else "place"
    if triple.passive and senses.event(meaning):
        # An edge from who is acted upon would say that they act.
        return "place" if place and preposition in LOCATIVE else "topic"
    return None


def _argument(role: str, phrase: Phrase, triple: Triple, text: str) -> Argument:
    """The object with the preposition before it, which stays part of the predicate too."""
    last = triple.predicate.spans[-1]
    words = text[last.start : last.end].split()
    start = last.end - len(words[-1]) if words and last.end < phrase.start else phrase.start
    return Argument(role, start, phrase.end, text[start : phrase.end], phrase)
