"""Which relation a predicate words, given what stands beside it.

Look-up goes from the exact predicate to ever looser readings of it, and takes the sense with the most
conditions met: "strike" of workers, of a jet on a convoy, and of a deal are three relations.
"""

from collections import defaultdict

from graphkit.ontology.classes import predicates
from graphkit.ontology.conditions import Part
from graphkit.ontology.declared import Family, Ontology
from graphkit.ontology.indexed import Indexed, Meaning, indexed
from graphkit.ontology.wordings import PREPOSITIONS, Wording, wordings


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
                ready = indexed(name, sense, ontology)
                for predicate in predicates(lemma, ontology.words):
                    self._by_predicate[predicate].append(ready)
        for listed in self._by_predicate.values():
            listed.sort(key=lambda sense: (-sense.weight, sense.width))

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
        return self._found(words, subject, object_, arguments) or self._fallback

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

    def _found(
        self, words: list[str], subject: Part | None, object_: Part | None, arguments: tuple[Part, ...]
    ) -> Meaning | None:
        for wording in wordings(words, Wording(" ".join(words), subject, object_, arguments)):
            for sense in self._by_predicate.get(wording.lemma, ()):
                if wording.light and sense.object is None:
                    continue
                if sense.fits(wording.subject, wording.object, wording.arguments):
                    return sense.meaning
        return None
