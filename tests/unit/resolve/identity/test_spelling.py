import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.resolve.identity.spelling import one_word, sound


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("sergei", "serguei"),
        ("qaddafi", "gaddafi"),
        ("aleksei", "alexey"),
        ("hizbullah", "hezbollah"),
        ("lavrow", "lavrov"),
    ],
)
def test_romanisations_of_a_word_sound_alike(one: str, two: str) -> None:
    assert one_word(one, two) == 0.95


@pytest.mark.parametrize(
    ("one", "two"), [("stevens", "steven"), ("blinken", "blinkes"), ("quintanilla", "quintatilla")]
)
def test_a_slip_is_less_sure_than_a_sound(one: str, two: str) -> None:
    assert one_word(one, two) == 0.85


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("iran", "iraq"),
        ("niger", "nigeria"),
        ("gambia", "zambia"),
        ("a320", "a321"),
        ("lee", "li"),
        ("xi", "shi"),
    ],
)
def test_other_words_are_other_words(one: str, two: str) -> None:
    assert one_word(one, two) == 0


@given(
    st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12),
    st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12),
)
def test_likeness_of_words_is_mutual(one: str, two: str) -> None:
    assert one_word(one, two) == one_word(two, one)
    assert one_word(one, one) == 1


@given(st.text(min_size=1, max_size=12))
def test_any_word_has_a_sound(word: str) -> None:
    assert sound(word)
