"""One gazetteer file: CSV rows checked one by one, every wrong one reported with its line."""

import csv
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from graphkit.errors import SettingsError
from graphkit.resolve.gazetteer.facts import Wrong
from graphkit.resolve.gazetteer.rows import Demonym, Entry, Office, Seat, Within
from graphkit.resolve.ids import NAMED, named_id

Row = Entry | Demonym | Seat | Office | Within
Cells = dict[str, str]

QID = re.compile(r"Q[1-9][0-9]*")
DATE = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?")
FORMS = ("adjective", "people")
WEAK = "?"
"""After an alias: others are called so too."""


@dataclass(frozen=True, slots=True)
class Table:
    """A kind of file: its header, how a row is read, and which columns may not be empty."""

    header: tuple[str, ...]
    read: Callable[[Cells, frozenset[str], int], Row]
    needed: tuple[str, ...]


@dataclass(slots=True)
class Read:
    """What was read: rows with their places ("file:line"), and what is wrong with those left out.

    offered: offices of lists that were cut down, left out where nobody is known whom they name.
    """

    rows: list[tuple[str, Row]] = field(default_factory=list)
    offered: list[Office] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def read_rows(path: Path, kinds: frozenset[str], layer: int, read: Read) -> None:
    """Add a file's rows; SettingsError where the file as a whole can't be read."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.reader(file, strict=True)
            table = _table(next(reader, []), path)
            for cells in reader:
                if cells:
                    _take(cells, table, f"{path}:{reader.line_num}", kinds, layer, read)
    except OSError as error:
        raise SettingsError(f"{path} can't be read ({error.strerror}): check the path") from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path} isn't UTF-8 text ({error.reason}): save it as UTF-8") from error
    except csv.Error as error:
        read.wrong.append(f"{path}:{reader.line_num}: not CSV: {error}")


def _take(cells: list[str], table: Table, place: str, kinds: frozenset[str], layer: int, read: Read) -> None:
    if len(cells) != len(table.header):
        read.wrong.append(
            f"{place}: {len(cells)} columns, not {len(table.header)} ({', '.join(table.header)})"
        )
        return
    take(dict(zip(table.header, cells, strict=True)), table, place, kinds, layer, read)


def take(cells: Cells, table: Table, place: str, kinds: frozenset[str], layer: int, read: Read) -> None:
    """Add one row, or what is wrong with it."""
    try:
        read.rows.append((place, table.read(cells, kinds, layer)))
    except Wrong as error:
        read.wrong.append(f"{place}: {error}")


def _table(header: list[str], path: Path) -> Table:
    for table in TABLES:
        if tuple(header) == table.header:
            return table
    known = "; ".join(",".join(table.header) for table in TABLES)
    raise SettingsError(f"{path}:1: unknown header {','.join(header)!r}: use one of {known}")


def _entry(cells: Cells, kinds: frozenset[str], layer: int) -> Entry:
    name, kind = cells["name"].strip(), cells["kind"]
    if not name:
        raise Wrong("name is empty")
    if kind not in kinds:
        raise Wrong(f"kind {kind!r} isn't one of {', '.join(sorted(kinds))}")
    if cells["population"] and not cells["population"].isdecimal():
        raise Wrong(f"population {cells['population']!r} isn't a whole number")
    country = _reference(cells, "country") if cells["country"] else None
    scope = country if kind == "Place" else None
    id_ = _reference(cells, "id") if cells["id"] else named_id(kind, name, scope)
    aliases = _listed(cells["aliases"])
    return Entry(
        id=id_,
        name=name,
        kind=kind,
        aliases=tuple(alias.removesuffix(WEAK) for alias in aliases),
        weak=tuple(alias.removesuffix(WEAK) for alias in aliases if alias.endswith(WEAK)),
        roles=tuple(role.lower() for role in _listed(cells["roles"])),
        country=country,
        population=int(cells["population"] or 0),
        source=_source(cells),
        layer=layer,
    )


def _demonym(cells: Cells, kinds: frozenset[str], layer: int) -> Demonym:
    if not cells["word"].strip():
        raise Wrong("word is empty")
    if cells["form"] not in FORMS:
        raise Wrong(f"form {cells['form']!r} isn't one of {', '.join(FORMS)}")
    return Demonym(cells["word"].strip(), cells["form"], _pointer(cells, "entity"), _source(cells))


def _seat(cells: Cells, kinds: frozenset[str], layer: int) -> Seat:
    if not cells["name"].strip():
        raise Wrong("name is empty")
    place = _pointer(cells, "place") if cells["place"] else None
    return Seat(cells["name"].strip(), _pointer(cells, "stands_for"), place, _source(cells))


def _within(cells: Cells, kinds: frozenset[str], layer: int) -> Within:
    return Within(_pointer(cells, "place"), _pointer(cells, "region"), _source(cells))


def _office(cells: Cells, kinds: frozenset[str], layer: int) -> Office:
    if not cells["office"].strip():
        raise Wrong("office is empty")
    start, end = cells["start"] or None, cells["end"] or None
    for name, date in (("start", start), ("end", end)):
        if date is not None and not DATE.fullmatch(date):
            raise Wrong(f"{name} {date!r} isn't a date like 2021-01-26, 2021-01 or 2021")
    if start and end and end < start[: len(end)]:
        raise Wrong(f"ends {end} before it starts {start}")
    office = cells["office"].strip().lower()
    return Office(_pointer(cells, "person"), office, _pointer(cells, "of"), start, end, _source(cells))


def _reference(cells: Cells, column: str) -> str:
    """`Q30` as `wd:Q30`; an id of ours as it is."""
    value = cells[column]
    if QID.fullmatch(value):
        return f"wd:{value}"
    if value.startswith(NAMED) and value not in NAMED:
        return value
    raise Wrong(f"{column} {value!r} is neither a Wikidata item like Q30 nor an id like e:...")


def _pointer(cells: Cells, column: str) -> str:
    """An id, or the name of an entry, to be looked up when all files are read."""
    value = cells[column].strip()
    if not value:
        raise Wrong(f"{column} is empty: give an item like Q30, or the name of an entry")
    return f"wd:{value}" if QID.fullmatch(value) else value


def _source(cells: Cells) -> str:
    if not cells["source"].strip():
        raise Wrong("source is empty: say where the fact is from")
    return cells["source"].strip()


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


TABLES = (
    Table(
        ("id", "name", "kind", "aliases", "roles", "country", "population", "source"),
        _entry,
        ("name", "kind", "source"),
    ),
    Table(("word", "form", "entity", "source"), _demonym, ("word", "form", "entity", "source")),
    Table(("name", "stands_for", "place", "source"), _seat, ("name", "stands_for", "source")),
    Table(("place", "region", "source"), _within, ("place", "region", "source")),
    Table(
        ("person", "office", "of", "start", "end", "source"), _office, ("person", "office", "of", "source")
    ),
)
