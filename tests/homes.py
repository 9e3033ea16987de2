"""Homes for a local server that a test may do anything to."""

import os
from pathlib import Path

from graphkit.store import server


def home_with_jars(folder: Path) -> server.Home:
    """A home in an empty folder, fit for GRAPHKIT_HOME: only the jars, 143 MB of them, are the user's own."""
    cache = server.find_home(os.environ).cache
    cache.mkdir(parents=True, exist_ok=True)
    (folder / "cache").symlink_to(cache)
    return server.home_at(folder)
