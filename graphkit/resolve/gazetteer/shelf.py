"""A gazetteer of millions on disk: an SQLite file, memory-mapped and never changed once it is made.

`graphkit.resolve.gazetteer.shelving` writes it. Opening reads a few pages; a look-up is one query.
"""

import sqlite3
import weakref
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from graphkit.errors import SettingsError
from graphkit.resolve.gazetteer.index import asked_keys
from graphkit.resolve.gazetteer.rows import Entry, Office
from graphkit.resolve.names import normalised

MAGIC = b"SQLite format 3\0"
APPLICATION = 0x67_6B_67_7A
"""What SQLite's header says of whose file it is: "gkgz"."""
FORMAT = 1
MAPPED = 128 * 2**20
"""Bytes that are memory-mapped, at most; what lies behind is read: memory stays bounded however large it is."""
APART = "\n"
"""Between the names in one cell: no name holds a line end."""

COLUMNS = "id, name, kind, aliases, roles, country, population, region, weak, links, source"
BY_NAME = f"SELECT {COLUMNS} FROM name JOIN entry USING (n) WHERE key = ? ORDER BY n"  # noqa: S608 - our own
BY_SURNAME = f"SELECT {COLUMNS} FROM surname JOIN entry USING (n) WHERE key = ? ORDER BY n"  # noqa: S608
BY_ID = f"SELECT {COLUMNS} FROM entry WHERE id = ?"  # noqa: S608
TERMS = "SELECT person, office, body, began, ended, source FROM term WHERE {} = ? ORDER BY person, office, began, ended"
OF_PERSON, OF_BODY = TERMS.format("person"), TERMS.format("body")


class Shelf:
    """An opened file. SettingsError where it isn't one, or one of another version."""

    def __init__(self, path: Path) -> None:
        self._connection = _opened(path)
        weakref.finalize(self, self._connection.close)

    def __len__(self) -> int:
        return int(self._connection.execute("SELECT count(*) FROM entry").fetchone()[0])

    def entry(self, id_: str) -> Entry | None:
        """The entry with this id, or None."""
        return next(iter(self._entries(BY_ID, id_)), None)

    def candidates(self, name: str) -> tuple[Entry, ...]:
        """All bearers of exactly this name or alias, by id."""
        for at in asked_keys(name):
            if found := self._entries(BY_NAME, at):
                return found
        return ()

    def people(self, surname: str) -> tuple[Entry, ...]:
        """The people with this last name who held an office; the others nothing could tell apart."""
        return self._entries(BY_SURNAME, normalised(surname))

    def offices(self, person: str) -> tuple[Office, ...]:
        """The offices someone held or holds."""
        return self._terms(OF_PERSON, person)

    def holders(self, of: str) -> tuple[Office, ...]:
        """All terms in offices of a country or body."""
        return self._terms(OF_BODY, of)

    def _entries(self, query: str, value: str) -> tuple[Entry, ...]:
        return tuple(map(entry_of, self._connection.execute(query, (value,))))

    def _terms(self, query: str, value: str) -> tuple[Office, ...]:
        return tuple(Office(*row) for row in self._connection.execute(query, (value,)))


def is_shelf(path: Path) -> bool:
    """Whether a file is an SQLite database."""
    with path.open("rb") as file:
        return file.read(len(MAGIC)) == MAGIC


def cells(names: Iterable[str]) -> str:
    """Several names as one cell."""
    return APART.join(names)


def _opened(path: Path) -> sqlite3.Connection:
    # Never changed once made, so SQLite needs no locks, and a read-only folder will do.
    connection = sqlite3.connect(
        f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
    )
    try:
        connection.execute(f"PRAGMA mmap_size = {MAPPED}")
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    except sqlite3.DatabaseError as error:
        connection.close()
        raise SettingsError(f"gazetteer {path} is damaged ({error}): build it again") from error
    if (application, version) != (APPLICATION, FORMAT):
        connection.close()
        raise SettingsError(
            f"gazetteer {path} wasn't made by this version's `graphkit gazetteer build`: build it again"
        )
    return connection


def entry_of(row: tuple[Any, ...]) -> Entry:
    """The entry of a row with `COLUMNS`."""
    id_, name, kind, aliases, roles, country, population, region, weak, links, source = row
    return Entry(
        id_,
        name,
        kind,
        tuple(aliases.split(APART)) if aliases else (),
        tuple(roles.split(APART)) if roles else (),
        country,
        population,
        source,
        0,
        region,
        tuple(weak.split(APART)) if weak else (),
        links,
    )
