"""A batch file is told all that is wrong with it, with the line of each."""

from pathlib import Path

import pytest
import yaml

from graphkit.errors import SettingsError
from graphkit.resources import shipped
from graphkit.settings.batch import Batch, read_batch


def written(folder: Path, text: str) -> Path:
    path = folder / "news.yaml"
    path.write_text(text)
    return path


def test_every_problem_is_told_at_once_with_its_line(tmp_path: Path):
    path = written(
        tmp_path,
        "sources:\n  path: [a]\n  feeds: [ftp://x]\nexpectation:\n  least: 3\nthen: {unexpected: no}\nname: a b\n",
    )

    with pytest.raises(SettingsError) as refusal:
        read_batch(path)

    said = str(refusal.value)
    assert f"{path}:2: sources.path: unknown key, did you mean sources.paths?" in said
    assert f"{path}:3: sources.feeds.0: should be an address of the web" in said
    assert f"{path}:4: expectation: unknown key, did you mean expectations?" in said
    assert f"{path}:6: then.unexpected: " in said
    assert f"{path}:7: name: " in said


def test_a_batch_without_sources_is_refused(tmp_path: Path):
    with pytest.raises(SettingsError, match="names no source: give paths, feeds or urls"):
        read_batch(written(tmp_path, "filters:\n"))


def test_a_batch_is_called_as_its_file_and_its_paths_count_from_there(tmp_path: Path, monkeypatch):
    monkeypatch.chdir("/")
    batch = read_batch(written(tmp_path, "sources: {paths: [../a/*.txt, /b]}\nfilters:\n  # none\n"))

    assert batch.name == "news"
    assert batch.sources.paths == (str(tmp_path.parent / "a" / "*.txt"), "/b")


def test_the_shipped_example_is_a_batch():
    path = shipped("config", "batches", "example.yaml")

    assert isinstance(read_batch(path), Batch)
    assert yaml.safe_load(path.read_text())["expectations"]["least_articles"] == 1
