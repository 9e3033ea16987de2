import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.resolve.names import initials, key, normalised, person_parts, without_legal_form


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("The United States'", "united states"),
        ("Russia's", "russia"),
        ("Russia’s", "russia"),
        ("U.S.", "us"),
        ("Côte d’Ivoire", "cote divoire"),
        ("São Tomé & Príncipe", "sao tome and principe"),
        ("Erdoğan", "erdogan"),
        ("ŁÓDŹ", "lodz"),
        ("Straße", "strasse"),
        ("al-Assad", "al assad"),
        ("the the Band", "band"),
        ("The", "the"),
        ("N'Djamena", "ndjamena"),
        ("J. D. Vance", "j d vance"),
        ("J.D. Vance", "jd vance"),
        ("हिन्दी", "हिन्दी"),
        ("...", ""),
        ("", ""),
    ],
)
def test_a_name_loses_what_spellings_differ_in(name: str, wanted: str) -> None:
    assert normalised(name) == wanted


def test_normalising_twice_changes_nothing_for_any_character() -> None:
    wrong = []
    for code in range(sys.maxunicode + 1):
        if 0xD800 <= code < 0xE000:
            continue
        for text in (chr(code), f"a{chr(code)}b"):
            once = normalised.__wrapped__(text)
            if normalised.__wrapped__(once) != once:
                wrong.append(text)

    assert wrong == []


@given(st.text(max_size=40))
def test_normalising_twice_changes_nothing(name: str) -> None:
    assert normalised(normalised(name)) == normalised(name)


@given(st.text(alphabet=st.characters(categories=("Lu", "Ll", "Zs", "Po", "Mn")), max_size=30))
def test_case_makes_no_difference_where_it_can_be_undone(name: str) -> None:
    if name.upper().lower() == name.lower():
        assert normalised(name.upper()) == normalised(name.lower())


def test_short_acronyms_keep_their_case() -> None:
    assert key("US") == key("U.S.") == key("US's") != key("us")
    assert key("WHO") != key("Who")
    assert key("NATO") == key("Nato")


def test_a_persons_name_loses_honorifics_and_suffixes_but_never_all() -> None:
    assert person_parts("Sir Keir Starmer") == ("keir", "starmer")
    assert person_parts("President Vladimir Putin's") == ("vladimir", "putin")
    assert person_parts("Robert Downey Jr.") == ("robert", "downey")
    assert person_parts("General") == ("general",)


def test_a_body_loses_its_legal_form_but_never_all() -> None:
    assert without_legal_form("Apple Inc.") == "apple"
    assert without_legal_form("Rossmann GmbH & Co. KG") == "rossmann"
    assert without_legal_form("AG") == "ag"


def test_initials_leave_small_words_out() -> None:
    assert initials("World Health Organization") == "who"
    assert initials("the Organization of American States") == "oas"
