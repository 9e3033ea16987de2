"""Noun phrases: where one begins and ends, what its head is, and how a Concept of it is called."""

from graphkit.model import Phrase, Span
from graphkit.nlp.apposed import apposed_name
from graphkit.nlp.grammar import QUOTES
from graphkit.nlp.tree import Word

OWN = frozenset({"relcl", "appos", "parataxis", "advcl", "ccomp", "acl"})
"""Dependents that say something of their own: the phrase ends before them, however deep they hang."""
COORDINATION = frozenset({"cc", "conj", "preconj"})
TIME_NOUNS = frozenset({
    "second", "minute", "hour", "day", "night", "morning", "afternoon", "evening", "noon", "midnight",
    "week", "weekend", "fortnight", "month", "quarter", "year", "decade", "century", "era", "period",
    "time", "moment", "now", "today", "tomorrow", "yesterday", "tonight", "monday", "tuesday", "wednesday",
    "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december", "spring", "summer", "autumn",
    "fall", "winter", "season", "anniversary", "eve", "dawn", "dusk",
})  # fmt: skip
PAIRS = (("“", "”"), ("‘", "’"), ("(", ")"), ("[", "]"))
EDGE = QUOTES | frozenset(
    {",", ";", ":", "-", "--", "—", "–", "(", ")", ".", "'", "-LRB-", "-RRB-", "...", "`", "’"}
)


def is_time(noun: Word) -> bool:
    """Whether a noun tells when: *on Wednesday*, *since 2014*."""
    if noun.entity in {"DATE", "TIME"}:
        return True
    return noun.lemma in TIME_NOUNS and noun.tag not in {"PRP", "MD"} and noun.pos != "VERB"


def bounds(head: Word, *, whole: bool = False) -> tuple[Word, Word]:
    """First and last word of the noun phrase around `head`, without what says something of its own.

    whole: with its conjuncts ("Ukraine and its allies").
    """
    first = _first(head)
    limit = _limit(head, whole=whole)
    inside = [w for w in head.subtree() if first.i <= w.i < limit]
    while len(inside) > 1 and inside[-1] is not head and (_edge(inside[-1]) or inside[-1].dep == "case"):
        inside.pop()
    while len(inside) > 1 and inside[0] is not head and _edge(inside[0]):
        inside.pop(0)
    return inside[0], inside[-1]


def _edge(word: Word) -> bool:
    return word.text in EDGE or word.dep == "cc"


def _first(head: Word) -> Word:
    """The leftmost word that belongs: "both" and "but" before the phrase don't."""
    first = head
    for child in head.left:
        if child.dep not in {"cc", "preconj", "punct", "relcl"} and not _pairing(child, head):
            candidate = leftmost(child)
            if candidate.i < first.i:
                first = candidate
            break
    return first


def _pairing(word: Word, head: Word) -> bool:
    """*Neither Oman nor Qatar*: it belongs to both."""
    return word.low in {"both", "either", "neither"} and any(w.dep == "conj" for w in head.right)


def leftmost(word: Word) -> Word:
    """First word of all that hangs below."""
    while word.left:
        word = word.left[0]
    return word


def trimmed(first: Word, last: Word, words: list[Word]) -> tuple[Word, Word]:
    """Without punctuation at the edges."""
    inside = [w for w in words if first.i <= w.i <= last.i]
    while len(inside) > 1 and inside[-1].text in EDGE:
        inside.pop()
    while len(inside) > 1 and inside[0].text in EDGE:
        inside.pop(0)
    return inside[0], inside[-1]


def rightmost(word: Word) -> Word:
    """Last word of all that hangs below."""
    while word.right:
        word = word.right[-1]
    return word


def _limit(head: Word, *, whole: bool) -> int:
    """Place of the first word after the head that no longer belongs."""
    limit = rightmost(head).i + 1
    pending = [(child, True) for child in head.right]
    while pending:
        child, top = pending.pop()
        if child.i >= limit:
            continue
        if _own(child) or (top and not whole and child.dep in COORDINATION):
            # Of a clause torn apart ("what, officials say, is a response") some may stand before the head.
            limit = min(limit, *(word.i for word in child.below() if word.i > head.i))
            continue
        pending += [(below, top and whole and child.dep == "conj") for below in child.right]
    return limit


def _own(word: Word) -> bool:
    """Whether it says something of its own; *a demand to ban Ukraine* is one phrase."""
    if word.dep == "acl":
        return not any(w.dep in {"aux", "mark"} for w in word.left)
    return word.dep in OWN


def phrase(head: Word, text: str, *, whole: bool = False) -> Phrase:
    """The noun phrase around `head` as it stands in `text`; with a name beside it, the name is its head."""
    first, last = bounds(head, whole=whole)
    name = apposed_name(head)
    if name is not None:
        head, last = name, name_words(name)[-1]
    start, end = balanced(first.start, last.end, text)
    return Phrase(start, end, text[start:end], head_span(head), concept(head))


def balanced(start: int, end: int, text: str) -> tuple[int, int]:
    """Take in the quotation mark just outside that belongs to one inside."""
    inside = text[start:end]
    for opening, closing in PAIRS:
        if inside.count(opening) > inside.count(closing) and text[end : end + 1] == closing:
            return start, end + 1
        if inside.count(closing) > inside.count(opening) and start and text[start - 1] == opening:
            return start - 1, end
    return start, end


def head_span(head: Word) -> Span:
    """Characters of the head: of a name, the whole name; of a counted noun, the noun."""
    words = name_words(counted(head))
    return Span(words[0].start, words[-1].end)


def name_words(head: Word) -> list[Word]:
    """The words of the named entity the head stands in; the head alone where it stands in none."""
    if not head.entity:
        return [head]
    inside = [w for w in head.subtree() if w.entity == head.entity]
    place = next(i for i, word in enumerate(inside) if word is head)
    first = last = place
    while first and inside[first - 1].i == inside[first].i - 1 and not inside[first].begins:
        first -= 1
    while last + 1 < len(inside) and inside[last + 1].i == inside[last].i + 1 and not inside[last + 1].begins:
        last += 1
    if inside[first].low == "the" and first < place:
        first += 1
    if inside[last].tag == "POS" and last > place:
        last -= 1
    return inside[first : last + 1]


QUANTITIES = frozenset({
    "array", "bulk", "couple", "dozen", "handful", "host", "hundred", "lot", "majority", "million",
    "billion", "minority", "most", "number", "plenty", "percent", "proportion", "quarter", "range",
    "score", "series", "sum", "ten", "third", "thousand", "trillion", "variety",
})  # fmt: skip


def counted(head: Word) -> Word:
    """*tens of thousands of troops* are troops: the noun that a number or quantity counts."""
    while head.lemma in QUANTITIES or head.pos == "NUM":
        of = next((w for w in head.right if w.dep == "prep" and w.low == "of"), None)
        noun = None if of is None else next((w for w in of.right if w.dep == "pobj"), None)
        if noun is None:
            return head
        head = noun
    return head


def concept(head: Word) -> str:
    """Normalised head for a Concept: "demand", "ballistic missile" from *two new ballistic missiles*."""
    head = counted(head)
    compounds = [w.lemma for w in head.left if w.dep == "compound" and w.pos == "NOUN"]
    return " ".join([*compounds, head.lemma])
