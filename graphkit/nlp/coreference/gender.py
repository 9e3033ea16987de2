"""The gender a mention's words tell: pronoun, title, noun or given name."""

from collections.abc import Iterable

from graphkit.nlp.mentions.found import Found
from graphkit.nlp.mentions.given import given_names
from graphkit.nlp.mentions.words import FEMALE, MALE

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})


def gender(mention: Found, text: str) -> str:
    """ "m", "f", or "" where the words don't tell."""
    if mention.kind == "pronoun":
        return "m" if mention.head.low in HE else "f" if mention.head.low in SHE else ""
    if mention.kind == "nominal":
        return _of_words([mention.head.lemma])
    if mention.type not in {"Person", None}:
        return ""
    words = mention.text(text).lower().split()
    called = given_names().get(words[0], "") if len(words) > 1 else ""
    return _of_words((mention.title or "").lower().replace(".", " ").split()) or called


def _of_words(words: Iterable[str]) -> str:
    return next(("m" if word in MALE else "f" for word in words if word in MALE or word in FEMALE), "")
