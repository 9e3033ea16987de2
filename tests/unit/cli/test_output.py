"""Files that are there whole or not at all."""

import os
from pathlib import Path

import pytest

from graphkit.cli.output import opened
from graphkit.errors import UsageError


class Stopped(Exception):
    """What ends the work halfway."""


def write_half(path: Path) -> None:
    with opened(path) as stream:
        stream.write("new, but not all")
        raise Stopped


def test_a_file_appears_only_when_all_is_written(tmp_path: Path):
    path = tmp_path / "out.jsonl"

    with opened(path) as stream:
        stream.write("line\n")
        before_the_end = path.exists()

    assert not before_the_end
    assert path.read_text(encoding="utf-8") == "line\n"
    assert list(tmp_path.iterdir()) == [path]


def test_an_error_leaves_what_was_there(tmp_path: Path):
    path = tmp_path / "out.jsonl"
    path.write_text("old", encoding="utf-8")

    with pytest.raises(Stopped):
        write_half(path)

    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_replaced_file_keeps_its_permissions(tmp_path: Path):
    path = tmp_path / "out.jsonl"
    path.touch(mode=0o600)

    with opened(path) as stream:
        stream.write("x")

    assert path.stat().st_mode & 0o777 == 0o600


def test_a_link_stays_a_link(tmp_path: Path):
    target, link = tmp_path / "target", tmp_path / "link"
    target.touch()
    link.symlink_to(target)

    with opened(link) as stream:
        stream.write("x")

    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == "x"


def test_a_device_is_written_to_and_not_replaced():
    with opened(Path(os.devnull)) as stream:
        stream.write("x")

    assert Path(os.devnull).is_char_device()


@pytest.mark.parametrize("name", ["no/such/folder/out.jsonl", "."])
def test_a_place_that_cant_be_written_is_told_before_any_work(tmp_path: Path, name: str):
    worked = False

    with (
        pytest.raises(UsageError, match=r"can't write .*; give another place with -o"),
        opened(tmp_path / name),
    ):
        worked = True

    assert not worked


def test_a_dash_is_stdout(capsys: pytest.CaptureFixture[str]):
    with opened(Path("-")) as stream:
        stream.write("x")

    assert capsys.readouterr().out == "x"
