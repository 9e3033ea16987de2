"""Where names stand: the pipeline's entities put right, and the capitalised words it missed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from graphkit.model.lexicon import Lexicon
from graphkit.nlp.mentions.extents import head_of
from graphkit.nlp.mentions.words import (
    BODY_NAMES,
    CALENDAR,
    COMMON,
    DESCRIBING,
    HONORIFICS,
    OFFICES,
    PORTFOLIOS,
    listed,
)
from graphkit.nlp.phrases import leftmost
from graphkit.nlp.tree import Tree, Word

NAMED = frozenset(
    {"PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE"}
)
MEASURED = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"})
PROPER = frozenset({"NNP", "NNPS"})
EDGES = listed(
    """
    the a an and or of in on at by for to from with
    ' " “ ” ‘ ’ , . ; : - – — ( ) [ ] 's ’s & / @ # * |
    image photo file credit picture
    """
)
SMALL = frozenset({"of", "for", "in", "on", "at", "and", "to", "&", "against", "over", "from", "de", "du"})
DASHES = frozenset({"-", "–", "—", ":", "/"})
TITLES = HONORIFICS | OFFICES
CHOSEN = listed(
    "album book coach driver footballer game goal man manager person player rookie song team woman"
)
"""Who or what may be chosen as that of the year."""
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "poss", "agent", "dobj"})
ABBREVIATION = re.compile(r"(?:[A-Z]\.)+")
HEADLINE = 0.6
"""Share of capitalised words from which a sentence is a headline, where capitals tell nothing."""


@dataclass(slots=True, eq=False)
class NameSpan:
    """Words of a name in their order, the pipeline's label or "", and the words of the title before it."""

    words: list[Word]
    label: str
    title: list[Word] = field(default_factory=list)


def name_spans(tree: Tree, text: str, lexicon: Lexicon) -> list[NameSpan]:
    """Names of a sentence in the order of the text; they don't overlap."""
    segments = _joined_by_of(_joined(_split_by_of(_segments(tree, text), lexicon), lexicon), tree, lexicon)
    found: list[NameSpan] = []
    for words, label in segments:
        bare = _without_adjective(_without_score(_trimmed(words), lexicon), lexicon)
        found += _split_title(bare, label)
    return [span for span in found if span.words and _named(span, lexicon) and not _portfolio(span, lexicon)]


def _segments(tree: Tree, text: str) -> list[tuple[list[Word], str]]:
    """Entities of the pipeline, and runs of proper nouns outside them; line ends and an inner "the" part."""
    runs: list[tuple[list[Word], str]] = []
    proper = _capitals_tell(tree)
    label = ""
    before: Word | None = None
    for word in tree.words:
        kind = word.entity if word.entity in NAMED else ""
        if kind or _proper(word, before, proper):
            if before is None or _parted(before, word, kind, label, text):
                runs.append(([], kind))
            runs[-1][0].append(word)
            before, label = word, kind
        elif before is not None and not kind and _number_of(word, runs[-1]):
            runs[-1][0].append(word)
            before = word
        else:
            before, label = None, ""
    return runs


def _capitals_tell(tree: Tree) -> bool:
    letters = [word for word in tree.words if word.text[:1].isalpha()]
    capitals = sum(word.text[0].isupper() for word in letters)
    return capitals < HEADLINE * len(letters)


def _proper(word: Word, before: Word | None, capitals_tell: bool) -> bool:
    """A proper noun, or a common one with a capital in the middle of a sentence."""
    if word.entity in MEASURED or not word.text[:1].isalnum():
        return False
    if word.tag in PROPER:
        return word.text[:1].isupper() or word.text[:1].isdigit() or any(c.isupper() for c in word.text[1:3])
    if not word.text[:1].isupper() or word.low in COMMON or word.low in TITLES or word.low in CALENDAR:
        return False
    if len(word.text) > 1 and word.text.isupper():
        return capitals_tell and word.tag in {"NN", "NNS", "JJ"}
    return capitals_tell and word.tag in {"NN", "NNS"} and _inside(word)


def _inside(word: Word) -> bool:
    """Whether the word stands after another of its sentence, so that a capital is no accident."""
    first = word
    while first.head is not first:
        first = first.head
    return leftmost(first).i < word.i - 1


def _parted(before: Word, word: Word, kind: str, label: str, text: str) -> bool:
    return (
        kind != label
        or (word.begins and bool(kind))
        or "\n" in text[before.end : word.start]
        or (word.low == "the" and before.low not in SMALL)
    )


def _number_of(word: Word, run: tuple[list[Word], str]) -> bool:
    """*Explorer 6*, *World Cup 2018*; not *Sweden 1 – 0*."""
    words, label = run
    if word.tag != "CD" or not word.text.isdigit() or label in {"GPE", "PERSON", "NORP", "LOC"}:
        return False
    return word.dep == "nummod" and words[0].i <= word.head.i <= words[-1].i and not words[-1].text.isdigit()


def _joined(runs: list[tuple[list[Word], str]], lexicon: Lexicon) -> list[tuple[list[Word], str]]:
    """*Dries* (an organisation) *Mertens* (nothing): a proper noun missed beside an entity of its phrase."""
    out: list[tuple[list[Word], str]] = []
    for place, (words, label) in enumerate(runs):
        following = runs[place + 1] if place + 1 < len(runs) else None
        if out and _belong_together(out[-1], (words, label), following, lexicon):
            before, other = out[-1]
            out[-1] = (before + words, label or other)
        else:
            out.append((words, label))
    return out


def _belong_together(
    left: tuple[list[Word], str],
    right: tuple[list[Word], str],
    following: tuple[list[Word], str] | None,
    lexicon: Lexicon,
) -> bool:
    before, other = left
    words, label = right
    if before[-1].i != words[0].i - 1 or (label and other) or {label, other} & {"NORP", "LANGUAGE"}:
        return False
    if before[-1].low.rstrip(".") in TITLES or words[0].low.rstrip(".") in TITLES:
        return False
    if other == "GPE" and ABBREVIATION.fullmatch(words[0].text) and len(words) == 1:
        return True
    if lexicon.is_demonym(before[-1].text) or not _one_phrase(before, words):
        return False
    # *Refugee Council* (an organisation) *Enver* (nothing) *Solomon* (a person)
    to_the_next = following is not None and following[1] == "PERSON" and following[0][0].i == words[-1].i + 1
    return not (other and not label and to_the_next)


def _split_by_of(runs: list[tuple[list[Word], str]], lexicon: Lexicon) -> list[tuple[list[Word], str]]:
    """*Baltics of NATO* are two names, whatever the pipeline saw; *Bank of Japan* is one."""
    out: list[tuple[list[Word], str]] = []
    for run, label in runs:
        words = run[1:] if run[0].low == "the" else run
        of = next((n for n, word in enumerate(words) if word.low == "of"), 0)
        if of == 1 and label and words[0].low not in BODY_NAMES:
            after = " ".join(word.text for word in words[2:])
            whole = " ".join(word.text for word in words)
            if lexicon.kind(after) == "Organization" and lexicon.kind(whole) is None:
                out += [(words[:1], ""), (words[2:], label)]
                continue
        out.append((run, label))
    return out


def _joined_by_of(
    runs: list[tuple[list[Word], str]], tree: Tree, lexicon: Lexicon
) -> list[tuple[list[Word], str]]:
    """*Man of the Match*, *Bank of Japan*: joined where the pipeline saw no name, or a body's noun."""
    at = {word.i: n for n, word in enumerate(tree.words)}
    out: list[tuple[list[Word], str]] = []
    for words, label in runs:
        if out:
            before, other = out[-1]
            between = tree.words[at[before[-1].i] + 1 : at[words[0].i]]
            known = lexicon.kind(" ".join(word.text for word in words))
            if _of(before, between) and (
                (_prize(before, between) and not label)
                or not (label or other or known)
                or (_takes_of(before, other) and known != "Country")
            ):
                out[-1] = ([*before, *between, *words], other)
                continue
        out.append((words, label))
    return out


def _of(before: list[Word], between: list[Word]) -> bool:
    lows = [word.low for word in between]
    return lows in (["of"], ["of", "the"]) and between[0].head is before[-1] and before[-1].low not in TITLES


def _prize(before: list[Word], between: list[Word]) -> bool:
    """*Man of the Match*, *Player of the Year*, whatever else is called Match."""
    return len(between) == 2 and before[-1].low in CHOSEN


def _takes_of(before: list[Word], label: str) -> bool:
    return label in {"", "ORG"} and before[-1].low in BODY_NAMES


def _one_phrase(left: list[Word], right: list[Word]) -> bool:
    one, other = head_of(left), head_of(right)
    return (one.dep in {"compound", "nmod", "amod", "prep"} and right[0].i <= one.head.i <= right[-1].i) or (
        other.dep in {"compound", "nmod", "punct", "npadvmod", "dep"}
        and left[0].i <= other.head.i <= left[-1].i
    )


def _trimmed(words: list[Word]) -> list[Word]:
    while words and (words[0].low in EDGES or words[0].text[:1] in "\"'“‘("):
        words = words[1:]
    while words and (words[-1].low in EDGES or words[-1].tag in {"POS", "HYPH"}):
        words = words[:-1]
    return words


def _without_score(words: list[Word], lexicon: Lexicon) -> list[Word]:
    """*Sweden 1 – 0* names Sweden."""
    if len(words) > 1 and words[-1].text.isdigit():
        name = " ".join(word.text for word in words[:-1])
        if lexicon.kind(name) in {"Country", "Place"}:
            return words[:-1]
    return words


def _without_adjective(words: list[Word], lexicon: Lexicon) -> list[Word]:
    """*Neighbouring Sweden* names Sweden: the first word of a sentence has a capital by accident."""
    if len(words) > 1 and words[0].low in DESCRIBING:
        whole, rest = (" ".join(word.text for word in part) for part in (words, words[1:]))
        if lexicon.kind(whole) is None and lexicon.kind(rest) in {"Country", "Place"}:
            return words[1:]
    return words


def _split_title(words: list[Word], label: str) -> list[NameSpan]:
    """*Foreign Minister Sergei Lavrov* is Sergei Lavrov, with a title; *LA Sheriff* names LA alone."""
    small = any(word.low in SMALL for word in words)
    while len(words) > 1 and not small and words[-1].low in OFFICES and label != "PERSON":
        words = words[:-1]
        while len(words) > 1 and words[-1].low in PORTFOLIOS:
            words = words[:-1]
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


def _named(span: NameSpan, lexicon: Lexicon) -> bool:
    """Whether this can be a name: some capital, no day or month, no lone title or common noun."""
    words = span.words
    if not any(c.isupper() for word in words for c in word.text[:3]):
        return False
    lows = [word.low.rstrip(".") for word in words]
    if all(low in CALENDAR or low.isdigit() for low in lows):
        return False
    if len(words) > 1:
        generic = all(low in TITLES or low in PORTFOLIOS or low in SMALL for low in lows)
        return not generic or lows[-1] in BODY_NAMES
    if lows[0] in TITLES or lows[0] in COMMON:
        known = lexicon.kind(words[0].text)
        return known is not None and span.label in {"PERSON", "ORG"} and known != "Place"
    if len(lows[0]) < 2 or words[0].text.isupper():
        return len(lows[0]) > 1
    return lows[0] not in PORTFOLIOS or words[0].dep in ARGUMENTS


def _portfolio(span: NameSpan, lexicon: Lexicon) -> bool:
    """*State* in *Secretary of State* is no name."""
    head = head_of(span.words)
    office = head.head.head if head.dep == "pobj" and head.head.low in {"of", "for"} else None
    if office is None or office.low not in OFFICES:
        return False
    name = " ".join(word.text for word in span.words)
    return span.label in {"ORG", ""} and lexicon.kind(name) is None and span.words[0].low in PORTFOLIOS


def known_forms(spans: Sequence[NameSpan]) -> frozenset[str]:
    """The names as written, to find them again where capitals tell nothing."""
    return frozenset(" ".join(word.text for word in span.words) for span in spans)
