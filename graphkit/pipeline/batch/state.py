"""Where batches keep what isn't in the graph: dead letters, results of runs, pages visited, articles read so far."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

from graphkit.errors import SettingsError
from graphkit.model import digest
from graphkit.settings.folders import state_folder


@dataclass(frozen=True, slots=True)
class State:
    """folder: graphkit's state directory; ~/.local/state/graphkit on Linux, `state` under GRAPHKIT_HOME."""

    folder: Path

    @property
    def letters(self) -> Path:
        return self.folder / "deadletters"

    @property
    def runs(self) -> Path:
        return self.folder / "runs"

    def visits(self, batch: str, basis: object) -> Path:
        """The file of pages visited. basis: what makes a page worth another visit, as a JSON value."""
        return self._of(batch) / f"visits-{digest('v', [basis])[2:14]}.json"

    def staged(self, batch: str) -> Path:
        """The file of articles read but not yet written."""
        return self._of(batch) / "staged.jsonl.gz"

    def results(self, run: str) -> Path:
        """The file of a run's results."""
        return self.runs / run.replace(":", "-") / "run_results.json"

    def _of(self, batch: str) -> Path:
        return self.folder / "batches" / batch


def find_state(environment: Mapping[str, str] | None = None) -> State:
    """The state of this user."""
    return State(state_folder(environment))


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is there whole or not at all, also when the power fails."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with NamedTemporaryFile("wb", dir=path.parent, prefix=".part", delete=False) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(file.name).replace(path)
    except OSError as error:
        raise SettingsError(
            f"{path} can't be written ({error.strerror}): make its folder writable, or set GRAPHKIT_HOME"
        ) from error
