"""Names made comparable: two spellings of one name that differ in case or spacing only are one key."""

import unicodedata


def lookup_key(name: str) -> str:
    """The name in a form that doesn't tell "NATO" from "Nato" or "Le  Monde" from "le monde"."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    # Folding can undo the normal form ("ŉ"), so it is made once more.
    return " ".join(unicodedata.normalize("NFKC", folded).split())


def phrase(words: str) -> str:
    """Words as one phrase of a full-text search, whatever marks they have."""
    return '"' + words.replace('"', " ").replace("\\", " ") + '"'
