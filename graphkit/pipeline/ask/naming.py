"""Who is meant by the names in a question, as the graph knows them."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from graphkit.model import ClaimEnd, Entity
from graphkit.store import Connection
from graphkit.store.asking import Ids, cased, concepts
from graphkit.store.lookup import described_as, find_entities, person_surnamed, similar_names
from graphkit.store.lookup_key import lookup_key

WORD = re.compile(r"\w+(?:[-.]\w+)*\.?", re.UNICODE)
ID = re.compile(r"(?<!\S)[a-z]{1,2}:[\w-]+")
LONGEST_NAME = 5
"""Words of a name."""
UNRESOLVED = "(unresolved)"


@dataclass(frozen=True, slots=True)
class Unknown:
    """Somebody the question names whom the graph doesn't hold. near: names that look like it."""

    name: str
    near: tuple[str, ...]


def with_names_as_written(connection: Connection, question: str, function_word: Callable[[str], bool]) -> str:
    """The question with the graph's names in their own case, and ids put as names: "moscow" is read as "Moscow"."""
    question = ID.sub(lambda found: _name_of(connection, found[0]), question)
    words = list(WORD.finditer(question))
    spans = [
        (words[at].start(), words[at + length - 1].end())
        for length in range(LONGEST_NAME, 0, -1)
        for at in range(len(words) - length + 1)
        if length > 1 or not _plain_word(words[at][0], function_word)
    ]
    known = cased(connection, sorted({lookup_key(question[start:end]) for start, end in spans}))
    taken: list[tuple[int, int, str]] = []
    for start, end in spans:
        name = known.get(lookup_key(question[start:end]))
        free = all(end <= other or start >= after for other, after, _ in taken)
        if name is not None and free and question[start:end].islower():
            taken.append((start, end, name))
    for start, end, name in sorted(taken, reverse=True):
        question = question[:start] + name + question[end:]
    return question


def _plain_word(word: str, function_word: Callable[[str], bool]) -> bool:
    return function_word(word) or len(word) < 2


def _name_of(connection: Connection, id_: str) -> str:
    found = [entity for entity in find_entities(connection, id_) if entity.id == id_]
    return found[0].name if found else id_


class Names:
    """Finds the ids of ends; remembers those the graph lacks."""

    def __init__(self, connection: Connection, entities: Iterable[Entity]) -> None:
        self.connection = connection
        self.entities = {entity.id: entity for entity in entities}
        self.unknown: list[Unknown] = []
        self.missing: list[str] = []
        """Concepts the graph doesn't hold."""
        self.worded: list[tuple[str, Ids, str]] = []
        """Whom common nouns may mean, as in `Wanted.worded`."""
        self.ambiguous: list[Unknown] = []
        """Common nouns that may mean several who are named."""
        self.unresolved: list[str] = []
        """Pronouns: nobody is named."""

    def ids(self, end: ClaimEnd | None, at: str = "") -> Ids | None:
        """Ids of whoever is meant, None where nobody stands there. at: which end of the claim it is."""
        if end is None:
            return None
        entity = self.entities[end.entity]
        if entity.name.endswith(UNRESOLVED):
            self.unresolved.append(end.text)
            return ()
        if entity.type == "Concept":
            return self.noun(end.text, entity.name, end=at)
        found = self._named(entity, end)
        if not found:
            self.unknown.append(Unknown(entity.name, similar_names(self.connection, entity.name)))
        return found

    def noun(self, text: str, name: str, *, end: str = "") -> Ids:
        """Ids of whatever a common noun means: things, and of *the* minister whoever may be called so.

        text: as the question has it. name: of the concept. end: of the claim, where the article's words at that end
        will tell who is called so; else only one may be.
        """
        named = find_entities(self.connection, bare(text))
        found = concepts(self.connection, name) or tuple(one.id for one in named)
        meant = described_as(self.connection, bare(text)) if text.lower().startswith("the ") else ()
        new = tuple(dict.fromkeys(one.id for one in (*named, *meant) if one.id not in found))
        if end and len(new) > 1:
            self.worded.append((end, new, bare(text)))
        elif len(new) > 1:
            new = ()
            if not found:
                self.ambiguous.append(Unknown(text, tuple(one.name for one in meant)))
                return ()
        if not found and not new:
            self.missing.append(name)
        return (*found, *new)

    def _named(self, entity: Entity, end: ClaimEnd) -> Ids:
        if entity.id.startswith("wd:"):
            known = [one.id for one in find_entities(self.connection, entity.id) if one.id == entity.id]
            if known:
                return tuple(known)
        found = self._by_name([bare(end.text), entity.name])
        # Who is known and isn't in the graph is no namesake who is.
        if not found and " " not in entity.name and not entity.id.startswith("wd:"):
            one = person_surnamed(self.connection, entity.name)
            found = () if one is None else (one.id,)
        return found

    def _by_name(self, names: list[str]) -> Ids:
        for name in names:
            found = find_entities(self.connection, name)
            if found:
                return tuple(entity.id for entity in found)
        return ()


def bare(text: str) -> str:
    """A name without article and possessive s."""
    return re.sub(r"^(the|a|an)\s+|['’]s?$", "", text, flags=re.IGNORECASE)
