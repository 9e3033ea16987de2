"""Spellings of one word: what the ear doesn't tell apart, and slips of the finger."""

import re
from functools import lru_cache

from rapidfuzz.distance import OSA, JaroWinkler

# Romanisations differ in these; longer ones first. After them vowels go, but for the first letter.
_SOUNDS = (
    (re.compile(r"ch(?=[rl])"), "k"),
    (re.compile(r"shch|schtsch|tsch|tch|cz|ch|sch|sh|sz"), "s"),
    (re.compile(r"dzh|zh|dj"), "1"),
    (re.compile(r"kh|gh|ck|qu|q|g"), "k"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"th|dh"), "d"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"c(?=[eiyv])|ts|tz|z"), "s"),
    (re.compile(r"c"), "k"),
    (re.compile(r"w"), "v"),
    (re.compile(r"^i(?=[aeou])"), "y"),
)
_DOUBLED = re.compile(r"(.)\1+")
_ZH_AS_Y = str.maketrans("1j", "yy")
_VOWELS = re.compile(r"[aeiouyh]")

SHORT = 3
"""Consonants below which two words that sound alike must differ by one letter at most; letters of which too
few are left to tell."""
ALIKE = 0.8
"""Jaro-Winkler similarity two words that sound alike must have at least."""
LONG = 5
"""Letters from which a slip of one letter is still the word; twice as many allow two."""


@lru_cache(maxsize=262_144)
def sound(word: str) -> str:
    """What is left of a word when romanisations are levelled: "sergei" and "serguei" are "srk"."""
    levelled = _levelled(word).translate(_ZH_AS_Y)
    return levelled[:1] + _VOWELS.sub("", levelled[1:])


@lru_cache(maxsize=262_144)
def _heard(word: str) -> frozenset[str]:
    """Its consonants, "zh" told from "y"; a "j" may be either: Rojkov is Rozhkov, Andrej is Andrey."""
    levelled = _levelled(word)
    ways = (levelled.replace("j", "1"), levelled.replace("j", "y"))
    return frozenset(way[:1] + _VOWELS.sub("", way[1:]) for way in ways)


@lru_cache(maxsize=262_144)
def _levelled(word: str) -> str:
    levelled = _DOUBLED.sub(r"\1", word)
    for pattern, letter in _SOUNDS:
        levelled = pattern.sub(letter, levelled)
    return levelled


@lru_cache(maxsize=262_144)
def one_word(word: str, other: str) -> float:
    """How surely two spellings are one word: 1 the same, .95 by sound, .85 by a slip, 0 not at all."""
    if word == other:
        return 1.0
    if any(c.isdigit() for c in word + other):
        return 0.0
    distance = OSA.distance(word, other, score_cutoff=2)
    if _sound_alike(word, other, distance):
        return 0.95
    shorter = min(len(word), len(other))
    slip = (distance == 1 and shorter >= LONG) or (distance == 2 and shorter >= 2 * LONG)
    # Zambia is no slip for Gambia: who writes a name knows how it begins.
    return 0.85 if slip and word[0] == other[0] else 0.0


def _sound_alike(word: str, other: str, distance: int) -> bool:
    if min(len(word), len(other)) <= SHORT:
        # Ji-won is not Ji-woon.
        return False
    if _levelled(word) == _levelled(other):
        return True
    if word[0] == other[0] and word.replace("g", "h") == other.replace("g", "h"):
        return True
    if not _heard(word) & _heard(other):
        return False
    if distance <= 1:
        return True
    # Niger is not Nigeria.
    ends_alike = bool(_VOWELS.fullmatch(word[-1])) == bool(_VOWELS.fullmatch(other[-1]))
    return len(sound(word)) >= SHORT and ends_alike and JaroWinkler.similarity(word, other) >= ALIKE
