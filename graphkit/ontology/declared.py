"""What an ontology file declares, as frozen values.

Cypher has no parameters for labels and relationship types, so their names are spliced into queries. That
is safe because every name here has passed `IDENTIFIER` when the file was read.
"""

import re
from collections.abc import Iterator, Mapping
from enum import IntEnum, StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from graphkit.ontology.classes import predicates

IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z0-9_]*")

NOUN = "the"
"""Before the lemma of a noun, where a verb's stands bare: *Japan's attack on China*, *attacked China*."""
ENTITY_LABEL = "Entity"
ACTOR_LABEL = "Actor"


class Family(StrEnum):
    """What sort of link a relation is.

    EVENT: something one actor does to another, typed by PLOVER. STRUCTURE: how things stand or came about.
    SPEECH: what someone says or thinks; its content is a claim of its own. FALLBACK: no better type known.
    """

    EVENT = "event"
    STRUCTURE = "structure"
    SPEECH = "speech"
    FALLBACK = "fallback"


class Quad(IntEnum):
    """PLOVER's quad classes."""

    VERBAL_COOPERATION = 1
    MATERIAL_COOPERATION = 2
    VERBAL_CONFLICT = 3
    MATERIAL_CONFLICT = 4


def _listed(value: Any) -> Any:
    """One word may stand where a list is expected."""
    if isinstance(value, str):
        return (value,)
    return tuple(value) if isinstance(value, list) else value


Words = Annotated[tuple[Annotated[str, Field(min_length=1)], ...], BeforeValidator(_listed)]


class Declared(BaseModel):
    """Frozen, and with no room for a misspelt key."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, populate_by_name=True)


class Kind(Declared):
    """A kind of entity; its name is a label. acts: it gets the label Actor too."""

    acts: bool = False
    description: str = Field(min_length=1)
    example: str = Field(min_length=1)

    def labels(self, name: str) -> tuple[str, ...]:
        """Labels of a node of this kind: Entity, its own, and Actor where it acts."""
        return (ENTITY_LABEL, name, ACTOR_LABEL) if self.acts else (ENTITY_LABEL, name)


class Sense(Declared):
    """One meaning of one or more predicates.

    lemma: predicates as the reader words them ("reject", "place on standby"). `@class` in one of them
        stands for each word of that class.
    subject, object, with_: what must stand there: a word (the lemma of the head), a kind of entity, or a
        `@class` of words; any of those listed. `with` looks at the further arguments, and may also name a
        preposition and a word ("on standby"), or a preposition with a dash ("against -").
    mode: the event's mode in this sense.
    """

    lemma: Words = Field(min_length=1)
    subject: Words = ()
    object: Words = ()
    with_: Words = Field(default=(), alias="with")
    mode: str | None = None


def _sense(value: Any) -> Any:
    """`reject` and `[reject, rebuff]` are short for `{lemma: [reject, rebuff]}`."""
    return {"lemma": value} if isinstance(value, str | list) else value


Senses = tuple[Annotated[Sense, BeforeValidator(_sense)], ...]


class Relation(Declared):
    """A declared type of link; its name is a relationship type.

    quad: the quad class of an event. modes: the ways it can happen.
    reciprocal: who is subject and who is object makes no difference (a meeting).
    subject: who can do it, where a sense of a predicate doesn't say: words, kinds or a `@class` of them.
    predicates: senses of verbs. nouns: of nouns that tell of it, each with the preposition before whom it is
        done to ("invasion of", "talks between").
    one_holder: predicates of which, for one object, one subject at a time is true ("be president of"); `@class` in
        one of them stands for each word of that class.
    to_places: where a name may mean a city or those who govern from it, it is done to the city ("Kyiv was
        shelled").
    """

    family: Family = Field(strict=False)
    quad: Quad | None = Field(default=None, strict=False)
    modes: Words = ()
    subject: Words = ()
    reciprocal: bool = False
    one_holder: Words = ()
    to_places: bool = False
    description: str = Field(min_length=1)
    example: str = Field(min_length=1)
    predicates: Senses = Field(default=(), strict=False)
    nouns: Senses = Field(default=(), strict=False)

    def senses(self) -> Iterator[tuple[str, Sense]]:
        """Each predicate of each sense, classes not spelt out; a noun is told from a verb by `NOUN`."""
        for sense in self.predicates:
            yield from ((lemma, sense) for lemma in sense.lemma)
        for sense in self.nouns:
            yield from ((f"{NOUN} {lemma}", sense) for lemma in sense.lemma)


class Ontology(Declared):
    """All that the graph may hold.

    words: classes of words, so that senses needn't repeat them; named by `@class`.
    """

    kinds: Mapping[str, Kind] = Field(min_length=1)
    words: Mapping[str, Words] = Field(default_factory=dict)
    relations: Mapping[str, Relation] = Field(min_length=1)
    version: str = ""

    @property
    def fallback(self) -> str:
        """Name of the relation for predicates no sense knows."""
        return next(name for name, relation in self.relations.items() if relation.family == Family.FALLBACK)

    def one_holder(self, relation: str) -> frozenset[str]:
        """Predicates of a relation of which one subject at a time is true, classes spelt out."""
        lemmas = self.relations[relation].one_holder
        return frozenset(each for lemma in lemmas for each in predicates(lemma, self.words))

    @property
    def labels(self) -> tuple[str, ...]:
        """Every label an entity can have, sorted."""
        return tuple(sorted({label for name, kind in self.kinds.items() for label in kind.labels(name)}))
