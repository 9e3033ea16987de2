from hypothesis import given
from hypothesis import strategies as st

from graphkit.resolve.ids import concept_id, named_id


@given(st.text(min_size=1, max_size=20), st.sampled_from(["Person", "Organization", "Place"]))
def test_an_id_depends_on_kind_and_scope(name: str, kind: str) -> None:
    assert named_id(kind, name) == named_id(kind, name)
    assert named_id(kind, name) != named_id("Group", name)
    assert named_id(kind, name) != named_id(kind, name, "a:1")


def test_spellings_of_one_name_share_an_id() -> None:
    assert named_id("Person", "Dr. José Núñez") == named_id("Person", "Jose Nunez")
    assert named_id("Organization", "Globex Ltd.") == named_id("Organization", "GLOBEX")
    assert named_id("Place", "Tashkënt") == named_id("Place", "Tashkent")


def test_names_of_punctuation_alone_stay_apart() -> None:
    assert named_id("Organization", "!!!") != named_id("Organization", "???")


def test_a_concept_is_called_by_its_head() -> None:
    assert concept_id("demand") == "k:demand"
    assert concept_id("Cease-Fire") == concept_id("cease fire") == "k:cease-fire"
    assert concept_id("$%") is None
