"""Where the program keeps what must outlast a command: one place for all that asks."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from platformdirs import PlatformDirs


class Folders(NamedTuple):
    """cache: what is fetched again when missing. config: what the user edits. data: the graph. state: the rest."""

    cache: Path
    config: Path
    data: Path
    state: Path


def find_folders(environment: Mapping[str, str] | None = None) -> Folders:
    """Under GRAPHKIT_HOME where that is set, else where the system keeps such things; they need not exist.

    The XDG variables count.
    """
    chosen = (os.environ if environment is None else environment).get("GRAPHKIT_HOME")
    if chosen:
        return folders_under(Path(chosen).expanduser().absolute())
    dirs = PlatformDirs("graphkit", appauthor=False)
    return Folders(dirs.user_cache_path, dirs.user_config_path, dirs.user_data_path, dirs.user_state_path)


def folders_under(folder: Path) -> Folders:
    """Everything in one folder."""
    return Folders(*(folder / name for name in Folders._fields))
