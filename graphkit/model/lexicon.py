"""What the reader may ask of those who know names, without knowing who they are."""

from typing import Protocol


class Lexicon(Protocol):
    """Knows names beyond the article at hand; resolve's gazetteer is one."""

    def kind(self, name: str) -> str | None:
        """Entity kind ("Country", "Person" ...) all bearers of this exact name share, or None if unknown."""

    def is_demonym(self, word: str) -> bool:
        """Whether the word is a country's adjective or people ("Russian", "Frenchmen")."""

    def roles(self, name: str) -> tuple[str, ...]:
        """General words for the bearer, in lower case: NATO is an "alliance", Putin a "president"."""


class NoLexicon:
    """Knows nothing: for tests of the reader alone."""

    def kind(self, name: str) -> str | None:
        return None

    def is_demonym(self, word: str) -> bool:
        return False

    def roles(self, name: str) -> tuple[str, ...]:
        return ()
