"""Where names stand: the pipeline's entities put right, and the capitalised words it missed."""

from dataclasses import dataclass

from graphkit.model.lexicon import Lexicon
from graphkit.nlp.mentions.words import CALENDAR, HONORIFICS, OFFICES
from graphkit.nlp.tree import Tree, Word

NAMED = frozenset(
    {"PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE"}
)
MEASURED = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"})
PROPER = frozenset({"NNP", "NNPS"})
EDGES = frozenset(
    "the a an and or of in on at by for to ' \" “ ” ‘ ’ , . ; : - – — ( ) [ ] 's ’s & / @ #".split()
)
TITLES = HONORIFICS | OFFICES


@dataclass(slots=True, eq=False)
class NameSpan:
    """Words of a name in their order, the pipeline's label or "", and the title found before it."""

    words: list[Word]
    label: str
    title: list[Word]


def name_spans(tree: Tree, lexicon: Lexicon) -> list[NameSpan]:
    """Names of a sentence in the order of the text; they don't overlap."""
    found = []
    for words, label in _runs(tree):
        words = _trimmed(words)
        if not words or not _named(words, label, lexicon):
            continue
        found += _without_title(words, label)
    return [span for span in found if span.words]


def _runs(tree: Tree) -> list[tuple[list[Word], str]]:
    """Entities of the pipeline, and runs of proper nouns outside them."""
    runs: list[tuple[list[Word], str]] = []
    current: list[Word] = []
    label = ""
    for word in tree.words:
        kind = word.entity if word.entity in NAMED else ""
        proper = word.tag in PROPER and word.entity not in MEASURED
        if kind:
            if current and (word.begins or kind != label or current[-1].i != word.i - 1):
                runs.append((current, label))
                current = []
            current.append(word)
        elif proper:
            if current and label:
                runs.append((current, label))
                current = []
            current.append(word)
        elif current:
            runs.append((current, label))
            current = []
        label = kind if current else ""
    if current:
        runs.append((current, label))
    return _joined(runs)


def _joined(runs: list[tuple[list[Word], str]]) -> list[tuple[list[Word], str]]:
    """*Dries* (an organisation) *Mertens* (nothing): a proper noun missed beside an entity it depends on."""
    out: list[tuple[list[Word], str]] = []
    for words, label in runs:
        if out and (not label or not out[-1][1]) and out[-1][0][-1].i == words[0].i - 1:
            before, other = out[-1]
            if _one_phrase(before[-1], words[-1]) and before[-1].low not in TITLES:
                out[-1] = (before + words, label or other)
                continue
        out.append((words, label))
    return out


def _one_phrase(left: Word, right: Word) -> bool:
    return left.dep == "compound" and left.head is right


def _trimmed(words: list[Word]) -> list[Word]:
    while words and words[0].low in EDGES:
        words = words[1:]
    while words and (words[-1].low in EDGES or words[-1].tag == "POS"):
        words = words[:-1]
    return words


def _named(words: list[Word], label: str, lexicon: Lexicon) -> bool:
    """Whether this can be a name: some capital, no day or month, no lone title."""
    if not any(word.text[:1].isupper() or word.text[1:2].isupper() for word in words):
        return False
    if all(word.low.rstrip(".") in CALENDAR for word in words):
        return False
    if label:
        return True
    if len(words) == 1 and words[0].low.rstrip(".") in TITLES:
        return False
    return any(c.isalpha() for c in words[0].text)


def _without_title(words: list[Word], label: str) -> list[NameSpan]:
    """*Foreign Minister Sergei Lavrov* is Sergei Lavrov, with a title."""
    last = max((n for n, word in enumerate(words[:-1]) if word.low.rstrip(".") in TITLES), default=-1)
    if last < 0 or words[last + 1].low in {"of", "for", "and"}:
        return [NameSpan(words, label, [])]
    rest = words[last + 1 :]
    if not rest[0].text[:1].isupper():
        return [NameSpan(words, label, [])]
    return [NameSpan(rest, "PERSON", words[: last + 1])]
