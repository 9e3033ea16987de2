"""A mention while it is being read: words of the tree still, so that rules may ask how it stands in its sentence."""

from dataclasses import dataclass, field

from graphkit.nlp.tree import Word


@dataclass(slots=True, eq=False)
class Found:
    """One mention.

    head: its head word. first, last: of a name its own words alone ("Sergei Lavrov"); of a nominal or pronoun the phrase.
    outer: first and last word of the whole phrase, with determiner, title, apposition and possessive s.
    kind: "name", "nominal" or "pronoun". type: an entity kind, or None.
    title: words of the title before or beside a name. sentence: number of its tree. label: the pipeline's entity label.
    plural: None where the words don't tell. chain: number of the thing it refers to.
    """

    head: Word
    first: Word
    last: Word
    kind: str
    sentence: int
    outer: tuple[Word, Word]
    type: str | None = None
    title: str | None = None
    acts: bool = False
    label: str = ""
    plural: bool | None = None
    roles: tuple[str, ...] = ()
    chain: int = field(default=-1)

    @property
    def place(self) -> tuple[int, int]:
        """For sorting: where it begins and ends, in words."""
        return self.first.i, self.last.i

    def text(self, text: str) -> str:
        """Its own words as they stand in the article."""
        return text[self.first.start : self.last.end]
