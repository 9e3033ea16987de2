"""A parsed sentence as plain Python values, so that no rule touches spaCy and each can be tested without it.

Reading attributes of spaCy tokens one by one costs more than all rules together; here they are fetched once,
as arrays.
"""

from collections.abc import Iterator
from itertools import pairwise

from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, LENGTH, POS, SENT_START, TAG
from spacy.attrs import IDX as START
from spacy.tokens import Doc

NUMBERS = [START, LENGTH, HEAD, ENT_IOB, SENT_START]
STRINGS = [LEMMA, POS, TAG, DEP, ENT_TYPE]


class Word:
    """One token. Part-of-speech tags are those of the Universal and Penn sets, dependencies ClearNLP's.

    i: place in the article. start, end: characters. low: in lower case. lemma: in lower case.
    previous: the word before it in the sentence. head: the governing word, itself for a root.
    left, right: dependents before and after, in order.
    entity: label of the named entity it stands in, or "". begins: whether that entity begins here.
    """

    __slots__ = (
        "begins", "dep", "end", "entity", "head", "i", "left", "lemma", "low", "pos", "previous", "right",
        "start", "tag", "text",
    )  # fmt: skip

    def __init__(  # one positional argument a column: this is called for every token
        self,
        i: int,
        text: str,
        start: int,
        lemma: str,
        pos: str,
        tag: str,
        dep: str,
        entity: str,
        begins: bool,
    ) -> None:
        self.i = i
        self.text = text
        self.low = low = text.lower()
        self.start = start
        self.end = start + len(text)
        lemma = lemma.lower()
        self.lemma = low if lemma == low or not lemma else _mended(lemma, low)
        self.pos = pos
        self.tag = tag
        self.dep = dep
        self.entity = entity
        self.begins = begins
        self.head = self
        self.left: list[Word] = []
        self.right: list[Word] = []
        self.previous: Word | None = None

    def __repr__(self) -> str:
        return f"{self.text}/{self.tag}:{self.dep}"

    @property
    def children(self) -> list["Word"]:
        """Dependents in the order of the text."""
        return self.left + self.right

    def child(self, *deps: str) -> "Word | None":
        """The first dependent with one of these dependencies, or None."""
        return next((word for word in self.left + self.right if word.dep in deps), None)

    def subtree(self) -> list["Word"]:
        """The word and all below it, in the order of the text."""
        return sorted(self.below(), key=lambda word: word.i)

    def below(self) -> list["Word"]:
        """The word and all below it, in no order."""
        found = [self]
        for word in found:
            found += word.left
            found += word.right
        return found

    def above(self) -> Iterator["Word"]:
        """The governing words from the nearest to the root."""
        word = self
        while word.head is not word:
            word = word.head
            yield word


def _mended(lemma: str, low: str) -> str:
    """*hoping* comes from "hope": a verb "hop" would have doubled its last letter."""
    if len(lemma) < 3 or low not in {lemma + "ing", lemma + "ed", lemma + "es"}:
        return lemma
    before, vowel, last = lemma[-3], lemma[-2], lemma[-1]
    short = (
        vowel in "aiou"
        and last not in "aeiouwxy"
        and before not in "aeiou"
        and sum(c in "aeiou" for c in lemma) == 1
    )
    return lemma + "e" if short else lemma


def move(word: Word, head: Word) -> None:
    """Hang a word on another head, on the side where it stands; a root, too, whose words go with it.

    Nothing hangs below itself: where the head stands under the word, all stays as it is.
    """
    if head is word or any(over is word for over in head.above()):
        return
    if word.head is not word:
        side = word.head.left if word in word.head.left else word.head.right
        side.remove(word)
    word.head = head
    if word.i < head.i:
        head.left.append(word)
        head.left.sort(key=lambda w: w.i)
    else:
        head.right.append(word)
        head.right.sort(key=lambda w: w.i)


def make_root(word: Word) -> None:
    """Let a word hang on nothing; whatever was the root is to be hung on it."""
    if word.head is not word:
        side = word.head.left if word in word.head.left else word.head.right
        side.remove(word)
    word.head, word.dep = word, "ROOT"


def take_place(word: Word, over: Word) -> None:
    """Let a word hang where one above it does, as that does; whoever moves it has to hang the other one anew."""
    if over.head is over:
        make_root(word)
    else:
        move(word, over.head)
    word.dep = over.dep


class Tree:
    """One sentence: its words, and the characters it covers."""

    __slots__ = ("end", "number", "start", "words")

    def __init__(self, number: int, words: list[Word]) -> None:
        self.number = number
        self.words = words
        self.start = words[0].start
        self.end = words[-1].end


def trees(doc: Doc) -> list[Tree]:
    """The sentences of a parsed document, those of white space alone left out."""
    text, strings = doc.text, doc.vocab.strings
    table = doc.to_array(NUMBERS).astype("int64")  # of unsigned numbers, though a head is a signed offset
    start, length, heads, iob, begins = (column.tolist() for column in table.T)
    keys = doc.to_array(STRINGS).astype("uint64")
    lexicon: dict[int, str] = {key: strings[key] for key in set(keys.ravel().tolist())}
    lemma, pos, tag, dep, entity = ([lexicon[key] for key in column.tolist()] for column in keys.T)
    texts = [text[at : at + long] for at, long in zip(start, length, strict=True)]
    inside = [each == 3 for each in iob]
    each = zip(range(len(texts)), texts, start, lemma, pos, tag, dep, entity, inside, strict=True)
    words = [Word(*columns) for columns in each]
    _link(words, heads)
    return _sentences(words, [i for i, first in enumerate(begins) if first == 1 or i == 0])


def _link(words: list[Word], heads: list[int]) -> None:
    for word, offset in zip(words, heads, strict=True):
        if offset:
            head = words[word.i + offset]
            word.head = head
            if word.pos == "SPACE":
                continue
            (head.left if offset > 0 else head.right).append(word)


def _sentences(words: list[Word], starts: list[int]) -> list[Tree]:
    found: list[Tree] = []
    for start, end in pairwise([*starts, len(words)]):
        sentence = [word for word in words[start:end] if not word.text.isspace()]
        if sentence:
            for before, word in pairwise(sentence):
                word.previous = before
            found.append(Tree(len(found), sentence))
    return found
