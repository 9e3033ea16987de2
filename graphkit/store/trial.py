"""Saved queries tried on articles written for them: the rows they give against those expected.

Everything happens in one transaction that is rolled back, on a graph that must be empty: nothing of anybody's graph
is read or written.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml
from neo4j import Transaction
from neo4j.exceptions import ClientError
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from graphkit.errors import QueryError, UsageError
from graphkit.model import Extraction
from graphkit.ontology import Ontology
from graphkit.store import schema
from graphkit.store.connection import Connection
from graphkit.store.decisions import Shown, show
from graphkit.store.draft import draft
from graphkit.store.faults import plainly
from graphkit.store.header import SavedQuery
from graphkit.store.lookup_key import lookup_key
from graphkit.store.parameters import Value, filled
from graphkit.store.retract import take_out
from graphkit.store.run import new_run
from graphkit.store.times import moment
from graphkit.store.trial_articles import World, read_world
from graphkit.store.values import plain, shown
from graphkit.store.vocabulary import Vocabulary, vocabulary
from graphkit.store.write import write_articles

BATCH_ROWS = 5_000
Rows = list[list[Any]]


class Case(BaseModel):
    """given: parameters. columns: those compared, all where none are named. rows: in order, and no others."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    given: Mapping[str, str | int | bool | None] = Field(default_factory=dict)
    columns: tuple[str, ...] = ()
    rows: list[list[Any]]


class Fixture(BaseModel):
    """articles: a file of articles, from the fixture's own folder."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    articles: Path
    cases: tuple[Case, ...] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class Tried:
    """A case, and what came of it: `problem` says how it differs, None where it doesn't."""

    query: str
    given: Mapping[str, str | int | bool | None]
    rows: int
    problem: str | None


def fixture_of(query: SavedQuery) -> Path:
    """Where the query's fixture is, or would be: `said-by.test.yaml` beside `said-by.cypher`."""
    return query.path.with_name(f"{query.name}.test.yaml")


def with_fixtures(queries: Sequence[SavedQuery]) -> list[SavedQuery]:
    """Those of the queries that have a fixture."""
    return [query for query in queries if fixture_of(query).exists()]


def read_fixture(query: SavedQuery) -> Fixture:
    """The query's fixture; QueryError where it has none or it is wrong."""
    path = fixture_of(query)
    try:
        found = Fixture.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except FileNotFoundError as error:
        raise QueryError(
            f"query {query.name!r} has no {path.name} beside it: write articles, cases, rows"
        ) from error
    except (OSError, yaml.YAMLError, ValidationError) as error:
        raise QueryError(f"{path} can't be read: {error}") from error
    return found.model_copy(update={"articles": path.parent / found.articles})


def try_queries(connection: Connection, queries: Sequence[SavedQuery], ontology: Ontology) -> list[Tried]:
    """Every case of every query's fixture; UsageError where the graph isn't empty."""
    if connection.rows("MATCH (node) WHERE NOT node:Meta RETURN 1 AS one LIMIT 1"):
        raise UsageError(
            f"the graph at {connection.address} isn't empty: queries are tried on an empty one, so that nobody's "
            "is touched; leave out --here for one that is made for it"
        )
    schema.ready(connection, ontology)
    fixtures = [(query, read_fixture(query)) for query in queries]
    worlds = {fixture.articles.resolve(): read_world(fixture.articles) for _, fixture in fixtures}
    found: dict[str, list[Tried]] = {}
    for path, world in worlds.items():
        these = [(query, fixture) for query, fixture in fixtures if fixture.articles.resolve() == path]
        trial = _Trial(world, vocabulary(ontology), these)
        for tried in connection.rehearse(trial.run):
            found.setdefault(tried.query, []).append(tried)
    return [tried for query in queries for tried in found.get(query.name, ())]


@dataclass(frozen=True, slots=True)
class _Trial:
    """All queries of one world."""

    world: World
    words: Vocabulary
    fixtures: Sequence[tuple[SavedQuery, Fixture]]

    def run(self, tx: Transaction) -> list[Tried]:
        earlier, now = self.world.earlier(), self.world.extractions()
        self._write(tx, earlier)
        self._write(tx, now)
        for written, extraction in zip(self.world.articles, now, strict=True):
            if written.retracted is not None:
                given = {"reason": written.retracted, "by": "a reader", "at": moment(datetime.now(UTC))}
                take_out(tx, extraction.article.id, given, self.words)
        show(tx, Shown(tuple(self.world.decided()), {}))
        return [self._tried(tx, query, case) for query, fixture in self.fixtures for case in fixture.cases]

    def _write(self, tx: Transaction, extractions: Sequence[Extraction]) -> None:
        if extractions:
            drafts = [draft(extraction, self.words) for extraction in extractions]
            write_articles(tx, drafts, self.words, new_run(), keep_text=True, batch_rows=BATCH_ROWS)

    def _tried(self, tx: Transaction, query: SavedQuery, case: Case) -> Tried:
        try:
            result = tx.run(query.text, dict(self._values(query, case)))
            columns = tuple(result.keys())
            rows = [[comparable(plain(value)) for value in record.values()] for record in result]
        except ClientError as error:
            raise QueryError(f"query {query.name!r} ({query.path}) is refused: {plainly(error)}") from error
        chosen = case.columns or columns
        missing = [column for column in chosen if column not in columns]
        if missing:
            return Tried(query.name, case.given, len(rows), f"it gives no column {missing[0]!r}")
        given = [[row[columns.index(column)] for column in chosen] for row in rows]
        return Tried(query.name, case.given, len(rows), difference(given, expected(case.rows)))

    def _values(self, query: SavedQuery, case: Case) -> Iterator[tuple[str, Value]]:
        values = filled(query.name, query.parameters, case.given)
        for parameter in query.parameters:
            value = values[parameter.name]
            named = parameter.type == "entity" and value is not None
            yield parameter.name, [*self._ids(str(value))] if named else value

    def _ids(self, name: str) -> list[Value]:
        """Ids of whoever has this name, alias or id among the articles' entities."""
        return [
            entity.id
            for canonical, entity in self.world.entities.items()
            if entity.id == name
            or lookup_key(name) in {lookup_key(one) for one in (canonical, *entity.names)}
        ]


def comparable(value: Any) -> Any:
    """A value as an expected row has it: nodes, edges and paths in words, lists item by item."""
    if isinstance(value, dict):
        return shown(value)
    return [comparable(each) for each in value] if isinstance(value, list) else value


def expected(rows: Rows) -> Rows:
    """As YAML read them, with dates as text."""
    return [[value.isoformat() if hasattr(value, "isoformat") else value for value in row] for row in rows]


def difference(given: Rows, wanted: Rows) -> str | None:
    """The first row that isn't as expected, in words; None where there is none."""
    for number, (one, other) in enumerate(zip(given, wanted, strict=False), start=1):
        if one != other:
            return f"row {number} is {one}, not {other}"
    if len(given) != len(wanted):
        further = (given if len(given) > len(wanted) else wanted)[min(len(given), len(wanted))]
        return f"it gives {len(given)} rows, not {len(wanted)}: {further} is one of the difference"
    return None
