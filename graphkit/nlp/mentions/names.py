"""The names of a sentence as mentions: their own words, the title before them, the phrase around them."""

from graphkit.model.lexicon import Lexicon
from graphkit.nlp.mentions.acts import acts
from graphkit.nlp.mentions.extents import around, head_of
from graphkit.nlp.mentions.found import Found
from graphkit.nlp.mentions.spans import TITLES, NameSpan, name_spans
from graphkit.nlp.mentions.words import PEOPLE
from graphkit.nlp.phrases import leftmost
from graphkit.nlp.tree import Tree, Word

BEFORE = frozenset({"compound", "amod", "nmod", "nn", "nummod"})


def names_in(tree: Tree, text: str, lexicon: Lexicon) -> list[Found]:
    """Names of a sentence in the order of the text."""
    return [_name(span, tree, text) for span in name_spans(tree, text, lexicon)]


def _name(span: NameSpan, tree: Tree, text: str) -> Found:
    words = span.words
    head = head_of(words)
    title = span.title or []
    first, last = around([*title, *words], head)
    title = _title(words, head) or title
    found = Found(
        head=head,
        first=words[0],
        last=words[-1],
        kind="name",
        sentence=tree.number,
        outer=(first, last),
        title=text[title[0].start : words[0].start].strip() if title else None,
        acts=acts(head),
        label=span.label,
        plural=True if head.tag == "NNPS" and span.label == "NORP" else None,
    )
    for word in title:
        if word.low in TITLES or word.lemma in PEOPLE:
            found.roles.add(word.lemma)
    return found


def _title(words: list[Word], head: Word) -> list[Word]:
    """*Facebook founder* in *Facebook founder Mark Zuckerberg*: the words before a name, where one is an office."""
    before: list[Word] = []
    for child in reversed(head.left):
        if child.i >= words[0].i:
            continue
        end = before[0].i if before else words[0].i
        if child.dep not in BEFORE or child.i != end - 1:
            break
        first = leftmost(child)
        before = sorted((w for w in child.subtree() if w.i >= first.i), key=lambda w: w.i) + before
    if any(w.low.rstrip(".") in TITLES or w.lemma in PEOPLE for w in before):
        return before
    return []
