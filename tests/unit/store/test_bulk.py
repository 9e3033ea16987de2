"""The files of the bulk path, without a database."""

import csv
import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from graphkit.errors import StoreError, UsageError
from graphkit.store.bulk.cells import BETWEEN, cell, type_of
from graphkit.store.bulk.export import export
from graphkit.store.bulk.listed import LIST, check_list
from graphkit.store.run import Run
from tests.factories import Told, extraction, newsroom, person, small_ontology

ONTOLOGY = small_ontology()
RUN = Run("run:test", datetime(2022, 1, 26, tzinfo=UTC))
ADA, BO = person("Ada Lum"), person("Bo Mott")


def written(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())}


def edited(version: int):
    told = [Told(ADA, "bribed", BO, "BRIBE", "bribe")]
    text = f"Ada Lum bribed Bo Mott in version {version}."
    return extraction((text, told), url="https://news.example/1", published=f"2022-01-0{version}")


def test_the_same_articles_in_any_order_are_the_same_bytes(tmp_path):
    articles = newsroom(40, seed=31)

    export(articles, ONTOLOGY, tmp_path / "a", run=RUN)
    export([*articles[::-1], articles[3]], ONTOLOGY, tmp_path / "b", run=RUN)

    assert written(tmp_path / "a") == written(tmp_path / "b")


def test_of_two_versions_of_an_article_only_the_later_is_exported(tmp_path):
    exported = export([edited(2), edited(1), edited(3)], ONTOLOGY, tmp_path / "out", run=RUN)

    texts = written(tmp_path / "out")
    assert (exported.articles, exported.older) == (1, 2)
    assert "version 3" in texts["nodes-ArticleText.csv"]
    assert not [name for name, text in texts.items() if "version 1" in text or "version 2" in text]


def test_each_file_has_as_many_columns_as_its_header(tmp_path):
    exported = export([edited(1)], ONTOLOGY, tmp_path / "out", run=RUN)

    for file in exported.files:
        header = (tmp_path / "out" / f"{file.name}-header.csv").read_text().strip().split(",")
        rows = (tmp_path / "out" / f"{file.name}.csv").read_text().splitlines()
        # A comma within a quoted list parts no columns.
        assert len(next(csv.reader(rows[-1:]))) == len(header), file.name


def test_exporting_again_takes_the_place_of_what_was_exported(tmp_path):
    export(newsroom(5, seed=1), ONTOLOGY, tmp_path / "a", run=RUN)

    export([edited(1)], ONTOLOGY, tmp_path / "a", run=RUN)
    export([edited(1)], ONTOLOGY, tmp_path / "b", run=RUN)

    assert written(tmp_path / "a") == written(tmp_path / "b")


def test_a_folder_that_holds_anything_else_is_left_alone(tmp_path):
    (tmp_path / "thesis.txt").write_text("mine")

    with pytest.raises(UsageError, match="new or an empty folder"):
        export([edited(1)], ONTOLOGY, tmp_path)

    assert written(tmp_path) == {"thesis.txt": "mine"}


def test_an_article_that_cannot_be_written_costs_no_other(tmp_path):
    wrong = extraction(("Ada Lum met Bo Mott.", [Told(ADA, "met", BO, "UNDECLARED", "meet")]))

    exported = export([wrong, edited(1)], ONTOLOGY, tmp_path / "out", run=RUN)

    assert exported.articles == 1
    assert [failure.article for failure in exported.failures] == [wrong.article.id]
    assert "UNDECLARED" in exported.failures[0].reason


@pytest.mark.parametrize("content", [None, "{", "[]", '{"format": "other", "ontology": "o:test"}'])
def test_a_folder_that_was_not_written_whole_is_not_imported(tmp_path, content):
    if content is not None:
        (tmp_path / LIST).write_text(content)

    with pytest.raises(UsageError, match="export"):
        check_list(tmp_path, ONTOLOGY.version)


def test_a_folder_of_another_ontology_is_not_imported(tmp_path):
    export([edited(1)], ONTOLOGY, tmp_path)

    check_list(tmp_path, ONTOLOGY.version)
    with pytest.raises(UsageError, match="another ontology"):
        check_list(tmp_path, "o:other")
    assert json.loads((tmp_path / LIST).read_text())["ontology"] == ONTOLOGY.version


@pytest.mark.parametrize(
    ("value", "written_as", "kind"),
    [
        ("", '""', "string"),
        ('say "no", he said\n', '"say ""no"", he said\n"', "string"),
        (True, "true", "boolean"),
        (7, "7", "long"),
        (0.5, "0.5", "double"),
        (date(2022, 1, 26), "2022-01-26", "date"),
        (["a", "", "b"], f'"a{BETWEEN}{BETWEEN}b"', "string[]"),
    ],
)
def test_a_value_is_written_as_the_importer_reads_it(value, written_as, kind):
    assert (cell(value), type_of("name", value)) == (written_as, kind)


def test_an_absent_value_is_empty_and_one_of_no_known_type_is_refused():
    assert cell(None) == ""
    with pytest.raises(StoreError, match="name can't be written"):
        type_of("name", ["a", 1])
