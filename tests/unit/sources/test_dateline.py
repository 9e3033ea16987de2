"""Datelines are told from headlines, labels and asides."""

import pytest

from graphkit.sources.dateline import find_dateline, name_of
from graphkit.sources.phrases import shipped_phrases


@pytest.mark.parametrize(
    ("dateline", "place", "agency", "published"),
    [
        ("WASHINGTON: ", "Washington", None, None),
        ("WASHINGTON (Reuters) - ", "Washington", "Reuters", None),
        ("PARIS, Jan 26 - ", "Paris", None, None),
        ("PARIS, Jan. 26 (Reuters) - ", "Paris", "Reuters", None),
        ("KYIV, Ukraine (AP) — ", "Kyiv, Ukraine", "AP", None),
        ("BRUSSELS/KYIV, Jan 26 (Reuters) - ", "Brussels/Kyiv", "Reuters", None),
        ("ST. PETERSBURG, Russia (AP) -- ", "St. Petersburg, Russia", "AP", None),
        ("WASHINGTON, D.C. — ", "Washington, D.C.", None, None),
        ("BUCKHANNON, W. Va. - ", "Buckhannon, W. Va.", None, None),
        ("RIO DE JANEIRO: ", "Rio de Janeiro", None, None),
        ("PORT-AU-PRINCE, Haiti -- ", "Port-au-Prince, Haiti", None, None),
        ("N'DJAMENA (AFP) - ", "N'Djamena", "AFP", None),
        ("THE HAGUE, Netherlands (AP) — ", "The Hague, Netherlands", "AP", None),
        ("GENEVA, 21 January 2022 (AFP) - ", "Geneva", "AFP", "2022-01-21"),
        ("MOSCOW, January 26. /TASS/. ", "Moscow", "TASS", None),
        ("MOSCOW. Jan 26 (Interfax) - ", "Moscow", "Interfax", None),
        ("KABUL (Pajhwok): ", "Kabul", "Pajhwok", None),
        ("London (CNN) — ", "London", "CNN", None),
        ("Taipei, Taiwan — ", "Taipei, Taiwan", None, None),
        ("Washington — ", "Washington", None, None),
        ("(Reuters) - ", None, "Reuters", None),
        ("CNN — ", None, "CNN", None),
    ],
)
def test_a_dateline_is_read_and_ends_before_the_sentence(
    dateline: str, place: str | None, agency: str | None, published: str | None
) -> None:
    found = find_dateline(dateline + "The talks failed on Friday.", shipped_phrases())

    assert found is not None
    assert (found.place, found.agency, found.published) == (place, agency, published)
    assert found.end == len(dateline)


@pytest.mark.parametrize(
    "paragraph",
    [
        "The talks failed: Russia walked out.",
        "NATO: The alliance said no.",
        "US: The answer is no.",
        "EXCLUSIVE: The answer is no.",
        "Analysis: Russia waits.",
        "Update: The answer is no.",
        "Putin — The president since 2012 — said no.",
        "He said - The answer is no.",
        "U.S. Secretary of State Antony Blinken: The door is open.",
        "WASHINGTON rejected the demand.",
        "Riley Perrin (Chelsea Kane): Her friend since 2010.",
        "Washington - the capital",
        "A" * 99 + ": The",
        "",
    ],
)
def test_what_only_looks_like_a_dateline_is_none(paragraph: str) -> None:
    assert find_dateline(paragraph, shipped_phrases()) is None


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("NEW YORK", "New York"),
        ("DAR ES SALAAM", "Dar es Salaam"),
        ("XI'AN", "Xi'an"),
        ("U.N.", "U.N."),
        ("McALLEN", "McALLEN"),
    ],
)
def test_capitals_become_a_name(place: str, name: str) -> None:
    assert name_of(place) == name
