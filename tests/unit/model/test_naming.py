"""What a claim's node is called: nobody must take less than a fact for a fact at a glance."""

from dataclasses import replace

import pytest

from graphkit.model import Claim, ClaimArgument, Modality, Polarity, Predicate, Span
from graphkit.model.naming import sentence
from tests.factories import Told, concept, country, extraction, person

RUSSIA, UKRAINE, SHERMAN = country("Russia", "Q159"), country("Ukraine", "Q212"), person("Wendy Sherman")


def name(text: str, told: Told) -> str:
    made = extraction((text, [told]))
    return sentence(made.claims[0], {entity.id: entity for entity in made.entities})


def invasion(**changes) -> Told:
    return Told(RUSSIA, "invaded", UKRAINE, "INVADE", "invade", **changes)


def test_a_plain_claim_keeps_the_articles_words():
    assert name("Russia invaded Ukraine.", invasion()) == "Russia invaded Ukraine (stated)"


def test_the_speaker_is_named():
    told = invasion(speaker=SHERMAN)

    assert name("Russia invaded Ukraine, Wendy Sherman said.", told) == (
        "Russia invaded Ukraine (per Wendy Sherman)"
    )


@pytest.mark.parametrize(
    ("modality", "expected"),
    [
        (Modality.POSSIBLE, "Russia possibly invaded Ukraine (possible)"),
        (Modality.PLANNED, "Russia will invade Ukraine (planned)"),
        (Modality.ORDERED, "Russia should invade Ukraine (ordered)"),
        (Modality.CONDITIONAL, "Russia would invade Ukraine (conditional)"),
    ],
)
def test_what_is_not_asserted_gets_an_auxiliary_that_says_so(modality, expected):
    assert name("Russia invaded Ukraine.", invasion(modality=modality)) == expected


@pytest.mark.parametrize("modality", list(Modality))
def test_what_is_negated_says_not_and_is_marked(modality):
    told = invasion(polarity=Polarity.NEGATED, modality=modality)

    called = name("Russia invaded Ukraine.", told)

    assert " not invade " in called
    assert "(negated, " in called


def test_a_negated_copula_keeps_its_tense():
    told = Told(SHERMAN, "was", concept("envoy"), lemma="be envoy of", polarity=Polarity.NEGATED)

    assert name("Wendy Sherman was envoy.", told).startswith("Wendy Sherman was not envoy of envoy")


def test_an_apposition_gets_the_verb_it_lacks():
    told = Told(SHERMAN, "deputy", RUSSIA, lemma="be deputy of")

    assert name("Russia and its deputy, Wendy Sherman.", told) == (
        "Wendy Sherman is deputy of Russia (stated)"
    )


def test_a_passive_is_read_in_the_order_of_the_text():
    told = Told(RUSSIA, "was invaded", UKRAINE, "INVADE", "invade")

    assert name("Ukraine was invaded by Russia.", told) == "Ukraine was invaded by Russia (stated)"


def test_a_concept_is_named_in_the_articles_words_and_shortened():
    made = extraction(("Russia rejected demand.", [Told(RUSSIA, "rejected", concept("demand"))]))
    long = " ".join(["demand"] * 40)
    claim: Claim = replace(made.claims[0], object=replace(made.claims[0].object, text=long))

    called = sentence(claim, {entity.id: entity for entity in made.entities})

    assert called.startswith("Russia rejected demand demand")
    assert called.endswith("... (stated)")
    assert len(called) < 120


def test_a_claim_without_object_tells_its_content():
    deed = invasion(modality=Modality.POSSIBLE, speaker=SHERMAN)
    said = Told(SHERMAN, "said", None, "SAY", "say", contents=(deed.id,))
    made = extraction(("Russia invaded Ukraine, Wendy Sherman said.", [deed, said]))

    called = sentence(made.claims[1], {e.id: e for e in made.entities}, made.claims[0])

    assert called == "Wendy Sherman said that Russia possibly invaded Ukraine (stated)"


def test_a_claim_without_object_or_content_tells_its_first_further_argument():
    arguments = (("time", "today", None), ("place", "in Geneva", None))
    told = Told(SHERMAN, "spoke", None, lemma="speak", arguments=arguments)

    assert name("Wendy Sherman spoke today in Geneva.", told) == "Wendy Sherman spoke in Geneva (stated)"


def test_a_claim_without_all_of_these_ends_with_its_predicate():
    told = Told(RUSSIA, "withdrew", None, lemma="withdraw")

    assert name("Russia withdrew.", told) == "Russia withdrew (stated)"


def test_spacing_in_the_predicate_is_evened_out():
    made = extraction(("Russia invaded Ukraine.", [invasion()]))
    claim = replace(made.claims[0], predicate=Predicate("has \n invaded", "invade", (Span(7, 14),)))

    called = sentence(claim, {entity.id: entity for entity in made.entities})

    assert called == "Russia has invaded Ukraine (stated)"


def test_what_is_denied_is_told_as_it_is_denied():
    deed = invasion(polarity=Polarity.NEGATED, modality=Modality.PLANNED, speaker=SHERMAN)
    denied = Told(SHERMAN, "denied", None, "DENIES", "deny", contents=(deed.id,))
    made = extraction(("Russia invaded Ukraine, Wendy Sherman denied.", [deed, denied]))

    called = sentence(made.claims[1], {e.id: e for e in made.entities}, made.claims[0])

    assert called == "Wendy Sherman denied that Russia will invade Ukraine (stated)"


def test_no_idea_is_not_negated_twice():
    told = Told(RUSSIA, "had", concept("plan"), lemma="have", polarity=Polarity.NEGATED)
    made = extraction(("Russia had plan.", [told]))
    claim = replace(made.claims[0], object=replace(made.claims[0].object, text="no plan"))

    called = sentence(claim, {entity.id: entity for entity in made.entities})

    assert called == "Russia had no plan (negated, stated)"


def test_a_thing_that_acts_is_named_in_the_articles_words():
    made = extraction(("door opened.", [Told(concept("door"), "opened", None, lemma="open")]))
    claim = replace(made.claims[0], subject=replace(made.claims[0].subject, text="the alliance's door"))

    called = sentence(claim, {entity.id: entity for entity in made.entities})

    assert called == "The alliance's door opened (stated)"


@pytest.mark.parametrize(
    ("told", "passive", "expected"),
    [
        (
            Told(RUSSIA, "attack on", UKRAINE, "INVADE", "attack on"),
            False,
            "Russia's attack on Ukraine (stated)",
        ),
        (Told(RUSSIA, "sanctions on", None, "INVADE", "sanction on"), True, "Sanctions on Russia (stated)"),
        (
            Told(RUSSIA, "talks between", UKRAINE, "INVADE", "talk between"),
            False,
            "Russia's talks with Ukraine (stated)",
        ),
    ],
)
def test_an_act_that_a_noun_tells_is_named_by_the_noun(told, passive, expected):
    made = extraction(("Russia attack on sanctions on talks between Ukraine.", [told]))
    claim = replace(made.claims[0], rule="nominal event", passive=passive)

    assert sentence(claim, {entity.id: entity for entity in made.entities}) == expected


def test_an_object_within_the_predicate_stays_there():
    made = extraction(
        ("Russia put Ukraine on notice.", [Told(RUSSIA, "put", UKRAINE, lemma="put on notice")])
    )
    claim = replace(
        made.claims[0], predicate=Predicate("put on notice", "put on notice", (Span(7, 10), Span(19, 28)))
    )

    called = sentence(claim, {entity.id: entity for entity in made.entities})

    assert called == "Russia put Ukraine on notice (stated)"


def test_a_verb_agrees_with_the_name_that_stands_for_we():
    made = extraction(("Russia have been ready.", [Told(RUSSIA, "have been", None, lemma="be ready")]))
    claim = replace(made.claims[0], subject=replace(made.claims[0].subject, text="we"))

    called = sentence(claim, {entity.id: entity for entity in made.entities})

    assert called == "Russia has been (stated)"


@pytest.mark.parametrize(
    ("text", "told", "accused", "expected"),
    [
        ("Russia shelling Ukraine", ("shelling", "shell"), True, "Russia is accused of shelling Ukraine"),
        (
            "Russia had shelled Ukraine",
            ("had shelled", "shell"),
            True,
            "Russia had allegedly shelled Ukraine",
        ),
        ("Russia struck Ukraine", ("struck", "strike"), False, "Russia possibly struck Ukraine"),
        ("Russia may have hit Ukraine", ("may have hit", "hit"), False, "Russia may have hit Ukraine"),
        ("Russia allegedly hit Ukraine", ("allegedly hit", "hit"), False, "Russia allegedly hit Ukraine"),
        (
            "Russia is suspected of hitting Ukraine",
            ("is suspected of hitting", "hit"),
            False,
            "Russia is suspected of hitting Ukraine",
        ),
        (
            "Russia seemed ready to hit Ukraine",
            ("seemed ready to hit", "hit"),
            False,
            "Russia may hit Ukraine",
        ),
        ("Russia attacks Ukraine", ("attacks", "attack"), False, "Russia may attack Ukraine"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_what_is_alleged_or_possible_of_the_past_keeps_its_tense(text, told, accused, expected):
    words, lemma = told
    made = extraction(
        (text + ".", [Told(RUSSIA, words, UKRAINE, "ATTACK", lemma, modality=Modality.POSSIBLE)])
    )
    claim = made.claims[0]
    outer = replace(claim, relation="ACCUSE") if accused else None

    assert sentence(claim, {one.id: one for one in made.entities}, outer=outer) == f"{expected} (possible)"


@pytest.mark.parametrize("words", ["was attacked", "may have been attacked", "was allegedly attacked"])
def test_a_passive_that_is_only_possible_never_turns_who_did_it_round(words):
    told = Told(RUSSIA, words, UKRAINE, "ATTACK", "attack", modality=Modality.POSSIBLE)
    made = extraction((f"Ukraine {words} by Russia.", [told]))

    called = sentence(made.claims[0], {one.id: one for one in made.entities})

    assert called == "Russia may attack Ukraine (possible)"


def test_who_pays_a_fine_is_not_who_imposed_it():
    told = Told(RUSSIA, "was fined", concept("crowns"), "SANCTION", "fine")
    made = extraction(("Ukraine was fined crowns by Russia.", [told]))
    fined = ClaimArgument("recipient", "Ukraine", 0, 7, entity=UKRAINE.id)
    claim = replace(made.claims[0], arguments=(fined,))

    called = sentence(claim, {one.id: one for one in (*made.entities, UKRAINE)})

    assert called == "Ukraine was fined crowns by Russia (stated)"
