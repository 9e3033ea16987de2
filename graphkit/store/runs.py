"""What the graph remembers of the runs of batches."""

from functools import partial
from typing import Any

from graphkit.store.connection import Connection, Row, fetch
from graphkit.store.properties import of_run
from graphkit.store.run import Run

RUNNING = "running"
LOST = "lost"
"""Status of a run whose process ended without a word."""

NOTE = """
MERGE (run:Run {id: $id})
SET run += $facts
RETURN run.id AS id
"""
ABANDONED = """
MATCH (run:Run {batch: $batch}) USING INDEX SEEK run:Run(batch, started)
WHERE run.started IS NOT NULL AND run.status = $running AND run.id <> $run
SET run.status = $lost
RETURN run.id AS id
"""
LIST = """
MATCH (run:Run)
WHERE $batch IS NULL OR run.batch = $batch
RETURN run {.*, started: toString(run.started), ended: toString(run.ended)} AS run
ORDER BY run.started DESC, run.id DESC
LIMIT $limit
"""
FORMER = """
MATCH (run:Run {batch: $batch}) USING INDEX SEEK run:Run(batch, started)
WHERE run.started IS NOT NULL AND run.status IN $sound AND run.read >= $least
RETURN toFloat(run.claims) / run.read AS claims
ORDER BY run.started DESC, run.id DESC
LIMIT $limit
"""


def note_run(connection: Connection, run: Run, facts: dict[str, Any]) -> None:
    """Write what is known of a run, over what was known before. facts: properties `Run` declares."""
    connection.write(partial(fetch, text=NOTE, id=run.id, facts={**of_run(run), **facts}))


def abandon(connection: Connection, batch: str, run: str) -> list[str]:
    """Mark the batch's other runs that never ended as lost; their ids. Call it while holding the lease."""
    rows = connection.write(partial(fetch, text=ABANDONED, batch=batch, run=run, running=RUNNING, lost=LOST))
    return sorted(row["id"] for row in rows)


def list_runs(connection: Connection, batch: str | None = None, limit: int = 20) -> list[Row]:
    """The latest runs, the last one first, as the graph has them."""
    return [row["run"] for row in connection.rows(LIST, batch=batch, limit=limit)]


def former_rates(
    connection: Connection, batch: str, sound: tuple[str, ...], least: int, limit: int
) -> list[float]:
    """Claims per article of the batch's last sound runs that read at least so many articles."""
    rows = connection.rows(FORMER, batch=batch, sound=list(sound), least=least, limit=limit)
    return [row["claims"] for row in rows]
