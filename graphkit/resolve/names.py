"""Names made comparable: what may differ between two spellings of one name is taken away."""

import re
import unicodedata
from functools import lru_cache

# Combining marks that accents are made of. Marks of other scripts (Indic vowels, Hebrew points) are letters.
_ACCENTS = (range(0x300, 0x370), range(0x1AB0, 0x1B00), range(0x1DC0, 0x1E00), range(0xFE20, 0xFE30))
# Letters that Unicode doesn't take apart, as news agencies write them.
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t"}
)
_APOSTROPHES = "'’‘ʼʻ`´ʹ′"
_INITIALS = re.compile(r"(?:\w\.)+\w?|(?:[a-z]/)+[a-z]")
_MARKS = re.compile(r"[./]")
_POSSESSIVE = re.compile(rf"(?:[{_APOSTROPHES}]s|(?<=s)[{_APOSTROPHES}])$")
_ABBREVIATION = re.compile(r"[A-Z][a-z]{1,5}\.")
_SEPARATORS = re.compile(r"[\W_]+")

HONORIFICS = frozenset(
    (
        "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "dame", "lord", "lady", "baroness",
        "baron", "rev", "reverend", "fr", "father", "sister", "brother", "pastor", "rabbi", "imam",
        "sheikh", "sheik", "ayatollah", "mullah", "pope", "saint", "st", "gen", "general", "lt",
        "lieutenant", "col", "colonel", "maj", "major", "capt", "captain", "sgt", "sergeant", "adm",
        "admiral", "cmdr", "cpl", "corporal", "judge", "justice", "sen", "senator", "rep", "gov",
        "governor", "president", "chancellor", "premier", "king", "queen", "prince", "princess", "emir",
        "sultan", "cardinal", "bishop", "archbishop", "hon", "honourable", "honorable", "madam",
        "madame", "monsieur", "secretary", "minister", "ambassador", "congressman", "congresswoman",
        "mayor", "coach", "officer", "detective", "inspector", "chairman",
    )
)  # fmt: skip
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "phd", "md", "mp", "qc", "kc", "esq", "obe", "mbe"})
GENERATIONS = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}
LEGAL_FORMS = frozenset(
    (
        "inc", "incorporated", "corp", "corporation", "co", "company", "ltd", "limited", "llc", "llp",
        "lp", "plc", "ag", "gmbh", "kg", "sa", "sas", "sarl", "spa", "srl", "nv", "bv", "ab", "asa",
        "oyj", "oy", "as", "aps", "kk", "pjsc", "ojsc", "jsc", "ooo", "pao", "pte", "pty", "bhd", "sdn",
        "holdings", "group",
    )
)  # fmt: skip


@lru_cache(maxsize=32_768)
def normalised(name: str) -> str:
    """The name without case, accents, punctuation, leading "the" and possessive; its initials joined.

    "The U.S.'" is "us", "Côte d’Ivoire" is "cote divoire". Doing it twice changes nothing. Empty where
    nothing but punctuation was there.
    """
    before, text = None, name
    # Folding can make a letter that folds further (there are hundreds), so until nothing changes.
    while before != text:
        before, text = text, _once(text)
    return text


def _once(name: str) -> str:
    text = name.strip()
    if not text.isascii():
        text = _without_accents(text)
    text = _POSSESSIVE.sub("", text.casefold().translate(_LETTERS))
    text = text.replace("&", " and ")
    for mark in _APOSTROPHES:
        text = text.replace(mark, "")
    words = [_MARKS.sub("", word) if _INITIALS.fullmatch(word) else word for word in text.split()]
    parts = _words(" ".join(words))
    while len(parts) > 1 and parts[0] == "the":
        del parts[0]
    return " ".join(parts)


def _words(text: str) -> list[str]:
    if text.isascii():
        return _SEPARATORS.sub(" ", text).split()
    # Vowel signs of Indic scripts are marks, and part of the word.
    return "".join(c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in text).split()


def _without_accents(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    kept = "".join(c for c in decomposed if not any(ord(c) in accents for accents in _ACCENTS))
    return unicodedata.normalize("NFKC", kept)


def key(name: str) -> str:
    """What a name is looked up by: normalised, but short acronyms keep their case.

    "US" isn't "us" and "WHO" isn't "who"; longer ones may be written either way ("NATO", "Nato"). The dot of
    an abbreviation tells too: "Miss." is no miss.
    """
    bare = _POSSESSIVE.sub("", name.strip()).removeprefix("the ").removeprefix("The ")
    letters = "".join(filter(str.isalnum, bare))
    if 1 < len(letters) <= 3 and letters.isupper():
        return f"={normalised(name).replace(' ', '').upper()}"
    return f"{normalised(name)}." if _ABBREVIATION.fullmatch(bare) else normalised(name)


def person_parts(name: str) -> tuple[str, ...]:
    """Normalised words of a person's name without honorifics before and suffixes after it.

    At least one word is left: "General" alone is a name too.
    """
    parts = normalised(name).split()
    while len(parts) > 1 and parts[0] in HONORIFICS:
        del parts[0]
    while len(parts) > 1 and parts[-1] in SUFFIXES:
        del parts[-1]
    return tuple(parts)


def generation(name: str) -> str:
    """ "jr", "sr", "ii" ... at the end of a person's name: what tells a son from his father; else empty."""
    parts = normalised(name).split()
    return GENERATIONS.get(parts[-1], "") if len(parts) > 1 else ""


def without_middle(parts: tuple[str, ...]) -> tuple[str, ...]:
    """A person's parts without the initials in the middle: newspapers put them or leave them out."""
    inner = (part for part in parts[1:-1] if len(part) > 1)
    return parts if len(parts) < 3 else (parts[0], *inner, parts[-1])


def without_legal_form(name: str) -> str:
    """Normalised name of a body without "Inc", "Ltd", "& Co" at its end; at least one word is left."""
    parts = normalised(name).split()
    while len(parts) > 1 and parts[-1] in LEGAL_FORMS:
        del parts[-1]
        if len(parts) > 1 and parts[-1] == "and":
            del parts[-1]
    return " ".join(parts)


def initials(name: str) -> str:
    """What a body's name is shortened to: "International Monetary Fund" to "imf"."""
    small = {"of", "the", "for", "and", "in", "on", "to", "a", "an", "de", "et"}
    return "".join(part[0] for part in normalised(name).split() if part not in small)
