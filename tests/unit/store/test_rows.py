"""An extraction as rows."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from graphkit.errors import RecordError, StoreError
from graphkit.model import EntityMention, Modality, Polarity, Rejected, Span
from graphkit.store.draft import draft
from graphkit.store.rows import article_rows
from graphkit.store.run import Run
from graphkit.store.vocabulary import vocabulary
from tests.factories import Told, country, extraction, newsroom, organization, person, small_ontology

WORDS = vocabulary(small_ontology())
RUN = Run("run:1", datetime(2026, 1, 1, tzinfo=UTC))
ADA, BO, COURT = person("Ada Lum"), person("Bo Mott"), organization("Court")


def rows(made, **options):
    return article_rows(draft(made, WORDS, **options), WORDS, RUN, **options)


def bribe(**changes) -> Told:
    return Told(ADA, "bribed", BO, "BRIBE", "bribe", **changes)


def evidence_of(told: Told):
    made = extraction(("Ada Lum bribed Bo Mott, Court said.", [told]))
    return rows(made).links["EVIDENCE"][0]["set"]


@pytest.mark.parametrize("made", newsroom(40), ids=lambda made: made.article.title)
def test_every_quote_stands_in_the_text_around_its_claim(made):
    for row in rows(made).links.get("EVIDENCE", ()):
        found = row["set"]
        assert made.article.text[found["start"] : found["end"]] == found["quote"]
        assert found["start"] <= found["claim_start"] < found["claim_end"] <= found["end"]


def test_the_quote_is_the_whole_sentence():
    assert evidence_of(bribe())["quote"] == "Ada Lum bribed Bo Mott, Court said."


def test_of_an_overlong_sentence_only_the_claim_is_quoted():
    made = extraction(("Ada Lum bribed Bo Mott" + " and so on" * 100, [bribe()]))

    assert rows(made).links["EVIDENCE"][0]["set"]["quote"] == "Ada Lum bribed Bo Mott"


def test_a_sentence_number_out_of_range_falls_back_to_the_claim():
    made = extraction(("Ada Lum bribed Bo Mott, Court said.", [bribe()]))
    made = replace(made, claims=(replace(made.claims[0], sentence=7),))

    assert rows(made).links["EVIDENCE"][0]["set"]["quote"] == "Ada Lum bribed Bo Mott"


def test_what_is_affirmed_and_asserted_draws_an_edge_also_when_attributed():
    assert evidence_of(bribe())["edge"] is not None
    assert evidence_of(bribe(speaker=COURT))["edge"] == evidence_of(bribe())["edge"]


@pytest.mark.parametrize(
    "changes",
    [
        {"polarity": Polarity.NEGATED},
        {"polarity": Polarity.NEGATED, "speaker": COURT},
        *({"modality": modality} for modality in Modality if modality is not Modality.ASSERTED),
    ],
)
def test_anything_less_draws_none(changes):
    assert "edge" not in evidence_of(bribe(**changes))


def test_a_claim_of_an_actor_about_itself_draws_no_edge():
    made = extraction(("Ada Lum praised herself.", [Told(ADA, "praised", ADA)]))

    assert "edge" not in rows(made).links["EVIDENCE"][0]["set"]


@pytest.mark.parametrize("id_", ["u:0123456789abcdef0123", "k:41", "k:10m", "k:everybody", "k:two"])
def test_who_is_not_known_to_be_anybody_draws_no_edge(id_):
    nobody = replace(BO, id=id_)

    assert "edge" not in evidence_of(Told(ADA, "bribed", nobody, "BRIBE", "bribe"))
    assert "edge" not in evidence_of(Told(nobody, "bribed", ADA, "BRIBE", "bribe"))


@pytest.mark.parametrize("id_", ["k:two-state-solution", "k:2022-budget", "e:0123456789abcdef0123"])
def test_what_has_a_number_in_its_name_draws_one(id_):
    assert "edge" in evidence_of(Told(ADA, "bribed", replace(BO, id=id_), "BRIBE", "bribe"))


def test_the_fallback_draws_an_edge_for_each_predicate():
    praised = evidence_of(Told(ADA, "bribed", BO, "ACTS_ON", "praise"))
    mocked = evidence_of(Told(ADA, "bribed", BO, "ACTS_ON", "mock"))
    rejected = evidence_of(Told(ADA, "bribed", BO, "REJECT", "reject"))
    rebuffed = evidence_of(Told(ADA, "bribed", BO, "REJECT", "rebuff"))

    assert praised["edge"] != mocked["edge"]
    assert rejected["edge"] == rebuffed["edge"]


def test_both_ways_round_a_meeting_is_one_edge_and_an_attack_two():
    def edge(subject, object_, relation):
        made = extraction(("Ada Lum saw Bo Mott.", [Told(subject, "saw", object_, relation)]))
        return rows(made).links["EVIDENCE"][0]["set"]["edge"]

    assert edge(ADA, BO, "MEET") == edge(BO, ADA, "MEET")
    assert edge(ADA, BO, "BRIBE") != edge(BO, ADA, "BRIBE")


def test_surface_names_become_aliases_and_pronouns_do_not():
    usa = country("United States", "Q30")
    made = extraction(("United States met Ada Lum. Washington said it won.", [Told(usa, "met", ADA, "MEET")]))
    text = made.article.text
    washington, it = text.index("Washington"), text.index("it won")
    more = (EntityMention(washington, washington + 10, "name"), EntityMention(it, it + 2, "pronoun"))
    entities = tuple(
        replace(entity, mentions=entity.mentions + more) if entity.id == usa.id else entity
        for entity in made.entities
    )

    found = {
        (row["set"]["name"], row["set"]["canonical"])
        for row in rows(replace(made, entities=entities)).nodes["Name"]
        if row["set"]["entity"] == usa.id
    }

    assert found == {("United States", True), ("Washington", False)}


def test_an_entity_the_article_never_names_is_left_out():
    made = extraction(("Ada Lum bribed Bo Mott, Court said.", [bribe()]))
    made = replace(made, entities=(*made.entities, replace(COURT, mentions=())))

    entities = {row["id"] for group in rows(made).entities.values() for row in group}

    assert entities == {ADA.id, BO.id}


def test_without_keep_text_no_text_is_written():
    made = extraction(("Ada Lum bribed Bo Mott, Court said.", [bribe()]))

    found = rows(made, keep_text=False)

    assert "ArticleText" not in found.nodes
    assert "TEXT" not in found.links


def test_the_revision_changes_with_whatever_was_read():
    made = extraction(("Ada Lum bribed Bo Mott, Court said.", [bribe()]), path="a.txt")
    others = (
        replace(made, extractor="graphkit 9"),
        replace(made, article=replace(made.article, published="2022-01-26")),
        replace(made, claims=()),
    )

    revisions = {draft(each, WORDS).revision for each in (made, *others)} | {
        draft(made, vocabulary(small_ontology(version="o:next"))).revision,
        draft(made, WORDS, keep_text=False).revision,
    }

    assert len(revisions) == 6


def test_the_revision_does_not_change_with_the_file():
    made = extraction(("Ada Lum bribed Bo Mott, Court said.", [bribe()]), path="a.txt")
    moved = replace(made, article=replace(made.article, path="b/c.txt"))

    assert draft(made, WORDS).revision == draft(moved, WORDS).revision


def test_the_revision_does_not_change_with_what_was_dropped():
    made = extraction(("Ada Lum bribed Bo Mott, Court said.", [bribe()]), path="a.txt")
    told = replace(made, rejected=(Rejected(0, 8, 14, "main clause", "asks"),))

    assert draft(made, WORDS).revision == draft(told, WORDS).revision


def test_an_undeclared_kind_is_refused_by_name():
    made = extraction(("Ada Lum bribed Bo Mott, Court said.", [bribe()]))
    made = replace(made, entities=tuple(replace(e, type="Ghost") for e in made.entities))

    with pytest.raises(StoreError, match="'Ghost', which the ontology doesn't declare"):
        rows(made)


def test_an_undeclared_relation_is_refused_by_name():
    made = extraction(("Ada Lum bribed Bo Mott, Court said.", [replace(bribe(), relation="X]->() DELETE")]))

    with pytest.raises(StoreError, match="which the ontology doesn't declare"):
        rows(made)


def test_an_id_that_is_no_digest_is_refused():
    made = extraction(("Ada Lum bribed Bo Mott, Court said.", [bribe()]))
    denied = replace(made, claims=(replace(made.claims[0], polarity=Polarity.NEGATED),))

    with pytest.raises(RecordError, match="isn't the digest of what it says"):
        rows(denied)


def test_content_of_a_claim_nobody_lists_is_refused():
    made = extraction(("Ada Lum bribed Bo Mott, Court said.", [bribe()]))
    stray = replace(made, claims=(replace(made.claims[0], content_of="c:unknown"),))

    with pytest.raises(RecordError, match="content_of names c:unknown"):
        rows(stray)


def test_half_a_character_is_refused():
    made = extraction(("Ada Lum bribed Bo Mott, Court said.", [bribe()]))
    made = replace(made, extractor="\ud83d")

    with pytest.raises(RecordError, match="half a character"):
        rows(made)


def test_a_span_of_no_sentence_costs_nothing():
    made = extraction(("Ada Lum bribed Bo Mott, Court said.", []))

    found = rows(replace(made, sentences=(Span(0, 5),)))

    assert set(found.links) == {"LOADED_IN", "TEXT"}
