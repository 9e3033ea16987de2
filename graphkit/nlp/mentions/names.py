"""The names of a sentence as mentions: their own words, the title before them, the phrase around them."""

from graphkit.nlp.mentions.acts import acts
from graphkit.nlp.mentions.extents import around, head_of
from graphkit.nlp.mentions.found import Found
from graphkit.nlp.mentions.spans import NameSpan
from graphkit.nlp.mentions.titles import TITLES, title_before
from graphkit.nlp.mentions.words import HONORIFICS, PEOPLE
from graphkit.nlp.tree import Tree, Word

MAYBE_PEOPLE = frozenset({"PERSON", "", "ORG", "GPE"})


def name(span: NameSpan, tree: Tree, text: str, *, nested: bool = False) -> Found:
    """The mention at a span. nested: it stands inside a longer name."""
    words = span.words
    head = head_of(words)
    found = Found(
        head=head,
        first=words[0],
        last=words[-1],
        kind="name",
        sentence=tree.number,
        outer=(words[0], words[-1]),
        acts=acts(head) and not nested,
        label=span.label,
        plural=True if head.tag == "NNPS" and span.label == "NORP" else None,
        nested=nested,
    )
    if not nested:
        _surround(found, span, tree, text)
    return found


def _surround(found: Found, span: NameSpan, tree: Tree, text: str) -> None:
    words = [*span.title, *span.words]
    first, last = around(words, found.head)
    place = next(n for n, word in enumerate(tree.words) if word is words[0])
    title, phrase = title_before(tree.words, place) if span.label in MAYBE_PEOPLE else (place, place)
    if tree.words[phrase].i < first.i:
        first = tree.words[phrase]
    elif first is words[0] and _has_article(tree.words, place, found):
        first = tree.words[place - 1]
    begins = tree.words[title]
    if begins is not span.words[0]:
        found.title = text[begins.start : span.words[0].start].strip()
        found.title_begins = begins
        found.roles.update(
            w.lemma
            for w in tree.words[title:place] + span.title
            if w.low.rstrip(".") in TITLES or w.lemma in PEOPLE
        )
    found.outer = (first, last)
    found.called += _called(found, tree)


def _called(found: Found, tree: Tree) -> list[tuple[Word, Word]]:
    """*Tunisia's goalkeeper* before a name; not a mere title (*President*), nor an article (*the*)."""
    before = [word for word in tree.words if found.outer[0].i <= word.i < found.first.i]
    if len(before) > 2 and before[-1].low == "the":
        # *its elite group the Sea Org*
        return [(before[0], before[-2]), (before[-1], found.last)]
    if len(before) < 2 or all(word.low.rstrip(".") in HONORIFICS for word in before):
        return []
    return [(before[0], before[-1])]


def _has_article(words: list[Word], place: int, found: Found) -> bool:
    """*the United States* where the parser gives "the" to another word; not *the US team*."""
    if not place or words[place - 1].low != "the" or words[place - 1].i != found.first.i - 1:
        return False
    following = next((word for word in words[place:] if word.i > found.last.i), None)
    return following is None or following.tag not in {"NN", "NNS", "JJ", "HYPH", "CD", "VBG", "VBN"}
