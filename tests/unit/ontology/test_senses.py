import pytest

from graphkit.ontology import Part, Senses, load_ontology

SENSES = Senses(load_ontology())
COUNTRY, PERSON, PLACE = ("Country",), ("Person",), ("Place",)


def relation(lemma: str, subject: Part | None = None, object_: Part | None = None, *arguments: Part) -> str:
    return SENSES.meaning(lemma, subject, object_, *arguments).relation


@pytest.mark.parametrize(
    ("lemma", "subject", "object_", "wanted"),
    [
        ("reject", Part("oman", COUNTRY), Part("demand"), "REJECT"),
        ("warn of", Part("oman", COUNTRY), Part("consequence"), "THREATEN"),
        ("place on standby", Part("oman", COUNTRY), Part("troop"), "MOBILIZE"),
        ("be minister of", Part("ada", PERSON), Part("oman", COUNTRY), "HOLDS_OFFICE"),
        ("join", Part("oman", COUNTRY), Part("league", ("Organization",)), "MEMBER_OF"),
        ("say", Part("ada", PERSON), None, "SAYS"),
        ("deny", Part("ada", PERSON), None, "DENIES"),
        ("juggle", Part("ada", PERSON), Part("orange"), "ACTS_ON"),
    ],
)
def test_a_predicate_gives_its_relation(
    lemma: str, subject: Part | None, object_: Part | None, wanted: str
) -> None:
    assert relation(lemma, subject, object_) == wanted


def test_who_strikes_what_decides_the_sense() -> None:
    assert relation("strike", Part("worker")) == "PROTEST"
    assert relation("strike", Part("jet"), Part("convoy")) == "ASSAULT"
    assert relation("strike", Part("oman", COUNTRY), Part("deal")) == "AGREE"


def test_who_is_fired_decides_the_sense() -> None:
    assert relation("fire", Part("ada", PERSON), Part("foreign minister")) == "SANCTION"
    assert relation("fire", Part("oman", COUNTRY), Part("bob", PERSON)) == "SANCTION"
    assert relation("fire", Part("oman", COUNTRY), Part("cruise missile")) == "MOBILIZE"
    assert relation("fire", None, Part("missile"), Part("village", (), "at")) == "ASSAULT"


def test_a_sense_tells_the_mode() -> None:
    assert SENSES.meaning("recall", None, Part("ambassador")).mode == "withdraw"


def test_a_last_preposition_may_be_left_out() -> None:
    assert relation("murder in", None, Part("alley")) == "ASSAULT"


def test_a_light_verb_with_its_noun_is_read_as_verb_and_object() -> None:
    assert relation("impose embargo on", None, Part("oman", COUNTRY)) == "SANCTION"


def test_a_passive_without_agent_is_read_from_what_it_is_done_to() -> None:
    assert relation("be recall", Part("ambassador")) == "SANCTION"


def test_what_is_wanted_is_typed_by_what_it_is() -> None:
    assert relation("want to invade", Part("oman", COUNTRY), Part("yemen", COUNTRY)) == "ASSAULT"


def test_a_threat_to_do_something_is_a_threat() -> None:
    assert relation("threaten to yodel", Part("oman", COUNTRY), Part("yemen", COUNTRY)) == "THREATEN"


def test_capitals_and_spaces_of_a_predicate_make_no_difference() -> None:
    assert relation("  Warn   of ", None, Part("storm")) == "THREATEN"


@pytest.mark.parametrize(
    "lemma", ["", " ", "to", "be", "in", "to to to", "be be", "be to in", "not a verb to be"]
)
def test_odd_predicates_have_some_relation(lemma: str) -> None:
    assert relation(lemma, None, None) in load_ontology().relations


def test_a_few_thousand_predicates_are_known() -> None:
    assert len(SENSES) > 2000


def test_a_word_of_the_predicate_is_an_object_only_for_senses_that_ask_for_one() -> None:
    assert relation("back up into", Part("line"), Part("street")) == "ACTS_ON"


def test_a_description_is_read_by_its_office_else_as_what_something_is() -> None:
    assert relation("be deputy city mayor of", Part("ada", PERSON), Part("oman", COUNTRY)) == "HOLDS_OFFICE"
    assert relation("be website", Part("globex")) == "IS_A"
