"""What can't both be true is tied, in any order, and untied when a side goes; both sides stay."""

from dataclasses import replace
from random import Random

import pytest

from graphkit.model import Modality, Polarity
from graphkit.store.contradict import SPEAKING
from graphkit.store.fingerprint import fingerprint
from graphkit.store.load import load
from graphkit.store.queries import find, run
from graphkit.store.rebuild import rebuild
from graphkit.store.restore import restore
from graphkit.store.retract import retract
from graphkit.store.verify import verify
from tests.factories import Told, concept, country, extraction, newsroom, person

ADA, BO, CY = person("Ada Lum"), person("Bo Mott"), person("Cy Nye")
ARLAND = country("Arland", "Q9001")
KABUL = replace(country("Kabul", "Q5838"), type="Place")
BLAST, PEOPLE = concept("blast"), concept("people")
BRIBE = Told(ADA, "bribed", BO, "BRIBE", "bribe")
DENIAL = replace(BRIBE, polarity=Polarity.NEGATED)


def told(claim: Told, url: str, **article):
    object_ = "" if claim.object is None else f" {claim.object.name}"
    by = f", {claim.speaker.name} said" if claim.speaker else ""
    words = f"{claim.subject.name} {claim.predicate}{object_}{by}."
    return extraction((words, [claim]), url=f"https://news.example/{url}", **article)


def president(who, url: str, happened: str | None = None, published: str | None = "2022-01-26"):
    claim = Told(who, "is president of", ARLAND, "HOLDS_OFFICE", "be president of", happened=happened)
    return told(claim, url, published=published)


def killed(count: str, url: str, day: str = "2022-01-24", subject=BLAST):
    claim = Told(
        subject,
        "killed",
        replace(PEOPLE, name=f"{count} people"),
        "INVADE",
        "kill",
        happened=day,
        arguments=(("place", "in Kabul", KABUL),),
    )
    words = f"{subject.name} killed {count} people in Kabul."
    return extraction((words, [claim]), url=f"https://news.example/{url}")


def ties(graph) -> list[tuple[str, str, str]]:
    """Of each: names of the two claims, and the reason."""
    text = (
        "MATCH (a:Claim)-[tie:CONTRADICTS]->(b:Claim) RETURN a.name AS a, b.name AS b, tie.reason AS reason"
    )
    return sorted((*sorted((row["a"], row["b"])), row["reason"]) for row in graph.rows(text))


def test_a_denial_is_tied_to_the_assertion_and_both_stay(graph, ontology):
    load(graph, [told(BRIBE, "1"), told(replace(DENIAL, speaker=CY), "2")], ontology)

    assert ties(graph) == [
        (
            "Ada Lum bribed Bo Mott (stated)",
            "Ada Lum did not bribe Bo Mott (negated, per Cy Nye)",
            "one affirms what the other denies",
        )
    ]
    assert list(verify(graph, ontology)) == []


def test_an_event_is_denied_in_other_words_too(graph, ontology):
    load(
        graph, [told(BRIBE, "1"), told(replace(DENIAL, predicate="paid off", lemma="pay off"), "2")], ontology
    )

    assert [reason for _, _, reason in ties(graph)] == ["one affirms in other words what the other denies"]


@pytest.mark.parametrize(
    "other",
    [
        replace(DENIAL, modality=Modality.PLANNED),
        replace(DENIAL, object=CY),
        replace(DENIAL, subject=CY),
        replace(DENIAL, relation="INVADE"),
        replace(BRIBE, modality=Modality.POSSIBLE),
        BRIBE,
    ],
    ids=["planned", "another object", "another subject", "another relation", "possible", "the same"],
)
def test_what_can_both_be_true_is_not_tied(graph, ontology, other):
    load(graph, [told(BRIBE, "1"), told(other, "2")], ontology)

    assert ties(graph) == []


@pytest.mark.parametrize(
    ("one", "other", "tied"),
    [("2022-01", "2022-01-26", 1), ("2022-01-25", "2022-01-26", 0), (None, "2022-01-26", 1), (None, None, 1)],
)
def test_a_denial_of_another_day_denies_nothing(graph, ontology, one, other, tied):
    load(
        graph, [told(replace(BRIBE, happened=one), "1"), told(replace(DENIAL, happened=other), "2")], ontology
    )

    assert len(ties(graph)) == tied


def test_two_holders_of_one_office_at_one_time_are_tied(graph, ontology):
    load(graph, [president(ADA, "1", "2022-01"), president(BO, "2", "2022-01-26")], ontology)

    assert [reason for _, _, reason in ties(graph)] == ["two hold one office at one time"]


@pytest.mark.parametrize(
    ("one", "other", "tied"),
    [
        (president(ADA, "1", "2021"), president(BO, "2", "2022"), 0),
        (president(ADA, "1", "2014/.."), president(BO, "2", "2022"), 1),
        (president(ADA, "1"), president(BO, "2"), 1),
        (president(ADA, "1"), president(BO, "2", published="2022-01-27"), 0),
        (president(ADA, "1"), president(BO, "2", published=None), 0),
        (president(ADA, "1", "2022-01"), president(BO, "2"), 1),
        (president(ADA, "1", "2022-01"), president(ADA, "2"), 0),
    ],
    ids=["years apart", "open", "one day", "two days", "undated", "dated and told then", "the same holder"],
)
def test_one_after_the_other_may_hold_an_office(graph, ontology, one, other, tied):
    load(graph, [one, other], ontology)

    assert len(ties(graph)) == tied
    assert list(verify(graph, ontology)) == []


def test_two_tolls_of_one_claim_tie_it_to_itself_and_of_two_claims_to_each_other(graph, ontology):
    load(
        graph,
        [killed("14", "1"), killed("at least 20", "2"), killed("14", "3", subject=concept("bomb"))],
        ontology,
    )

    reasons = [reason for _, _, reason in ties(graph)]
    assert reasons == ["killed: 14 or 20 or more"] * 2
    assert list(verify(graph, ontology)) == []


@pytest.mark.parametrize(
    ("count", "day"),
    [("at least 10", "2022-01-24"), ("20", "2022-01-25"), ("some", "2022-01-24"), ("about 15", "2022-01-24")],
)
def test_tolls_that_agree_or_are_of_another_day_are_not_tied(graph, ontology, count, day):
    load(graph, [killed("14", "1"), killed(count, "2", day)], ontology)

    assert ties(graph) == []


ARTICLES = [
    *newsroom(30, seed=61),
    told(BRIBE, "1"),
    told(replace(DENIAL, speaker=CY), "2"),
    president(ADA, "3"),
    president(BO, "4"),
    killed("14", "5"),
    killed("20", "6"),
    killed("12", "7", subject=concept("bomb")),
]


def test_neither_order_nor_retraction_and_return_change_a_tie(graph, ontology):
    load(graph, ARTICLES, ontology)
    expected, found = fingerprint(graph), ties(graph)
    graph.declare("MATCH (node) DETACH DELETE node")
    random = Random(3)

    load(graph, random.sample(ARTICLES, len(ARTICLES)), ontology, batch_articles=3)
    shuffled = fingerprint(graph)
    for url in "246":
        retract(graph, f"https://news.example/{url}", "made up", ontology)
    left = ties(graph)
    sound = list(verify(graph, ontology))
    for url in "642":
        restore(graph, f"https://news.example/{url}", ontology)

    assert shuffled == expected
    assert len(found) > len(left) > 0
    assert sound == []
    assert fingerprint(graph) == expected


def test_of_many_who_affirm_and_deny_so_many_speak_for_each_side_in_any_order(graph, ontology):
    speakers = [person(f"Witness{number:02} Doe") for number in range(SPEAKING + 6)]
    affirmed = [told(replace(BRIBE, speaker=each), f"yes/{n}") for n, each in enumerate(speakers)]
    denied = [told(replace(DENIAL, speaker=each), f"no/{n}") for n, each in enumerate(speakers)]
    articles = [*affirmed, *denied]
    load(graph, articles, ontology)
    expected, many = fingerprint(graph), len(ties(graph))
    graph.declare("MATCH (node) DETACH DELETE node")
    random = Random(4)

    load(graph, random.sample(articles, len(articles)), ontology, batch_articles=1)
    one_by_one = fingerprint(graph)
    gone = random.sample(articles, 9)
    for each in gone:
        retract(graph, each.article.id, "made up", ontology)
    sound = list(verify(graph, ontology))
    for each in gone:
        restore(graph, each.article.id, ontology)

    assert many == SPEAKING * SPEAKING
    assert one_by_one == expected
    assert sound == []
    assert fingerprint(graph) == expected


@pytest.mark.parametrize(
    "damage",
    [
        "MATCH (a)-[t:CONTRADICTS]->(b) WITH t ORDER BY a.id, b.id LIMIT 1 DELETE t",
        "MATCH (a)-[t:CONTRADICTS]->(b) WITH t ORDER BY a.id, b.id LIMIT 1 SET t.reason = 'why not'",
        "MATCH (a:Claim), (b:Claim) WHERE a.id < b.id AND NOT EXISTS { (a)-[:CONTRADICTS]-(b) } "
        "WITH a, b ORDER BY a.id, b.id LIMIT 1 CREATE (a)-[:CONTRADICTS {reason: 'why not'}]->(b)",
    ],
    ids=["taken off", "another reason", "made up"],
)
def test_a_wrong_tie_is_found_and_mended(graph, ontology, damage):
    load(graph, ARTICLES, ontology)
    before = fingerprint(graph)
    graph.declare(damage)

    found = [problem.kind for problem in verify(graph, ontology)]
    rebuild(graph, ontology)

    assert found == ["contradiction"]
    assert fingerprint(graph) == before


def test_both_sides_are_quoted_side_by_side(graph, ontology):
    load(
        graph,
        [
            told(BRIBE, "1"),
            told(replace(DENIAL, predicate="never bribed"), "2"),
            killed("14", "3"),
            killed("20", "4"),
        ],
        ontology,
    )

    answer = run(graph, find("contradictions"), {})
    at = [answer.columns.index(name) for name in ("quote", "other_quote")]

    assert sorted(sorted((row[at[0]], row[at[1]])) for row in answer.rows) == [
        ["Ada Lum bribed Bo Mott.", "Ada Lum never bribed Bo Mott."],
        ["blast killed 14 people in Kabul.", "blast killed 20 people in Kabul."],
    ]
