"""`graphkit init`: a whole project, and nothing of the user's lost."""

from pathlib import Path

import pytest

from graphkit import settings
from graphkit.cli.main import run
from graphkit.pipeline.schedule.entries import read_schedule
from graphkit.store.queries import saved_queries


@pytest.fixture
def project(tmp_path: Path) -> Path:
    assert run(["-q", "init", str(tmp_path / "news")]) == 0
    return tmp_path / "news"


def test_its_settings_hold_and_name_its_own_queries(project: Path):
    found = settings.read(project / "graphkit.yaml", environment={})

    assert found.queries.folders == (project / "queries",)
    assert "who-met" in [query.name for query in saved_queries(found.queries.folders)]


def test_its_schedule_runs_its_batch(project: Path):
    entry = read_schedule(project / "schedule.yaml").schedules["news"]

    assert entry.batch == project / "batches" / "news.yaml"
    assert entry.batch.is_file()


def test_it_has_articles_to_try_it_on(project: Path):
    assert len(list((project / "articles").glob("*.txt"))) == 3


def test_each_file_is_described_in_its_readme(project: Path):
    readme = (project / "README.md").read_text(encoding="utf-8")

    for path in project.rglob("*"):
        if path.is_file() and path.name != "README.md":
            place = path.relative_to(project)
            assert str(place) in readme or f"{place.parts[0]}/" in readme, place


def test_what_is_there_is_not_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "schedule.yaml").write_text("mine", encoding="utf-8")

    assert run(["init", str(tmp_path)]) == 2

    assert "has schedule.yaml already: choose another folder" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["schedule.yaml"]
    assert (tmp_path / "schedule.yaml").read_text(encoding="utf-8") == "mine"
