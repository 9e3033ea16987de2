"""A thing an article speaks of: the mentions found to refer to it, and what they tell about it."""

from dataclasses import dataclass, field

from graphkit.nlp.mentions.found import Found


@dataclass(slots=True, eq=False)
class Thing:
    """mentions: in the order they were linked. gender: "m", "f" or "" (unknown). names: as written.

    heads: lemmas of nouns that were used for it. words: modifiers seen with them, to tell one team from another.
    """

    mentions: list[Found] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    heads: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    type: str | None = None
    gender: str = ""
    plural: bool | None = None

    @property
    def last(self) -> Found:
        """The mention linked last."""
        return self.mentions[-1]

    def add(self, mention: Found, gender: str) -> None:
        """Take a mention in; what it tells is kept where nothing was known."""
        self.mentions.append(mention)
        self.gender = self.gender or gender
        if self.type is None or (self.type in {"Group", "Organization"} and mention.kind == "name"):
            self.type = mention.type or self.type
        if self.plural is None or (mention.kind != "pronoun" and not self.names):
            self.plural = mention.plural if mention.plural is not None else self.plural
        if mention.kind == "nominal":
            self.heads.add(mention.head.lemma)
