"""Something that doesn't hold."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from graphkit.ontology import Ontology
from graphkit.store.connection import Connection
from graphkit.store.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Problem:
    """kind: what sort of thing is wrong, one word. at: id or key of what it is wrong with."""

    kind: str
    at: str
    message: str

    def __str__(self) -> str:
        return f"{self.kind} {self.at}: {self.message}"


Check = Callable[[Connection, Ontology, Vocabulary], Iterator[Problem]]
