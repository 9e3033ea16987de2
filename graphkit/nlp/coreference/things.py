"""A thing an article speaks of: the mentions found to refer to it, and what they tell about it."""

from dataclasses import dataclass, field

from graphkit.nlp.mentions.found import Found

MANY = 40
"""Of the times a noun was used, how many are looked back on: long texts must not cost more a word."""


@dataclass(slots=True, eq=False)
class Thing:
    """mentions: in the order they were linked. gender: "m", "f" or "" (unknown). names: as written.

    heads: lemmas of the nouns used for it. roles: general words for it ("president").
    titles: as they stand before or beside its names, in lower case.
    sure: whether its type is more than the pipeline's guess.
    total: how many names of the whole article are its own.
    """

    mentions: list[Found] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    heads: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    type: str | None = None
    gender: str = ""
    plural: bool | None = None
    titles: set[str] = field(default_factory=set)
    total: int = 0
    sure: bool = False

    @property
    def last(self) -> Found:
        """The mention linked last."""
        return self.mentions[-1]

    def add(self, mention: Found, gender: str) -> None:
        """Take a mention in; what it tells is kept where nothing was known."""
        self.mentions.append(mention)
        self.gender = self.gender or gender
        self.type = self.type or mention.type
        if self.plural is None:
            self.plural = mention.plural
        self.roles |= mention.roles
        self.sure = self.sure or mention.sure or mention.kind == "nominal"
        if mention.kind == "nominal" and not mention.parts:
            self.heads.add(mention.head.lemma)


@dataclass(slots=True, eq=False)
class Discourse:
    """What was said so far: who each mention refers to, and the mentions of each sentence.

    at_word: the mention headed by a word (by `Word.i`).
    by_noun: things a noun (lemma) was or may be used for.
    """

    owner: dict[int, Thing] = field(default_factory=dict)
    by_sentence: dict[int, list[Found]] = field(default_factory=dict)
    at_word: dict[int, Found] = field(default_factory=dict)
    by_noun: dict[str, list[Thing]] = field(default_factory=dict)

    def thing(self, mention: Found) -> Thing | None:
        """What the mention refers to, if that's known yet."""
        return self.owner.get(id(mention))

    def at(self, word_index: int) -> Thing | None:
        """What the mention headed by a word refers to."""
        found = self.at_word.get(word_index)
        return None if found is None else self.thing(found)

    def place(self, mention: Found, thing: Thing, gender: str) -> None:
        """Note that the mention refers to the thing."""
        self.owner[id(mention)] = thing
        thing.add(mention, gender)
        self.by_sentence.setdefault(mention.sentence, []).append(mention)
        nouns = {mention.head.lemma} if mention.kind == "nominal" else set()
        if len(thing.mentions) == 1 and thing.names:
            nouns |= thing.roles | {name.lower().split()[-1] for name in thing.names}
        for noun in nouns:
            used = self.by_noun.setdefault(noun, [])
            if not used or used[-1] is not thing:
                used.append(thing)

    def latest_with(self, lemma: str) -> list[Thing]:
        """Things that a noun was used for, or may be, those mentioned last first."""
        near = {id(thing): thing for thing in self.by_noun.get(lemma, ())[-MANY:]}
        return sorted(near.values(), key=lambda thing: thing.last.head.i, reverse=True)
