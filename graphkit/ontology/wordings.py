"""The ways to read a predicate with what stands beside it, from its exact words to ever looser ones."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from graphkit.ontology.conditions import Part

PREPOSITIONS = frozenset((
    "about", "across", "after", "against", "ahead", "along", "among", "around", "as", "at", "before",
    "behind", "below", "beside", "between", "beyond", "by", "concerning", "despite", "during", "for",
    "from", "in", "inside", "into", "near", "of", "off", "on", "onto", "outside", "over", "regarding",
    "since", "through", "throughout", "till", "to", "toward", "towards", "under", "until", "upon",
    "via", "with", "within", "without",
))  # fmt: skip

WHERE = frozenset({"at", "during", "in"})
COPULAS = frozenset({"be", "become", "remain", "stay"})


@dataclass(frozen=True, slots=True)
class Wording:
    """A predicate and what stands beside it, read in one of several ways.

    light: the object is a word of the predicate, so only a sense that asks for it will do.
    """

    lemma: str
    subject: Part | None
    object: Part | None
    arguments: tuple[Part, ...]
    light: bool = False


def wordings(words: list[str], exact: Wording) -> Iterator[Wording]:
    """The predicate as it stands, then looser readings, the nearest first."""
    if len(words) > 1 and words[-1] in PREPOSITIONS and exact.object is not None:
        # The reader parts a set phrase whose noun has words of its own: *went on strike for better pay*.
        yield Wording(f"{exact.lemma} {exact.object.lemma}", exact.subject, None, exact.arguments)
    yield exact
    if len(words) > 1 and words[-1] in PREPOSITIONS:
        yield from _without_preposition(words, exact)
    yield from _without_adjunct(words, exact)
    if len(words) > 1 and words[0] in COPULAS:
        yield from _descriptions(words, exact)


def _without_adjunct(words: list[str], exact: Wording) -> Iterator[Wording]:
    """ "attack in parliament", of a plan, as "attack", in parliament."""
    places = [place for place, word in enumerate(words) if word in WHERE and 0 < place < len(words) - 1]
    if places and words[0] not in COPULAS and exact.object is not None:
        inner = Part(" ".join(words[places[0] + 1 :]), (), words[places[0]])
        yield replace(exact, lemma=" ".join(words[: places[0]]), arguments=(inner, *exact.arguments))


def _descriptions(words: list[str], exact: Wording) -> Iterator[Wording]:
    """ "be city mayor of" as "be mayor of"; else as "be"."""
    for first in range(2, len(words)):
        if words[first] not in PREPOSITIONS:
            yield replace(exact, lemma=" ".join(["be", *words[first:]]))
    if words[-1] not in PREPOSITIONS:
        yield replace(exact, lemma="be")


def _without_preposition(words: list[str], exact: Wording) -> Iterator[Wording]:
    """ "fight against rebels" as "fight" with a prepositional argument; "hold talk with" likewise."""
    beside = exact.arguments
    if exact.object is not None:
        beside = (Part(exact.object.lemma, exact.object.kinds, words[-1]), *beside)
    if len(words) > 2:
        # A light verb with its noun: "impose sanction on" is "impose", of a sanction, on someone.
        yield Wording(words[0], exact.subject, Part(" ".join(words[1:-1])), beside, light=True)
    yield Wording(" ".join(words[:-1]), exact.subject, None, beside)
