"""Everything that is measured, in order; `steps.yaml` lists it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

LISTED = Path(__file__).parent / "steps.yaml"


@dataclass(frozen=True)
class Step:
    """One command. stated: the page of docs with its figures. takes: in words, at full size."""

    name: str
    figures: str
    stated: str
    takes: str
    run: str
    full: str = ""
    small: str = ""

    def command(self, size: str) -> tuple[str, ...]:
        """What follows `python`."""
        return ("-m", *self.run.split(), *(self.full if size == "full" else self.small).split())


def steps() -> tuple[Step, ...]:
    return tuple(Step(**row) for row in yaml.safe_load(LISTED.read_text(encoding="utf-8")))


def of_others(gold: Path) -> Iterator[Step]:
    """Gold we may not hand on, scored where somebody has it."""
    for page, pattern in (
        ("events.md", "events/*.jsonl"),
        ("events.md", "re3d"),
        ("identity.md", "linking/*.jsonl"),
        ("evaluation.md", "gum-news"),
        ("evaluation.md", "gap/*.tsv"),
    ):
        for path in sorted(gold.glob(pattern)):
            yield Step(
                "-".join(path.relative_to(gold).with_suffix("").parts),
                f"gold of others: {path.name}",
                page,
                "a minute",
                f"graphkit -q eval {path}",
            )
