"""Whose turn a batch is: a lease in the graph, held by saying again and again that one lives.

The server's clock counts, never those of the holders: they may be on machines that disagree about the time.
"""

from collections.abc import Collection
from dataclasses import dataclass
from functools import partial

from graphkit.store.connection import Connection, fetch

SECONDS = 60.0
"""How long a lease lasts without a sign of life."""

LOOK = """
OPTIONAL MATCH (lease:Lease {id: $id}) USING INDEX SEEK lease:Lease(id)
RETURN lease.holder AS holder, lease.host AS host, lease.process AS process, toString(lease.since) AS since,
       coalesce(lease.until > datetime.realtime(), false) AS alive
"""
# Written to before it is read: two who ask at once take turns, and the second sees what the first did.
TAKE = """
MERGE (lease:Lease {id: $id})
SET lease.name = $name
WITH lease, datetime.realtime() AS now
WITH lease, now, lease.holder IS NULL OR lease.until <= now OR lease.holder IN $dead AS free
FOREACH (_ IN CASE WHEN free THEN [1] ELSE [] END |
  SET lease.holder = $holder, lease.host = $host, lease.process = $process, lease.since = now,
      lease.until = now + duration({milliseconds: $milliseconds}))
RETURN free
"""
BEAT = """
MATCH (lease:Lease {id: $id}) USING INDEX SEEK lease:Lease(id)
SET lease.name = lease.name
WITH lease WHERE lease.holder = $holder
SET lease.until = datetime.realtime() + duration({milliseconds: $milliseconds})
RETURN lease.id AS id
"""
RELEASE = """
MATCH (lease:Lease {id: $id}) USING INDEX SEEK lease:Lease(id)
SET lease.name = lease.name
WITH lease WHERE lease.holder = $holder
REMOVE lease.holder, lease.host, lease.process, lease.since, lease.until
RETURN lease.id AS id
"""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a lease. run: its id. host, process: where it works, as `pipeline.batch.turn` names them.

    alive: whether its last sign of life is recent enough. since: ISO, by the server's clock.
    """

    run: str
    host: str
    process: str
    since: str = ""
    alive: bool = True


def lease_id(batch: str) -> str:
    return f"lease:{batch}"


def holder(connection: Connection, batch: str) -> Holder | None:
    """Who holds the batch, None where nobody does."""
    row = connection.rows(LOOK, id=lease_id(batch))[0]
    if row["holder"] is None:
        return None
    return Holder(row["holder"], row["host"] or "", row["process"] or "", row["since"] or "", row["alive"])


def take(
    connection: Connection, batch: str, who: Holder, dead: Collection[str] = (), seconds: float = SECONDS
) -> bool:
    """Whether the batch is ours now. dead: runs that are known to be over, whatever their lease says."""
    rows = connection.write(
        partial(
            fetch,
            text=TAKE,
            id=lease_id(batch),
            name=f"lease of {batch}",
            holder=who.run,
            host=who.host,
            process=who.process,
            # A query with an empty list isn't sent.
            dead=["", *sorted(dead)],
            milliseconds=int(seconds * 1000),
        )
    )
    return bool(rows[0]["free"])


def beat(connection: Connection, batch: str, run: str, seconds: float = SECONDS) -> bool:
    """Say that the holder lives; False where another has taken over."""
    milliseconds = int(seconds * 1000)
    return bool(
        connection.write(partial(fetch, text=BEAT, id=lease_id(batch), holder=run, milliseconds=milliseconds))
    )


def release(connection: Connection, batch: str, run: str) -> None:
    """Let the batch go, where it is still ours."""
    connection.write(partial(fetch, text=RELEASE, id=lease_id(batch), holder=run))
