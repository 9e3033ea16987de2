"""What a comparison finds: how alike, why, and what rules it out."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """score: 0 to 1, 0 where something rules it out. reasons: what speaks for it. against: what rules it out."""

    score: float = 0.0
    reasons: tuple[str, ...] = ()
    against: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        """Why, in one line."""
        return "; ".join(self.against or self.reasons)


NOTHING = Finding()


def ruled_out(*why: str) -> Finding:
    """What can't be one."""
    return Finding(0.0, (), why)


def best(findings: Iterable[Finding]) -> Finding:
    """The finding that says most: what rules it out before the highest score."""
    listed = list(findings)
    excluded = [finding for finding in listed if finding.against]
    if excluded:
        return min(excluded, key=lambda finding: finding.against)
    return max(listed, key=lambda finding: (finding.score, finding.reasons), default=NOTHING)
