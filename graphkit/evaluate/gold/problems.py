"""What is wrong with a gold file: all of it at once, each with its line."""

from dataclasses import dataclass, field
from difflib import get_close_matches

from graphkit.errors import RecordError


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something to mend at a line (from 1) of a file; a warning may be meant."""

    line: int
    message: str
    warning: bool = False


@dataclass(slots=True)
class Problems:
    """The problems of one file, as they are found."""

    path: str
    found: list[Problem] = field(default_factory=list)

    def error(self, line: int, message: str) -> None:
        self.found.append(Problem(line, message))

    def warn(self, line: int, message: str) -> None:
        self.found.append(Problem(line, message, warning=True))

    def lines(self, *, warnings: bool = True) -> list[str]:
        """`path:line: message`, by line."""
        kept = [problem for problem in sorted(self.found) if warnings or not problem.warning]
        return [
            f"{self.path}:{problem.line}: {'warning: ' if problem.warning else ''}{problem.message}"
            for problem in kept
        ]

    def raise_errors(self) -> None:
        """RecordError with every error, where there is one."""
        errors = self.lines(warnings=False)
        if errors:
            raise RecordError("\n".join(errors))


def suggest(word: str, known: list[str]) -> str:
    """`: did you mean 'x'?` with the nearest known word, or a list of all."""
    near = get_close_matches(word, known, n=1)
    return f": did you mean {near[0]!r}?" if near else f": use one of {', '.join(known)}"
