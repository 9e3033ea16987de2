"""All mentions of an article in the order of the text, types agreed over the whole of it."""

from collections.abc import Sequence

from graphkit.model.lexicon import Lexicon
from graphkit.nlp.mentions import nominals, pronouns
from graphkit.nlp.mentions.acts import acts
from graphkit.nlp.mentions.extents import head_of, phrase
from graphkit.nlp.mentions.found import Found
from graphkit.nlp.mentions.kinds import agree
from graphkit.nlp.mentions.spans import TITLES, NameSpan, name_spans
from graphkit.nlp.tree import Tree, Word


def find_mentions(trees: Sequence[Tree], text: str, lexicon: Lexicon) -> list[Found]:
    """Mentions of an article; nothing is linked yet."""
    found: list[Found] = []
    names: list[Found] = []
    for tree in trees:
        own = [_name(span, tree, text) for span in name_spans(tree, lexicon)]
        names += own
        taken = {i for name in own for i in range(name.first.i, name.last.i + 1)}
        found += own
        found += [_nominal(word, tree) for word in nominals.nominal_heads(tree, taken)]
        found += [_pronoun(word, tree) for word in tree.words if pronouns.refers(word)]
    agree(names, text, lexicon)
    for name in names:
        name.roles = lexicon.roles(name.text(text))
    return sorted(found, key=lambda one: one.place)


def _name(span: NameSpan, tree: Tree, text: str) -> Found:
    head = head_of(span.words)
    before = span.title or _title_before(span.words, head)
    title = text[before[0].start : before[-1].end] if before else None
    return Found(
        head=head,
        first=span.words[0],
        last=span.words[-1],
        kind="name",
        sentence=tree.number,
        outer=_outer(span.words, head),
        title=title,
        acts=acts(head),
        label=span.label,
        plural=head.tag == "NNPS" and span.label == "NORP",
    )


def _outer(words: list[Word], head: Word) -> tuple[Word, Word]:
    """The phrase around a name, if the name heads one."""
    if head.dep in {"compound", "amod", "nmod"}:
        return words[0], words[-1]
    first, last = phrase(head)
    return (first if first.i < words[0].i else words[0]), (last if last.i > words[-1].i else words[-1])


def _title_before(words: list[Word], head: Word) -> list[Word]:
    """*founder* in *Facebook founder Mark Zuckerberg*: what stands before the name in its phrase, up to an office."""
    before = [w for w in head.left if w.i < words[0].i and w.dep in {"compound", "amod", "nmod"}]
    offices = [w for w in before if w.low.rstrip(".") in TITLES]
    if not offices or offices[-1].i != words[0].i - 1:
        return []
    return sorted(
        {w.i: w for top in before for w in top.subtree() if w.i < words[0].i}.values(), key=lambda w: w.i
    )


def _nominal(head: Word, tree: Tree) -> Found:
    first, last = phrase(head)
    return Found(
        head=head,
        first=first,
        last=last,
        kind="nominal",
        sentence=tree.number,
        outer=(first, last),
        type=nominals.kind_of(head),
        acts=acts(head),
        plural=head.tag in {"NNS", "NNPS"},
    )


def _pronoun(word: Word, tree: Tree) -> Found:
    person = word.low[0] in {"h", "s"} or word.low in {"i", "me", "my", "mine", "myself"}
    return Found(
        head=word,
        first=word,
        last=word,
        kind="pronoun",
        sentence=tree.number,
        outer=(word, word),
        type="Person" if person else None,
        acts=acts(word),
        plural=pronouns.PLURAL[word.low],
    )
