"""What a scorer hands back: figures by name, tables, and examples to learn from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from graphkit.errors import UsageError


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a header."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str | float, ...], ...]


@dataclass(frozen=True, slots=True)
class Report:
    """figures: by name ("f1", "speaker.accuracy"), what `--min` can hold to a floor.

    examples: the worst first, one a line.
    """

    title: str
    figures: Mapping[str, float]
    tables: tuple[Table, ...] = ()
    examples: tuple[str, ...] = field(default=())

    def as_record(self) -> dict[str, object]:
        """JSON values."""
        tables = [
            {"title": t.title, "header": list(t.header), "rows": [list(r) for r in t.rows]}
            for t in self.tables
        ]
        return {
            "title": self.title,
            "figures": {name: round(value, 6) for name, value in self.figures.items()},
            "tables": tables,
            "examples": list(self.examples),
        }

    def lines(self, examples: int = 10) -> Iterator[str]:
        """Plain text, tab-parted, with so many examples."""
        yield f"# {self.title}"
        for name, value in self.figures.items():
            yield f"{name}\t{value:.4f}"
        for table in self.tables:
            yield ""
            yield f"## {table.title}"
            yield "\t".join(table.header)
            for row in table.rows:
                yield "\t".join(map(_shown, row))
        if examples and self.examples:
            yield ""
            yield f"## examples ({min(examples, len(self.examples))} of {len(self.examples)})"
            yield from self.examples[:examples]


def below_floors(report: Report, floors: Mapping[str, float]) -> list[str]:
    """What fails: one line for each figure under its floor. UsageError where there is no such figure."""
    failed = []
    for name, floor in floors.items():
        if name not in report.figures:
            raise UsageError(f"no figure {name!r} to hold to a floor: use one of {', '.join(report.figures)}")
        if report.figures[name] < floor:
            failed.append(f"{name} is {report.figures[name]:.4f}, under its floor of {floor:g}")
    return failed


def _shown(value: str | float) -> str:
    """Whole numbers without a point."""
    return f"{value:g}" if isinstance(value, float) and value == int(value) else str(value)
