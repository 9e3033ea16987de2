"""Files a desk keeps by hand, or was given: YAML lists with the columns of the tables, FollowTheMoney entities."""

import re
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from graphkit.errors import SettingsError
from graphkit.resolve.gazetteer import ftm
from graphkit.resolve.gazetteer.facts import Wrong
from graphkit.resolve.gazetteer.lines import numbered
from graphkit.resolve.gazetteer.staging import Staging
from graphkit.resolve.gazetteer.tables import TABLES, Cells, Read, Table, take

LIST = "|"


def read_yaml(path: Path, kinds: frozenset[str], layer: int, read: Read) -> None:
    """Add a file's rows: a list of mappings whose keys are the columns of one table; what is empty may be left out.

    SettingsError where the file as a whole can't be read.
    """
    try:
        text = path.read_text(encoding="utf-8")
        node, listed = yaml.compose(text, Loader=yaml.SafeLoader), yaml.safe_load(text)
    except OSError as error:
        raise SettingsError(f"{path} can't be read ({error.strerror}): check the path") from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path} isn't UTF-8 text ({error.reason}): save it as UTF-8") from error
    except yaml.YAMLError as error:
        raise SettingsError(f"{path} isn't YAML: {' '.join(str(error).split())}") from error
    if node is None:
        return
    if not isinstance(node, yaml.SequenceNode) or not isinstance(listed, list):
        raise SettingsError(f"{path}:1: the file must be a list of rows, each beginning with '- '")
    for at, row in zip(node.value, listed, strict=True):
        place = f"{path}:{at.start_mark.line + 1}"
        try:
            table = _table(row)
            take(_cells(row, table), table, place, kinds, layer, read)
        except Wrong as error:
            read.wrong.append(f"{place}: {error}")


def read_ftm(path: Path, kinds: frozenset[str], layer: int, read: Read) -> None:
    """Add the entities and offices of a FollowTheMoney file, one JSON object a line."""
    with closing(Staging()) as staging:
        for number, line in numbered(path):
            try:
                for fact in ftm.facts(line):
                    staging.add(fact, "followthemoney")
            except Wrong as error:
                read.wrong.append(f"{path}:{number}: {error}")
        entries = [replace(entry, layer=layer) for entry in staging.entries()]
        read.rows += [(str(path), entry) for entry in entries]
        read.offered += staging.offices()


def _table(row: object) -> Table:
    if not isinstance(row, dict) or not row:
        raise Wrong("a row must have keys, such as name, kind and source")
    keys = set(map(str, row))
    for table in TABLES:
        if keys <= set(table.header) and set(table.needed) <= keys:
            return table
    known = "; ".join(f"{', '.join(table.header)} (needed: {', '.join(table.needed)})" for table in TABLES)
    raise Wrong(f"keys {', '.join(sorted(keys))} are those of no table: {known}")


def _cells(row: Mapping[str, Any], table: Table) -> Cells:
    return {column: _cell(row.get(column), column) for column in table.header}


def _cell(value: Any, column: str) -> str:
    """A value as CSV would have it."""
    if value is None:
        return ""
    if isinstance(value, list):
        parts = [_cell(each, column) for each in value]
        if any(LIST in part for part in parts):
            raise Wrong(f"{column}: {LIST} can't stand in a name: it parts names")
        return LIST.join(parts)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool | dict | set):
        raise Wrong(f"{column} {value!r} must be text, a number or a list of them")
    return re.sub(r"\s+", " ", str(value))
