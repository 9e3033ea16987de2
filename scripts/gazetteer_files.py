"""Reading and writing the tables of the gazetteer."""

import csv
import sys
from collections.abc import Iterable
from pathlib import Path

Row = tuple[str, ...]
Record = dict[str, str]


def records(path: Path) -> list[Record]:
    """Rows by column."""
    # REIGN has a few bytes of another encoding in names of no use here.
    with path.open(encoding="utf-8", errors="replace", newline="") as file:
        return list(csv.DictReader(file))


def write(path: Path, header: Row, rows: Iterable[Row]) -> None:
    """The rows as CSV, each once."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(dict.fromkeys(rows))


def said(text: str) -> None:
    """A note for whoever builds."""
    sys.stderr.write(f"{text}\n")
