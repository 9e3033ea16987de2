"""A database to read from and write to."""

import logging
import re
import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Self, TypeVar

from neo4j import (
    READ_ACCESS,
    Driver,
    GraphDatabase,
    ManagedTransaction,
    Query,
    Session,
    Transaction,
    TrustCustomCAs,
    unit_of_work,
)
from neo4j.api import BookmarkManager
from neo4j.exceptions import ClientError, DriverError, Neo4jError
from tenacity import Retrying, before_sleep_log, retry_if_exception, stop_after_delay, wait_random_exponential

from graphkit import __version__
from graphkit.errors import NotReachable, UnsupportedServer
from graphkit.store.faults import TooLarge, is_too_large, told

log = logging.getLogger(__name__)
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
    retry: seconds a transaction is tried again after an error the server calls passing.
    """

    driver: Driver
    address: str
    database: str | None = None
    retry: float = 30.0
    bookmarks: BookmarkManager = field(default_factory=GraphDatabase.bookmark_manager)
    """Whatever member of a cluster answers, it has what was written through here before."""

    def session(self, **config: Any) -> Session:
        return self.driver.session(database=self.database, bookmark_manager=self.bookmarks, **config)

    def read(self, work: Callable[[ManagedTransaction], T], timeout: float | None = None) -> T:
        """What `work` gives in a read transaction, tried again when it is worth it; seconds of `timeout`."""
        with told(self.address), self.session() as session:
            return session.execute_read(unit_of_work(timeout=timeout)(work))

    def write(self, work: Callable[[Transaction], T]) -> T:
        """What `work` gives in a write transaction; it may be run more than once."""
        with told(self.address):
            return self.write_untold(work)

    def write_untold(self, work: Callable[[Transaction], T]) -> T:
        """As `write`, with the driver's own errors.

        The driver's own way of trying again would do so too where the transaction is too large for the server.
        """
        again = Retrying(
            stop=stop_after_delay(self.retry),
            wait=wait_random_exponential(multiplier=0.5, max=8),
            retry=retry_if_exception(_passes),
            before_sleep=before_sleep_log(log, logging.INFO),
            reraise=True,
        )
        found: T = again(self._written, work)
        return found

    def _written(self, work: Callable[[Transaction], T]) -> T:
        with self.session() as session, session.begin_transaction() as transaction:
            found = work(transaction)
            transaction.commit()
            return found

    def rehearse(self, work: Callable[[Transaction], T]) -> T:
        """What `work` would give: all it writes is taken back."""
        with (
            told(self.address),
            self.session() as session,
            session.begin_transaction() as transaction,
        ):
            found = work(transaction)
            transaction.rollback()
            return found

    def stream(self, text: str, **parameters: Any) -> Iterator[Row]:
        """Rows of a read query as they come: never all of them in memory."""
        with (
            told(self.address),
            self.session(default_access_mode=READ_ACCESS, fetch_size=STREAMED_ROWS) as session,
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

    def __exit__(self, *raised: object) -> None:
        self.close()


def fetch(transaction: ManagedTransaction | Transaction, text: str, **parameters: Any) -> list[Row]:
    """Rows of a query within a transaction; a query over a list without items isn't sent."""
    return list(streamed(transaction, text, **parameters))


def streamed(transaction: ManagedTransaction | Transaction, text: str, **parameters: Any) -> Iterator[Row]:
    """As `fetch`, as they come: never all of them in memory."""
    if any(isinstance(value, list | tuple) and not value for value in parameters.values()):
        return
    with asked():
        for record in transaction.run(text, parameters):
            yield dict(record)


@contextmanager
def asked() -> Iterator[None]:
    """TooLarge where the server's memory for a transaction doesn't suffice: the driver would try again and again."""
    try:
        yield
    except Neo4jError as error:
        if is_too_large(error):
            raise TooLarge(error) from error
        raise


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
    retry: float | None = None,
    ca_file: Path | None = None,
) -> Connection:
    """A connection that has been tried.

    timeout: seconds to wait for the server. retry: seconds to keep retrying what it says is passing, by default
    as many. ca_file: certificates (PEM) of the authority that vouches for the server, in place of the system's.
    Raises NotReachable, WrongPassword, or UnsupportedServer before Neo4j 5.13.
    """
    scheme, _, rest = uri.partition("://")
    if scheme not in SCHEMES:
        raise NotReachable(
            f"{uri!r} isn't an address of a database: set NEO4J_URI to something like bolt://localhost:7687 "
            "or neo4j+s://HOST"
        )
    patience = timeout if retry is None else retry
    config: dict[str, Any] = {
        "auth": (username, password),
        "user_agent": f"graphkit/{__version__}",
        "connection_timeout": timeout,
        "connection_acquisition_timeout": timeout,
        "max_transaction_retry_time": patience,
        # A label no article has needed yet is no news.
        "notifications_disabled_classifications": ["UNRECOGNIZED"],
        **_encryption(scheme, ca_file),
    }
    logging.getLogger("neo4j.notifications").addFilter(ONCE)
    with ExitStack() as opened:
        with told(uri):
            driver = opened.enter_context(GraphDatabase.driver(_address(scheme, rest, ca_file), **config))
        connection = Connection(driver, uri, database, patience)
        try:
            _try(connection)
        except ValueError as error:
            # How the driver says that a host or port can't be looked up.
            raise NotReachable(f"{uri} can't be looked up ({error}): check NEO4J_URI") from error
        except NotReachable:
            if scheme.startswith("neo4j"):
                _knock(uri, _address(scheme.replace("neo4j", "bolt"), rest, ca_file), config)
            raise
        # It opened: whoever asked closes it.
        opened.pop_all()
    return connection


def _address(scheme: str, rest: str, ca_file: Path | None) -> str:
    """As the driver wants it: with certificates of our own, encryption isn't part of the scheme."""
    return f"{scheme if ca_file is None else scheme.partition('+')[0]}://{rest}"


def _knock(uri: str, direct: str, config: Mapping[str, Any]) -> None:
    """Asks the one server at the address: the driver that looks for a cluster doesn't say what went wrong."""
    with told(uri), GraphDatabase.driver(direct, **config) as driver:
        driver.verify_connectivity()


def _encryption(scheme: str, ca_file: Path | None) -> dict[str, Any]:
    """What the driver must be told beside the address; NotReachable where the certificates can't be used."""
    if ca_file is None:
        return {}
    if not scheme.endswith("+s"):
        raise NotReachable(
            f"neo4j.ca_file is only of use with an address that asks for a trusted certificate: write {scheme.partition('+')[0]}+s://HOST"
        )
    try:
        ssl.create_default_context(cafile=str(ca_file))
    except OSError as error:
        # SSLError is one: a file that holds no certificates.
        raise NotReachable(
            f"neo4j.ca_file {ca_file} can't be read ({error}): give a file of PEM certificates"
        ) from error
    return {"encrypted": True, "trusted_certificates": TrustCustomCAs(str(ca_file))}


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


def _passes(error: BaseException) -> bool:
    """Whether trying again may help."""
    if isinstance(error, Neo4jError):
        return error.is_retryable() and not is_too_large(error)
    return isinstance(error, DriverError) and error.is_retryable()


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
