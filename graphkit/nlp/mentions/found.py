"""A mention while it is being read: words of the tree still, so that rules may ask how it stands."""

from dataclasses import dataclass, field

from graphkit.nlp.tree import Word


@dataclass(slots=True, eq=False)
class Found:
    """One mention.

    head: its head word. first, last: of a name its own words alone ("Sergei Lavrov"); else the phrase.
    outer: first and last word of the phrase, with determiner, title, apposition and possessive s.
    kind: "name", "nominal" or "pronoun". type: an entity kind, or None.
    title: the title before or beside a name. sentence: number of its tree.
    label: the pipeline's entity label. plural: None where the words don't tell.
    roles: general words for it, in lower case ("president"), that the article or the lexicon tells.
    parts: of a coordination ("Chad and Sudan"), the mentions it joins.
    sure: of a name, whether more than the pipeline's guess tells its type.
    nested: of a name, whether it stands inside a longer one ("U.S." in "U.S. Navy").
    called: first and last word of each description of it, before or beside its name.
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
    roles: set[str] = field(default_factory=set)
    parts: tuple["Found", ...] = ()
    nested: bool = False
    title_begins: Word | None = None
    sure: bool = False
    called: list[tuple[Word, Word]] = field(default_factory=list)

    @property
    def titled(self) -> Word:
        """The first word of the title before the name, else of the name."""
        return self.title_begins or self.first

    @property
    def place(self) -> tuple[int, int]:
        """For sorting: where it begins and, the longer first, where it ends."""
        return self.first.i, -self.last.i

    def text(self, text: str) -> str:
        """Its own words as they stand in the article."""
        return text[self.first.start : self.last.end]
