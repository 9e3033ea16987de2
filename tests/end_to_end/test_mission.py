"""The first example, read as it came: a stray headline, lost apostrophes, reported speech, and its claims."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graphkit.cli.main import run

ARTICLE = Path(__file__).parent.parent.parent / "examples" / "us-rejects-russia-demand.txt"
Json = dict[str, Any]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Json:
    out = tmp_path_factory.mktemp("out") / "record.jsonl"
    assert run(["-q", "extract", str(ARTICLE), "-o", str(out)]) == 0
    found: Json = json.loads(out.read_text(encoding="utf-8"))
    return found


def claims(record: Json, **wanted: str) -> list[Json]:
    """The claims whose subject, predicate, object or speaker, by name or words, contain what is wanted."""
    return [
        claim
        for claim in record["claims"]
        if all(value in worded(record, claim)[key] for key, value in wanted.items())
    ]


def worded(record: Json, claim: Json) -> dict[str, str]:
    """Each end of a claim as its words and the name of its entity."""
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    ends = {key: claim[key] for key in ("subject", "object", "speaker")}
    said = {key: f"{end['text']} = {names[end['entity']]}" if end else "" for key, end in ends.items()}
    return {**said, "predicate": f"{claim['predicate']['text']} = {claim['predicate']['lemma']}"}


def test_the_united_states_reject_the_demand(record: Json):
    found = claims(
        record, subject="= United States", predicate="reject", object="demand to ban Ukraine from NATO"
    )

    assert [(claim["relation"], claim["polarity"], claim["modality"]) for claim in found] == [
        ("REJECT", "affirmed", "asserted")
    ]


def test_blinken_says_that_the_door_is_open(record: Json):
    found = claims(record, subject="door", predicate="open", speaker="Blinken")

    assert found
    assert all(claim["polarity"] == "affirmed" for claim in found)


def test_russia_occupied_crimea(record: Json):
    found = claims(record, subject="= Russia", predicate="occup", object="Crimea")

    assert [(claim["polarity"], claim["modality"]) for claim in found] == [("affirmed", "asserted")]


def test_nato_placed_troops_on_standby(record: Json):
    found = claims(record, subject="NATO", predicate="= place on standby", object="8,500 troops")

    assert [(claim["relation"], claim["modality"]) for claim in found] == [("MOBILIZE", "asserted")]


def test_sherman_says_that_putin_seemed_ready(record: Json):
    found = claims(record, subject="Putin", predicate="ready to invade", speaker="Sherman")

    assert [claim["modality"] for claim in found] == ["possible"]


WHO = {
    "United States": ("Country", "Q30", {"the united states": 5, "us": 4, "it": 1, "our": 2, "we": 1}),
    "Russia": ("Country", "Q159", {"russia": 8, "russian": 3, "moscow": 2}),
    "Ukraine": ("Country", "Q212", {"ukraine": 5, "ukrainian": 1, "kiev": 1}),
    "France": ("Country", "Q142", {"french": 1}),
    "Soviet Union": ("Country", "Q15180", {"soviet": 1}),
    "NATO": ("Organization", "Q7184", {"nato": 6, "nato, the us-backed military alliance": 1, "we": 2}),
    "Vladimir Putin": (
        "Person",
        "Q7747",
        {"vladimir putin": 1, "putin": 2, "he": 2, "the russian leader": 1},
    ),
    "Sergei Lavrov": ("Person", "Q58217", {"russian foreign minister sergei lavrov": 1, "sergei lavrov": 1}),
    "Antony Blinken": ("Person", None, {"anthony blinken": 1, "blinken": 3, "he": 4, "i": 1}),
    "Wendy Sherman": ("Person", None, {"blinken's deputy wendy sherman": 1, "sherman": 1, "i": 1, "she": 1}),
    "Jens Stoltenberg": (
        "Person",
        None,
        {"nato secretary general jens stoltenberg": 1, "jens stoltenberg": 1},
    ),
    "Europe": ("Place", "Q46", {"europe": 2}),
    "Crimea": ("Place", "Q7835", {"crimea": 1}),
    "Geneva": ("Place", "Q71", {"geneva": 1}),
    "Beijing": ("Place", "Q956", {"beijing": 1}),
    "Winter Olympics": ("Occasion", "Q82414", {"the winter olympics": 1}),
}
"""Who is in the article: kind, Wikidata item where one is certain, and how often, at least, by which words."""


@pytest.mark.parametrize("name", WHO)
def test_each_is_one_entity_of_the_right_kind_with_all_its_mentions(record: Json, name: str):
    kind, item, words = WHO[name]
    text = record["article"]["text"].replace("’", "'").lower()

    (entity,) = (one for one in record["entities"] if one["name"] == name)

    mentioned = Counter(text[m["start"] : m["end"]] for m in entity["mentions"])
    assert (entity["type"], entity["wikidata"]) == (kind, item)
    assert {word: min(mentioned[word], least) for word, least in words.items()} == words


def test_nothing_else_is_somebody(record: Json):
    """No "State", no "Baltics of NATO", no second Moscow or Kyiv: each acts here for its country."""
    named = {one["name"] for one in record["entities"] if one["type"] != "Concept"}

    assert named - WHO.keys() == {"Ukrainian Government Dialogue", "Western"}


def test_an_invasion_is_never_asserted(record: Json):
    found = [claim for claim in record["claims"] if "invade" in claim["predicate"]["lemma"].split()]

    assert "conditional" in {
        claim["modality"] for claim in claims(record, subject="Russia", predicate="invades")
    }
    assert [claim for claim in found if claim["modality"] == "asserted"] == []


def test_nothing_comes_from_the_other_story_or_below_the_article(record: Json):
    text = record["article"]["text"]

    assert record["article"]["title"] == "US rejects Russia demand on Ukraine but talks see new life"
    assert text.startswith(record["article"]["title"])
    assert "Baltics of NATO protection" not in text
    assert "You may also like" not in text


def test_apostrophes_are_back(record: Json):
    text = record["article"]["text"]

    for words in ("Russia's core demand", "I can't be", "NATO's door", "Blinken's deputy", "he's made"):
        assert words in text.replace("’", "'")
    assert "\xa0" not in text


def test_every_offset_is_right(record: Json):
    text = record["article"]["text"]

    for part in parts(record):
        assert text[part["start"] : part["end"]] == part["text"]
    for claim in record["claims"]:
        pieces = [text[start:end] for start, end in claim["predicate"]["spans"]]
        assert " ".join(pieces) == claim["predicate"]["text"]


def parts(record: Json) -> Iterator[Json]:
    for claim in record["claims"]:
        yield from (end for end in (claim["subject"], claim["object"], claim["speaker"]) if end)
        yield from claim["arguments"]


def typed(record: Json, relation: str, **wanted: str) -> list[tuple[str, str]]:
    """Polarity and modality of the claims of a relation, by their ends."""
    return [
        (claim["polarity"], claim["modality"])
        for claim in claims(record, **wanted)
        if claim["relation"] == relation
    ]


FACT = ("affirmed", "asserted")
EVENTS = {
    "the US rejects the demand": ("REJECT", {"subject": "= United States", "object": "= demand"}, FACT),
    "Russia demands": ("REQUEST", {"subject": "= Russia", "predicate": "demand to"}, FACT),
    "Ukraine be banned from NATO": (
        "SANCTION",
        {"object": "= Ukraine", "predicate": "= ban", "speaker": "= Russia"},
        ("affirmed", "ordered"),
    ),
    "Russia sends troops": ("MOBILIZE", {"subject": "= Russia", "object": "= troop"}, FACT),
    "NATO readies 8,500 troops": ("MOBILIZE", {"subject": "= NATO", "object": "8,500 troops"}, FACT),
    "the US warns of consequences": (
        "THREATEN",
        {"subject": "= United States", "object": "consequences"},
        FACT,
    ),
    "Putin may be sanctioned": (
        "SANCTION",
        {"subject": "= Vladimir Putin"},
        ("affirmed", "conditional"),
    ),
    "Blinken will speak with Lavrov": (
        "CONSULT",
        {"subject": "Blinken", "object": "= Sergei Lavrov"},
        ("affirmed", "planned"),
    ),
    "Russia pledges to go on with the dialogue": ("AGREE", {"subject": "= Russia"}, FACT),
    "Russia occupied Crimea": ("COERCE", {"subject": "= Russia", "object": "= Crimea"}, FACT),
    "Russia might invade": (
        "ASSAULT",
        {"subject": "Russia", "predicate": "invades"},
        ("affirmed", "conditional"),
    ),
}


@pytest.mark.parametrize("event", EVENTS)
def test_each_event_has_its_type_and_flags(record: Json, event: str):
    relation, wanted, flags = EVENTS[event]

    found = typed(record, relation, **wanted)

    assert found
    assert set(found) == {flags}


def test_headline_and_lead_tell_of_one_rejection(record: Json):
    rejections = claims(record, subject="= United States", object="= demand")

    assert len(rejections) == 2
    assert len({claim["event"]["id"] for claim in rejections if claim["relation"] == "REJECT"}) == 1


def test_what_is_planned_asked_or_under_a_condition_is_no_event(record: Json):
    open_ones = [claim for claim in record["claims"] if claim["modality"] != "asserted"]

    assert open_ones
    assert all("event" not in claim for claim in open_ones)
