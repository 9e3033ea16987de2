"""The headline is told from kickers, decks and headlines of other stories."""

import pytest

from graphkit.sources.headline import Choice, belonging, choose, is_headline_like

TALKS = (
    "Russia and the United States ended their talks in Geneva without agreement on Friday, officials said.",
    "Foreign Minister Sergei Lavrov said Moscow would wait for a written answer to its demands. He denied "
    "that Russia planned to attack Ukraine.",
    "The European Union and NATO had warned of sanctions, and oil prices rose.",
)
HEADLINE = "Russia and US end Geneva talks without agreement"
DECK = "Lavrov says Moscow will wait for a written answer and denies any plan to attack"


@pytest.mark.parametrize(
    ("lines", "choice"),
    [
        ([], Choice("")),
        ([HEADLINE], Choice(HEADLINE)),
        ([HEADLINE, HEADLINE], Choice(HEADLINE)),
        (["World", HEADLINE], Choice(HEADLINE)),
        (["World", "Europe"], Choice("Europe")),
        ([HEADLINE, DECK], Choice(HEADLINE, (DECK,))),
        (["Beijing tightens Covid rules before the Olympics", HEADLINE], Choice(HEADLINE)),
        ([HEADLINE, "Beijing tightens Covid rules before the Olympics"], Choice(HEADLINE)),
        # The same actors in a shorter headline: a deck wouldn't name them again.
        (
            ["Russia holds drills in Crimea", "Russia and US end Geneva talks without agreement on Ukraine"],
            Choice("Russia and US end Geneva talks without agreement on Ukraine"),
        ),
        # The same actors, but a name the article hasn't.
        (["US and Russia clash over Mali at United Nations", HEADLINE], Choice(HEADLINE)),
        (["Prince loses titles", "Tonga counts its dead", HEADLINE, DECK], Choice(HEADLINE, (DECK,))),
        (
            ["Prince Andrew Loses Military Titles", "Russia and US End Geneva Talks"],
            Choice("Russia and US End Geneva Talks"),
        ),
        (["Moscow waits for a written answer", DECK], Choice("Moscow waits for a written answer", (DECK,))),
    ],
)
def test_the_headline_is_the_line_whose_words_come_back(lines: list[str], choice: Choice) -> None:
    assert choose(lines, TALKS) == choice


def test_short_forms_of_names_in_the_text_count_as_said() -> None:
    belongs = belonging(TALKS)

    assert belongs("EU warns of sanctions")
    assert not belongs("UK warns of storms")


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        (HEADLINE, True),
        ("Will Russia invade?", True),
        ("The talks failed.", False),
        ("He said: “The talks failed.”", False),
        ("- oil and gas", False),
        ("two\nlines", False),
        ("word " * 31, False),
        ("x" * 5_000_000, False),
    ],
)
def test_a_headline_is_short_and_no_sentence(line: str, is_one: bool) -> None:
    assert is_headline_like(line) is is_one
