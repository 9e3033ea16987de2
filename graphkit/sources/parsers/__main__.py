"""The confined process: takes orders on stdin, answers on stdout, in JSON behind their length.

Arguments: seconds of processor time for one order, and bytes of memory.
"""

import json
import os
import resource
import signal
import struct
import sys
from contextlib import suppress
from importlib import import_module
from types import TracebackType
from typing import IO, Any

from graphkit.sources.parsers import Refused

LENGTH = struct.Struct(">I")
PARSERS = ("feed", "fragment", "mail", "page", "pdf")

FAULTS: tuple[type[Exception], ...] = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
)
FAULTS += (SyntaxError, TypeError, ValueError)
"""What libraries raise over odd bytes; whatever else they raise ends the process."""


def main() -> None:
    seconds, memory = int(sys.argv[1]), int(sys.argv[2])
    orders, answers = _own_pipes()
    confine(memory)
    sys.excepthook = _last_words(answers)
    while header := orders.read(LENGTH.size):
        order = json.loads(orders.read(*LENGTH.unpack(header)))
        raw = orders.read(order["size"])
        allow(seconds)
        _say(answers, answer_to(order, raw))


def answer_to(order: dict[str, Any], raw: bytes) -> dict[str, Any]:
    """What was found, or what is wrong with the bytes."""
    try:
        return {"found": obey(order["kind"], raw, order["facts"])}
    except Refused as error:
        return {"refused": type(error).__name__, "why": str(error)}
    except FAULTS as error:
        return {"broken": _worded(error)}


def obey(kind: str, raw: bytes, facts: dict[str, Any]) -> dict[str, Any]:
    """What the parser of a kind finds."""
    if kind not in PARSERS:
        raise LookupError(kind)
    found: dict[str, Any] = import_module(f"graphkit.sources.parsers.{kind}").parse(raw, **facts)
    return found


def confine(memory: int) -> None:
    """No file may be written, no core dumped, no more memory be had; Ctrl-C is for the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # macOS refuses a limit under what it has mapped already: there time alone is limited.
    with suppress(ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def allow(seconds: int) -> None:
    """So much processor time from now on; the kernel ends the process then, wherever it is."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    used = int(usage.ru_utime + usage.ru_stime) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (used + seconds, resource.RLIM_INFINITY))


def _own_pipes() -> tuple[IO[bytes], IO[bytes]]:
    """The pipes to the parent, kept from libraries that print."""
    orders, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    return orders, answers


def _last_words(answers: IO[bytes]) -> Any:
    """Tells why the process ends: memory that couldn't be had, or an error nobody foresaw."""

    def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        is_memory = issubclass(kind, MemoryError)
        _say(answers, {"ended": True, **({"memory": True} if is_memory else {"broken": _worded(error)})})

    return tell


def _worded(error: BaseException) -> str:
    return f"{type(error).__name__}: {' '.join(str(error).split())[:200]}".removesuffix(": ")


def _say(answers: IO[bytes], answer: dict[str, Any]) -> None:
    encoded = json.dumps(answer).encode()
    answers.write(LENGTH.pack(len(encoded)) + encoded)
    answers.flush()


if __name__ == "__main__":
    main()
