"""Rows put aside on disk, and given back sorted: so many that memory wouldn't hold them."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, Self

Row = dict[str, Any]
AT_A_TIME = 5_000
CACHE = 64 * 1024
"""KiB SQLite may keep in memory."""


class Spill:
    """Groups of rows, each row with the article it is of and a key; a scratch file that goes at the end."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._database = sqlite3.connect(file, isolation_level=None)
        for command in (
            "journal_mode = OFF",
            "synchronous = OFF",
            f"cache_size = -{CACHE}",
            "temp_store = FILE",
        ):
            self._database.execute(f"PRAGMA {command}")
        self._database.execute("BEGIN")
        self._database.execute("CREATE TABLE row (family TEXT, key TEXT, article INTEGER, content TEXT)")
        self._waiting: list[tuple[str, str, int, str]] = []

    def add(self, group: str, key: str, article: int, row: Row) -> None:
        self._waiting.append((group, key, article, json.dumps(row, ensure_ascii=False, default=_dated)))
        if len(self._waiting) >= AT_A_TIME:
            self._write()

    def sort(self) -> None:
        """Once all rows are in."""
        self._write()
        self._database.execute("CREATE INDEX in_order ON row (family, key, article)")

    def groups(self) -> list[str]:
        with closing(self._database.execute("SELECT DISTINCT family FROM row ORDER BY family")) as found:
            return [name for (name,) in found]

    def rows(self, group: str, without: Iterable[int]) -> Iterator[tuple[str, list[Row]]]:
        """Keys of a group in order, each with its rows, but for those of some articles."""
        left_out = frozenset(without)
        asked = "SELECT key, article, content FROM row WHERE family = ? ORDER BY key, article"
        with closing(self._database.execute(asked, (group,))) as found:
            for key, rows in groupby(found, itemgetter(0)):
                kept = [
                    json.loads(content, object_hook=_date) for _, of, content in rows if of not in left_out
                ]
                if kept:
                    yield key, kept

    def _write(self) -> None:
        self._database.executemany("INSERT INTO row VALUES (?, ?, ?, ?)", self._waiting)
        self._waiting.clear()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self._database.close()
        self._file.unlink(missing_ok=True)


def _dated(value: Any) -> Any:
    if isinstance(value, date):
        return {"date": value.isoformat()}
    raise TypeError(f"a row holds {value!r}")


def _date(found: dict[str, Any]) -> Any:
    return date.fromisoformat(found["date"]) if found.keys() == {"date"} else found
