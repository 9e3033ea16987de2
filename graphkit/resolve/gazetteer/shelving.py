"""Open lists of millions put on a shelf: one pass over the lists, one over what was gathered, sorted."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from graphkit.errors import SettingsError
from graphkit.resolve.gazetteer import ftm, wikidata
from graphkit.resolve.gazetteer.facts import Fact, Wrong
from graphkit.resolve.gazetteer.index import name_keys, surname_keys
from graphkit.resolve.gazetteer.lines import numbered
from graphkit.resolve.gazetteer.rows import Entry, Office
from graphkit.resolve.gazetteer.shelf import APPLICATION, FORMAT
from graphkit.resolve.gazetteer.staging import Names, Staging, row_of

TABLES = """
PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 4096;
CREATE TABLE entry (n INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, aliases TEXT,
                    roles TEXT, country TEXT, population INTEGER, region TEXT, weak TEXT, links INTEGER, source TEXT);
CREATE TABLE name (key TEXT, n INTEGER, PRIMARY KEY (key, n)) WITHOUT ROWID;
CREATE TABLE surname (key TEXT, n INTEGER, PRIMARY KEY (key, n)) WITHOUT ROWID;
CREATE TABLE term (person TEXT, office TEXT, body TEXT, began TEXT, ended TEXT, source TEXT);
CREATE TEMP TABLE unsorted (key TEXT, n INTEGER, surname INTEGER);
BEGIN;
"""
SORTED = """
BEGIN;
INSERT INTO name SELECT DISTINCT key, n FROM unsorted WHERE NOT surname ORDER BY key, n;
INSERT INTO surname SELECT DISTINCT key, n FROM unsorted WHERE surname ORDER BY key, n;
CREATE UNIQUE INDEX entry_id ON entry (id);
CREATE INDEX term_person ON term (person);
CREATE INDEX term_body ON term (body);
COMMIT;
"""
Told = Callable[[str, str], None]
"""Is told the place ("file:line") and reason of each line that is passed over."""


@dataclass(frozen=True, slots=True)
class Made:
    """What a shelf came to. lines: read. wrong: lines passed over. entries, offices: on the shelf."""

    lines: int
    wrong: int
    entries: int
    offices: int


@dataclass(slots=True)
class _Tally:
    lines: int = 0
    wrong: int = 0


def build(
    out: Path, wikidata_files: Sequence[Path], ftm_files: Sequence[Path], known: Names, told: Told
) -> Made:
    """A shelf of what the lists hold, whole or not at all; the same bytes for the same lists.

    known: names of ids graphkit knows already. SettingsError where a list can't be read, or `out` not be written.
    """
    tally = _Tally()
    with closing(Staging(known)) as staging:
        for files, read, source in (
            (wikidata_files, wikidata.facts, wikidata.SOURCE),
            (ftm_files, ftm.facts, "followthemoney"),
        ):
            for path in files:
                for fact in read_facts(path, read, tally, told):
                    staging.add(fact, source)
        entries, offices = write(out, staging.entries(), staging.offices())
    return Made(tally.lines, tally.wrong, entries, offices)


def read_facts(path: Path, read: Callable[[bytes], list[Fact]], tally: _Tally, told: Told) -> Iterator[Fact]:
    """The facts of a file's lines; what is wrong with one is told, and it is passed over.

    A file that is cut off gives what is whole of it.
    """
    number = 0
    try:
        for number, line in numbered(path):
            tally.lines += 1
            try:
                yield from read(line)
            except Wrong as error:
                tally.wrong += 1
                told(f"{path}:{number}", str(error))
    except SettingsError as error:
        if not number:
            raise
        tally.wrong += 1
        told(str(path), str(error))


def write(out: Path, entries: Iterable[Entry], offices: Iterable[Office]) -> tuple[int, int]:
    """A shelf of entries sorted by id and of offices; how many of each. SettingsError where it can't be written."""
    beside = out.with_name(f".{out.name}.part")
    try:
        beside.unlink(missing_ok=True)
        with closing(sqlite3.connect(beside, isolation_level=None)) as db:
            db.executescript(TABLES)
            counts = _fill(db, entries, offices)
            db.executescript(SORTED)
            db.executescript(f"PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {FORMAT}; VACUUM")
        beside.replace(out)
    except (OSError, sqlite3.OperationalError) as error:
        raise SettingsError(f"can't write {out} ({error}): give another place with -o") from error
    finally:
        beside.unlink(missing_ok=True)
    return counts


def _fill(db: sqlite3.Connection, entries: Iterable[Entry], offices: Iterable[Office]) -> tuple[int, int]:
    terms = 0
    in_office: set[str] = set()
    for person, held in groupby(offices, key=lambda office: office.person):
        in_office.add(person)
        rows = [(o.person, o.office, o.of, o.start, o.end, o.source) for o in held]
        db.executemany("INSERT INTO term VALUES (?, ?, ?, ?, ?, ?)", rows)
        terms += len(rows)
    count = 0
    for count, entry in enumerate(entries, 1):
        db.execute("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (count, *row_of(entry)))
        keys = [(key, count, 0) for key in name_keys(entry)]
        # Who is called by a last name alone is told by an office, so the others need not be found by it.
        if entry.id in in_office:
            keys += [(key, count, 1) for key in surname_keys(entry)]
        db.executemany("INSERT INTO unsorted VALUES (?, ?, ?)", keys)
    return count, terms
