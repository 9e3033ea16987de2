"""Where names stand: the pipeline's entities put right, and the capitalised words it missed."""

from dataclasses import dataclass, field

from graphkit.model.lexicon import Lexicon
from graphkit.nlp.mentions.extents import head_of
from graphkit.nlp.mentions.words import CALENDAR, COMMON, HONORIFICS, OFFICES, PORTFOLIOS
from graphkit.nlp.tree import Tree, Word

NAMED = frozenset(
    {"PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE"}
)
MEASURED = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"})
PROPER = frozenset({"NNP", "NNPS"})
EDGES = frozenset(
    "the a an and or of in on at by for to from with ' \" “ ” ‘ ’ , . ; : - – — ( ) [ ] 's ’s & / @ # * | image "
    "photo file credit picture".split()
)
SMALL = frozenset({"of", "for", "in", "on", "at", "and", "to", "&", "against", "over", "from", "de", "du"})
TITLES = HONORIFICS | OFFICES
DETERMINERS = frozenset({"the", "a", "an", "this", "that"})


@dataclass(slots=True, eq=False)
class NameSpan:
    """Words of a name in their order, the pipeline's label or "", and the words of the title before it."""

    words: list[Word]
    label: str
    title: list[Word] = field(default_factory=list)


def name_spans(tree: Tree, text: str, lexicon: Lexicon) -> list[NameSpan]:
    """Names of a sentence in the order of the text; they don't overlap."""
    segments = _joined(_segments(tree, text), lexicon)
    found: list[NameSpan] = []
    for words, label in segments:
        found += _split_title(_trimmed(words), label)
    found = [span for span in found if span.words and _named(span, lexicon)]
    return _without_portfolios(found, lexicon)


def _segments(tree: Tree, text: str) -> list[tuple[list[Word], str]]:
    """Entities of the pipeline, and runs of proper nouns outside them; a line end or inner "the" parts them."""
    runs: list[tuple[list[Word], str]] = []
    label = ""
    before: Word | None = None
    for word in tree.words:
        kind = word.entity if word.entity in NAMED else ""
        proper = word.tag in PROPER and word.entity not in MEASURED and word.text[:1].isalnum()
        if kind or proper:
            fresh = (
                before is None
                or before.i != word.i - 1
                or kind != label
                or word.begins
                or "\n" in text[before.end : word.start]
                or (word.low == "the" and before.low not in SMALL)
            )
            if fresh:
                runs.append(([], kind))
            runs[-1][0].append(word)
            before, label = word, kind
        else:
            before, label = None, ""
    return runs


def _joined(runs: list[tuple[list[Word], str]], lexicon: Lexicon) -> list[tuple[list[Word], str]]:
    """*Dries* (an organisation) *Mertens* (nothing): a proper noun missed beside an entity of its phrase."""
    out: list[tuple[list[Word], str]] = []
    for words, label in runs:
        if out and (not label or not out[-1][1]):
            before, other = out[-1]
            if (
                before[-1].i == words[0].i - 1
                and _one_phrase(before, words)
                and before[-1].low.rstrip(".") not in TITLES
                and words[0].low.rstrip(".") not in TITLES
                and not lexicon.is_demonym(before[-1].text)
                and not ({label, other} & {"NORP", "LANGUAGE"})
            ):
                out[-1] = (before + words, label or other)
                continue
        out.append((words, label))
    return out


def _one_phrase(left: list[Word], right: list[Word]) -> bool:
    head = head_of(left)
    return head.dep in {"compound", "nmod", "amod"} and right[0].i <= head.head.i <= right[-1].i


def _trimmed(words: list[Word]) -> list[Word]:
    while words and words[0].low in EDGES:
        words = words[1:]
    while words and (words[-1].low in EDGES or words[-1].tag in {"POS", "HYPH"}):
        words = words[:-1]
    return words


def _named(span: NameSpan, lexicon: Lexicon) -> bool:
    """Whether this can be a name: some capital, no day or month, no lone title or common noun."""
    words = span.words
    if not any(c.isupper() for word in words for c in word.text[:2]):
        return False
    lows = [word.low.rstrip(".") for word in words]
    if all(low in CALENDAR for low in lows):
        return False
    if all(low in TITLES or low in COMMON or low in PORTFOLIOS or low in SMALL for low in lows):
        return lexicon.kind(" ".join(word.text for word in words)) is not None and len(words) > 1
    return span.label != "" or any(c.isalpha() for c in words[0].text)


def _split_title(words: list[Word], label: str) -> list[NameSpan]:
    """*Foreign Minister Sergei Lavrov* is Sergei Lavrov, with a title."""
    last = max((n for n, word in enumerate(words[:-1]) if word.low.rstrip(".") in TITLES), default=-1)
    if last < 0:
        return [NameSpan(words, label)]
    rest = words[last + 1 :]
    if (
        rest[0].low in SMALL
        or not rest[0].text[:1].isupper()
        or label in {"ORG", "FAC", "WORK_OF_ART", "EVENT"}
    ):
        return [NameSpan(words, label)]
    return [NameSpan(rest, "PERSON", words[: last + 1])]


def _without_portfolios(spans: list[NameSpan], lexicon: Lexicon) -> list[NameSpan]:
    """*State* in *Secretary of State* is no name."""
    return [span for span in spans if not _portfolio(span, lexicon)]


def _portfolio(span: NameSpan, lexicon: Lexicon) -> bool:
    head = head_of(span.words)
    office = head.head.head if head.dep == "pobj" and head.head.low in {"of", "for"} else None
    if office is None or office.low not in OFFICES:
        return False
    name = " ".join(word.text for word in span.words)
    return span.label in {"ORG", ""} and lexicon.kind(name) is None and span.words[0].low in PORTFOLIOS
