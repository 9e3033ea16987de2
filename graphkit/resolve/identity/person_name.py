"""A person's name taken apart: given name, middle names, surname, generation."""

from dataclasses import dataclass
from functools import lru_cache

from graphkit.ontology.given_names import given_names
from graphkit.resolve.names import GENERATIONS, HONORIFICS, SUFFIXES, normalised

ELDER = {"elder": "sr", "younger": "jr"}
PARTICLES = frozenset(
    (
        "al", "el", "ul", "an", "ad", "as", "ash", "ar", "bin", "ibn", "ben", "bint", "abu", "de", "del",
        "della", "da", "das", "dos", "do", "di", "du", "la", "le", "van", "von", "der", "den", "ter", "of",
        "the", "y", "e",
    )
)  # fmt: skip
MEN = frozenset(
    {"mr", "sir", "lord", "king", "prince", "sheikh", "father", "brother", "baron", "duke", "emperor"}
)
WOMEN = frozenset(
    {"mrs", "ms", "miss", "lady", "dame", "queen", "princess", "sister", "baroness", "madam", "madame"}
)


@dataclass(frozen=True, slots=True)
class PersonName:
    """parts: given name, middle names or initials, surname, without particles; one alone is a surname.

    joined: all its words run together, particles too.
    generation: "jr", "sr", "ii" ...; "" where none is said. gender: "m", "f" or "" by its honorific.
    """

    parts: tuple[str, ...]
    joined: str = ""
    generation: str = ""
    gender: str = ""

    @property
    def given(self) -> str:
        """The given name or its initial; "" where there is none."""
        return self.parts[0] if len(self.parts) > 1 else ""

    @property
    def surname(self) -> str:
        """The last part."""
        return self.parts[-1] if self.parts else ""

    @property
    def middle(self) -> tuple[str, ...]:
        """What stands between."""
        return self.parts[1:-1]


@lru_cache(maxsize=262_144)
def person_name(text: str) -> PersonName:
    """A name as it is written: "Mr. George H. W. Bush Sr"."""
    words = normalised(text).split()
    generation = gender = ""
    while len(words) > 1 and words[0] in HONORIFICS:
        gender = gender or ("m" if words[0] in MEN else "f" if words[0] in WOMEN else "")
        del words[0]
    while len(words) > 1 and (words[-1] in SUFFIXES or words[-1] in GENERATIONS or words[-1] in ELDER):
        last = words.pop()
        generation = GENERATIONS.get(last) or ELDER.get(last) or generation
    kept = [word for word in words if word not in PARTICLES] or words
    return PersonName(tuple(kept), "".join(words), generation, gender)


def gender_of(name: PersonName) -> str:
    """ "m", "f" or "": by the honorific, else by the given name."""
    return name.gender or given_names().get(name.given, "")
