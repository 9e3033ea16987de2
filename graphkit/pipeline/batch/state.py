"""Where batches keep what isn't in the graph: dead letters, results of runs, pages visited, articles read so far."""

from dataclasses import dataclass
from pathlib import Path

from graphkit.model import digest
from graphkit.settings.folders import find_folders


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


def find_state() -> State:
    """The state of this user."""
    return State(find_folders().state)
