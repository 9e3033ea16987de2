"""An article's text, cut for marking: nothing is lost, and every part is found again."""

import pytest

from graphkit.model import Extraction, Modality, Polarity, Span
from graphkit.pages.claims import stance
from graphkit.pages.pieces import mark, parts
from tests.factories import Told, concept, country, extraction, newsroom, person

RUSSIA, UKRAINE, BLINKEN = country("Russia", "Q159"), country("Ukraine", "Q212"), person("Antony Blinken")


@pytest.mark.parametrize("read", newsroom(8, seed=3), ids=lambda it: it.article.id)
def test_each_part_of_a_claim_is_put_together_again_from_its_pieces(read: Extraction):
    marked = mark(read)

    for claim in read.claims:
        for span in parts(claim):
            pieces = [marked.pieces[number].text for number in marked.within(span)]
            assert "".join(pieces) == read.article.text[span.start : span.end]


@pytest.mark.parametrize("read", newsroom(8, seed=4), ids=lambda it: it.article.id)
def test_the_pieces_of_a_text_are_all_of_it_in_its_order(read: Extraction):
    marked = mark(read)

    paragraphs = ["".join(piece.text for piece in paragraph) for paragraph in marked.paragraphs]
    assert "\n\n".join(paragraphs) == read.article.text


def test_a_name_within_a_longer_mention_keeps_its_own_entity():
    demand = concept("the Russia demand")
    read = extraction(("Antony Blinken rejected the Russia demand.", [Told(BLINKEN, "rejected", demand)]))
    more = extraction(("Antony Blinken rejected the Russia demand.", [Told(BLINKEN, "rejected", RUSSIA)]))
    entities = (*read.entities, *(it for it in more.entities if it.id == RUSSIA.id))
    marked = mark(Extraction(read.extractor, read.article, read.sentences, entities, read.claims))

    named = {piece.text: entities[piece.entity].name for piece in marked.pieces if piece.entity is not None}
    assert named["Russia"] == "Russia"
    assert named["the "] == "the Russia demand"


def test_a_denial_looks_like_one_whatever_else_it_is():
    told = Told(RUSSIA, "invaded", UKRAINE, polarity=Polarity.NEGATED, modality=Modality.PLANNED)
    (claim,) = extraction(("Russia invaded Ukraine.", [told])).claims

    assert stance(claim) == "negated"


def test_a_verb_two_claims_share_belongs_to_both():
    sentence = ("Russia met Ukraine.", [Told(RUSSIA, "met", UKRAINE), Told(UKRAINE, "met", RUSSIA)])
    marked = mark(extraction(sentence))

    assert [piece.claims for piece in marked.pieces if piece.text == "met"] == [(0, 1)]
    assert marked.within(Span(7, 10)) == [2]
