"""A pronoun is right when the name or noun before it, in its entity, is of its gold chain."""

from graphkit.evaluate.pronouns import score_pronouns
from graphkit.model import Article, Entity, EntityMention, Extraction, Span

TEXT = "President Ana Silva met Tom Reed. She thanked him. It rained."
ANA, SILVA, TOM = Span(10, 19), Span(0, 19), Span(24, 32)
SHE, HIM, IT = Span(34, 37), Span(46, 49), Span(51, 53)
KEY = [frozenset({SILVA, SHE}), frozenset({TOM, HIM})]


def extraction(*entities: dict[Span, str]) -> Extraction:
    return Extraction(
        "x",
        Article(text=TEXT),
        (),
        tuple(
            Entity(
                f"e:{number}",
                "x",
                "Person",
                None,
                tuple(EntityMention(s.start, s.end, k) for s, k in one.items()),
            )
            for number, one in enumerate(entities)
        ),
        (),
    )


def test_a_pronoun_with_its_own_name_is_right() -> None:
    score = score_pronouns(KEY, [SHE, HIM, IT], extraction({SILVA: "name", SHE: "pronoun"}))

    assert (score.counts.precision, score.counts.recall) == (1, 0.5)


def test_a_name_with_other_borders_still_counts() -> None:
    score = score_pronouns(KEY, [SHE], extraction({ANA: "name", SHE: "pronoun"}))

    assert score.counts.precision == 1


def test_a_pronoun_with_anothers_name_is_wrong() -> None:
    score = score_pronouns(KEY, [SHE, HIM], extraction({TOM: "name", SHE: "pronoun"}))

    assert score.counts.precision == 0
    assert score.resolved[0].antecedent == TOM


def test_the_nearest_name_before_the_pronoun_decides() -> None:
    mixed = {SILVA: "name", TOM: "name", HIM: "pronoun"}

    assert score_pronouns(KEY, [HIM], extraction(mixed)).counts.precision == 1


def test_a_pronoun_that_refers_to_nothing_is_wrong_if_resolved() -> None:
    score = score_pronouns(KEY, [IT], extraction({TOM: "name", IT: "pronoun"}))

    assert (score.counts.right, score.counts.found, score.counts.wanted) == (0, 1, 0)


def test_pronouns_without_a_name_are_not_resolved() -> None:
    score = score_pronouns(KEY, [SHE, HIM], extraction({SHE: "pronoun", HIM: "pronoun"}))

    assert (score.counts.found, score.counts.wanted) == (0, 2)
