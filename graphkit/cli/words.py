"""click, with its help drawn by rich at a terminal.

Drawing costs more than twice click's own start, so a help text that is piped is click's plain one.
"""

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING or not (sys.stdout.isatty() or os.environ.get("FORCE_COLOR")):
    import click
    from click import Group as _Group
else:
    import rich_click as click
    from rich_click import RichGroup as _Group

__all__ = ["Group", "Later", "click"]


class Later(click.Command):
    """A command known by name and one line, whose module is imported when it is called.

    place: "module:attribute".
    """

    def __init__(self, name: str, place: str, line: str) -> None:
        super().__init__(name, help=line)
        self._place = place

    def real(self) -> click.Command:
        """The command itself."""
        module, _, attribute = self._place.partition(":")
        found: click.Command = getattr(import_module(module), attribute)
        return found


class Group(_Group):
    """A group that lists its commands in the order they are used, and imports the one that is called."""

    def list_commands(self, context: click.Context) -> list[str]:
        return list(self.commands)

    def resolve_command(
        self, context: click.Context, arguments: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name, command, rest = super().resolve_command(context, arguments)
        return name, command.real() if isinstance(command, Later) else command, rest
