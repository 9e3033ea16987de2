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
    assert relation("strike", Part("oman", COUNTRY), Part("deal")) == "SUPPORT"


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


def test_only_who_can_act_does_an_event() -> None:
    assert relation("reject", Part("ada", PERSON), Part("demand")) == "REJECT"
    assert relation("reject", Part("delegation"), Part("demand")) == "REJECT"
    assert relation("reject", Part("proposal"), Part("demand")) != "REJECT"


def test_a_name_of_unknown_kind_may_be_anybodys() -> None:
    assert relation("reject", Part("zorbl", named=True), Part("demand")) == "REJECT"
    assert relation("arrest", Part("police"), Part("zorbl", named=True)) == "COERCE"


def test_words_before_the_head_are_looked_at_too() -> None:
    bare, legal = Part("action"), Part("action", modifiers=("legal",))

    assert relation("launch", Part("oman", COUNTRY), legal) == "SUED"
    assert relation("launch", Part("oman", COUNTRY), bare) != "SUED"


def test_an_object_may_have_to_be_there_or_to_be_missing() -> None:
    assert relation("meet", Part("ada", PERSON)) == "CONSULT"
    assert relation("meet", Part("ada", PERSON), Part("expectation")) != "CONSULT"
    assert relation("return", Part("ada", PERSON)) == "WENT_TO"
    assert relation("return", Part("ada", PERSON), Part("umbrella")) == "GAVE"


def test_a_set_phrase_parted_by_the_reader_is_put_together() -> None:
    assert relation("go on", Part("teacher"), Part("strike")) == "PROTEST"


def test_a_noun_is_told_from_the_verb_spelt_alike() -> None:
    iran = Part("iran", COUNTRY)

    assert relation("the invasion of", iran, Part("oman", COUNTRY)) == "ASSAULT"
    assert SENSES.knows("the arrest of")
    assert not SENSES.knows("arrest of")


@pytest.mark.parametrize(
    ("governs", "governed", "wanted"),
    [
        ("refuse", "sign", "REJECT"),
        ("agree", "withdraw", "AGREE"),
        ("threaten", "yodel", "THREATEN"),
        ("be ready", "help", "AGREE"),
        ("decline", "comment on", "DENIES"),
        ("want", "help", "BELIEVES"),
    ],
)
def test_the_act_a_chain_begins_with_has_a_relation_of_its_own(
    governs: str, governed: str, wanted: str
) -> None:
    oman = Part("oman", COUNTRY)
    done = SENSES.meaning(governed, oman)

    assert SENSES.governing(f"{governs} to {governed}", governs, done, oman).relation == wanted


def test_to_be_ready_for_harm_is_no_agreement() -> None:
    oman = Part("oman", COUNTRY)
    harm = SENSES.meaning("invade", oman, Part("yemen", COUNTRY))

    assert SENSES.governing("be ready to invade", "be ready", harm, oman) == SENSES.unknown
    assert SENSES.governing("vow to attack", "vow", harm, oman).relation == "THREATEN"


def test_an_appeal_is_speech_and_a_demand_an_event() -> None:
    oman = Part("oman", COUNTRY)

    assert relation("call on", oman, Part("yemen", COUNTRY)) == "ASKS"
    assert relation("demand", oman, Part("apology")) == "REQUEST"


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
