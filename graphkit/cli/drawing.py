"""A table as rich draws it; long words (quotes, questions) get lines of their own below their row."""

from collections.abc import Mapping, Sequence

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

LONG = 32
"""Cells: a column with anything longer stands below its row, where the table would be too wide."""
GAP = 2

Rows = Sequence[Mapping[str, str]]


def draw(console: Console, rows: Rows, columns: Sequence[str], title: str | None = None) -> None:
    """Print the rows: as one table where it fits, else each row with its long cells below."""
    if title:
        console.print(Text(title, style="bold"))
    widths = {
        column: max(cell_len(column), *(cell_len(row[column]) for row in rows), 0) for column in columns
    }
    if not rows:
        console.print(Text("(nothing found)"))
    elif sum(widths.values()) + GAP * len(columns) <= console.width:
        console.print(_table(rows, columns))
    else:
        short = [column for column in columns if widths[column] <= LONG]
        _print_blocks(console, rows, short, [column for column in columns if column not in short], widths)


def _table(rows: Rows, columns: Sequence[str]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        table.add_column(Text(column))
    for row in rows:
        # As Text: a quote with [brackets] is no markup of ours.
        table.add_row(*(Text(row[column]) for column in columns))
    return table


def _print_blocks(
    console: Console, rows: Rows, short: Sequence[str], long: Sequence[str], widths: Mapping[str, int]
) -> None:
    if short:
        console.print(_line({column: column for column in short}, short, widths, "dim"))
    for row in rows:
        if short:
            console.print(_line(row, short, widths, "bold"))
        console.print(Padding(_labelled(row, long), (0, 0, 1, 2 if short else 0)))


def _line(row: Mapping[str, str], columns: Sequence[str], widths: Mapping[str, int], style: str) -> Text:
    cells = (row[column] + " " * (widths[column] - cell_len(row[column]) + GAP) for column in columns)
    return Text("".join(cells).rstrip(), style=style)


def _labelled(row: Mapping[str, str], columns: Sequence[str]) -> Table:
    grid = Table.grid(padding=(0, GAP))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for column in columns:
        if row[column]:
            grid.add_row(Text(column), Text(row[column]))
    return grid
