"""click, with its help drawn by rich at a terminal.

Drawing costs more than twice click's own start, so a help text that is piped is click's plain one.
"""

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING or not (sys.stdout.isatty() or os.environ.get("FORCE_COLOR")):
    import click
    from click import Group as _Group
else:
    import rich_click as click
    from rich_click import RichGroup as _Group

__all__ = ["Group", "click"]


class Group(_Group):
    """A group that lists its commands in the order they are used, not by letter."""

    def list_commands(self, context: "click.Context") -> list[str]:
        return list(self.commands)
