"""Clusters of entities across articles."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit.model import Decision, EntityProfile, Side, Verdict
from graphkit.resolve.identity.blocks import WINDOW, pairs
from graphkit.resolve.identity.cluster import candidates, cluster
from graphkit.resolve.identity.decisions import Decisions

TODAY = "2026-01-01"


def profile(id_: str, name: str, type_: str = "Person", **more: object) -> EntityProfile:
    return EntityProfile(id_, name, type_, (name,), **more)  # type: ignore[arg-type]


def different(one: EntityProfile, two: EntityProfile) -> Decision:
    sides = (Side(one.id, one.name, one.type), Side(two.id, two.name, two.type))
    return Decision(Verdict.DIFFERENT, *sides, "seen by hand", "an editor", TODAY)


SERGEI, SERGEY, SERGUEI = (
    profile("e:1", "Sergei Dobrolyubov"),
    profile("e:2", "Sergei Dobrolubov"),
    profile("e:3", "Serguei Dobrolyubov"),
)


def test_spellings_of_one_name_are_joined_with_score_and_reason() -> None:
    (joined,) = cluster([SERGEI, SERGEY], at=TODAY)

    assert joined.ids == ("e:1", "e:2")
    assert joined.verdict is Verdict.SAME
    assert joined.score is not None
    assert joined.score >= 0.9
    assert "Dobrolyubov and Dobrolubov sound alike" in joined.reason
    assert (joined.by, joined.at) == ("graphkit", TODAY)


def test_a_likely_pair_is_a_candidate_and_not_joined() -> None:
    likely = [profile("e:1", "J. Featherby"), profile("e:2", "Joan Featherby")]

    assert cluster(likely, at=TODAY) == []
    assert [(c.one, c.two) for c in candidates(likely)] == [("e:1", "e:2")]


def test_what_is_ruled_out_is_no_candidate() -> None:
    sides = [profile("e:1", "Otis Lanyard Jr"), profile("e:2", "Otis Lanyard Sr")]

    assert candidates(sides, above=0) == []


def test_a_humans_different_outranks_the_score() -> None:
    assert cluster([SERGEI, SERGEY], Decisions([different(SERGEI, SERGEY)]), at=TODAY) == []


def test_a_humans_different_holds_across_a_third() -> None:
    joined = cluster([SERGEI, SERGEY, SERGUEI], Decisions([different(SERGEI, SERGEY)]), at=TODAY)

    groups = Decisions([*joined, different(SERGEI, SERGEY)])
    assert len(joined) == 1
    assert groups.canonical("e:1") != groups.canonical("e:2")


def test_a_name_between_two_contradicting_ones_joins_only_one() -> None:
    between = profile("e:2", "Otis Lanyard", titles=("mayor of Fenwick",), near=("e:9",))
    junior = profile("e:1", "Otis Lanyard Jr", titles=("mayor of Fenwick",), near=("e:9",))
    senior = profile("e:3", "Otis Lanyard Sr", titles=("mayor of Fenwick",), near=("e:9",))

    joined = cluster([between, junior, senior], at=TODAY, above=0.8)

    groups = Decisions(joined)
    assert groups.canonical("e:1") != groups.canonical("e:3")


@given(st.randoms(use_true_random=False))
@settings(max_examples=30)
def test_any_order_gives_the_same_clusters(chance: random.Random) -> None:
    names = [
        f"{given} {surname}"
        for given in ("Sergei", "Sergey", "Olga", "Olha")
        for surname in ("Pospelov", "Pospelow", "Quimby")
    ]
    listed = [profile(f"e:{n}", name) for n, name in enumerate(names)]
    shuffled = listed[:]
    chance.shuffle(shuffled)

    assert cluster(shuffled, at=TODAY) == cluster(listed, at=TODAY)
    assert cluster(listed, at=TODAY)


@pytest.mark.parametrize("count", [200, 800])
def test_each_entity_meets_few_others_even_where_all_share_a_key(count: int) -> None:
    crowd = [profile(f"e:{n}", f"Maria Garc{'abcdefghij'[n % 10]}a {n}") for n in range(count)]

    assert len(list(pairs(crowd))) <= count * WINDOW * 6


def test_in_a_crowd_of_namesakes_those_of_the_same_company_meet() -> None:
    crowd = [profile(f"e:{n:03}", "Maria Garcia", near=(f"wd:Q{n % 90}",)) for n in range(180)]

    met = set(pairs(crowd))

    assert all((f"e:{n:03}", f"e:{n + 90:03}") in met for n in range(90))
    assert len(met) < 4 * len(crowd)


def test_bodies_of_the_same_first_letters_are_compared_only_with_the_acronym() -> None:
    names = ("ZOB", "Zurich Olive Board", "Zagreb Oil Bank")
    sides = [profile(f"e:{n}", name, "Organization") for n, name in enumerate(names)]

    assert list(pairs(sides)) == [("e:0", "e:2"), ("e:0", "e:1")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna Dobrolubova", "Anna Dobrolugova"),
        ("Anna Dobrolubova", "Anna Dobrobulova"),
        ("Anna Dobrolubova", "Anna Dobroluova"),
        ("Bartholomew Ogundipe", "Bartolomew Ogundipe"),
    ],
)
def test_a_slip_anywhere_but_at_the_start_is_met(one: str, other: str) -> None:
    assert list(pairs([profile("e:1", one), profile("e:2", other)])) == [("e:1", "e:2")]


def test_entities_of_two_kinds_are_not_compared() -> None:
    sides = [profile("e:1", "Globex", "Organization"), profile("e:2", "Globex", "Product")]

    assert list(pairs(sides)) == []


def test_two_known_ones_are_two() -> None:
    sides = [
        profile("wd:Q1", "Sergei Pospelov", listed=True),
        profile("wd:Q2", "Sergey Pospelov", listed=True),
    ]

    assert candidates(sides, above=0) == []


def test_a_known_ones_namesake_is_left_to_somebody() -> None:
    sides = [profile("wd:Q1", "Sergei Pospelov", listed=True), profile("e:2", "Sergei Pospelov")]

    assert cluster(sides, at=TODAY) == []
    assert [c.finding.score for c in candidates(sides)] == [0.8]


def test_articles_two_generations_apart_are_of_two_people() -> None:
    sides = [
        profile("e:1", "Carl Lindqvist", first="1905", last="1906"),
        profile("e:2", "Karl Lindqvist", first="2020", last="2021"),
    ]

    assert candidates(sides, above=0) == []
