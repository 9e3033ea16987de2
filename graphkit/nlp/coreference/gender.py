"""The gender a mention's words tell: pronoun, title, noun or given name."""

from collections.abc import Iterable

from graphkit.nlp.mentions.found import Found
from graphkit.nlp.mentions.words import FEMALE, MALE
from graphkit.ontology.given_names import given_names

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
    return styled(mention) or called or _of_words(_title(mention))


def styled(mention: Found) -> str:
    """The gender a title before a name leaves no doubt of: *Mrs*, *Sir*, *spokeswoman*; a chairman may be a woman."""
    return _of_words(word for word in _title(mention) if word in FEMALE or not word.endswith("man"))


def _title(mention: Found) -> list[str]:
    return (mention.title or "").lower().replace(".", " ").split()


def _of_words(words: Iterable[str]) -> str:
    return next(("m" if word in MALE else "f" for word in words if word in MALE or word in FEMALE), "")
