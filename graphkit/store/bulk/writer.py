"""One CSV file as Neo4j's importer takes it, its header beside it: types are known when all rows are seen."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Self

from graphkit.errors import StoreError
from graphkit.store.bulk.cells import cell, type_of


class Writer:
    """Writes `NAME.csv`, and at its end `NAME-header.csv`.

    ends: the columns that say what a row is about or joins. properties: those that follow.
    """

    def __init__(self, folder: Path, name: str, ends: Sequence[str], properties: Sequence[str]) -> None:
        self.name = name
        self.rows = 0
        self._header = folder / f"{name}-header.csv"
        self._ends = ends
        self._properties = properties
        self._types: dict[str, str] = {}
        self._stream = (folder / f"{name}.csv").open("w", encoding="utf-8", newline="\n")

    def write(self, ends: Sequence[str], properties: Mapping[str, Any]) -> None:
        """StoreError where a property is of one type here and of another before, or isn't declared."""
        unknown = sorted(properties.keys() - set(self._properties))
        if unknown:
            raise StoreError(f"{self.name} can't hold {unknown}: they aren't declared")
        for name, value in properties.items():
            if value is not None:
                kind = type_of(name, value)
                if self._types.setdefault(name, kind) != kind:
                    raise StoreError(
                        f"{self.name}: {name} is {self._types[name]} in one row, {kind} in another"
                    )
        cells = (*ends, *map(properties.get, self._properties))
        self._stream.write(",".join(map(cell, cells)) + "\n")
        self.rows += 1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self._stream.close()
        typed = [f"{name}:{self._types.get(name, 'string')}" for name in self._properties]
        self._header.write_text(",".join((*self._ends, *typed)) + "\n", encoding="utf-8")
