"""What the driver says, in words a user can act on."""

from collections.abc import Iterator
from contextlib import contextmanager

from neo4j.exceptions import (
    AuthError,
    ConfigurationError,
    DatabaseUnavailable,
    DriverError,
    Forbidden,
    ForbiddenOnReadOnlyDatabase,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)

from graphkit.errors import NotReachable, StoreError, UnsupportedServer, WrongPassword

NO_DATABASE = "Neo.ClientError.Database.DatabaseNotFound"
RATE_LIMIT = "Neo.ClientError.Security.AuthenticationRateLimit"
NEW_PASSWORD = "Neo.ClientError.Security.CredentialsExpired"  # noqa: S105 - the name of an error


@contextmanager
def told(address: str) -> Iterator[None]:
    """Raises the driver's errors as ours; each names the address and the next step."""
    try:
        yield
    except (DriverError, Neo4jError) as error:
        raise _ours(error, address) from error


def concerns_all(error: Neo4jError) -> bool:
    """Whether no article can be written, so that trying one after the other is of no use."""
    return isinstance(error, AuthError | DatabaseUnavailable | Forbidden | ForbiddenOnReadOnlyDatabase)


def plainly(error: Neo4jError) -> str:
    """The server's message on one line, with its code."""
    message = " ".join((error.message or "no message").split())
    return f"{message} ({error.code})"


def _ours(error: DriverError | Neo4jError, address: str) -> StoreError:
    if isinstance(error, Neo4jError):
        return _refused(error, address)
    if isinstance(error, ServiceUnavailable | SessionExpired):
        return NotReachable(
            f"no Neo4j answers at {address}: start it (`graphkit server start`), or set NEO4J_URI to one "
            f"that runs ({_first_line(error)})"
        )
    if isinstance(error, ConfigurationError):
        return _misconfigured(error, address)
    return StoreError(f"the driver gave up on {address}: {_first_line(error)}; run the command again")


def _refused(error: Neo4jError, address: str) -> StoreError:
    if error.code == RATE_LIMIT:
        return WrongPassword(
            f"Neo4j at {address} takes no more passwords for now, after too many wrong ones: wait a few "
            "seconds, check NEO4J_PASSWORD, try again"
        )
    if error.code == NEW_PASSWORD:
        return WrongPassword(
            f"Neo4j at {address} wants its initial password changed first: log in once with its Browser or "
            "cypher-shell, then set NEO4J_PASSWORD"
        )
    if isinstance(error, AuthError):
        return WrongPassword(
            f"Neo4j at {address} refuses this user name and password: check NEO4J_USERNAME and NEO4J_PASSWORD"
        )
    if error.code == NO_DATABASE:
        return NotReachable(
            f"Neo4j at {address} has no such database: {plainly(error)}; set NEO4J_DATABASE to one it has "
            "(`SHOW DATABASES` lists them)"
        )
    if isinstance(error, ForbiddenOnReadOnlyDatabase):
        return StoreError(
            f"the database at {address} is read-only: {plainly(error)}; nothing was written: make it writable"
        )
    return StoreError(f"Neo4j at {address} refuses: {plainly(error)}")


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
