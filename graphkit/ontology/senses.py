"""Which relation a predicate words, given what stands beside it.

Look-up goes from the exact predicate to ever looser readings of it, and takes the sense with the most
conditions met: "strike" of workers, of a jet on a convoy, and of a deal are three relations.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graphkit.ontology.classes import predicates, spelt_out
from graphkit.ontology.declared import Family, Ontology, Sense

PREPOSITIONS = frozenset((
    "about", "across", "after", "against", "ahead", "along", "among", "around", "as", "at", "before",
    "behind", "below", "beside", "between", "beyond", "by", "concerning", "despite", "during", "for",
    "from", "in", "inside", "into", "near", "of", "off", "on", "onto", "outside", "over", "regarding",
    "since", "through", "throughout", "till", "to", "toward", "towards", "under", "until", "upon",
    "via", "with", "within", "without",
))  # fmt: skip


OF_NAMES = ("Organization", "Person")
"""What a name may be that nobody knows."""
ANYTHING = "-"
"""In a condition: whatever stands there."""
NOTHING = "nothing"
"""In a condition on the object: there is none."""

COPULAS = frozenset({"be", "become", "remain", "stay"})


@dataclass(frozen=True, slots=True)
class Part:
    """What stands as subject, object or argument.

    lemma: of the head, in lower case. kinds: the entity kinds it may be of. preposition: before an argument.
    named: it is a name, though perhaps of nobody knows what.
    modifiers: words before the head, in lower case ("legal" of *legal action*).
    """

    lemma: str
    kinds: tuple[str, ...] = ()
    preposition: str = ""
    named: bool = False
    modifiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meaning:
    """A relation, and the mode of the event where the sense tells."""

    relation: str
    mode: str | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """What a slot must hold: one of the heads, kinds, "preposition head" or "preposition kind" pairs, or anything."""

    words: frozenset[str]

    def met(self, part: Part | None) -> bool:
        """As `met_by`, or where nothing stands there and nothing must."""
        return NOTHING in self.words if part is None else self.met_by(part)

    def met_by(self, part: Part) -> bool:
        last = part.lemma.rsplit(" ", 1)[-1]
        heads = {part.lemma, last, *(f"{word} {last}" for word in part.modifiers)}
        kinds = part.kinds or (OF_NAMES if part.named else ())
        before = {f"{part.preposition} {head}" for head in (*heads, *kinds, ANYTHING)}
        return not self.words.isdisjoint({ANYTHING, *kinds, *heads, *before})


@dataclass(frozen=True, slots=True)
class Indexed:
    """A sense ready to be asked. actor: who can do it, where `subject` doesn't say."""

    meaning: Meaning
    actor: Condition | None
    subject: Condition | None
    object: Condition | None
    with_: Condition | None

    @property
    def weight(self) -> int:
        """How much must hold; what is done to weighs more than who does it, that there is something least."""
        slots = ((self.object, 4), (self.with_, 4), (self.subject, 2))
        return sum(1 if ANYTHING in slot.words else weight for slot, weight in slots if slot is not None)

    @property
    def width(self) -> int:
        """How many words would do: of two senses with as many conditions the narrower one is meant."""
        return sum(len(slot.words) for slot in (self.subject, self.object, self.with_) if slot is not None)

    def fits(self, subject: Part | None, object_: Part | None, arguments: tuple[Part, ...]) -> bool:
        return (
            self._possible(subject)
            and (self.subject is None or (subject is not None and self.subject.met_by(subject)))
            and (self.object is None or self.object.met(object_))
            and (self.with_ is None or any(self.with_.met_by(argument) for argument in arguments))
        )

    def _possible(self, subject: Part | None) -> bool:
        """Nobody is said to act, or somebody who can; a name of unknown kind may be anybody's."""
        if self.actor is None or self.subject is not None or subject is None:
            return True
        return (subject.named and not subject.kinds) or self.actor.met_by(subject)


class Senses:
    """Every sense of an ontology, by predicate."""

    def __init__(self, ontology: Ontology) -> None:
        self._fallback = Meaning(ontology.fallback)
        relations = ontology.relations.items()
        self._events = {name for name, relation in relations if relation.family == Family.EVENT}
        self._conflict = {name for name, relation in relations if (relation.quad or 0) > 2}
        self._speech = {name for name, relation in relations if relation.family == Family.SPEECH}
        self._to_places = {name for name, relation in relations if relation.to_places}
        self._by_predicate: dict[str, list[Indexed]] = defaultdict(list)
        for name, relation in ontology.relations.items():
            for lemma, sense in relation.senses():
                indexed = _indexed(name, sense, ontology)
                for predicate in predicates(lemma, ontology.words):
                    self._by_predicate[predicate].append(indexed)
        for listed in self._by_predicate.values():
            listed.sort(key=lambda indexed: (-indexed.weight, indexed.width))

    def __len__(self) -> int:
        """How many predicates have a sense."""
        return len(self._by_predicate)

    def knows(self, lemma: str) -> bool:
        """Whether exactly this predicate has a sense."""
        return lemma in self._by_predicate

    @property
    def unknown(self) -> Meaning:
        """What a predicate means that no sense knows."""
        return self._fallback

    def event(self, meaning: Meaning) -> bool:
        """Whether it is an event: something one actor does to another."""
        return meaning.relation in self._events

    def acts(self, meaning: Meaning) -> bool:
        """Whether its subject acts or speaks: it is an event or speech."""
        return meaning.relation in self._events or meaning.relation in self._speech

    def done_to_places(self, meaning: Meaning) -> bool:
        """Whether what it is done to is a place where it could be a government."""
        return meaning.relation in self._to_places

    def meaning(
        self, lemma: str, subject: Part | None = None, object_: Part | None = None, *arguments: Part
    ) -> Meaning:
        """The relation (and mode) of a predicate; the fallback where no sense fits."""
        words = lemma.lower().split()
        found = self._found(words, subject, object_, arguments)
        if found is None and "to" in words[1:-1]:
            found = self._of_chain(words, subject, object_, arguments)
        return found or self._fallback

    def governing(self, lemma: str, governs: str, done: Meaning, subject: Part | None = None) -> Meaning:
        """ "refuse", of "refuse to release": the act of whoever says so. done: meaning of what is governed.

        To be ready for an attack is no agreement: a harm isn't agreed on with who suffers it.
        """
        words = lemma.split()
        for known in (words, words[:-1] if words[-1] in PREPOSITIONS else words):
            if self.knows(" ".join(known)):
                return self.meaning(" ".join(known), subject)
        found = self.meaning(governs, subject)
        harm = done.relation in self._conflict and found.relation not in self._conflict
        return self._fallback if harm else found

    def _of_chain(
        self, words: list[str], subject: Part | None, object_: Part | None, arguments: tuple[Part, ...]
    ) -> Meaning | None:
        """ "want to invade" is an invasion (its modality says it's wanted); "threaten to sue" is a threat."""
        cut = words.index("to", 1)
        governing = self._found(words[:cut], subject, None, arguments)
        if governing and governing.relation in self._events:
            return governing
        governed = self.meaning(" ".join(words[cut + 1 :]), subject, object_, *arguments)
        return governing if governed == self._fallback else governed

    def _found(
        self, words: list[str], subject: Part | None, object_: Part | None, arguments: tuple[Part, ...]
    ) -> Meaning | None:
        for wording in _wordings(words, Wording(" ".join(words), subject, object_, arguments)):
            for indexed in self._by_predicate.get(wording.lemma, ()):
                if wording.light and indexed.object is None:
                    continue
                if indexed.fits(wording.subject, wording.object, wording.arguments):
                    return indexed.meaning
        return None


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


def _wordings(words: list[str], exact: Wording) -> Iterator[Wording]:
    """The predicate as it stands, then looser readings, the nearest first."""
    if len(words) > 1 and words[-1] in PREPOSITIONS and exact.object is not None:
        # The reader parts a set phrase whose noun has words of its own: *went on strike for better pay*.
        yield Wording(f"{exact.lemma} {exact.object.lemma}", exact.subject, None, exact.arguments)
    yield exact
    if len(words) > 1 and words[-1] in PREPOSITIONS:
        yield from _without_preposition(words, exact)
    if len(words) > 1 and words[0] in COPULAS:
        yield from _descriptions(words, exact)


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


def _indexed(relation: str, sense: Sense, ontology: Ontology) -> Indexed:
    def condition(items: tuple[str, ...]) -> Condition | None:
        spelt = {form for item in items for form in _forms(item, ontology)}
        return Condition(frozenset(spelt)) if items else None

    return Indexed(
        Meaning(relation, sense.mode),
        condition(ontology.relations[relation].subject),
        condition(sense.subject),
        condition(sense.object),
        condition(sense.with_),
    )


def _forms(item: str, ontology: Ontology) -> Iterator[str]:
    """ "on @place" as "on city", "on village" ..."""
    before, _, last = item.rpartition(" ")
    for word in spelt_out(last, ontology.words):
        yield f"{before} {word}" if before else word
