"""Copies are told from stories that only look like them."""

from collections import Counter
from itertools import combinations

import pytest

from graphkit.model import Article
from graphkit.store.credit import credit
from graphkit.store.origins import Groups
from graphkit.store.sketch import copies, sketch
from tests.copies.made import pairs, printed


def shares_a_band(one, other) -> bool:
    return not set(one.bands.split()).isdisjoint(other.bands.split())


def test_of_two_texts_copies_are_told_from_other_stories_of_the_event():
    sketches = {each.article.id: sketch(each.article) for each in printed()}
    groups = Groups()
    told = list(pairs())
    for one, other, _ in told:
        a, b = sketches[one.article.id], sketches[other.article.id]
        if shares_a_band(a, b) and copies(a, b):
            groups.tie(one.article.id, other.article.id)

    found = Counter((truth, groups.of(a.article.id) == groups.of(b.article.id)) for a, b, truth in told)

    assert len(told) >= 120
    assert found[True, True] / (found[True, True] + found[False, True]) >= 0.95
    assert found[True, True] / (found[True, True] + found[True, False]) >= 0.95


def test_whether_two_are_copies_does_not_depend_on_which_comes_first():
    sketches = [sketch(each.article) for each in printed()[:60]]

    assert all(copies(one, other) == copies(other, one) for one, other in combinations(sketches, 2))


WORDS = [f"{sound}{end}" for sound in ("ka", "lo", "mi", "ru") for end in ("nat", "dem", "pol", "tis")]


def text(seed: int, words: int) -> str:
    """Words that no other seed has, in an order of their own."""
    return " ".join(f"{WORDS[(seed * 7 + n * n) % len(WORDS)]}{seed}{n % 13}" for n in range(words))


def test_a_roundup_of_ten_stories_makes_no_copies_of_them_but_of_the_one_it_begins_with():
    stories = [text(seed, 120) for seed in range(10)]
    roundup = sketch(Article("\n\n".join(stories)))

    found = [copies(roundup, sketch(Article(story))) for story in stories]

    assert found == [True, *[False] * 9]


def test_two_agencies_may_tell_more_of_a_story_alike_than_one_twice():
    shared, ours, theirs = text(1, 60), text(2, 40), text(3, 40)

    def told(agency: str, own: str):
        return sketch(Article(f"CITY ({agency}) - {shared} {own}"))

    assert copies(told("Reuters", ours), told("Reuters", theirs))
    assert not copies(told("Reuters", ours), told("AP", theirs))


def test_a_text_of_a_few_words_is_a_copy_of_the_very_same_only():
    one, spaced, other = (sketch(Article(t)) for t in ("Ada Lum left.", "Ada  LUM left.", "Ada Lum left!"))

    assert copies(one, spaced)
    assert not copies(one, other)


def test_what_is_quoted_alone_makes_no_copy():
    quote = f"“{text(9, 120)}”"
    one, other = (sketch(Article(f"{text(seed, 60)}\n\n{quote}")) for seed in (4, 5))

    assert not copies(one, other)


@pytest.mark.parametrize(
    ("article", "agency"),
    [
        (Article("KYIV, Jan 26 (Reuters) - Tanks rolled."), "Reuters"),
        (Article("Tanks roll\n\nKYIV (AP) — Tanks rolled.", "Tanks roll"), "AP"),
        (Article("AP — Tanks rolled."), "AP"),
        (Article("Tanks rolled.\n\nSource: AFP"), "AFP"),
        (Article("Tanks rolled.\n\n© 2022 Agence France-Presse"), "AFP"),
        (Article("Tanks rolled.\n\n(dpa)"), "DPA"),
        (Article("Tanks rolled.", byline="By Ada Lum, Reuters"), "Reuters"),
        (Article("Tanks rolled.", byline="By Ada Lum and Bo Mott of the Associated Press"), None),
        (Article("Tanks rolled.", publisher="The Associated Press"), "AP"),
        (Article("Tanks rolled, Ada Lum told Reuters - and left."), None),
        (Article("Tanks rolled. The AP saw them."), None),
        (Article("Tanks rolled.", byline="By Ada Lum"), None),
    ],
    ids=lambda value: value if isinstance(value, str | None) else value.byline or value.text[-24:],
)
def test_an_agency_is_credited_where_credit_is_given_and_nowhere_else(article, agency):
    assert credit(article) == agency
