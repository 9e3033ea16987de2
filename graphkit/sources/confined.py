"""A process of its own that takes hostile bytes apart: it can be killed, and can neither write nor eat all memory.

Pages, PDFs, feeds and mail are taken apart by libraries that were written to be right, not to be safe: some
input makes each of them loop, recurse or eat memory. The process is started where first needed, does one thing
after another, and is replaced where it was ended. It answers in JSON, so that nothing it says can run here.
"""

import json
import os
import selectors
import signal
import struct
import subprocess
import sys
import time
from contextlib import suppress
from typing import IO, Any

from graphkit.errors import OverLimit, SourceError, Unsafe
from graphkit.sources.limits import Limits, megabytes

LENGTH = struct.Struct(">I")
LONGEST_ANSWER = 512 * 2**20
PIECE = 2**20
PATIENCE = 4
"""Real time may be so many times the processor time: the machine has other things to do."""

STARTING = 30
"""Seconds of real time besides, for starting the process and importing what it needs."""

KEPT = (
    "PATH",
    "LANG",
    "LC_ALL",
    "LC_CTYPE",
    "SYSTEMROOT",
    "VIRTUAL_ENV",
    "PYTHONPATH",
    "PYTHONHOME",
    "TMPDIR",
)
"""All it knows of our environment: no password."""

REFUSALS = {"Hostile": Unsafe, "TooMuch": OverLimit}


class Confined:
    """Not for several threads at a time."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._process: subprocess.Popen[bytes] | None = None

    def parse(self, kind: str, raw: bytes, name: str, facts: dict[str, Any]) -> dict[str, Any]:
        """What the parser finds; OverLimit, Unsafe or SourceError names `name` and what is wrong with it."""
        answer = self._ask({"kind": kind, "facts": facts, "size": len(raw)}, raw, name)
        if "found" in answer:
            return dict(answer["found"])
        if "refused" in answer:
            raise REFUSALS.get(answer["refused"], SourceError)(f"{name} {answer['why']}")
        if answer.get("ended"):
            self.close()
        if answer.get("memory"):
            raise OverLimit(self._too_much(name, "memory"))
        raise SourceError(f"{name} can't be taken apart ({answer.get('broken')}): open and save it again")

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                # It may be gone before it was told all.
                with suppress(BrokenPipeError):
                    pipe.close()
        process.wait()

    def _ask(self, header: dict[str, Any], raw: bytes, name: str) -> dict[str, Any]:
        process = self._started()
        encoded = json.dumps(header).encode()
        try:
            _tell(process.stdin, LENGTH.pack(len(encoded)) + encoded, raw)
            answer = self._listen(process)
        except (BrokenPipeError, EOFError) as error:
            raise self._ended(name) from error
        except TimeoutError as error:
            self.close()
            raise OverLimit(self._too_much(name, "time")) from error
        return answer

    def _started(self) -> "subprocess.Popen[bytes]":
        if self._process is None or self._process.poll() is not None:
            self.close()
            environment = {key: value for key, value in os.environ.items() if key in KEPT}
            limits = [str(self._limits.seconds), str(self._limits.memory)]
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-B", "-m", "graphkit.sources.parsers", *limits],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                # The same page gives the same text, whatever order some library iterates a set in.
                env={**environment, "PYTHONHASHSEED": "0"},
            )
        return self._process

    def _listen(self, process: "subprocess.Popen[bytes]") -> dict[str, Any]:
        ends = time.monotonic() + PATIENCE * self._limits.seconds + STARTING
        (size,) = LENGTH.unpack(_receive(process.stdout, LENGTH.size, ends))
        if size > LONGEST_ANSWER:
            raise TimeoutError
        answer: dict[str, Any] = json.loads(_receive(process.stdout, size, ends))
        return answer

    def _ended(self, name: str) -> SourceError:
        """What it means that the process is gone."""
        assert self._process is not None  # noqa: S101 -- for the type checker
        code = self._process.wait()
        self.close()
        if code == -getattr(signal, "SIGXCPU", 0):
            return OverLimit(self._too_much(name, "time"))
        if code == -signal.SIGKILL:
            return OverLimit(self._too_much(name, "memory"))
        return SourceError(f"{name} can't be taken apart (its parser crashed): leave it out, or save it anew")

    def _too_much(self, name: str, what: str) -> str:
        limits = self._limits
        allowed = f"{limits.seconds} s" if what == "time" else megabytes(limits.memory)
        return f"{name} takes more {what} to take apart than the {allowed} allowed: leave it out, or save it anew"


def _tell(pipe: IO[bytes] | None, *pieces: bytes) -> None:
    assert pipe is not None  # noqa: S101 -- for the type checker
    for piece in pieces:
        pipe.write(piece)
    pipe.flush()


def _receive(pipe: IO[bytes] | None, size: int, ends: float) -> bytes:
    """So many bytes; TimeoutError at the end of the time, EOFError where the other side is gone."""
    assert pipe is not None  # noqa: S101 -- for the type checker
    pieces: list[bytes] = []
    with selectors.DefaultSelector() as selector:
        selector.register(pipe, selectors.EVENT_READ)
        while size:
            if not selector.select(max(0.0, ends - time.monotonic())):
                raise TimeoutError
            piece = os.read(pipe.fileno(), min(size, PIECE))
            if not piece:
                raise EOFError
            pieces.append(piece)
            size -= len(piece)
    return b"".join(pieces)
