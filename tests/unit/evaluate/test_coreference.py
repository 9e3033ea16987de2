"""The worked example of Pradhan et al. (2014), section 4, and the cases around it."""

import pytest

from graphkit.evaluate.coreference import Coreference, chains_of, chains_of_reading, score_chains
from graphkit.model import Article, Entity, EntityMention, Extraction, Mention, Reading, Span

A, B, C, D, E, F, G, H, I = (Span(n, n + 1) for n in range(0, 18, 2))  # noqa: E741
KEY = [[A, B, C], [D, E, F, G]]
RESPONSE = [[A, B], [C, D], [F, G, H, I]]


def test_muc_counts_links() -> None:
    muc = score_chains(KEY, RESPONSE).muc

    assert (muc.precision, muc.recall, muc.f1) == (pytest.approx(2 / 5),) * 3


def test_b_cubed_is_a_mean_over_mentions() -> None:
    b_cubed = score_chains(KEY, RESPONSE).b_cubed

    assert b_cubed.precision == pytest.approx(4 / 8)
    assert b_cubed.recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 / 4 + 2 / 4 + 2 / 4) / 7)


def test_ceaf_e_matches_chains_one_to_one() -> None:
    ceaf_e = score_chains(KEY, RESPONSE).ceaf_e

    assert ceaf_e.precision == pytest.approx((4 / 5 + 4 / 8) / 3)
    assert ceaf_e.recall == pytest.approx((4 / 5 + 4 / 8) / 2)


def test_conll_is_the_mean_of_the_three() -> None:
    score = score_chains(KEY, RESPONSE)

    assert score.conll == pytest.approx((score.muc.f1 + score.b_cubed.f1 + score.ceaf_e.f1) / 3)


def test_the_key_against_itself_is_perfect() -> None:
    score = score_chains(KEY, KEY)

    assert score.conll == pytest.approx(1)
    assert score.mentions.f1 == 1


def test_one_chain_for_all_keeps_every_link() -> None:
    score = score_chains([[A, B], [C, D]], [[A, B, C, D]])

    assert (score.muc.recall, score.muc.precision) == (1, pytest.approx(2 / 3))
    assert (score.b_cubed.recall, score.b_cubed.precision) == (1, 0.5)


def test_lone_mentions_count_only_where_the_key_has_some() -> None:
    without = score_chains([[A, B]], [[A, B], [C]])
    with_some = score_chains([[A, B], [D]], [[A, B], [C]])

    assert without.conll == 1
    assert with_some.b_cubed.precision == pytest.approx(2 / 3)


def test_a_mention_in_two_chains_stays_in_the_first() -> None:
    score = score_chains([[A, B], [C, D]], [[C, D, B], [A, B]])

    assert score.mentions.precision == 1
    assert score.mentions.found == 4


def test_the_order_of_chains_does_not_matter() -> None:
    turned = [list(reversed(chain)) for chain in reversed(RESPONSE)]

    assert score_chains(KEY, turned) == score_chains(KEY, RESPONSE)


def test_articles_are_summed_before_figures_are_read() -> None:
    total = score_chains([[A, B]], [[A, B]]) + score_chains([[A, B, C]], []) + Coreference()

    assert total.muc.recall == pytest.approx(1 / 3)
    assert total.b_cubed.recall == pytest.approx(2 / 5)


def test_nothing_found_scores_nothing() -> None:
    assert score_chains(KEY, []).conll == 0


def test_chains_come_from_entities_and_from_readings() -> None:
    article = Article(text="She saw her dog.")
    mentions = (EntityMention(0, 3, "pronoun"), EntityMention(8, 11, "pronoun"))
    extraction = Extraction("x", article, (), (Entity("e:1", "She", "Person", None, mentions),), ())
    reading = Reading(
        article,
        (),
        (
            Mention(0, 3, "She", "pronoun", "Person", chain=4),
            Mention(8, 15, "her dog", "nominal", None, chain=5),
            Mention(8, 11, "her", "pronoun", "Person", chain=4),
        ),
        (),
    )

    assert chains_of(extraction) == [{Span(0, 3), Span(8, 11)}]
    assert chains_of_reading(reading) == [{Span(0, 3), Span(8, 11)}, {Span(8, 15)}]
