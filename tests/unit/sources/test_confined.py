"""Hostile bytes are taken apart in a process that can be ended, writes nothing and knows no secret."""

import signal
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from graphkit.errors import OverLimit, SourceError
from graphkit.sources.confined import Confined
from graphkit.sources.limits import Limits
from tests import made


@pytest.fixture
def confined() -> Iterator[Confined]:
    confined = Confined(Limits(seconds=3, memory=700 * 2**20))
    yield confined
    confined.close()


def child() -> psutil.Process:
    (found,) = [one for one in psutil.Process().children() if "graphkit.sources.parsers" in one.cmdline()]
    return found


def test_one_process_takes_one_thing_apart_after_another(confined: Confined) -> None:
    first = confined.parse("fragment", b"<p>one</p>", "a", {})
    process = child()
    second = confined.parse("fragment", b"<p>two</p>", "b", {})

    assert (first, second) == ({"text": "one"}, {"text": "two"})
    assert child() == process


def test_it_ends_with_its_owner(confined: Confined) -> None:
    confined.parse("fragment", b"<p>one</p>", "a", {})
    process = child()

    confined.close()

    assert not process.is_running()


def test_it_is_replaced_where_it_was_killed(confined: Confined) -> None:
    confined.parse("fragment", b"<p>one</p>", "a", {})
    process = child()

    process.send_signal(signal.SIGKILL)
    process.wait(10)

    assert confined.parse("fragment", b"<p>two</p>", "b", {}) == {"text": "two"}
    assert child() != process


def test_it_knows_no_password_and_no_address_of_the_graph(
    confined: Confined, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "secret")
    monkeypatch.setenv("NEO4J_URI", "bolt://example")

    confined.parse("fragment", b"<p>one</p>", "a", {})

    assert not [name for name in child().environ() if name.startswith("NEO4J")]


def test_it_can_write_no_file_and_have_no_more_memory(confined: Confined) -> None:
    confined.parse("fragment", b"<p>one</p>", "a", {})
    process = child()

    assert process.rlimit(psutil.RLIMIT_FSIZE) == (0, 0)
    assert process.rlimit(psutil.RLIMIT_AS) == (700 * 2**20, 700 * 2**20)
    assert process.rlimit(psutil.RLIMIT_CORE) == (0, 0)


@pytest.mark.parametrize(
    ("limits", "problem"),
    [
        (Limits(seconds=2, memory=4 * 2**30), "takes more time to take apart than the 2 s allowed"),
        (Limits(seconds=60, memory=500 * 2**20), "takes more memory to take apart than the 500 MB allowed"),
    ],
    ids=["time", "memory"],
)
def test_what_takes_too_much_is_ended_and_the_next_is_read(limits: Limits, problem: str) -> None:
    confined = Confined(limits)
    large = made.html().replace(b"</article>", b"<p>a" * 1_000_000 + b"</article>")

    with pytest.raises(OverLimit, match=rf"large\.html {problem}"):
        confined.parse("page", large, "large.html", {"url": None})

    assert confined.parse("fragment", b"<p>two</p>", "b", {}) == {"text": "two"}
    confined.close()


def test_bytes_that_are_broken_are_told_and_the_process_goes_on(confined: Confined) -> None:
    confined.parse("fragment", b"<p>one</p>", "a", {})
    process = child()

    with pytest.raises(SourceError, match=r"a\.pdf can't be taken apart"):
        confined.parse("pdf", b"%PDF-1.4 nothing", "a.pdf", {"pages": 10})

    assert child() == process


def test_a_parser_that_is_none_is_an_error_of_ours(confined: Confined) -> None:
    with pytest.raises(SourceError, match="LookupError"):
        confined.parse("os", b"", "a", {})


def test_it_does_not_read_modules_of_the_folder_it_works_in(
    confined: Confined, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "lxml.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')")
    monkeypatch.chdir(tmp_path)

    confined.parse("fragment", b"<p>one</p>", "a", {})

    assert [file.name for file in tmp_path.iterdir()] == ["lxml.py"]
