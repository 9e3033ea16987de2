"""Where the program keeps what must outlast a run and isn't the user's to edit."""

import os
from collections.abc import Mapping
from pathlib import Path

import platformdirs


def state_folder(environment: Mapping[str, str] | None = None) -> Path:
    """~/.local/state/graphkit on Linux; `state` under GRAPHKIT_HOME where that is set. It need not exist."""
    chosen = (os.environ if environment is None else environment).get("GRAPHKIT_HOME")
    return Path(chosen).expanduser() / "state" if chosen else platformdirs.user_state_path("graphkit")
