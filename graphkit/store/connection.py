"""A database to read from and write to."""

import logging
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from types import TracebackType
from typing import Any, Self, TypeVar

from neo4j import READ_ACCESS, Driver, GraphDatabase, ManagedTransaction, Query, Transaction, unit_of_work
from neo4j.exceptions import ClientError

from graphkit import __version__
from graphkit.errors import NotReachable, UnsupportedServer
from graphkit.store.faults import told

T = TypeVar("T")
Row = dict[str, Any]

OLDEST = (5, 13)
"""Relationship keys and the planner's use of them in MERGE are there from here on."""

SCHEMES = frozenset({"bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc"})
AGENT = re.compile(r"Neo4j/v?(\d+)\.(\d+)")
ALREADY_DECLARED = "Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists"
STREAMED_ROWS = 1_000


@dataclass(frozen=True, slots=True)
class Connection:
    """One database of one server; closes with its `with` block.

    Whatever is read and written goes through here, so that every error names `address` and what to do.
    """

    driver: Driver
    address: str
    database: str | None = None

    def read(self, work: Callable[[ManagedTransaction], T], timeout: float | None = None) -> T:
        """What `work` gives in a read transaction, tried again when it is worth it; seconds of `timeout`."""
        with told(self.address), self.driver.session(database=self.database) as session:
            return session.execute_read(unit_of_work(timeout=timeout)(work))

    def write(self, work: Callable[[ManagedTransaction], T]) -> T:
        """What `work` gives in a write transaction; it may be run more than once."""
        with told(self.address):
            return self.write_untold(work)

    def write_untold(self, work: Callable[[ManagedTransaction], T]) -> T:
        """As `write`, with the driver's own errors."""
        with self.driver.session(database=self.database) as session:
            return session.execute_write(work)

    def rehearse(self, work: Callable[[Transaction], T]) -> T:
        """What `work` would give: all it writes is taken back."""
        with (
            told(self.address),
            self.driver.session(database=self.database) as session,
            session.begin_transaction() as transaction,
        ):
            found = work(transaction)
            transaction.rollback()
            return found

    def stream(self, text: str, **parameters: Any) -> Iterator[Row]:
        """Rows of a read query as they come: never all of them in memory."""
        with (
            told(self.address),
            self.driver.session(
                database=self.database, default_access_mode=READ_ACCESS, fetch_size=STREAMED_ROWS
            ) as session,
        ):
            for record in session.run(text, parameters):
                yield dict(record)

    def rows(self, text: str, **parameters: Any) -> list[Row]:
        """Rows of a read query, all at once."""
        return self.read(lambda transaction: fetch(transaction, text, **parameters))

    def declare(self, text: str) -> None:
        """Runs a schema command, which needs a transaction of its own.

        Of two programs that declare the same at once, one may find that the other was faster.
        """
        with told(self.address):
            try:
                self.write_untold(partial(fetch, text=text))
            except ClientError as error:
                if error.code != ALREADY_DECLARED:
                    raise

    def close(self) -> None:
        self.driver.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def fetch(transaction: ManagedTransaction | Transaction, text: str, **parameters: Any) -> list[Row]:
    """Rows of a query within a transaction; a query over a list without items isn't sent."""
    if any(isinstance(value, list | tuple) and not value for value in parameters.values()):
        return []
    return [dict(record) for record in transaction.run(text, parameters)]


def timed(text: str, timeout: float | None) -> Query:
    """A query the server stops after so many seconds."""
    return Query(text, timeout=timeout)


def connect(
    uri: str,
    username: str,
    password: str,
    database: str | None = None,
    *,
    timeout: float = 30.0,
) -> Connection:
    """A connection that has been tried.

    timeout: seconds to wait for the server, and to keep retrying what it says is passing.
    Raises NotReachable, WrongPassword, or UnsupportedServer before Neo4j 5.13.
    """
    if uri.partition("://")[0] not in SCHEMES:
        raise NotReachable(
            f"{uri!r} isn't an address of a database: set NEO4J_URI to something like bolt://localhost:7687 "
            "or neo4j+s://HOST"
        )
    logging.getLogger("neo4j.notifications").addFilter(ONCE)
    with told(uri):
        driver = GraphDatabase.driver(
            uri,
            auth=(username, password),
            user_agent=f"graphkit/{__version__}",
            connection_timeout=timeout,
            connection_acquisition_timeout=timeout,
            max_transaction_retry_time=timeout,
            # A label no article has needed yet is no news.
            notifications_disabled_classifications=["UNRECOGNIZED"],
        )
    connection = Connection(driver, uri, database)
    try:
        _try(connection)
    except ValueError as error:
        # How the driver says that a host or port can't be looked up.
        driver.close()
        raise NotReachable(f"{uri} can't be looked up ({error}): check NEO4J_URI") from error
    except BaseException:
        driver.close()
        raise
    return connection


def check_version(agent: str, address: str) -> None:
    """UnsupportedServer unless the server calls itself a Neo4j we can write to ("Neo4j/5.26.30")."""
    found = AGENT.match(agent)
    if found is None:
        raise UnsupportedServer(f"the server at {address} is {agent!r}: graphkit needs Neo4j 5.13 or newer")
    if (int(found[1]), int(found[2])) < OLDEST:
        raise UnsupportedServer(
            f"the server at {address} is {agent}: graphkit needs Neo4j 5.13 or newer; upgrade it, or use "
            "the one `graphkit server start` runs"
        )


def _try(connection: Connection) -> None:
    with told(connection.address):
        agent = connection.driver.get_server_info().agent
    check_version(agent, connection.address)
    connection.rows("RETURN 1 AS one")


class Once(logging.Filter):
    """Lets each notification of the server through once: a batch would repeat it a thousand times."""

    def __init__(self) -> None:
        super().__init__()
        self._seen: set[str] = set()

    def filter(self, record: logging.LogRecord) -> bool:
        message = record.getMessage()
        if message in self._seen:
            return False
        self._seen.add(message)
        return True


ONCE = Once()
