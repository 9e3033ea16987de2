"""A thing an article speaks of: the mentions found to refer to it, and what they tell about it."""

from dataclasses import dataclass, field

from graphkit.nlp.mentions.found import Found


@dataclass(slots=True, eq=False)
class Thing:
    """mentions: in the order they were linked. gender: "m", "f" or "" (unknown). names: as written.

    heads: lemmas of the nouns used for it. roles: general words for it ("president").
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
    """

    owner: dict[int, Thing] = field(default_factory=dict)
    by_sentence: dict[int, list[Found]] = field(default_factory=dict)
    at_word: dict[int, Found] = field(default_factory=dict)

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

    def seen(self) -> list[Thing]:
        """Things in the order of their last mention."""
        order: dict[int, Thing] = {}
        for sentence in sorted(self.by_sentence):
            for mention in self.by_sentence[sentence]:
                thing = self.owner[id(mention)]
                order.pop(id(thing), None)
                order[id(thing)] = thing
        return list(order.values())
