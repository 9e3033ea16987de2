"""Words of war in sport, business and politics: who acts on whom, and what the article is about, tell what is meant."""

import pytest

from graphkit.ontology import TOPIC, Part, Senses, load_ontology

SPORT = Part("sport", preposition=TOPIC)
TEAM, PERSON, FIRM = (
    Part("arsenal", ("Organization",)),
    Part("kane", ("Person",)),
    Part("apple", ("Organization",)),
)


@pytest.fixture(scope="module")
def senses() -> Senses:
    return Senses(load_ontology())


@pytest.mark.parametrize(
    ("lemma", "subject", "object_", "relation"),
    [
        ("attack", TEAM, None, "COMPETED_WITH"),
        ("shoot from", PERSON, Part("yard"), "COMPETED_WITH"),
        ("hit", PERSON, Part("post"), "COMPETED_WITH"),
        ("fire", PERSON, Part("ball"), "COMPETED_WITH"),
        ("crush", TEAM, Part("chelsea", ("Organization",)), "DEFEATED"),
        ("destroy", PERSON, Part("nadal", ("Person",)), "DEFEATED"),
        ("march into", TEAM, Part("semi-final"), "TOOK_PART_IN"),
        ("surrender", TEAM, Part("lead"), "LOST"),
    ],
)
def test_in_sport_words_of_war_are_play(senses, lemma, subject, object_, relation):
    assert senses.meaning(lemma, subject, object_, SPORT).relation == relation


@pytest.mark.parametrize(
    ("lemma", "subject", "object_", "relation"),
    [
        ("arrest", Part("police"), Part("fan"), "COERCE"),
        ("shoot", Part("gunman"), Part("referee", ("Person",)), "ASSAULT"),
        ("stab", Part("man"), Part("supporter"), "ASSAULT"),
        ("accuse", PERSON, TEAM, "ACCUSE"),
    ],
)
def test_crime_in_an_article_about_sport_is_crime(senses, lemma, subject, object_, relation):
    assert senses.meaning(lemma, subject, object_, SPORT).relation == relation


@pytest.mark.parametrize(
    ("lemma", "subject", "object_", "relation"),
    [
        ("attack", Part("army"), None, "ASSAULT"),
        ("shoot", Part("soldier"), Part("protester"), "ASSAULT"),
        ("hit", Part("missile"), Part("hospital"), "ASSAULT"),
        ("storm", Part("rebel"), Part("base"), "ASSAULT"),
        ("fight", Part("army"), Part("rebel"), "ASSAULT"),
    ],
)
def test_elsewhere_they_are_what_they_say(senses, lemma, subject, object_, relation):
    assert senses.meaning(lemma, subject, object_).relation == relation


@pytest.mark.parametrize(
    ("lemma", "subject", "object_", "beside", "relation"),
    [
        ("kill", Part("senator"), Part("bill"), (), "REJECT"),
        ("attack in parliament", Part("opposition"), Part("plan"), (), "ACCUSE"),
        ("shoot down", Part("president"), Part("proposal"), (), "REJECT"),
        ("fight", Part("union"), Part("job cut"), (), "REJECT"),
        ("fight off", FIRM, Part("takeover bid"), (), "REJECT"),
        ("bomb", Part("singer"), Part("audition"), (), "LOST"),
        ("crush", FIRM, Part("estimate"), (), "DEFEATED"),
        ("kill", Part("phone"), Part("competition"), (), "COMPETED_WITH"),
        ("fight", FIRM, Part("intel", ("Organization",)), (Part("market", (), "for"),), "COMPETED_WITH"),
        ("hit", Part("regulator"), FIRM, (Part("fine", (), "with"),), "SANCTION"),
        ("fire", Part("bank"), Part("warning shot"), (), "THREATEN"),
        ("battle", Part("retailer"), Part("inflation"), (), "RELATED_TO"),
        ("rally", Part("wall street", ("Organization",)), None, (), "CHANGED"),
        ("shoot down", Part("minister"), Part("rumour"), (), "DENIES"),
    ],
)
def test_figures_of_speech_are_told_by_what_is_acted_on(senses, lemma, subject, object_, beside, relation):
    assert senses.meaning(lemma, subject, object_, *beside).relation == relation
