"""A format of another package is found by its entry point, once none of ours knows the file."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from graphkit.errors import SettingsError, SourceError
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

class Odd(Exception):
    pass

def read_oddly(stream, source, tools):
    words = stream.read().decode()
    if "odd" in words:
        raise Odd("not\\nforeseen")
    if "number" in words:
        yield 7
    yield compose(words.replace("@@", ""), source, tools.options)

def begins_oddly(head):
    return head[0] / head.count(b"@") > 1

ODD = Format(frozenset((".wire",)), lambda head: False, read_oddly)
ASKED = Format(frozenset((".wire",)), begins_oddly, read)
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
    (folder / "wire_broken.py").write_text("raise RuntimeError('no licence')")
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
        (
            "wire_broken:WIRE",
            "the source 'wire' (wire_broken:WIRE) can't be loaded (RuntimeError: no licence)",
        ),
    ],
)
def test_a_plugin_that_is_broken_is_named(installed: Path, tmp_path: Path, value: str, problem: str) -> None:
    declare(installed, value)
    (tmp_path / "download").write_text("@@x")

    with pytest.raises(SettingsError) as refusal:
        list(read([tmp_path / "download"]))

    assert problem in str(refusal.value)


def test_whatever_a_plugin_raises_over_an_input_is_told_of_that_input_and_the_others_are_read(
    installed: Path, tmp_path: Path
) -> None:
    declare(installed, "wire_format:ODD")
    for number, words in enumerate(("@@", "@@odd ", "@@number ", "@@")):
        (tmp_path / f"{number}.wire").write_text(f"{words}{made.TEXT}")

    one, odd, number, other = read([*sorted(tmp_path.glob("*.wire"))])

    assert isinstance(one, Article)
    assert isinstance(other, Article)
    assert isinstance(odd, Failure)
    assert isinstance(odd.error, SourceError)
    assert str(odd.error) == (
        f"{tmp_path / '1.wire'} can't be read by the source 'wire' (Odd: not foreseen): "
        "mend or uninstall its package"
    )
    assert isinstance(number, Failure)
    assert "it gives a int, not an Article" in str(number.error)
    assert number.source is not None
    assert number.source.path == tmp_path / "2.wire"


def test_a_plugin_that_fails_to_tell_its_files_costs_only_those_nobody_else_knows(
    installed: Path, tmp_path: Path
) -> None:
    declare(installed, "wire_format:ASKED")
    (tmp_path / "a.txt").write_text(made.TEXT)
    (tmp_path / "b.odd").write_text(made.TEXT)

    text, odd = read([tmp_path / "a.txt", tmp_path / "b.odd"])

    assert isinstance(text, Article)
    assert isinstance(odd, Failure)
    assert "the source 'wire' can't tell whether it is of its format (ZeroDivisionError" in str(odd.error)


def test_without_a_plugin_such_a_file_is_read_as_text(tmp_path: Path) -> None:
    (tmp_path / "a.wire").write_text(made.TEXT)

    (found,) = read([tmp_path / "a.wire"])

    assert not isinstance(found, Failure)
