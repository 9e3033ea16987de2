"""What is declared of a node label or a relationship type, and the check of a row before it is written."""

from dataclasses import dataclass
from typing import Any

from graphkit.errors import StoreError

ENTITY = "Entity"
"""The label of both ends of a relationship, where none other is declared."""
Properties = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Declared:
    """What node labels and relationship types have in common.

    name: the label or type. meaning: one line for the documentation. writer: the module that writes it.
    key: the property no two of them share; None for a relationship its two ends identify.
    required, optional: its properties beside the key.
    volatile: those that say how it came to be loaded, not what it is: no part of a fingerprint.
    indexes: properties looked up together.
    whole: a row lists absent properties too, so that writing it takes away what was there before.
    """

    name: str
    meaning: str
    writer: str
    key: str | None
    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    volatile: frozenset[str] = frozenset()
    indexes: tuple[tuple[str, ...], ...] = ()
    whole: bool = False

    @property
    def properties(self) -> tuple[str, ...]:
        """Those beside the key, in the order they are declared."""
        return (*self.required, *self.optional)

    @property
    def columns(self) -> tuple[str, ...]:
        """Every property but the ids of what it is or joins."""
        return self.properties

    def row(self, properties: Properties) -> Properties:
        """The properties that are there; StoreError where a required one is missing or one is undeclared."""
        missing = [name for name in self.required if properties.get(name) is None]
        unknown = sorted(properties.keys() - {*self.required, *self.optional})
        if missing or unknown:
            raise StoreError(
                f"{self.name} can't be written: missing {missing}, undeclared {unknown}: "
                "extract the article again"
            )
        present = {name: value for name, value in properties.items() if value is not None}
        return dict.fromkeys(self.optional) | present if self.whole else present


@dataclass(frozen=True, slots=True)
class NodeType(Declared):
    """A node label. settled: its properties follow from its id, or are settled after all rows are in."""

    settled: bool = False
    full_text: str | None = None

    @property
    def listed(self) -> bool:
        """Whether a row may as well say that a property is absent as leave it out."""
        return self.settled or self.whole or not self.optional


@dataclass(frozen=True, slots=True)
class RelationshipType(Declared):
    """A relationship type from nodes of one label to nodes of another.

    smallest: a property of which, where articles differ, the smallest value stays.
    replaces: a row is all the relationship has; what else was there goes.
    stamped: properties that are the same for all rows of a load, and come with the statement.
    """

    start: str = ENTITY
    end: str = ENTITY
    smallest: str | None = None
    replaces: bool = False
    stamped: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        key = () if self.key is None else (self.key,)
        return tuple(dict.fromkeys((*key, *self.properties, *self.stamped)))

    @property
    def listed(self) -> bool:
        """Whether a row may as well say that a property is absent as leave it out."""
        return self.replaces or self.smallest is not None or not self.optional
