"""Chains of an article: names first, over the whole of it; then nouns and pronouns in the order of the text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graphkit.model import Mention, Span
from graphkit.nlp.coreference.gender import gender
from graphkit.nlp.coreference.names import link_names
from graphkit.nlp.coreference.nominals import antecedent_of_nominal
from graphkit.nlp.coreference.pronouns import antecedent_of_pronoun
from graphkit.nlp.coreference.things import Thing
from graphkit.nlp.mentions.found import Found
from graphkit.nlp.tree import Word


@dataclass(frozen=True, slots=True)
class Coreference:
    """mentions: in the order of the text, those of one chain numbered alike.

    by_word: the mention that each word belongs to as a name's word, a noun phrase's head or a pronoun (by `Word.i`);
    a relative pronoun's is that of its antecedent.
    """

    mentions: tuple[Mention, ...]
    by_word: Mapping[int, Mention]


def link(found: Sequence[Found], text: str, speakers: Mapping[int, Word]) -> Coreference:
    """Chains of the mentions of an article.

    speakers: for every quoted word (by `Word.i`) the head word of whoever says it, where somebody is named.
    """
    things = link_names([one for one in found if one.kind == "name"], text)
    owner = {id(mention): thing for thing in things for mention in thing.mentions}
    for thing in things:
        thing.mentions = []
    seen: list[Thing] = []
    at_word = {one.head.i: one for one in found}
    for mention in found:
        thing = owner.get(id(mention))
        if thing is None and mention.kind == "nominal":
            thing = antecedent_of_nominal(mention, seen, text)
        elif thing is None:
            thing = antecedent_of_pronoun(mention, seen, speakers, at_word, owner)
        if thing is None:
            thing = Thing()
        owner[id(mention)] = thing
        thing.add(mention, gender(mention, text))
        if thing in seen[-12:]:
            seen.remove(thing)
        elif len(thing.mentions) > 1 and thing in seen:
            seen.remove(thing)
        seen.append(thing)
    return _numbered(found, owner, text)


def _numbered(found: Sequence[Found], owner: Mapping[int, Thing], text: str) -> Coreference:
    numbers: dict[int, int] = {}
    mentions: list[Mention] = []
    by_word: dict[int, Mention] = {}
    for one in found:
        thing = owner[id(one)]
        number = numbers.setdefault(id(thing), len(numbers))
        mention = Mention(
            start=one.first.start,
            end=one.last.end,
            text=one.text(text),
            kind=one.kind,
            type=one.type or thing.type,
            chain=number,
            head=one.head.lemma,
            title=one.title,
            acts=one.acts,
            phrase=_phrase(one),
        )
        mentions.append(mention)
        by_word[one.head.i] = mention
        if one.kind == "name":
            for i in range(one.first.i, one.last.i + 1):
                by_word[i] = mention
    return Coreference(tuple(mentions), by_word)


def _phrase(one: Found) -> Span | None:
    first, last = one.outer
    return None if (first, last) == (one.first, one.last) else Span(first.start, last.end)
