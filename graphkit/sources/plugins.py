"""Formats of other packages: entry points of the group `graphkit.sources`, each a `Format`."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from types import TracebackType
from typing import BinaryIO

from graphkit.errors import GraphkitError, SettingsError, SourceError
from graphkit.model import Article, Extraction
from graphkit.sources.format import Format, Outcome
from graphkit.sources.inputs import Failure, Input
from graphkit.sources.tools import Tools

GROUP = "graphkit.sources"


@cache
def plugins() -> tuple[Format, ...]:
    """The formats of installed packages, by name; SettingsError names the one that can't be used.

    Whatever a format raises over an input is a SourceError of that input, and the next is read.
    """
    points = sorted(entry_points(group=GROUP), key=lambda point: point.name)
    return tuple(_guarded(point.name, _loaded(point)) for point in points)


def _loaded(point: EntryPoint) -> Format:
    called = f"the source {point.name!r} ({point.value})"
    with _Foreign(f"{called} can't be loaded", SettingsError):
        form = point.load()
    if not isinstance(form, Format):
        raise SettingsError(
            f"{called} is a {type(form).__name__}, not a graphkit Format: mend or uninstall its package"
        )
    return form


def _guarded(name: str, form: Format) -> Format:
    def begins(head: bytes) -> bool:
        with _Foreign(f"the source {name!r} can't tell whether it is of its format", SourceError):
            return form.begins(head)

    def read(stream: BinaryIO, source: Input, tools: Tools) -> Iterator[Outcome | Input]:
        with _Foreign(f"{source.name} can't be read by the source {name!r}", SourceError):
            for found in form.read(stream, source, tools):
                if not isinstance(found, Article | Extraction | Failure | Input):
                    raise TypeError(f"it gives a {type(found).__name__}, not an Article")
                yield found

    return replace(form, begins=begins, read=read)


class _Foreign:
    """A block of another package's code: it may raise anything, which becomes one error of ours that names it."""

    def __init__(self, problem: str, error: type[GraphkitError]) -> None:
        self._problem = problem
        self._error = error

    def __enter__(self) -> None:
        return None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(error, Exception) and not isinstance(error, SourceError):
            why = " ".join(f"{type(error).__name__}: {error}".split())[:500]
            raise self._error(f"{self._problem} ({why}): mend or uninstall its package") from error
