"""Saved queries: found, checked, and run where they can't write."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from neo4j import ManagedTransaction, unit_of_work
from neo4j.exceptions import ClientError, Neo4jError

from graphkit.errors import QueryError
from graphkit.resources import shipped
from graphkit.store.connection import Connection
from graphkit.store.faults import plainly, told
from graphkit.store.header import SavedQuery, read
from graphkit.store.lookup import FoundEntity, entities_called
from graphkit.store.parameters import Value, filled, nearest
from graphkit.store.values import plain

WRITE_REFUSED = "Neo.ClientError.Statement.AccessMode"
OUT_OF_TIME = "Neo.ClientError.Transaction.TransactionTimedOut"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query gave.

    rows: plain values, one for each column (nodes and relationships as objects; see `values.shown`).
    values: what the query was told. meant: for each entity parameter, who is meant by it.
    """

    query: SavedQuery
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    values: Mapping[str, Value]
    meant: Mapping[str, tuple[FoundEntity, ...]] = field(default_factory=dict)


def saved_queries(folders: Sequence[Path] = ()) -> tuple[SavedQuery, ...]:
    """Every query of these folders and graphkit's own, by topic and name; a folder's comes before ours."""
    by_name: dict[str, SavedQuery] = {}
    for folder in (shipped("cypher"), *reversed(folders)):
        if not folder.is_dir():
            raise QueryError(f"{folder} isn't a folder of saved queries: check the setting queries.folders")
        for path in sorted(folder.rglob("*.cypher")):
            by_name[path.stem] = read(path)
    return tuple(sorted(by_name.values(), key=lambda query: (query.topic, query.name)))


def find(name: str, folders: Sequence[Path] = ()) -> SavedQuery:
    """The query of this name; QueryError with the nearest one where there is none."""
    known = {query.name: query for query in saved_queries(folders)}
    if name not in known:
        hint = nearest(name, list(known))
        raise QueryError(f"no saved query is called {name!r}{hint}: `graphkit query list` lists them")
    return known[name]


def run(
    connection: Connection,
    query: SavedQuery,
    given: Mapping[str, str | int | bool | None],
    *,
    timeout: float | None = 30.0,
) -> Answer:
    """What the query answers.

    given: values by parameter name, as text or in their type. timeout: seconds the server may take.
    QueryError where a parameter is missing, unknown or nobody's name, or the query would write, is
    wrong, or takes too long.
    """
    values, meant = prepared(connection, query, given)
    with told(connection.address):
        try:
            columns, rows = _rows(connection, query, values, timeout)
        except ClientError as error:
            raise _refused(query, error, timeout) from error
    return Answer(query, columns, rows, values, meant)


def prepared(
    connection: Connection, query: SavedQuery, given: Mapping[str, str | int | bool | None]
) -> tuple[dict[str, Value], dict[str, tuple[FoundEntity, ...]]]:
    """The values the query is run with, and who its entity parameters mean: those become lists of ids."""
    values = filled(query.name, query.parameters, given)
    meant = {
        parameter.name: entities_called(connection, str(values[parameter.name]))
        for parameter in query.parameters
        if parameter.type == "entity" and values[parameter.name] is not None
    }
    for name, entities in meant.items():
        values[name] = [entity.id for entity in entities]
    return values, meant


def _rows(
    connection: Connection, query: SavedQuery, values: Mapping[str, Value], timeout: float | None
) -> tuple[tuple[str, ...], tuple[tuple[Any, ...], ...]]:
    work = unit_of_work(timeout=timeout)(partial(_answer, text=query.text, values=dict(values)))
    with connection.driver.session(database=connection.database) as session:
        return session.execute_read(work)


def _answer(
    tx: ManagedTransaction, text: str, values: dict[str, Value]
) -> tuple[tuple[str, ...], tuple[tuple[Any, ...], ...]]:
    result = tx.run(text, values)
    rows = tuple(tuple(plain(value) for value in record.values()) for record in result)
    return tuple(result.keys()), rows


def _refused(query: SavedQuery, error: Neo4jError, timeout: float | None) -> QueryError:
    code = error.code or ""
    if code == WRITE_REFUSED:
        return QueryError(f"query {query.name!r} ({query.path}) would write: saved queries only read")
    if code.startswith(OUT_OF_TIME):
        return QueryError(
            f"query {query.name!r} took longer than {timeout:g} s and was stopped: ask for less (a limit, a "
            "date, a name), or give it more time (queries.timeout_seconds)"
        )
    return QueryError(f"query {query.name!r} ({query.path}) is refused: {plainly(error)}")
