"""What an article's mentions refer to, and the entities found so far."""

from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from graphkit.model import Entity, EntityMention, Mention
from graphkit.resolve.context import Context
from graphkit.resolve.naming import CONCEPT, Referent
from graphkit.resolve.standing import Standing

ARTICLE = "The "
WITH_ARTICLE = frozenset({"Organization", "Work"})
"""Kinds whose names may begin with "The": The Associated Press, The Godfather."""


@dataclass(slots=True)
class Referents:
    """Referents of an article's mentions, and all entities found so far with where they are mentioned."""

    context: Context
    kinds: frozenset[str]
    standing: Standing
    _by_span: dict[tuple[int, int], tuple[Mention, Referent | None]] = field(default_factory=dict)
    _found: dict[str, Referent] = field(default_factory=dict)
    _places: dict[str, dict[tuple[int, int], EntityMention]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    _listed: list[tuple[int, Mention, Referent]] | None = None

    def of(self, start: int, end: int) -> Referent | None:
        """What the mention with exactly these characters refers to, or None."""
        found = self._by_span.get((start, end))
        return found[1] if found else None

    def mention(self, start: int, end: int) -> Mention | None:
        """The mention with exactly these characters, or None."""
        found = self._by_span.get((start, end))
        return found[0] if found else None

    def within(self, start: int, end: int) -> list[tuple[Mention, Referent]]:
        """Mentions between two places whose referent has a name, in the order of the text."""
        listed = self._named()
        place = bisect_left(listed, start, key=lambda one: one[0])
        found = []
        while place < len(listed) and listed[place][0] < end:
            _, mention, referent = listed[place]
            if mention.end <= end:
                found.append((mention, referent))
            place += 1
        return found

    def _named(self) -> list[tuple[int, Mention, Referent]]:
        """Mentions whose referent has a name, in the order of the text; sorted once all are put."""
        if self._listed is None:
            self._listed = [
                (start, mention, referent)
                for (start, end), (mention, referent) in sorted(self._by_span.items(), key=lambda one: one[0])
                if (start, end) == (mention.start, mention.end)
                and referent is not None
                and referent.type != CONCEPT
            ]
        return self._listed

    def add(self, referent: Referent, start: int, end: int, kind: str, chain: int | None = None) -> Referent:
        """Note that an entity is mentioned there; what is noted there already keeps its chain."""
        known = self._found.setdefault(referent.id, referent)
        self._places[referent.id].setdefault((start, end), EntityMention(start, end, kind, chain))
        return known

    def entities(self) -> tuple[Entity, ...]:
        """All entities, sorted by id, with their mentions in the order of the text."""
        return tuple(
            Entity(
                one.id,
                one.name,
                one.type,
                one.wikidata,
                tuple(self._mentions(one)),
            )
            for one in sorted(self._found.values(), key=lambda one: one.id)
        )

    def _mentions(self, referent: Referent) -> list[EntityMention]:
        """In the order of the text. Of a Concept only names and what the article speaks of again: one *demand* in
        a text refers to that demand, not to every other; where it stands its claim tells.
        """
        places = [mention for _, mention in sorted(self._places[referent.id].items())]
        if referent.type != CONCEPT:
            return places
        chains = Counter(mention.chain for mention in places)
        return [
            one for one in places if one.kind == "name" or (one.chain is not None and chains[one.chain] > 1)
        ]

    def _begins(self, mention: Mention, referent: Referent) -> int:
        """Where the name begins: with "The", where that is written large though no sentence begins with it."""
        text, start = self.context.text, mention.start
        if mention.kind == "name" and referent.type in WITH_ARTICLE and text[start - 4 : start] == ARTICLE:
            before = text[: start - 4].rstrip(" ")[-1:]
            return start - 4 if before.islower() or before == "," else start
        return start

    def put(self, mention: Mention, referent: Referent | None) -> None:
        """Settle what a mention refers to; None where only the phrase it stands in tells.

        A name is noted by itself and, where it has one, with its noun phrase ("US President Joe Biden") and
        with what describes it ("US President").
        """
        self._listed = None
        self._by_span[mention.start, mention.end] = (mention, referent)
        if mention.core is not None:
            self._by_span.setdefault((mention.core.start, mention.core.end), (mention, referent))
        if referent is None:
            return
        self.add(referent, self._begins(mention, referent), mention.end, mention.kind, mention.chain)
        if mention.phrase is not None:
            self.add(referent, mention.phrase.start, mention.phrase.end, "nominal", mention.chain)
        for described in mention.called:
            self.add(referent, described.start, described.end, "nominal", mention.chain)
