"""Each way of ending has its exit code and its words on stderr."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator

import click
import pytest

from graphkit.cli import exits, logs
from graphkit.errors import NotReachable


@pytest.fixture(autouse=True)
def _logs() -> Iterator[None]:
    logs.configure(0, "text")
    yield
    logs.configure(0, "text")


def raising(error: BaseException) -> Callable[[], None]:
    def call() -> None:
        raise error

    return call


@pytest.mark.parametrize(
    ("call", "code", "words"),
    [
        (lambda: None, 0, ""),
        (lambda: 1, 1, ""),
        (raising(NotReachable("no Neo4j answers")), 2, "error: no Neo4j answers\n"),
        (raising(click.UsageError("no such option")), 2, "error: no such option\n"),
        (raising(OSError(28, "No space left on device")), 2, "error: [Errno 28] No space left on device\n"),
        (raising(KeyboardInterrupt()), 130, "error: interrupted\n"),
        (raising(click.Abort()), 130, "error: interrupted\n"),
    ],
)
def test_an_end_has_its_code_and_its_words(
    call: Callable[[], None], code: int, words: str, capsys: pytest.CaptureFixture[str]
):
    assert exits.ended(call) == code
    assert capsys.readouterr() == ("", words)


def test_a_fault_of_the_program_is_not_hidden():
    with pytest.raises(ZeroDivisionError):
        exits.ended(raising(ZeroDivisionError()))


def test_json_logs_carry_what_was_added(capsys: pytest.CaptureFixture[str]):
    logs.configure(0, "json")

    exits.ended(raising(NotReachable("away")))

    line = json.loads(capsys.readouterr().err)
    assert (line["level"], line["message"]) == ("error", "away")


def test_a_reader_that_stops_is_no_error():
    program = "from graphkit.cli.exits import ended; ended(lambda: print('x\\n' * 100_000))"
    command = f'{sys.executable} -c "{program}" | head -1'

    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)

    assert (done.stdout, done.stderr) == ("x\n", "")
