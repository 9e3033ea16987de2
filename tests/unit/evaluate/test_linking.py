"""Links count by exact span and item."""

import json

import pytest

from graphkit.errors import RecordError
from graphkit.evaluate.linking import links_of, read_linking, score_linking, score_links
from graphkit.model import Article, Entity, EntityMention, Extraction, Span

TEXT = "Paris and Lyon met Acme in 1990 near Metz."
PARIS, LYON, ACME, METZ, YEAR = Span(0, 5), Span(10, 14), Span(19, 23), Span(37, 41), Span(27, 31)


def label(number: int, span: Span, item: str, **more: object) -> dict[str, object]:
    return {"id": number, "span": [span.start, span.end], "entity_id": item, **more}


LABELS = [
    label(0, PARIS, "Q90"),
    label(1, LYON, "Q456"),
    label(2, ACME, "<NIL>"),
    label(3, YEAR, "DATETIME"),
    label(4, METZ, "Q22690", coref=True),
]
LINE = json.dumps({"text": TEXT, "labels": LABELS})


def extraction(article: Article, items: dict[Span, str]) -> Extraction:
    entities = tuple(
        Entity(f"wd:{item}", item, "Place", item, (EntityMention(span.start, span.end, "name"),))
        for span, item in items.items()
    )
    return Extraction("x", article, (), entities, ())


def test_a_link_is_right_only_with_its_exact_span_and_item() -> None:
    (gold,) = read_linking([LINE])

    counts, errors = score_links(gold, {PARIS: "Q90", LYON: "Q30", Span(10, 18): "Q456"})

    assert (counts.right, counts.found, counts.wanted) == (1, 3, 2)
    assert errors.errors == ((LYON, "Q30", "Q456"), (Span(10, 18), "Q456", ""))


def test_a_link_of_a_name_without_an_item_is_wrong() -> None:
    (gold,) = read_linking([LINE])

    assert score_links(gold, {ACME: "Q1"})[0].found == 1


def test_dates_and_coreferent_labels_are_left_open() -> None:
    (gold,) = read_linking([LINE])

    counts, _ = score_links(gold, {YEAR: "Q1", METZ: "Q2"})

    assert (counts.found, counts.wanted) == (0, 2)


def test_only_links_inside_the_labelled_part_count() -> None:
    (gold,) = read_linking([json.dumps({"text": TEXT, "labels": LABELS, "evaluation_span": [0, 9]})])

    assert score_links(gold, {PARIS: "Q90", ACME: "Q1"})[0].found == 1


def test_a_nested_label_is_open_where_the_outer_one_has_an_item() -> None:
    outer, inner = label(0, Span(0, 14), "Q90", children=[1]), label(1, PARIS, "Q91", parent=0)
    nil = label(0, Span(0, 14), "<NIL>", children=[1])

    (with_item,) = read_linking([json.dumps({"text": TEXT, "labels": [outer, inner]})])
    (without,) = read_linking([json.dumps({"text": TEXT, "labels": [nil, inner]})])

    assert (with_item.links, with_item.open) == ({Span(0, 14): "Q90"}, {PARIS})
    assert without.links == {PARIS: "Q91"}


def test_items_outside_the_gazetteer_are_not_wanted_from_it() -> None:
    report = score_linking(
        read_linking([LINE]), lambda article: extraction(article, {PARIS: "Q90"}), lambda item: item == "Q90"
    )

    assert (report.figures["recall"], report.figures["all.recall"]) == (1, 0.5)
    assert report.figures["coverage"] == 0.5
    assert report.tables[1].rows == (("Lyon", 1),)


def test_only_names_with_an_item_are_links() -> None:
    mentions = (EntityMention(0, 5, "name"), EntityMention(6, 9, "pronoun"))
    linked = Entity("wd:Q90", "Paris", "Place", "Q90", mentions)
    unlinked = Entity("e:1", "Lyon", "Place", None, (EntityMention(10, 14, "name"),))

    assert links_of(Extraction("x", Article(text=TEXT), (), (linked, unlinked), ())) == {PARIS: "Q90"}


def test_a_name_inside_a_longer_one_is_no_link_of_its_own() -> None:
    outer = Entity("e:1", "Paris and Lyon", "Organization", None, (EntityMention(0, 14, "name"),))
    inner = Entity(
        "wd:Q90", "Paris", "Place", "Q90", (EntityMention(0, 5, "name"), EntityMention(37, 41, "name"))
    )

    assert links_of(Extraction("x", Article(text=TEXT), (), (outer, inner), ())) == {METZ: "Q90"}


def test_links_where_nothing_is_labelled_are_left_out_of_the_labelled_figures() -> None:
    found = {PARIS: "Q90", ACME: "Q1", Span(24, 26): "Q2"}

    report = score_linking(
        read_linking([LINE]), lambda article: extraction(article, found), lambda item: item == "Q90"
    )

    assert report.figures["precision"] == pytest.approx(1 / 3)
    assert report.figures["labelled.precision"] == pytest.approx(1 / 2)


def test_a_malformed_line_is_named() -> None:
    with pytest.raises(RecordError, match=r"links\.jsonl:2"):
        read_linking([LINE, "{}"], "links.jsonl")
