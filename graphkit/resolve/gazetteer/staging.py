"""Facts of open lists gathered on disk, then put together: entries of one id joined, offices given their names.

However long the lists are, memory stays small; what comes out is sorted, so the order of the lists decides nothing
but whose word goes first.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import groupby
from typing import Any

from graphkit.resolve.gazetteer import kinds
from graphkit.resolve.gazetteer.facts import Above, Fact, Found, Post, Term
from graphkit.resolve.gazetteer.ftm import COUNTRY
from graphkit.resolve.gazetteer.joined import joined
from graphkit.resolve.gazetteer.posts import called
from graphkit.resolve.gazetteer.rows import AMBIGUOUS, Entry, Office
from graphkit.resolve.gazetteer.shelf import APART, COLUMNS, cells, entry_of
from graphkit.resolve.names import normalised

TABLES = """
CREATE TABLE found (id TEXT, name TEXT, kind TEXT, aliases TEXT, roles TEXT, country TEXT, population INTEGER,
                    region TEXT, weak TEXT, links INTEGER, source TEXT, classes TEXT, n INTEGER PRIMARY KEY);
CREATE TABLE own (own TEXT PRIMARY KEY, id TEXT) WITHOUT ROWID;
CREATE TABLE post (own TEXT PRIMARY KEY, name TEXT, bodies TEXT) WITHOUT ROWID;
CREATE TABLE term (person TEXT, post TEXT, office TEXT, body TEXT, began TEXT, ended TEXT, source TEXT);
CREATE TABLE above (own TEXT PRIMARY KEY, classes TEXT) WITHOUT ROWID;
CREATE TABLE office (person TEXT, office TEXT, body TEXT, began TEXT, ended TEXT, source TEXT);
"""
INDEX = "CREATE INDEX IF NOT EXISTS found_id ON found (id)"
TERM = "person, office, body, began, ended, source"
OFFICES = f"SELECT DISTINCT {TERM} FROM office ORDER BY {TERM}"  # noqa: S608 - our own columns
GATHERED = f"SELECT {COLUMNS}, classes FROM found ORDER BY id, n"  # noqa: S608 - our own columns
REMEMBERED = 100_000
Names = Callable[[str], tuple[str, ...]]


class Staging:
    """known: names of an id ("wd:Q30") that is known already, for the offices of countries no list has."""

    def __init__(self, known: Names = lambda _: ()) -> None:
        # A name of "" is a database on disk that is gone when it is closed.
        self._db = sqlite3.connect("", isolation_level=None)
        self._db.executescript(f"PRAGMA journal_mode = OFF; BEGIN; {TABLES}")
        self._known = known
        self._table = kinds.classes()
        self._codes = kinds.country_codes()
        self._above = lru_cache(maxsize=REMEMBERED)(self._classes_above)

    def close(self) -> None:
        """Let go of what was gathered."""
        self._db.close()

    def add(self, fact: Fact, source: str) -> None:
        """One fact more. source: of offices, whose own lines don't say it."""
        match fact:
            case Found():
                self._db.execute(
                    "INSERT INTO found VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)",
                    (*row_of(self._placed(fact.entry)), cells(fact.classes)),
                )
                self._db.execute("INSERT OR REPLACE INTO own VALUES (?, ?)", (fact.own, fact.entry.id))
            case Post():
                self._db.execute(
                    "INSERT OR REPLACE INTO post VALUES (?, ?, ?)", (fact.own, fact.name, cells(fact.of))
                )
            case Term():
                self._db.execute(
                    "INSERT INTO term VALUES (?, ?, ?, ?, ?, ?, ?)",
                    (fact.person, fact.post, fact.office, fact.of, fact.start, fact.end, source),
                )
            case Above():
                self._db.execute("INSERT OR REPLACE INTO above VALUES (?, ?)", (fact.own, cells(fact.above)))

    def entries(self) -> Iterator[Entry]:
        """Who and what was found, by id, what several lines say of one id put together."""
        self._db.execute(INDEX)
        for _, rows in groupby(self._db.execute(GATHERED), key=lambda row: row[0]):
            told = [each for each in map(self._told, rows) if each is not None]
            if told:
                first, *others = told
                for other in others:
                    first = joined(first, other)
                yield _weakened(first)

    def offices(self) -> Iterator[Office]:
        """Who held which office of whom, each once; what isn't of anybody known is left out."""
        self._db.execute(INDEX)
        rows = self._db.execute("SELECT DISTINCT person, post, office, body, began, ended, source FROM term")
        for row in rows:
            self._db.executemany("INSERT INTO office VALUES (?, ?, ?, ?, ?, ?)", self._offices(*row))
        yield from (Office(*row) for row in self._db.execute(OFFICES))

    def _offices(
        self,
        person: str,
        post: str | None,
        office: str,
        body: str | None,
        start: str | None,
        end: str | None,
        source: str,
    ) -> Iterator[tuple[str | None, ...]]:
        held = self._db.execute("SELECT name, bodies FROM post WHERE own = ?", (post,)).fetchone()
        of = [body] if body else (held[1].split(APART) if held and held[1] else [])
        for each in of:
            id_ = self._id(each)
            name = called(held[0], self._names(id_)) if held else office
            if name and not (start and end and end < start[: len(end)]):
                yield self._id(person), name, id_, start, end, source

    def _told(self, row: tuple[Any, ...]) -> Entry | None:
        """An entry with its kind; None where its classes are none we hold."""
        entry, classes = entry_of(row[:-1]), row[-1]
        if entry.kind:
            return entry
        found = kinds.told(classes.split(APART) if classes else (), self._table, self._above)
        return None if found is None else replace(entry, kind=found.kind, roles=found.roles)

    def _classes_above(self, own: str) -> tuple[str, ...]:
        row = self._db.execute("SELECT classes FROM above WHERE own = ?", (own,)).fetchone()
        return tuple(row[0].split(APART)) if row else ()

    def _placed(self, entry: Entry) -> Entry:
        """With the item of its country in place of a code; without a country where the code is nobody's."""
        if entry.country is None or not entry.country.startswith(COUNTRY):
            return entry
        item = self._codes.get(entry.country.removeprefix(COUNTRY))
        return replace(entry, country=item and f"wd:{item}")

    def _id(self, own: str) -> str:
        """The id of what a list calls by its own."""
        if own.startswith(COUNTRY):
            item = self._codes.get(own.removeprefix(COUNTRY).lower())
            return f"wd:{item}" if item else own
        row = self._db.execute("SELECT id FROM own WHERE own = ?", (own,)).fetchone()
        if row:
            return str(row[0])
        return f"wd:{own}" if own.startswith("Q") else f"ftm:{own}"

    def _names(self, id_: str) -> tuple[str, ...]:
        return (*self._known(id_), *self._listed(id_))

    def _listed(self, id_: str) -> Iterable[str]:
        for name, aliases in self._db.execute("SELECT name, aliases FROM found WHERE id = ?", (id_,)):
            yield name
            yield from aliases.split(APART) if aliases else ()


def row_of(entry: Entry) -> tuple[Any, ...]:
    """An entry as the columns of a shelf."""
    return (
        entry.id, entry.name, entry.kind, cells(entry.aliases), cells(entry.roles), entry.country,
        entry.population, entry.region, cells(entry.weak), entry.links, entry.source,
    )  # fmt: skip


def _weakened(entry: Entry) -> Entry:
    """Without one word for a person whose name has several, but "JFK"; weak by one word where it may be anything."""
    if entry.kind == "Person":
        parts = set(normalised(entry.name).split())
        kept = tuple(n for n in entry.aliases if " " in n or len(parts) == 1 or n.isupper())
        return replace(entry, aliases=kept)
    if entry.kind in AMBIGUOUS:
        single = tuple(name for name in (entry.name, *entry.aliases) if " " not in name)
        return replace(entry, weak=tuple(dict.fromkeys((*entry.weak, *single))))
    return entry
