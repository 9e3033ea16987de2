"""How the program ends: exit codes, and the one place where errors become messages."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any, NoReturn

from graphkit.cli.words import click
from graphkit.errors import GraphkitError

DONE = 0
PARTLY = 1
"""Done, but some articles failed or a check did not hold."""
NOTHING = 2
"""Nothing could be done: usage, settings, connection."""
INTERRUPTED = 130
TERMINATED = 143
CLOSED_PIPE = 141
"""Who read our output stopped reading (`| head`): what the shell gives for SIGPIPE."""


def ended(call: Callable[[], Any]) -> int:
    """The exit code of a call of the command line; what went wrong is told on stderr."""
    try:
        code = call()
        sys.stdout.flush()
    except BrokenPipeError:
        # The interpreter flushes stdout once more at its end, which would fail again and say so.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLOSED_PIPE
    except GraphkitError as error:
        _tell(str(error))
        return NOTHING
    except OSError as error:
        # A full disk, a folder taken away: the machine's refusal, in its own words.
        _tell(str(error))
        return NOTHING
    except click.ClickException as error:
        _tell_usage(error)
        return NOTHING
    except (click.Abort, KeyboardInterrupt):
        _tell("interrupted")
        return INTERRUPTED
    return code if isinstance(code, int) else DONE


def end_on_sigterm() -> None:
    """Let a kill end the program as an interrupt does: files half-written are removed, workers ended."""

    def end(number: int, frame: FrameType | None) -> NoReturn:
        sys.exit(TERMINATED)

    signal.signal(signal.SIGTERM, end)


@contextmanager
def told_to_end(answer: Callable[[int, FrameType | None], None]) -> Iterator[None]:
    """A block in which Ctrl-C and a kill are answered so; afterwards as before."""
    former = {number: signal.signal(number, answer) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in former.items():
            signal.signal(number, handler)


def _tell_usage(error: click.ClickException) -> None:
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        error.show(sys.stderr)
        return
    context = getattr(error, "ctx", None)
    where = f" (see `{context.command_path} --help`)" if context else ""
    _tell(error.format_message().rstrip(".") + where)


def _tell(message: str) -> None:
    import logging

    from graphkit.cli import logs

    root = logging.getLogger(logs.ROOT)
    if not root.handlers:
        logs.configure(0, "text")
    root.error(message)
