"""A text in another language is refused by name; a short one isn't."""

import pytest

from graphkit.errors import WrongLanguage
from graphkit.sources.language import check_language, code_of

GERMAN = (
    "Der russische Außenminister hat am Freitag in Genf gesagt, dass die Antwort der Vereinigten Staaten "
    "nicht ausreiche und dass weitere Gespräche nötig seien, bevor Moskau entscheide."
)
FRENCH = (
    "Le ministre russe des Affaires étrangères a déclaré vendredi à Genève que la réponse des États-Unis "
    "était insuffisante et que d'autres discussions seraient nécessaires avant une décision."
)
RUSSIAN = "Министр иностранных дел России заявил в пятницу, что ответ США недостаточен."
CHINESE = "俄罗斯外交部长星期五在日内瓦表示，美国的答复是不够的，还需要进一步的谈判。"
ENGLISH = (
    "The Russian foreign minister said in Geneva on Friday that the answer of the United States was not "
    "enough and that more talks were needed before Moscow would decide anything."
)


@pytest.mark.parametrize(
    ("text", "language"),
    [(GERMAN, "German (de)"), (FRENCH, "French (fr)"), (RUSSIAN, "Russian (ru)"), (CHINESE, "Chinese (zh)")],
)
def test_another_language_is_refused_by_name_with_the_next_step(text: str, language: str) -> None:
    with pytest.raises(WrongLanguage) as refusal:
        check_language(text, ("en",), "a.txt")

    assert f"a.txt is in {language}, but only English (en) is read" in str(refusal.value)
    assert "language: en" in str(refusal.value)


@pytest.mark.parametrize("text", [ENGLISH, ENGLISH.upper(), "Lavrov, Blinken, Genf", "12 34 56 " * 30, ""])
def test_english_and_what_is_too_short_to_tell_is_read(text: str) -> None:
    assert check_language(text, ("en",), "a.txt") == "en"


def test_each_configured_language_is_told_apart() -> None:
    assert [check_language(text, ("en", "de"), "a.txt") for text in (ENGLISH, GERMAN)] == ["en", "de"]


def test_a_language_is_known_by_code_and_name() -> None:
    assert [code_of(name) for name in ("EN", "German", "Klingon")] == ["en", "de", None]
