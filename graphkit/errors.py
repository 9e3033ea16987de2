"""Everything that can go wrong and that a user can mend, as one tree.

    GraphkitError
    ├── UsageError            the command line asks for something impossible
    ├── SettingsError         a settings, ontology, gazetteer or query file is wrong
    ├── PipelineMissing       the language pipeline isn't installed
    ├── SourceError           an article can't be read
    │   ├── EmptyArticle
    │   ├── NotText
    │   ├── WrongLanguage
    │   ├── NotFetched        a page can't be had, or may not be asked for
    │   ├── OverLimit         reading it would take more size, time or memory than is allowed
    │   └── Unsafe            it holds what a hostile file would: a way out of an archive, XML entities
    ├── RecordError           a line isn't an extraction record
    ├── WorkerLost            a reading process was killed
    ├── BatchHeld             another run of the batch is at work
    ├── QueryError            a saved query is unknown, malformed or lacks a parameter
    └── StoreError            the database refuses or is away
        ├── NotReachable
        ├── WrongPassword
        ├── UnsupportedServer
        └── ServerError       the local Neo4j can't be installed, started or stopped

Each message names the thing, the place and the next step.
"""

__all__ = [
    "BatchHeld",
    "EmptyArticle",
    "GraphkitError",
    "NotFetched",
    "NotReachable",
    "NotText",
    "OverLimit",
    "PipelineMissing",
    "QueryError",
    "RecordError",
    "ServerError",
    "SettingsError",
    "SourceError",
    "StoreError",
    "Unsafe",
    "UnsupportedServer",
    "UsageError",
    "WorkerLost",
    "WrongLanguage",
    "WrongPassword",
]


class GraphkitError(Exception):
    """Root of the tree: `str(error)` is fit to show to a user."""


class UsageError(GraphkitError):
    """The command line asks for something impossible."""


class SettingsError(GraphkitError):
    """A file the user keeps (settings, ontology, gazetteer) is wrong; all its problems at once."""


class PipelineMissing(GraphkitError):
    """The language pipeline named in the settings isn't installed."""


class SourceError(GraphkitError):
    """An article can't be read from its source."""


class EmptyArticle(SourceError):
    """Nothing is left to read."""


class NotText(SourceError):
    """The bytes aren't text in any encoding we can tell."""


class WrongLanguage(SourceError):
    """The text is in a language no pipeline is configured for."""


class NotFetched(SourceError):
    """A page can't be had: no answer, a refusal, or an address that may not be asked."""


class OverLimit(SourceError):
    """Reading it would take more size, time or memory than is allowed."""


class Unsafe(SourceError):
    """It holds what a hostile file would, and an honest one can do without."""


class RecordError(GraphkitError):
    """A line isn't an extraction record of a format we read."""


class WorkerLost(GraphkitError):
    """A process that reads articles was killed from outside."""


class BatchHeld(GraphkitError):
    """Another run of the batch is at work, or took over while this one stood still."""


class QueryError(GraphkitError):
    """A saved query is unknown, malformed, would write, or lacks a parameter."""


class StoreError(GraphkitError):
    """The database refuses or is away."""


class NotReachable(StoreError):
    """No server answers at the address."""


class WrongPassword(StoreError):
    """The server refuses the user name or password."""


class UnsupportedServer(StoreError):
    """The server is too old, or its graph is newer than this program."""


class ServerError(StoreError):
    """The local Neo4j can't be installed, started or stopped."""
