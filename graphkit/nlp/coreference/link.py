"""Chains of an article: names first, over the whole of it; then nouns and pronouns in the order of the text."""

from collections.abc import Mapping, Sequence

from graphkit.model import Mention, Span
from graphkit.model.lexicon import Lexicon
from graphkit.nlp.coreference.gender import gender
from graphkit.nlp.coreference.names import link_names
from graphkit.nlp.coreference.nominals import antecedent_of_nominal
from graphkit.nlp.coreference.pronouns import antecedent_of_pronoun
from graphkit.nlp.coreference.things import Thing
from graphkit.nlp.mentions.found import Found
from graphkit.nlp.tree import Tree, Word


def link(
    found: Sequence[Found],
    trees: Sequence[Tree],
    text: str,
    lexicon: Lexicon,
    speakers: Mapping[int, Word],
) -> list[Mention]:
    """The mentions of an article in the order of the text, those of one chain numbered alike.

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


def _numbered(found: Sequence[Found], owner: Mapping[int, Thing], text: str) -> list[Mention]:
    numbers: dict[int, int] = {}
    return [_mention(one, owner[id(one)], numbers, text) for one in found]


def _mention(one: Found, thing: Thing, numbers: dict[int, int], text: str) -> Mention:
    return Mention(
        start=one.first.start,
        end=one.last.end,
        text=one.text(text),
        kind=one.kind,
        type=one.type or thing.type,
        chain=numbers.setdefault(id(thing), len(numbers)),
        head=one.head.lemma,
        title=one.title,
        acts=one.acts,
        phrase=_phrase(one),
        core=Span(one.first.start, one.last.end)
        if one.kind == "name"
        else Span(one.head.start, one.head.end),
    )


def _phrase(one: Found) -> Span | None:
    first, last = one.outer
    return None if (first, last) == (one.first, one.last) else Span(first.start, last.end)
