"""Whether an id stands for something in the world, so that two of them may be tied to one another."""

import re

UNRESOLVED = "u"
"""Kind of the ids of what a word only points to, where the article doesn't say to what: `u:` and a digest."""
CONCEPT = "k:"
NUMBER = re.compile(r"\d[-\d]*[a-z]{0,2}")
COUNTING = frozenset(
    [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "dozen",
        "score",
        "hundred",
        "thousand",
        "million",
        "billion",
        "trillion",
        "half",
        "third",
        "quarter",
        "majority",
        "minority",
        "rest",
        "all",
        "any",
        "anybody",
        "anyone",
        "anything",
        "both",
        "each",
        "either",
        "enough",
        "everybody",
        "everyone",
        "everything",
        "few",
        "lot",
        "many",
        "most",
        "much",
        "neither",
        "nobody",
        "none",
        "nothing",
        "other",
        "several",
        "some",
        "somebody",
        "someone",
        "something",
        "such",
    ]
)
"""Words that count or quantify: alone they name nobody."""


def refers(entity: str) -> bool:
    """Whether the id is of someone or something: not of an unresolved pronoun, nor of a bare number.

    "They met him" and "Quake kills 41" are claims; but an edge from "they" or to "41" would tie strangers.
    """
    if entity.startswith(f"{UNRESOLVED}:"):
        return False
    if not entity.startswith(CONCEPT):
        return True
    word = entity.removeprefix(CONCEPT)
    return word not in COUNTING and NUMBER.fullmatch(word) is None
