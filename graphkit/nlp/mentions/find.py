"""All mentions of an article in the order of the text, types agreed over the whole of it."""

from collections.abc import Iterator, Sequence

from graphkit.model.lexicon import Lexicon
from graphkit.nlp.mentions.apposition import join_apposed, join_places
from graphkit.nlp.mentions.found import Found
from graphkit.nlp.mentions.kinds import agree
from graphkit.nlp.mentions.known import Forms, forms, inside, missed
from graphkit.nlp.mentions.names import name
from graphkit.nlp.mentions.nominals import nominals_in
from graphkit.nlp.mentions.pronouns import pronouns_in
from graphkit.nlp.mentions.spans import NameSpan, name_spans
from graphkit.nlp.tree import Tree


def find_mentions(trees: Sequence[Tree], text: str, lexicon: Lexicon) -> list[Found]:
    """Mentions of an article; nothing is linked yet."""
    spans = [name_spans(tree, text, lexicon) for tree in trees]
    spans = _without_accidents(trees, spans)
    known = forms(span for own in spans for span in own)
    found: list[Found] = []
    for tree, own in zip(trees, spans, strict=True):
        found += _in_sentence(tree, own, known, text, lexicon)
    names = [one for one in found if one.kind == "name"]
    agree(names, text, lexicon)
    join_places(names, text)
    for one in names:
        one.roles.update(lexicon.roles(one.text(text)))
    return sorted(found, key=lambda one: one.place)


def _without_accidents(trees: Sequence[Tree], spans: Sequence[list[NameSpan]]) -> list[list[NameSpan]]:
    """No names: words that have their capital from the sentence's start, and are written small elsewhere."""
    written = {word.text for tree in trees for word in tree.words}
    return [
        [span for span in own if not (_opens(span, tree) and span.words[0].low in written)]
        for tree, own in zip(trees, spans, strict=True)
    ]


def _opens(span: NameSpan, tree: Tree) -> bool:
    return len(span.words) == 1 and not span.label and span.words[0] in tree.words[:2]


def _in_sentence(tree: Tree, spans: list[NameSpan], known: Forms, text: str, lexicon: Lexicon) -> list[Found]:
    taken = {word.i for span in spans for word in span.words}
    spans = spans + missed(tree, taken, known)
    taken = {word.i for span in spans for word in span.words}
    names = [name(span, tree, text) for span in spans]
    nested = [name(part, tree, text, nested=True) for span in spans for part in inside(span, known, lexicon)]
    taken |= {i for one in names for i in range(one.titled.i, one.first.i)}
    nominals = join_apposed(names, nominals_in(tree, taken), text)
    found = [*names, *nominals, *pronouns_in(tree)]
    return [*found, *nested, *_coordinations(found)]


def _coordinations(found: Sequence[Found]) -> Iterator[Found]:
    """*Chad and Sudan*: what *they* and *both countries* can mean."""
    by_head = {one.head.i: one for one in found if one.kind != "pronoun"}
    for one in found:
        if one.kind == "pronoun" or one.head.dep == "conj":
            continue
        parts = [one]
        word = one.head
        while (following := next((w for w in word.right if w.dep == "conj"), None)) is not None:
            if following.i not in by_head:
                break
            parts.append(by_head[following.i])
            word = following
        if len(parts) > 1 and _joined_by_and(one, parts[-1]):
            yield Found(
                head=one.head,
                first=one.outer[0],
                last=parts[-1].outer[1],
                kind="nominal",
                sentence=one.sentence,
                outer=(one.outer[0], parts[-1].outer[1]),
                type="Group",
                acts=one.acts,
                plural=True,
                parts=tuple(parts),
            )


def _joined_by_and(first: Found, last: Found) -> bool:
    word = last.head.head
    return any(w.low == "and" for w in word.right if w.dep == "cc") and first.outer[0].i < last.outer[1].i
