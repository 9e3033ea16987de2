"""Where the subject of a question ends and its verb begins: taggers of statements take the one for the other."""

from spacy.tokens import Span, Token

BE = frozenset({"is", "are", "was", "were", "am", "'s", "be", "been", "being", "'re"})
DO = frozenset({"do", "does", "did"})
MODALS = frozenset({"will", "would", "can", "could", "may", "might", "must", "should", "shall", "wo", "ca"})
PREDICATIVE = frozenset({"acomp", "attr", "oprd"})
ATTACHED = frozenset({"prep", "appos", "conj", "cc", "poss", "case", "punct"})
RUN = frozenset({"VERB", "AUX", "PART", "ADV"})


def subject_length(words: list[Token]) -> int:
    """How many of these words, from the first, are one noun phrase; 0 where none begins here."""
    if not words:
        return 0
    chunk = next((c for c in words[0].doc.noun_chunks if c.start <= words[0].i < c.end), None)
    if chunk is None or words[0].tag_ in {"VB", "VBG", "VBN"}:
        if words[0].pos_ in {"PROPN", "PRON"} or is_capital(words[0]):
            return _with_name(words, 1)
        return _determined(words) if words[0].pos_ == "DET" else 0
    end = _attached(chunk)
    return _with_name(words, sum(1 for token in words if token.i < end))


def _determined(words: list[Token]) -> int:
    """A name or a noun after its article, where the parser saw no phrase: *(would) the deal (cost)*."""
    if is_capital(*words[1:2]):
        return _with_name(words, 1)
    length = 1
    while length < len(words) and words[length].pos_ in {"ADJ", "NOUN", "PROPN", "NUM"}:
        length += 1
    return length if length > 1 else 0


def _with_name(words: list[Token], length: int) -> int:
    """The whole of a name the parser took apart, *(did) the European Union (condemn)*: verbs are written small."""
    if not (is_capital(words[length - 1]) or words[length - 1].pos_ == "DET"):
        return length
    while length < len(words) and _of_name(words[length], words[length - 1]):
        length += 1
    return length


def _of_name(token: Token, before: Token) -> bool:
    """*Wang* of *Yuan Wang 5*, and *5*."""
    if token.is_digit:
        return is_capital(before)
    return is_capital(token) and token.dep_ not in PREDICATIVE


def is_capital(*words: Token) -> bool:
    return bool(words) and words[0].text[0].isupper()


def swallowed(auxiliary: str, subject: list[Token], rest: list[Token]) -> int:
    """How many last words of the subject are the verb and what follows it, taken for nouns.

    *Did NATO place*, *is Lavrov meeting*, *did Armenia shell Lachin*, *did Aliyev comment on the losses*.
    """
    if len(subject) < 2 or (rest and rest[0].pos_ in RUN):
        return 0
    if auxiliary in BE and not rest:
        # *Is Ann the head of it*: what is asked of her was taken for an apposition.
        apart = next((at for at, token in enumerate(subject) if at and token.pos_ == "DET"), None)
        if apart is not None:
            return len(subject) - apart
    if auxiliary in DO | MODALS:
        return len(subject) - _verb_within(subject, rest)
    last = subject[-1]
    return 1 if not rest and not is_capital(last) and last.lower_.endswith(("ing", "ed")) else 0


def _verb_within(subject: list[Token], rest: list[Token]) -> int:
    """Where the verb stands among words that were all taken for the subject; their number where none may be it."""
    last = len(subject) - 1
    before = subject[last - 1]
    if subject[last].is_digit:
        return len(subject)
    if not is_capital(subject[last]) and before.pos_ not in {"DET", "ADP", "ADJ"}:
        return last
    if rest:
        return len(subject) if is_capital(subject[last]) else last
    for at in range(last - 1, 0, -1):
        token, following, previous = subject[at], subject[at + 1], subject[at - 1]
        opens = following.pos_ in {"DET", "ADP", "NUM"} or is_capital(following)
        verbal = token.lower_ == token.text and token.pos_ in {"NOUN", "VERB", "PROPN", "ADJ"}
        named = previous.pos_ in {"NOUN", "PROPN", "PRON"} or is_capital(previous)
        if verbal and opens and named and following.lower_ != "of":
            return at
    return len(subject) if is_capital(subject[last]) else last


def _attached(chunk: Span) -> int:
    """Where the phrase ends that the chunk begins: *the talks with Russia*, *Oslo and Berne*."""
    end = chunk.end
    for child in sorted(chunk.root.children, key=lambda token: token.i):
        apart = child.dep_ == "conj" and child.pos_ not in {"NOUN", "PROPN", "PRON"}
        if child.i >= end and child.dep_ in ATTACHED and not apart:
            if child.left_edge.i > end:
                break
            end = child.right_edge.i + 1
    return end
