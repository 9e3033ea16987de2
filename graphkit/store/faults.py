"""What the driver says, in words a user can act on."""

import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from neo4j.exceptions import (
    AuthError,
    ConfigurationError,
    DatabaseError,
    DatabaseUnavailable,
    DriverError,
    Forbidden,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)

from graphkit.errors import NotReachable, StoreError, UnsupportedServer, WrongPassword

TOO_LARGE = frozenset(
    {
        "Neo.TransientError.General.MemoryPoolOutOfMemoryError",
        "Neo.TransientError.General.TransactionOutOfMemoryError",
        "Neo.TransientError.General.OutOfMemoryError",
    }
)
READ_ONLY = (
    StoreError,
    "the database at {address} is read-only: {said}; nothing was written: make it writable "
    "(server.databases.default_to_read_only, server.databases.read_only in its neo4j.conf)",
)
BY_CODE: Mapping[str, tuple[type[StoreError], str]] = {
    "Neo.ClientError.Security.AuthenticationRateLimit": (
        WrongPassword,
        "Neo4j at {address} takes no more passwords for now, after too many wrong ones: wait a few "
        "seconds, check NEO4J_PASSWORD, try again",
    ),
    "Neo.ClientError.Security.CredentialsExpired": (
        WrongPassword,
        "Neo4j at {address} wants its initial password changed first: log in once with its Browser or "
        "cypher-shell, then set NEO4J_PASSWORD",
    ),
    "Neo.ClientError.Database.DatabaseNotFound": (
        NotReachable,
        "Neo4j at {address} has no such database: {said}; set NEO4J_DATABASE to one it has "
        "(`SHOW DATABASES` lists them)",
    ),
    "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase": READ_ONLY,
    "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase": READ_ONLY,
    "Neo.ClientError.Schema.ConstraintValidationFailed": (
        StoreError,
        "a constraint at {address} that another program made refuses this: {said}; `SHOW CONSTRAINTS` lists those "
        "whose names don't begin with graphkit_: drop it, or use a database of graphkit's own",
    ),
    "Neo.DatabaseError.Schema.ConstraintCreationFailed": (
        StoreError,
        "the graph at {address} holds what graphkit never writes twice: {said}; another program wrote it: remove "
        "one of the two, or use a database of graphkit's own, then run `graphkit schema apply`",
    ),
}
"""What we say of an error by its code; {said} is what the server says."""
TRANSACTION = "Neo.DatabaseError.Transaction."
BROKEN = "critical error"
"""How Neo4j speaks of a database that stopped working, most often because its disk was full."""


class TooLarge(StoreError):
    """The server has too little memory for a transaction of this size; smaller ones may pass."""

    def __init__(self, error: Neo4jError) -> None:
        super().__init__(
            f"the server has too little memory for a transaction: {plainly(error)}; raise db.memory.transaction.max "
            "in its neo4j.conf, or lower graph.batch_articles and graph.batch_rows in the settings"
        )


def is_too_large(error: Neo4jError) -> bool:
    """Whether the transaction wanted more memory than it may have: called passing, but it is its size."""
    return error.code in TOO_LARGE


def is_broken(error: Neo4jError) -> bool:
    """Whether the database can't write any more, whatever is asked of it."""
    if not isinstance(error, DatabaseError):
        return False
    return error.code == f"{TRANSACTION}TransactionLogError" or BROKEN in (error.message or "")


@contextmanager
def told(address: str) -> Iterator[None]:
    """Raises the driver's errors as ours; each names the address and the next step."""
    try:
        yield
    except (DriverError, Neo4jError) as error:
        raise explained(error, address) from error


def concerns_all(error: Neo4jError) -> bool:
    """Whether no article can be written, so that trying one after the other is of no use."""
    kind = isinstance(error, AuthError | DatabaseUnavailable | Forbidden)
    read_only = BY_CODE.get(error.code or "") is READ_ONLY
    return kind or read_only or is_broken(error)


def plainly(error: Neo4jError) -> str:
    """The server's message on one line, with its code."""
    message = " ".join((error.message or "no message").split())
    return f"{message} ({error.code})"


def explained(error: DriverError | Neo4jError, address: str) -> StoreError:
    """The driver's error as ours."""
    if isinstance(error, Neo4jError):
        return _refused(error, address)
    if (mismatch := _encryption_fault(error)) is not None:
        return NotReachable(f"{address} and graphkit don't agree on encryption: {mismatch}")
    if isinstance(error, ServiceUnavailable | SessionExpired):
        return NotReachable(
            f"no Neo4j answers at {address}: start it (`graphkit server start`), or set NEO4J_URI to one "
            f"that runs ({_first_line(error)})"
        )
    if isinstance(error, ConfigurationError):
        return _misconfigured(error, address)
    return StoreError(f"the driver gave up on {address}: {_first_line(error)}; run the command again")


def _refused(error: Neo4jError, address: str) -> StoreError:
    if error.code in BY_CODE:
        kind, text = BY_CODE[error.code]
        return kind(text.format(address=address, said=plainly(error)))
    if isinstance(error, AuthError):
        return WrongPassword(
            f"Neo4j at {address} refuses this user name and password: check NEO4J_USERNAME and NEO4J_PASSWORD"
        )
    if is_broken(error):
        return StoreError(
            f"the database at {address} can't write any more: {plainly(error)}; most often its disk is full: make "
            "room, restart it, and run the command again: what was written before is safe, and isn't written twice"
        )
    return (
        TooLarge(error)
        if is_too_large(error)
        else StoreError(f"Neo4j at {address} refuses: {plainly(error)}")
    )


def _encryption_fault(error: BaseException) -> str | None:
    """What went wrong with TLS, and the next step; None where it isn't that."""
    at: BaseException | None = error
    while at is not None:
        if isinstance(at, ssl.SSLCertVerificationError):
            return (
                f"its certificate isn't trusted ({at.verify_message}): name its authority's certificate in "
                "neo4j.ca_file, check the host's name in NEO4J_URI, or use the scheme bolt+ssc or neo4j+ssc, which "
                "trusts any certificate"
            )
        if isinstance(at, ssl.SSLError):
            return f"the server doesn't speak TLS there ({at.reason or at}): use the scheme bolt or neo4j, without +s"
        at = at.__cause__ or at.__context__
    return None


def _misconfigured(error: ConfigurationError, address: str) -> StoreError:
    """Servers before 5.7 can't filter notifications; the driver finds out before it tells their version."""
    if "notification" in str(error).lower():
        return UnsupportedServer(f"the server at {address} is too old: graphkit needs Neo4j 5.13 or newer")
    return NotReachable(
        f"{address} isn't an address of Neo4j ({_first_line(error)}): set NEO4J_URI to something like "
        "bolt://localhost:7687 or neo4j+s://HOST"
    )


def _first_line(error: Exception) -> str:
    return str(error).strip().split("\n", 1)[0] or type(error).__name__
