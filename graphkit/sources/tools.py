"""What readers read with: the options, a confined parser, the web; each is started where first needed."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from io import BufferedReader, BytesIO
from types import TracebackType
from typing import TYPE_CHECKING, Any, BinaryIO, Self

from graphkit.errors import SourceError
from graphkit.sources.budget import Budget
from graphkit.sources.inputs import Failure, Input
from graphkit.sources.notes import over, read_notes, sidecar_of
from graphkit.sources.options import Options
from graphkit.sources.streams import Counted

if TYPE_CHECKING:
    from graphkit.sources.confined import Confined
    from graphkit.sources.format import Outcome
    from graphkit.sources.visits import Visits
    from graphkit.sources.web.fetch import Web

HEAD = 4096
"""Bytes that tell what a file is."""


class Tools:
    """Opened once for many inputs, and closed after them.

    visits: what is remembered of pages fetched before, None where nothing is.
    budget: how much the input in hand may still unpack to.
    """

    def __init__(self, options: Options, visits: "Visits | None" = None) -> None:
        self.options = options
        self.visits = visits
        self.budget = Budget(options.limits)
        self._parser: Confined | None = None
        self._web: Web | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._parser is not None:
            self._parser.close()
        if self._web is not None:
            self._web.close()

    def read(self, source: Input, stdin: BinaryIO | None = None) -> "Iterator[Outcome]":
        """What an input holds; what fails in it is told, with what it stood in, and the rest goes on."""
        for found in self._read(source, stdin):
            if isinstance(found, Failure) and found.source is None:
                yield replace(found, source=source)
            else:
                yield found

    def _read(self, source: Input, stdin: BinaryIO | None) -> "Iterator[Outcome]":
        try:
            if source.web is not None:
                yield from self._read_page(source)
            elif source.path is None:
                self.budget.begin(0)
                counted = Counted(stdin or sys.stdin.buffer, self.budget)
                yield from self.outcomes(BufferedReader(counted), source)
            else:
                yield from self._read_file(source)
        except SourceError as error:
            yield Failure(source.name, error)
        except OSError as error:
            yield Failure(
                source.name, SourceError(f"{source.name} can't be read ({error.strerror}): {_remedy(error)}")
            )

    def outcomes(self, stream: "BufferedReader[Any]", source: Input) -> "Iterator[Outcome]":
        """What a stream holds: for formats that hold others, as archives do."""
        from graphkit.sources.formats import format_of  # noqa: PLC0415 -- the formats import this module

        try:
            for found in format_of(source, stream.peek(HEAD)[:HEAD]).read(stream, source, self):
                if isinstance(found, Input):
                    yield from self.read(found)
                else:
                    yield found
        except SourceError as error:
            yield Failure(source.name, error)

    def parse(self, kind: str, raw: bytes, name: str, **facts: Any) -> dict[str, Any]:
        """What the parser of a kind ("page", "feed", "pdf", "mail", "fragment") finds in the bytes.

        name: for messages. facts: JSON values the parser takes. Raises OverLimit, Unsafe or SourceError.
        """
        if self._parser is None:
            from graphkit.sources.confined import Confined  # noqa: PLC0415 -- few inputs need it

            self._parser = Confined(self.options.limits)
        return self._parser.parse(kind, raw, name, facts)

    @property
    def web(self) -> "Web":
        """Who asks for pages."""
        if self._web is None:
            from graphkit.sources.web.fetch import Web  # noqa: PLC0415 -- slow to import, few inputs need it

            self._web = Web(self.options.fetching, self.visits)
        return self._web

    def _read_file(self, source: Input) -> "Iterator[Outcome]":
        assert source.path is not None  # noqa: S101 -- for the type checker
        from graphkit.sources.formats import takes_notes  # noqa: PLC0415 -- the formats import this module

        side = sidecar_of(source.path) if takes_notes(source) else None
        known = over(source.known, read_notes(side)) if side else source.known
        with source.path.open("rb") as stream:
            self.budget.begin(source.path.stat().st_size)
            yield from self.outcomes(stream, replace(source, known=known))

    def _read_page(self, source: Input) -> "Iterator[Outcome]":
        """What is at an address; nothing where it didn't change. It is remembered once all of it was read."""
        answer = self.web.fetch(source)
        if answer is None:
            return
        self.budget.begin(len(answer.body))
        failed = False
        reader = BufferedReader(BytesIO(answer.body))
        page = replace(source, url=answer.url, media=answer.media)
        for found in self.outcomes(reader, page):
            if isinstance(found, Failure):
                kept = found if found.source is not None else replace(found, source=page, body=answer.body)
                failed = failed or kept.body is None or self.visits is None or not self.visits.failures_too
                yield kept
            else:
                yield found
        if not failed and self.visits is not None:
            self.visits.note(source.web or "", answer.visit)


def _remedy(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "allow reading it, as with chmod +r, or run as its owner"
    if isinstance(error, FileNotFoundError):
        return "it is a link to nothing, or was taken away meanwhile"
    return "check the path and the disk"
