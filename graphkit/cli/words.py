"""click, with its help drawn by rich at a terminal.

Drawing costs more than twice click's own start, so a help text that is piped is click's plain one.
"""

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING or not (sys.stdout.isatty() or os.environ.get("FORCE_COLOR")):
    import click
else:
    import rich_click as click

__all__ = ["click"]
