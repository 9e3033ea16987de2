"""What coders take a claim for, and who is on which side of it."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from graphkit.evaluate.events import events_of
from graphkit.evaluate.events.coding import coded
from graphkit.model import Extraction

Found = Callable[[str, str], Extraction]

TYPES = {name: name for name in ("ACCUSE", "AGREE", "AID", "ASSAULT", "CONSULT", "MOBILIZE", "REJECT")}


def of(found: Found, text: str, *claims: str) -> Extraction:
    return found(text, f"sentences: [{{text: {text}, claims: [{', '.join(claims)}]}}]")


def events(extraction: Extraction) -> list[str]:
    return [str(event) for event in events_of(extraction, TYPES)]


@pytest.mark.parametrize(
    ("flags", "own", "wanted"),
    [
        ("modality: asserted", "AID", "AID"),
        ("modality: planned", "AID", "AGREE"),
        ("modality: planned", "ASSAULT", "THREATEN"),
        ("modality: planned", "ACCUSE", "ACCUSE"),
        ("polarity: negated", "AID", "REJECT"),
        ("polarity: negated", "ASSAULT", None),
        ("modality: ordered", "AID", None),
        ("modality: possible", "ASSAULT", None),
    ],
)
def test_what_is_only_intended_or_refused_has_a_type_of_its_own(
    found: Found, flags: str, own: str, wanted: str | None
) -> None:
    claim = f"{{subject: Ann, predicate: helped, object: Bob, relation: {own}, {flags}}}"
    extraction = of(found, "Ann helped Bob.", claim)

    assert coded(extraction.claims[0], TYPES) == wanted
    assert events(extraction) == [f"{own}(Ann, Bob)"]


def test_what_is_told_in_passing_or_as_a_purpose_is_no_event_to_a_coder(found: Found) -> None:
    extraction = of(found, "Ann helped Bob.", "{subject: Ann, predicate: helped, object: Bob, relation: AID}")

    for rule in ("relative clause", "purpose", "adverbial clause"):
        assert coded(replace(extraction.claims[0], rule=rule), TYPES) is None


def test_a_claim_of_responsibility_is_a_statement(found: Found) -> None:
    extraction = of(
        found,
        "Ann said Ann hit Bob.",
        "{subject: Ann, predicate: hit, object: Bob, relation: ASSAULT, speaker: Ann}",
    )

    assert coded(extraction.claims[0], TYPES) is None


def test_the_content_of_an_event_is_told_by_it(found: Found) -> None:
    extraction = of(
        found,
        "Ann blamed Bob for hitting Eve.",
        "{id: a, subject: Ann, predicate: blamed, object: Bob, relation: ACCUSE}",
        "{subject: Bob, predicate: hitting, object: Eve, relation: ASSAULT, content_of: a}",
    )

    assert events(extraction) == ["ACCUSE(Ann, Bob)"]


def test_an_act_at_the_beginning_of_a_chain_tells_what_it_governs(found: Found) -> None:
    extraction = of(
        found,
        "Ann refused to help Bob.",
        "{subject: Ann, predicate: refused, relation: REJECT}",
        "{subject: Ann, predicate: refused to help, object: Bob, relation: AID, polarity: negated}",
    )
    act, help_ = extraction.claims
    told = replace(extraction, claims=(replace(act, rule="governing act"), help_))

    assert events(told) == ["REJECT(Ann, Bob)"]


def test_an_attack_that_is_condemned_is_told_by_the_condemnation(found: Found) -> None:
    extraction = of(
        found,
        "Ann condemned the attack of Bob on Eve.",
        "{subject: Ann, predicate: condemned, object: the attack of Bob on Eve, relation: ACCUSE}",
        "{subject: Bob, predicate: attack of, object: Eve, relation: ASSAULT}",
    )
    blame, attack = extraction.claims
    told = replace(extraction, claims=(blame, replace(attack, rule="nominal event")))

    assert len(events_of(extraction, TYPES)) == 2
    assert [event.type for event in events_of(told, TYPES)] == ["ACCUSE"]


def test_all_who_take_part_in_one_act_are_one_event(found: Found) -> None:
    extraction = of(
        found,
        "Ann met Bob and Eve.",
        "{subject: Ann, predicate: met, object: Bob, relation: CONSULT}",
        "{subject: Ann, predicate: met, object: Eve, relation: CONSULT}",
    )

    (event,) = events_of(extraction, TYPES)

    assert str(event) == "CONSULT(Ann, Bob and Eve)"
    assert {"Bob", "Eve"} <= set(event.target)


def test_those_who_agree_with_nobody_else_named_agree_with_each_other(found: Found) -> None:
    extraction = of(
        found,
        "Ann and Bob agreed.",
        "{subject: Ann, predicate: agreed, relation: AGREE}",
        "{subject: Bob, predicate: agreed, relation: AGREE}",
    )

    assert events(extraction) == ["AGREE(Ann, Bob)"]


def test_who_is_acted_upon_is_the_target_and_whoever_is_named_with_by_the_source(found: Found) -> None:
    extraction = of(
        found,
        "Ann was helped in Bonn by Bob.",
        "{subject: Ann, predicate: was helped, args: {place: in Bonn, means: by Bob}, relation: AID}",
    )
    (claim,) = extraction.claims
    named = tuple(replace(one, entity="e:bob" if one.role == "means" else None) for one in claim.arguments)
    passive = replace(extraction, claims=(replace(claim, passive=True, arguments=named),))

    assert events(passive) == ["AID(by Bob, Ann)"]
