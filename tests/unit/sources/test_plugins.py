"""A format of another package is found by its entry point, once none of ours knows the file."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from graphkit.errors import SettingsError
from graphkit.model import Article
from graphkit.sources import Failure, read
from graphkit.sources.formats import suffixes
from graphkit.sources.plugins import plugins
from tests import made

CODE = """
from graphkit.sources import Format, Notes, compose

def read(stream, source, tools):
    yield compose(stream.read().decode().replace("@@", ""), source, tools.options, Notes(publisher="The Wire"))

WIRE = Format(frozenset((".wire",)), lambda head: head.startswith(b"@@"), read)
"""


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of installed packages with one that has an entry point."""
    folder = tmp_path / "site-packages"
    (folder / "wire-1.0.dist-info").mkdir(parents=True)
    (folder / "wire-1.0.dist-info" / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: wire\nVersion: 1.0\n"
    )
    (folder / "wire_format.py").write_text(CODE)
    monkeypatch.syspath_prepend(str(folder))
    forget()
    yield folder
    monkeypatch.undo()
    sys.modules.pop("wire_format", None)
    forget()


def forget() -> None:
    plugins.cache_clear()
    suffixes.cache_clear()


def declare(folder: Path, value: str) -> None:
    (folder / "wire-1.0.dist-info" / "entry_points.txt").write_text(f"[graphkit.sources]\nwire = {value}\n")


def test_a_plugins_format_is_read_by_name_and_by_content(installed: Path, tmp_path: Path) -> None:
    declare(installed, "wire_format:WIRE")
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.wire").write_text(f"@@{made.TEXT}")
    (tmp_path / "download").write_text(f"@@{made.TEXT}")

    found = list(read([tmp_path / "articles", tmp_path / "download"]))

    assert [(each.text, each.publisher) for each in found if isinstance(each, Article)] == [
        (made.TEXT, "The Wire"),
        (made.TEXT, "The Wire"),
    ]


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        ("wire_format:MISSING", "the source 'wire' (wire_format:MISSING) can't be loaded"),
        ("no_such_module:WIRE", "the source 'wire' (no_such_module:WIRE) can't be loaded"),
        ("wire_format:CODE", "can't be loaded"),
        ("wire_format:read", "is a function, not a graphkit Format"),
    ],
)
def test_a_plugin_that_is_broken_is_named(installed: Path, tmp_path: Path, value: str, problem: str) -> None:
    declare(installed, value)
    (tmp_path / "download").write_text("@@x")

    with pytest.raises(SettingsError) as refusal:
        list(read([tmp_path / "download"]))

    assert problem in str(refusal.value)


def test_without_a_plugin_such_a_file_is_read_as_text(tmp_path: Path) -> None:
    (tmp_path / "a.wire").write_text(made.TEXT)

    (found,) = read([tmp_path / "a.wire"])

    assert not isinstance(found, Failure)
