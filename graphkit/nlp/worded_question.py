"""How a question opens: the words that say what is asked."""

from dataclasses import dataclass

from spacy.tokens import Token

from graphkit.model.question import Asked

PLAIN = {
    "who": Asked.WHO,
    "whom": Asked.WHO,
    "what": Asked.WHAT,
    "when": Asked.WHEN,
    "where": Asked.WHERE,
    "why": Asked.WHY,
}
ASKING = frozenset({*PLAIN, "which", "how"})
TIMES = frozenset({"day", "date", "year", "month", "time"})
PLACES = frozenset({"city", "town", "place", "region", "location"})
SOMEWHERE = frozenset({"in", "at", "near", "on"})
NOT = frozenset({"not", "n't", "n’t"})
ENDS = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class Opening:
    """length: words of it. preposition: before it (*by whom*), or "". noun: what is asked for, or ""."""

    asked: Asked
    length: int
    preposition: str = ""
    noun: str = ""


def opening(words: list[Token]) -> Opening | None:
    """What the first words ask; None where they ask nothing that is known."""
    begins = words[0].lower_ not in ASKING and words[0].pos_ in {"ADP", "SCONJ"}
    preposition = words[0].lower_ if begins else ""
    first = words[1:] if preposition else words
    if not first:
        return None
    word, offset = first[0].lower_, len(words) - len(first)
    if word == "how":
        return _how_many(first, preposition, offset)
    if word in {"what", "which"} and len(first) > 1:
        noun = _noun(first[1:])
        if noun:
            return _of_a_kind(noun, preposition, offset)
    asked = PLAIN.get(word)
    return None if asked is None else Opening(asked, offset + 1, preposition)


def _how_many(first: list[Token], preposition: str, offset: int) -> Opening | None:
    if len(first) < 3 or first[1].lower_ not in {"many", "much"}:
        return None
    noun = _noun(first[2:])
    if not noun and first[1].lower_ == "much":
        # *How much did Oslo pay*: of money, and whatever has a number.
        return Opening(Asked.HOW_MANY, offset + 2, preposition)
    if not noun:
        return None
    return Opening(Asked.HOW_MANY, offset + 2 + len(noun), preposition, _text(noun))


def _of_a_kind(noun: list[Token], preposition: str, offset: int) -> Opening:
    """*Which country*, *in which city*, *what day*."""
    length, word = offset + 1 + len(noun), noun[-1].lemma_.lower()
    if word in TIMES:
        return Opening(Asked.WHEN, length)
    if preposition in SOMEWHERE and word in PLACES:
        return Opening(Asked.WHERE, length)
    return Opening(Asked.WHAT, length, preposition, _text(noun))


def _noun(words: list[Token]) -> list[Token]:
    """The words before the first verb, where the last of them is a noun."""
    end = next((i for i, token in enumerate(words) if token.pos_ in ENDS), len(words))
    found = words[:end]
    # Of *which troops Russia sent* nothing tells where the noun ends: not read.
    return found if found and found[-1].pos_ in {"NOUN", "PROPN"} else []


def _text(words: list[Token]) -> str:
    return "".join(token.text_with_ws for token in words).strip()
