"""Lists of millions made, looked up and checked from the command line; small ones here."""

import json
from pathlib import Path

import pytest

from graphkit.cli.main import run
from tests.wikidata_dump import dumped, item

ADA = item("Q9000901", "Ada Quimby", "A. J. Quimby", P31="Q5", P27="Q114")


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """A folder with a file that was built, chosen by the setting."""
    (tmp_path / "dump.json").write_bytes(dumped(ADA, "{broken"))
    out = tmp_path / "made.gazetteer"
    assert run(["gazetteer", "build", "--wikidata-json", str(tmp_path / "dump.json"), "-o", str(out)]) == 1
    assert "dump.json:3: not JSON" in capsys.readouterr().err
    monkeypatch.setenv("GRAPHKIT_KNOWLEDGE_GAZETTEERS", str(out))
    return tmp_path


def test_what_was_built_is_looked_up_by_name_and_id(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("Ada Quimby", "A. J. Quimby", "Q9000901"):
        assert run(["gazetteer", "lookup", name, "--format", "json"]) == 0
        (row,) = json.loads(capsys.readouterr().out)
        assert (row["id"], row["kind"], row["country"]) == ("wd:Q9000901", "Person", "Kenya")


def test_files_are_checked_without_being_chosen(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    right, wrong = made / "right.yaml", made / "wrong.csv"
    right.write_text("- {name: Blorb Bakery, kind: Organization, source: desk}\n", "utf-8")
    wrong.write_text("word,form,entity,source\nBlorbish,adjective,Q1,\nBlorbs,folk,Q114,desk\n", "utf-8")

    assert run(["gazetteer", "check", str(right), str(made / "made.gazetteer")]) == 0
    assert capsys.readouterr().out == "right: 1 names of yours that we don't list, 1 on shelves\n"
    assert run(["gazetteer", "check", str(right), str(wrong)]) == 2
    said = capsys.readouterr().err
    assert "wrong.csv:2: source is empty" in said
    assert "wrong.csv:3: form 'folk'" in said


def test_building_from_nothing_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["gazetteer", "build", "-o", str(tmp_path / "x.gazetteer")]) == 2
    assert "add --wikidata-json FILE or --opensanctions FILE" in capsys.readouterr().err
