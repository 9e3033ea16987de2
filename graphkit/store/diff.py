"""What changed in the graph between two times, told from when its evidence was first seen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from graphkit.errors import UsageError
from graphkit.store.connection import Connection, Row
from graphkit.store.queries import find
from graphkit.store.times import moment
from graphkit.store.values import plain

ALWAYS, NEVER = "9999", ""
"""Later and earlier than any time as text."""

RUNS = """
MATCH (run:Run) WHERE run.id STARTS WITH $run OR run.id STARTS WITH 'run:' + $run
RETURN run.id AS id, run.started AS started ORDER BY run.id LIMIT 3
"""
ACTORS = """
MATCH (actor:Actor) WHERE actor.first_seen > $after AND actor.first_seen <= $until
RETURN actor.name AS actor, actor.kind AS kind, actor.articles AS articles, actor.id AS id
ORDER BY actor.articles DESC, actor.id
"""
CLAIMS = """
MATCH (claim:Claim) WHERE claim.first_seen > $after AND claim.first_seen <= $until
RETURN claim.name AS claim, claim.origins AS origins, claim.articles AS articles, claim.quote AS quote, claim.id AS id
ORDER BY claim.origins DESC, claim.id
"""
EDGES = """
MATCH (start:Entity)-[edge]->(end:Entity) WHERE edge.first_seen > $after AND edge.first_seen <= $until
RETURN start.name AS from, type(edge) AS relation, end.name AS to, edge.certainty AS certainty,
       edge.origins AS origins, edge.quote AS quote
ORDER BY edge.origins DESC, edge.key
"""
MOVED = """
MATCH (start:Entity)-[edge]->(end:Entity) WHERE edge.first_seen <= $after AND edge.last_seen > $after
MATCH (claim:Claim {edge: edge.key})-[evidence:EVIDENCE]->(article:Article) WHERE evidence.seen <= $until
WITH start, edge, end,
     count(DISTINCT CASE WHEN evidence.seen <= $after THEN article.origin END) AS origins_before,
     count(DISTINCT article.origin) AS origins,
     max(CASE WHEN evidence.seen <= $after AND claim.speaker_id IS NULL THEN 1 ELSE 0 END) AS stated_before,
     max(CASE WHEN claim.speaker_id IS NULL THEN 1 ELSE 0 END) AS stated
RETURN start.name AS from, type(edge) AS relation, end.name AS to, origins_before, origins,
       CASE stated_before WHEN 1 THEN 'stated' ELSE 'attributed' END AS certainty_before,
       CASE stated WHEN 1 THEN 'stated' ELSE 'attributed' END AS certainty, edge.quote AS quote
ORDER BY edge.key
"""
RETRACTED = """
MATCH (retraction:Retraction) WHERE retraction.at > $after AND retraction.at <= $until
RETURN retraction.name AS article, retraction.reason AS reason, retraction.by AS by, retraction.at AS at,
       coalesce(retraction.url, retraction.path) AS source
ORDER BY retraction.at, retraction.id
"""
SECTIONS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "new actors": (ACTORS, ("actor", "kind", "articles")),
    "new edges": (EDGES, ("from", "relation", "to", "certainty", "origins", "quote")),
    "new claims": (CLAIMS, ("claim", "origins", "articles", "quote")),
    "edges with more origins": (MOVED, ("from", "relation", "to", "origins_before", "origins", "quote")),
    "certainty moved": (MOVED, ("from", "relation", "to", "certainty_before", "certainty", "quote")),
    "retracted articles": (RETRACTED, ("article", "reason", "by", "at", "source")),
    "edited articles": ("", ("article", "replaced", "dropped", "added", "source")),
}
"""By title: what asks for it, and what is shown of it."""


@dataclass(frozen=True, slots=True)
class Window:
    """after: a time of ours as text, left out; until: one that is in."""

    after: str = NEVER
    until: str = ALWAYS


def since(day: date) -> Window:
    """From the first moment of a day (UTC) on."""
    start = datetime.combine(day, time.min, UTC)
    return Window(after=moment(start - timedelta(microseconds=1)))


def between(connection: Connection, runs: str) -> Window:
    """What came after one run, up to and with another: `A..B`, ids of runs or how they begin; either may lack.

    UsageError where it isn't of that form, or a run isn't there or isn't the only one that begins so.
    """
    first, dots, last = runs.partition("..")
    if not dots or not (first or last):
        raise UsageError(f"--run is {runs!r}: write A..B, ids of runs or how they begin; `A..` is until now")
    window = Window(
        _started(connection, first) if first else NEVER, _started(connection, last) if last else ALWAYS
    )
    if window.until < window.after:
        raise UsageError(f"--run is {runs!r}: {last} came before {first}; turn them round")
    return window


def diff(connection: Connection, window: Window) -> dict[str, list[Row]]:
    """The rows of every section, by its title."""
    times = {"after": window.after, "until": window.until}
    moved = connection.rows(MOVED, **times)
    found = {
        title: connection.rows(text, **times)
        for title, (text, _) in SECTIONS.items()
        if text and text is not MOVED
    }
    found["edges with more origins"] = [row for row in moved if row["origins"] > row["origins_before"]]
    found["certainty moved"] = [row for row in moved if row["certainty"] != row["certainty_before"]]
    edits = connection.rows(find("stealth-edits").text, since=None, limit=MOST_EDITS)
    found["edited articles"] = [row for row in edits if window.after < row["replaced"] <= window.until]
    return {title: [{name: plain(row[name]) for name in row} for row in found[title]] for title in SECTIONS}


MOST_EDITS = 100_000


def _started(connection: Connection, run: str) -> str:
    rows = connection.rows(RUNS, run=run)
    if len(rows) != 1:
        what = "no run" if not rows else f"more than one run ({rows[0]['id']}, {rows[1]['id']} ...)"
        raise UsageError(f"{what} begins with {run!r}: `graphkit query run runs` lists them")
    started: str = rows[0]["started"]
    return started
