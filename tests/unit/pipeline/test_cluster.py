"""A worker's share of a cluster's work, done here: Ray only hands it out and brings back what is told."""

import json
from pathlib import Path

import pytest

from graphkit.errors import UsageError
from graphkit.model import Extraction
from graphkit.pipeline.cluster import Work, Worker
from graphkit.pipeline.inputs import inputs
from graphkit.pipeline.recipe import Recipe
from graphkit.pipeline.shelves import Shelf
from graphkit.sources import Options
from tests import stories


def worked(paths: list[str], out: str, form: str) -> dict[str, list[object]]:
    """What a worker tells of the fourth shard."""
    worker = Worker(Work(Recipe("en_core_web_sm"), Options(), Shelf(out), form))
    return worker({"number": [3], "paths": [paths]})


def records(path: Path) -> list[Extraction]:
    found = list(inputs([path]))
    assert all(isinstance(each, Extraction) for each in found), found
    return [each for each in found if isinstance(each, Extraction)]


def test_files_of_an_address_are_read_as_those_of_a_folder_and_what_cannot_be_had_is_told(tmp_path: Path):
    news, shards, plain = tmp_path / "news", tmp_path / "shards", tmp_path / "plain"
    stories.write(news, range(2))
    (news / "broken.txt").write_bytes(b"\x00\x01\x02" * 500)
    addresses, out = Shelf(news.as_uri()).files(), Shelf(shards.as_uri())
    out.prepare()
    Shelf(str(plain)).prepare()

    told = worked([*addresses, f"{news.as_uri()}/gone.txt"], shards.as_uri(), "parquet")
    worked([str(path) for path in sorted(news.iterdir())], str(plain), "jsonl")

    assert [path.name for path in shards.iterdir()] == ["part-000003.parquet"]
    assert (told["number"], told["articles"]) == ([3], [2])
    (failures,) = (json.loads(str(each)) for each in told["failures"])
    assert [(place.rpartition("/")[2], stage, kind) for place, stage, _, kind in failures] == [
        ("broken.txt", "source", "NotText"),
        ("gone.txt", "source", "SourceError"),
    ]
    assert all(place.startswith(news.as_uri()) for place, *_ in failures)
    text = (plain / "part-000003.jsonl").read_text("utf-8").replace(str(news), news.as_uri())
    (tmp_path / "renamed.jsonl").write_text(text, "utf-8")
    assert records(shards / "part-000003.parquet") == records(tmp_path / "renamed.jsonl")


def test_shards_of_an_earlier_run_give_way_and_what_is_not_ours_is_left_alone(tmp_path: Path):
    for name in ("part-000000.jsonl", "part-000001.jsonl.part"):
        (tmp_path / name).write_text("old", encoding="utf-8")

    Shelf(str(tmp_path)).prepare()

    assert list(tmp_path.iterdir()) == []
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match=r"holds mine\.txt: give an empty folder"):
        Shelf(str(tmp_path)).prepare()
    assert (tmp_path / "mine.txt").read_text(encoding="utf-8") == "mine"
