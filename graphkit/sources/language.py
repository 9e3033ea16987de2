"""Which language a text is in: read only what a pipeline is there for, refuse the rest by name."""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from graphkit.errors import WrongLanguage

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

FEWEST_WORDS = 20
"""With fewer words the text gets the benefit of the doubt: names alone look like any language."""

SURE = 0.5
"""A probability below this is no ground to refuse a text."""

SAMPLE = 3_000
"""Characters that are looked at, from the start."""

NAMES = {
    "af": "Afrikaans", "am": "Amharic", "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian",
    "bg": "Bulgarian", "bn": "Bengali", "bs": "Bosnian", "ca": "Catalan", "cs": "Czech", "cy": "Welsh",
    "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish", "et": "Estonian",
    "eu": "Basque", "fa": "Persian", "fi": "Finnish", "fr": "French", "ga": "Irish", "gl": "Galician",
    "gu": "Gujarati", "ha": "Hausa", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian",
    "hy": "Armenian", "id": "Indonesian", "is": "Icelandic", "it": "Italian", "ja": "Japanese",
    "ka": "Georgian", "kk": "Kazakh", "km": "Khmer", "ko": "Korean", "ku": "Kurdish", "ky": "Kyrgyz",
    "lo": "Lao", "lt": "Lithuanian", "lv": "Latvian", "mk": "Macedonian", "mn": "Mongolian",
    "mr": "Marathi", "ms": "Malay", "my": "Burmese", "ne": "Nepali", "nl": "Dutch", "no": "Norwegian",
    "pa": "Punjabi", "pl": "Polish", "ps": "Pashto", "pt": "Portuguese", "ro": "Romanian",
    "ru": "Russian", "si": "Sinhala", "sk": "Slovak", "sl": "Slovenian", "so": "Somali",
    "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil", "te": "Telugu",
    "th": "Thai", "tl": "Tagalog", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "uz": "Uzbek",
    "vi": "Vietnamese", "yo": "Yoruba", "zh": "Chinese", "zu": "Zulu",
}  # fmt: skip
"""The languages news is told apart in. Creoles and dialects of English would only take English texts away."""


def check_language(text: str, languages: Sequence[str], name: str, claimed: str | None = None) -> str:
    """The language of a text, one of `languages`; WrongLanguage names it and what to do.

    claimed: what whoever publishes it says, which is often a template's: it counts where the text is too
    short to tell.
    """
    if len(text[:SAMPLE].split()) < FEWEST_WORDS and _has_latin_letters(text):
        if claimed is not None:
            refuse(claimed, languages, name)
        return claimed or languages[0]
    language, probability = _identifier().classify(text[:SAMPLE])
    if language in languages:
        return str(language)
    if probability < SURE:
        return languages[0]
    refuse(str(language), languages, name)
    return str(language)


def refuse(language: str, languages: Sequence[str], name: str) -> None:
    """WrongLanguage unless a pipeline reads the language."""
    if language not in languages:
        known = " and ".join(named(code) for code in languages)
        raise WrongLanguage(
            f"{name} is in {named(language)}, but only {known} is read: set a pipeline for that language, "
            f"or, if this is wrong, put `language: {languages[0]}` into a file of notes beside the text"
        )


def code_of(name: str) -> str | None:
    """The ISO 639-1 code for a code or an English name of a language, or None for no language known here."""
    wanted = name.strip().lower()
    return next((code for code, known in NAMES.items() if wanted in (code, known.lower())), None)


def named(code: str) -> str:
    """German (de)."""
    return f"{NAMES[code]} ({code})" if code in NAMES else code


def _has_latin_letters(text: str) -> bool:
    letters = [character for character in text[:SAMPLE] if character.isalpha()]
    return 2 * sum(character < "\u0250" for character in letters) >= len(letters)


@cache
def _identifier() -> "LanguageIdentifier":
    # Half a second and numpy: only whoever reads articles pays for it.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(sorted(NAMES))
    return identifier
