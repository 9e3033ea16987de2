"""Figures kept as JSON, with the machine they were made on."""

import json
import os
import platform
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from graphkit import __version__


def machine() -> dict[str, Any]:
    """What tells one machine from another, as far as figures depend on it."""
    return {
        "cores": os.cpu_count(),
        "architecture": platform.machine(),
        "system": platform.system(),
        "python": platform.python_version(),
        "graphkit": __version__,
    }


def keep(figures: Mapping[str, Any], path: Path | None) -> None:
    """Print them, and write them to the file where one is given."""
    text = json.dumps({**figures, "machine": machine()}, indent=1) + "\n"
    sys.stdout.write(text)
    if path is not None:
        path.write_text(text, encoding="utf-8")
