"""A gold file is known by its form."""

import json
from pathlib import Path

import pytest

from graphkit.errors import UsageError
from graphkit.evaluate import Report, Table, Tools, below_floors, score
from graphkit.evaluate.score import kind_of
from graphkit.model import Article, Extraction
from graphkit.ontology import load_ontology

CASE = "- {text: He may go., construction: modal, modality: possible, forbidden: [[he, go, '']]}\n"


def nothing(article: Article) -> Extraction:
    return Extraction("x", article, (), (), ())


TOOLS = Tools(
    read=nothing,
    tuples=lambda sentences: [f"{sentence}\t1\tis\tx\ty" for sentence in sentences],
    known=lambda item: True,
)


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("a.yaml", CASE, "harmless"),
        ("a.yaml", "sentences: []\n", "claims"),
        ("a.json", json.dumps({"chains": []}), "gum"),
        ("a.tsv", "a b\tis\ta\tb\n", "carb"),
        ("a.tsv", "ID\tText\tPronoun\n", "gap"),
        ("a.jsonl", json.dumps({"labels": []}), "linking"),
        ("a.jsonl", json.dumps({"events": []}), "plover"),
        ("a.jsonl", json.dumps({"roles": [], "quad": 0}), "cameo"),
    ],
)
def test_the_form_tells_the_kind(tmp_path: Path, name: str, text: str, kind: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")

    assert kind_of(path) == kind


def test_a_folder_gives_a_report_for_each_kind(tmp_path: Path) -> None:
    (tmp_path / "cases.yaml").write_text(CASE, encoding="utf-8")
    (tmp_path / "dev.tsv").write_text("a b\tis\tx\ty\n", encoding="utf-8")
    (tmp_path / "lunch.txt").write_text("Ann ate.", encoding="utf-8")
    (tmp_path / "lunch.yaml").write_text(
        "sentences: [{text: Ann ate., claims: [{subject: Ann, predicate: ate}]}]", encoding="utf-8"
    )

    reports = {report.title: report for report in score(tmp_path, TOOLS)}

    assert list(reports) == ["tuples: CaRB", "claims", "harmless cases"]
    assert reports["tuples: CaRB"].figures["f1"] == 1
    assert reports["claims"].figures["recall"] == 0


def test_an_unknown_form_names_those_we_know(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("{}", encoding="utf-8")

    with pytest.raises(UsageError, match="no form of gold we know: give NAME"):
        score(path, TOOLS)
    with pytest.raises(UsageError, match="isn't there"):
        score(tmp_path / "none", TOOLS)


def test_a_folder_without_gold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds no gold"):
        score(tmp_path, TOOLS)


def test_relations_scored_by_default_are_declared_in_the_shipped_ontology() -> None:
    declared = load_ontology().relations

    wanted = {*TOOLS.types, *(name for ours in TOOLS.covers.values() for name in ours)}

    assert wanted <= set(declared)


def test_figures_under_their_floor_are_named() -> None:
    report = Report("x", {"f1": 0.5, "recall": 0.9})

    assert below_floors(report, {"f1": 0.6, "recall": 0.9}) == ["f1 is 0.5000, under its floor of 0.6"]
    with pytest.raises(UsageError, match="no figure 'fl' to hold to a floor: use one of f1, recall"):
        below_floors(report, {"fl": 0.6})


def test_a_report_is_lines_and_json_values() -> None:
    report = Report("x", {"f1": 0.5}, (Table("t", ("a", "b"), (("c", 1.0),)),), ("one", "two"))

    assert list(report.lines(examples=1)) == [
        "# x",
        "f1\t0.5000",
        "",
        "## t",
        "a\tb",
        "c\t1",
        "",
        "## examples (1 of 2)",
        "one",
    ]
    assert json.loads(json.dumps(report.as_record()))["tables"] == [
        {"title": "t", "header": ["a", "b"], "rows": [["c", 1.0]]}
    ]
