"""The gender a mention's words tell: pronoun, title, noun or given name."""

from graphkit.nlp.mentions.found import Found
from graphkit.nlp.mentions.given import given_names
from graphkit.nlp.mentions.words import FEMALE, MALE

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})


def gender(mention: Found, text: str) -> str:
    """ "m", "f", or "" where the words don't tell."""
    low = mention.head.low
    if mention.kind == "pronoun":
        return "m" if low in HE else "f" if low in SHE else ""
    if mention.kind == "nominal":
        return "m" if mention.head.lemma in MALE else "f" if mention.head.lemma in FEMALE else ""
    if mention.type not in {"Person", None}:
        return ""
    for word in (mention.title or "").lower().replace(".", " ").split():
        if word in MALE:
            return "m"
        if word in FEMALE:
            return "f"
    words = mention.text(text).lower().split()
    if len(words) > 1:
        return given_names().get(words[0], "")
    return ""
