"""What every command has: settings, notes, and the options all commands share."""

import functools
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from graphkit.cli.words import click

if TYPE_CHECKING:
    from logging import Logger

    from graphkit.settings import Settings

F = TypeVar("F", bound=Callable[..., Any])
_KEPT = "graphkit.shared"


@dataclass(frozen=True)
class Session:
    """The shared options of one call of the program."""

    settings_file: Path | None
    verbosity: int
    log_format: str

    def settings(self, **flags: Any) -> "Settings":
        """The settings in force. flags: by key with `__` for the dot (reading__workers); None: not given."""
        from graphkit import settings

        return settings.read(self.settings_file, {key.replace("__", "."): flags[key] for key in flags})

    def note(self, message: str, **extra: Any) -> None:
        """Tell what is being done, on stderr; -q leaves it out."""
        self._log().info(message, extra=extra)

    def detail(self, message: str) -> None:
        """Tell what only matters to someone who looks closely; -v shows it."""
        self._log("details").info(message)

    def warn(self, message: str, **extra: Any) -> None:
        """Tell what the user should know though the work goes on."""
        self._log().warning(message, extra=extra)

    def error(self, message: str, **extra: Any) -> None:
        """Tell what went wrong while the rest goes on."""
        self._log().error(message, extra=extra)

    @staticmethod
    def _log(name: str = "cli") -> "Logger":
        import logging

        return logging.getLogger(f"graphkit.{name}")

    @property
    def draws(self) -> bool:
        """Whether progress bars belong on stderr: at a terminal, for people."""
        return sys.stderr.isatty() and self.verbosity >= 0 and self.log_format == "text"


def shared_options(function: F) -> F:
    """-v, -q, --log-format and --settings, before or after the command's name."""
    for option in reversed(_SHARED):
        function = option(function)
    return function


def with_session(function: F) -> F:
    """Give a command the shared options and, as its first argument, the `Session` they make."""

    @functools.wraps(function)
    def run(*arguments: Any, **options: Any) -> Any:
        return function(_session(click.get_current_context()), *arguments, **options)

    return shared_options(run)  # type: ignore[return-value]  # the session is given here, not by click


def _session(context: "click.Context") -> Session:
    from graphkit.cli import logs

    kept = context.meta.get(_KEPT, {})
    session = Session(
        settings_file=kept.get("settings_file"),
        verbosity=kept.get("verbose", 0) - (1 if kept.get("quiet") else 0),
        log_format=kept.get("log_format", "text"),
    )
    logs.configure(session.verbosity, session.log_format)
    return session


def _keep(context: "click.Context", parameter: "click.Parameter", value: Any) -> None:
    if value:
        context.meta.setdefault(_KEPT, {})[parameter.name] = value


_SHARED = (
    click.option(
        "-v", "--verbose", count=True, expose_value=False, callback=_keep, help="Say more; -vv still more."
    ),
    click.option("-q", "--quiet", is_flag=True, expose_value=False, callback=_keep, help="Errors only."),
    click.option(
        "--log-format",
        type=click.Choice(["text", "json"]),
        expose_value=False,
        callback=_keep,
        help="How stderr is written.  [default: text]",
    ),
    click.option(
        "--settings",
        "settings_file",
        type=click.Path(path_type=Path, dir_okay=False),
        expose_value=False,
        callback=_keep,
        metavar="FILE",
        help="Settings file in place of graphkit.yaml here or in the user's configuration directory.",
    ),
)
