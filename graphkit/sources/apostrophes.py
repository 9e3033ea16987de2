"""Apostrophes lost on the way: something else stands where one was.

Systems that can't encode U+2019 leave "Russia\u00a0s", "Russia?s", "Russia\ufffds" or "Russia s". Only what
can't be read otherwise is repaired. Each repair puts one character for one, so lengths stay.
"""

import re

NEGATED = (
    "ain|aren|can|couldn|didn|doesn|don|hadn|hasn|haven|isn|mightn|mustn|needn|shan|shouldn|wasn|weren|won"
    "|wouldn"
)
PRONOUN = r"I|you|he|she|it|we|they|who|there|that"
SURE = (
    rf"\b(?:{NEGATED})~t\b|\bI~m\b|\b(?:we|you|they|who|what|there)~re\b"
    rf"|\b(?:{PRONOUN})~(?:d|ll|ve)\b|\b(?:could|might|must|should|would)~ve\b"
)
"""Contractions, with ~ where the apostrophe belongs."""

# "wore t-shirts", "to re-elect" and "page?s=1" are no contractions.
BEHIND = r"(?![-=&'’])"

STRANGE = "\u00a0\u202f\ufffd?`´‘′ʼ＇"
"""What stands for an apostrophe inside a word, where it can stand for nothing else."""

GLUED = re.compile(rf"(?:{SURE}|[^\W\d_]~s\b){BEHIND}".replace("~", f"[{STRANGE}]"), re.IGNORECASE)
APOSTROPHE = str.maketrans(dict.fromkeys(STRANGE, "'"))
IRISH = re.compile("\\bO\u00a0(?=[A-Z][a-z])")
PLURAL = re.compile("(?<=[a-z]s)\u00a0 (?=[a-z])")

SPACED = re.compile(
    rf"(?:{SURE}|\b(?:he|she|it|that|there|here|who|what|where|how)~s\b){BEHIND}".replace("~", " ").replace(
        r"\b(?:", r"\b(?i:"
    )
)
NAME_S = re.compile(r"\b[A-Z]\w*[^\W\d_] s (?=[^\W\d_])")
WORD_S = re.compile(r"\b[a-z][a-z-]+ s (?=[^\W\d_])")
KEPT = re.compile(r"[^\W\d_]['’][^\W\d_]")

ENOUGH = 2
"""So many sure cases, and not one apostrophe kept, show that a text lost them all."""


def restore_apostrophes(text: str) -> str:
    """Russia\u00a0s core demand -> Russia's core demand; can t -> can't."""
    lost_all = KEPT.search(text) is None
    text, glued = GLUED.subn(_put_glued, text)
    text = IRISH.sub("O'", text)
    if glued >= ENOUGH:
        text = PLURAL.sub("' ", text)
    text, spaced = SPACED.subn(_put_spaced, text)
    text, names = NAME_S.subn(_put_spaced, text)
    if lost_all and spaced + names >= ENOUGH:
        text = WORD_S.sub(_put_spaced, text)
    return text


def _put_glued(match: re.Match[str]) -> str:
    return match[0].translate(APOSTROPHE)


def _put_spaced(match: re.Match[str]) -> str:
    return match[0].replace(" ", "'", 1)
