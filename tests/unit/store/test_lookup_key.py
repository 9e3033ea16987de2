"""Names made comparable."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.store.lookup_key import lookup_key, phrase


@pytest.mark.parametrize(
    ("one", "other"),
    [("NATO", "Nato"), ("Le  Monde", "le monde "), ("Straße", "STRASSE"), ("ﬁat", "FIAT"), ("É", "e\u0301")],
)
def test_case_spacing_and_form_make_no_difference(one, other):
    assert lookup_key(one) == lookup_key(other)


def test_different_names_stay_different():
    assert lookup_key("Niger") != lookup_key("Nigeria")


@given(st.text())
def test_a_key_is_its_own_key(name):
    assert lookup_key(lookup_key(name)) == lookup_key(name)


def test_every_character_alone_is_its_own_key():
    characters = (chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000)

    unstable = [c for c in characters if lookup_key(lookup_key(c)) != lookup_key(c)]

    assert unstable == []


@pytest.mark.parametrize("words", ['a "b" c', "a \\", '\\"'])
def test_no_mark_of_a_phrase_ends_it(words):
    assert phrase(words).strip('"').count('"') == 0
    assert "\\" not in phrase(words)
