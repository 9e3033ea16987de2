"""What a run has come to so far, and in the end."""

from dataclasses import dataclass, field

from graphkit.model import Extraction


@dataclass(slots=True)
class Counted:
    """found: articles and failures of the sources. unchanged: those the graph has as they are.

    pages: pages that are as they were at the last visit, so that their articles were not even found.
    left_out: by filter. waiting: articles that wait in the dead letters, dropped: that were given up.
    read: articles read, resumed: those of them an earlier run read that didn't write them. claims: what they claim.
    rejected: candidates for claims that became none, by rule and reason, of articles read in this run, also of those
    the store then refused.
    failed: by class of error. retracted: articles that stay out.
    """

    found: int = 0
    unchanged: int = 0
    pages: int = 0
    left_out: dict[str, int] = field(default_factory=dict)
    waiting: int = 0
    dropped: int = 0
    resumed: int = 0
    read: int = 0
    claims: int = 0
    rejected: dict[str, int] = field(default_factory=dict)
    failed: dict[str, int] = field(default_factory=dict)
    retracted: int = 0

    def leave_out(self, reason: str) -> None:
        """A filter leaves an article out."""
        self.left_out[reason] = self.left_out.get(reason, 0) + 1

    def fail(self, kind: str) -> None:
        """An article fails."""
        self.failed[kind] = self.failed.get(kind, 0) + 1

    def read_one(self, extraction: Extraction) -> None:
        """An article was read."""
        self.read += 1
        self.claims += len(extraction.claims)
        for one in extraction.rejected:
            name = f"{one.rule}: {one.reason}"
            self.rejected[name] = self.rejected.get(name, 0) + 1

    @property
    def failures(self) -> int:
        return sum(self.failed.values())

    @property
    def seen(self) -> int:
        """All the sources hold: what `expectations` call articles found."""
        return self.found + self.pages

    @property
    def rate(self) -> float | None:
        """Claims per article read; None where none was."""
        return self.claims / self.read if self.read else None
