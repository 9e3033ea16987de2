"""Chains of an article: names first, over the whole of it; then nouns and pronouns as they come."""

from collections.abc import Mapping, Sequence

from graphkit.model import Mention, Span
from graphkit.model.lexicon import Lexicon
from graphkit.nlp.coreference.gender import gender
from graphkit.nlp.coreference.names import link_names
from graphkit.nlp.coreference.nominals import antecedent_of_nominal
from graphkit.nlp.coreference.pronouns import Choose, antecedent_of_pronoun
from graphkit.nlp.coreference.ranking import best
from graphkit.nlp.coreference.things import Discourse, Thing
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
    discourse = resolve(found, text, lexicon, speakers)
    numbers: dict[int, int] = {}
    things = [(one, discourse.owner[id(one)]) for one in found]
    kept = [(one, thing) for one, thing in things if not one.parts or len(thing.mentions) > 1]
    return [_mention(one, thing, numbers, text) for one, thing in kept]


def resolve(
    found: Sequence[Found], text: str, lexicon: Lexicon, speakers: Mapping[int, Word], choose: Choose = best
) -> Discourse:
    """Who each mention refers to. choose: how a pronoun's antecedent is picked among its candidates.

    What is quoted comes after what isn't: *"I'll fight," she said* needs to know who she is first.
    """
    named = {
        id(mention): thing
        for thing in link_names([one for one in found if one.kind == "name"], text, lexicon)
        for mention in thing.mentions
    }
    for thing in named.values():
        thing.mentions = []
    discourse = Discourse(
        owner=dict(named), at_word={one.head.i: one for one in reversed(found) if not one.parts}
    )
    quoted = [one for one in found if one.head.i in speakers]
    for mention in [*(one for one in found if one.head.i not in speakers), *quoted]:
        thing = (
            named.get(id(mention)) or _antecedent(mention, discourse, lexicon, speakers, choose) or Thing()
        )
        discourse.place(mention, thing, gender(mention, text))
    return discourse


def _antecedent(
    mention: Found,
    discourse: Discourse,
    lexicon: Lexicon,
    speakers: Mapping[int, Word],
    choose: Choose,
) -> Thing | None:
    if mention.kind == "nominal":
        return None if mention.parts else antecedent_of_nominal(mention, discourse, lexicon)
    speaker = speakers.get(mention.head.i)
    voice = discourse.at(speaker.i) if speaker is not None else None
    return antecedent_of_pronoun(mention, discourse, voice, choose)


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
        core=_core(one),
        nested=one.nested,
        called=tuple(Span(first.start, last.end) for first, last in one.called),
    )


def _core(one: Found) -> Span:
    if one.kind == "name":
        return Span(one.first.start, one.last.end)
    return Span(one.head.start, one.head.end)


def _phrase(one: Found) -> Span | None:
    first, last = one.outer
    return None if (first, last) == (one.first, one.last) else Span(first.start, last.end)
