"""However a run ends, it says so, and leaves nothing half-written."""

import os
import pty
import signal
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from tests.end_to_end.conftest import Program

Write = Callable[[str, str | bytes], Path]
SENTENCE = "Russia rejected the American proposal number {} on Friday, and Kenya sent troops to Haiti.\n"


@pytest.fixture
def much(article: Write) -> str:
    """So many articles that reading them outlasts the test."""
    for number in range(400):
        article(f"news/{number}.txt", SENTENCE.format(number) * 40)
    return "news"


def begun(program: Program, *arguments: str) -> subprocess.Popen[bytes]:
    """The program, started, and reading: its first progress is a half-written file or a child process."""
    process = subprocess.Popen(
        program.command(*arguments), cwd=program.folder, env=program.environment, stderr=subprocess.PIPE
    )
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and not any(program.folder.glob(".*.part")):
        time.sleep(0.05)
    return process


@pytest.mark.parametrize("workers", ["1", "2"])
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_run_that_is_ended_leaves_no_file_and_no_process(
    graphkit: Program, much: str, number: signal.Signals, code: int, workers: str
):
    with begun(graphkit, "extract", much, "-o", "out.jsonl", "--workers", workers) as process:
        time.sleep(3)
        children = psutil.Process(process.pid).children(recursive=True)
        process.send_signal(number)
        said = process.communicate(timeout=60)[1].decode()

    assert process.returncode == code
    assert "Traceback" not in said
    assert [path.name for path in graphkit.folder.iterdir()] == ["news"]
    assert psutil.wait_procs(children, timeout=10)[1] == []


def at_terminal(program: Program, *arguments: str) -> tuple[int, str]:
    """Exit code and stderr of a run whose stderr is a terminal."""
    shown, terminal = pty.openpty()
    process = subprocess.Popen(
        program.command(*arguments),
        cwd=program.folder,
        env=program.environment | {"TERM": "xterm"},
        stderr=terminal,
    )
    os.close(terminal)
    drawn = b""
    with (
        os.fdopen(shown, "rb", buffering=0) as stream,
        suppress(OSError),
    ):  # what Linux says at a terminal's end
        while piece := stream.read(4096):
            drawn += piece
    return process.wait(), drawn.decode()


def test_a_bar_is_drawn_at_a_terminal_and_nowhere_else(graphkit: Program, article: Write):
    path = str(article("a.txt", SENTENCE))
    code, drawn = at_terminal(graphkit, "extract", path, "-o", "out.jsonl")
    piped = graphkit("extract", path, "-o", "out.jsonl")

    assert (code, piped.returncode) == (0, 0)
    assert "reading" in drawn
    assert "\x1b[" in drawn
    assert "reading" not in piped.stderr
    assert "\x1b[" not in piped.stderr


def test_workers_end_when_their_parent_is_killed(graphkit: Program, much: str):
    with begun(graphkit, "extract", much, "-o", "out.jsonl", "--workers", "2") as process:
        time.sleep(3)
        children = psutil.Process(process.pid).children(recursive=True)
        process.kill()
        process.communicate(timeout=60)

    assert children
    assert psutil.wait_procs(children, timeout=30)[1] == []


def test_a_reader_that_has_enough_is_no_error(graphkit: Program, much: str):
    command = " ".join(graphkit.command("extract", "news/1.txt", "news/2.txt", "-q")) + " | head -c 20"

    done = subprocess.run(
        command, shell=True, cwd=graphkit.folder, env=graphkit.environment, capture_output=True, check=False
    )

    assert done.stdout == b'{"format": "graphkit'
    assert done.stderr == b""
