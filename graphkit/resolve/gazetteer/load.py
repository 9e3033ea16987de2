"""The gazetteer files, read in order; shelves are opened beside."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from graphkit.errors import SettingsError
from graphkit.ontology import Ontology
from graphkit.resolve.gazetteer.desk import read_ftm, read_yaml
from graphkit.resolve.gazetteer.gazetteer import Gazetteer
from graphkit.resolve.gazetteer.joined import joined
from graphkit.resolve.gazetteer.rows import Demonym, Entry, Office, Seat, Within
from graphkit.resolve.gazetteer.shelf import Shelf, is_shelf
from graphkit.resolve.gazetteer.tables import Read, Row, read_rows
from graphkit.resources import shipped

SHOWN = 20
Reader = Callable[[Path, frozenset[str], int, Read], None]
READERS: dict[str, Reader] = {
    ".csv": read_rows,
    ".yaml": read_yaml,
    ".yml": read_yaml,
    ".ftm": read_ftm,
    ".json": read_ftm,
    ".jsonl": read_ftm,
}
SHELVES = (".gazetteer", ".sqlite", ".db")
"""Endings by which files made by `graphkit gazetteer build` are found in a folder."""


def load_gazetteer(ontology: Ontology, extra: Sequence[Path] = ()) -> Gazetteer:
    """What graphkit ships, and the user's own files or folders of them (CSV, YAML, FtM), which take precedence.

    What `graphkit gazetteer build` made is opened beside. SettingsError lists every malformed row with file,
    line and reason.
    """
    kinds = frozenset(ontology.kinds)
    read, shelves = Read(list(_ours(kinds))), []
    for layer, root in enumerate(extra, 1):
        for path in _files(root):
            if is_shelf(path):
                shelves.append(Shelf(path))
            else:
                _reader(path)(path, kinds, layer, read)
    entries = _entries(read)
    read.rows = list(_pointed(read, entries))
    read.wrong += _dangling(read, entries, shelves)
    if read.wrong:
        raise SettingsError(_report(read.wrong))
    rows = [row for _, row in read.rows]
    for row in rows:
        if isinstance(row, Within):
            entries[row.place] = replace(entries[row.place], region=row.region)
    return Gazetteer(
        entries.values(),
        (row for row in rows if isinstance(row, Demonym)),
        (row for row in rows if isinstance(row, Seat)),
        (*(row for row in rows if isinstance(row, Office)), *_known_of(read.offered, entries, shelves)),
        shelves,
    )


@cache
def _ours(kinds: frozenset[str]) -> tuple[tuple[str, Row], ...]:
    """The rows graphkit ships, read once in a process."""
    read = Read()
    for path in _files(shipped("config", "gazetteer")):
        read_rows(path, kinds, 0, read)
    if read.wrong:
        raise SettingsError(_report(read.wrong))
    return tuple(read.rows)


def _files(root: Path) -> list[Path]:
    if not root.exists():
        raise SettingsError(f"gazetteer {root} doesn't exist: check the path")
    if not root.is_dir():
        return [root]
    return [path for path in sorted(root.iterdir()) if path.suffix in READERS or path.suffix in SHELVES]


def _reader(path: Path) -> Reader:
    try:
        return READERS[path.suffix.lower()]
    except KeyError as error:
        raise SettingsError(
            f"gazetteer {path} is neither {', '.join(READERS)} nor made by `graphkit gazetteer build`: give it one "
            "of these endings"
        ) from error


def _entries(read: Read) -> dict[str, Entry]:
    """Entries by id: rows of one layer add aliases to one another, a higher layer's row replaces."""
    entries: dict[str, Entry] = {}
    for place, row in read.rows:
        if not isinstance(row, Entry):
            continue
        known = entries.get(row.id)
        if known is not None and known.layer == row.layer and known.kind != row.kind:
            read.wrong.append(
                f"{place}: {row.id} is a {row.kind} here and a {known.kind} elsewhere: keep one"
            )
        entries[row.id] = row if known is None else joined(known, row)
    return entries


def _pointed(read: Read, entries: dict[str, Entry]) -> Iterator[tuple[str, Row]]:
    """The rows, names they point to replaced by the ids of their entries."""
    by_name: dict[str, set[str]] = defaultdict(set)
    for entry in entries.values():
        by_name[entry.name].add(entry.id)
    for place, row in read.rows:
        found: dict[str, str] = {}
        for column, name in _references(row):
            ids = sorted(by_name.get(name, ())) if name not in entries else []
            if len(ids) > 1:
                several = ", ".join(ids)
                read.wrong.append(
                    f"{place}: {column} {name!r} is the name of several entries: give one of {several}"
                )
            if ids:
                found[name] = ids[0]
        yield place, _repointed(row, found) if found else row


def _repointed(row: Row, ids: dict[str, str]) -> Row:
    if isinstance(row, Demonym):
        return replace(row, entity=ids.get(row.entity, row.entity))
    if isinstance(row, Within):
        return replace(row, place=ids.get(row.place, row.place), region=ids.get(row.region, row.region))
    if isinstance(row, Seat):
        place = row.place and ids.get(row.place, row.place)
        return replace(row, stands_for=ids.get(row.stands_for, row.stands_for), place=place)
    if isinstance(row, Office):
        return replace(row, person=ids.get(row.person, row.person), of=ids.get(row.of, row.of))
    return row


def _known_of(
    offices: Iterable[Office], entries: Mapping[str, Entry], shelves: Sequence[Shelf]
) -> Iterator[Office]:
    for office in offices:
        if _held(office.person, entries, shelves) and _held(office.of, entries, shelves):
            yield office


def _held(id_: str, entries: Mapping[str, Entry], shelves: Sequence[Shelf]) -> bool:
    return id_ in entries or any(shelf.entry(id_) is not None for shelf in shelves)


def _dangling(read: Read, entries: Mapping[str, Entry], shelves: Sequence[Shelf]) -> Iterator[str]:
    for place, row in read.rows:
        for column, id_ in _references(row):
            if not _held(id_, entries, shelves):
                yield f"{place}: {column} {id_} is no entry of any file: add a row for it"


def _references(row: Row) -> tuple[tuple[str, str], ...]:
    if isinstance(row, Entry):
        return (("country", row.country),) if row.country else ()
    if isinstance(row, Within):
        return (("place", row.place), ("region", row.region))
    if isinstance(row, Demonym):
        return (("entity", row.entity),)
    if isinstance(row, Seat):
        place = (("place", row.place),) if row.place else ()
        return (("stands_for", row.stands_for), *place)
    return (("person", row.person), ("of", row.of))


def _report(wrong: list[str]) -> str:
    count = "1 malformed row" if len(wrong) == 1 else f"{len(wrong)} malformed rows"
    left = [f"... and {len(wrong) - SHOWN} more"] if len(wrong) > SHOWN else []
    return "\n".join([f"the gazetteer has {count}; nothing was loaded", *wrong[:SHOWN], *left])
