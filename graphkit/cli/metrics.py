"""Figures of a schedule for Prometheus, on this machine alone."""

from collections.abc import Mapping
from typing import Any

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, start_http_server

from graphkit.cli.exits import DONE, INTERRUPTED, PARTLY, TERMINATED
from graphkit.errors import UsageError
from graphkit.pipeline.schedule.scheduler import Happening

ADDRESS = "127.0.0.1"
SECONDS = (1, 5, 15, 60, 300, 900, 3600, 14_400)
OUTCOMES = {DONE: "done", PARTLY: "partly", INTERRUPTED: "stopped", TERMINATED: "stopped"}


class Figures:
    """What is counted, by entry of the schedule."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self._former: dict[str, str | None] = {}
        self._runs = Counter(
            "graphkit_runs", "Batches that ended, by how.", ("schedule", "outcome"), registry=registry
        )
        self._passed = Counter(
            "graphkit_runs_passed_over", "Moments that were not run.", ("schedule",), registry=registry
        )
        self._seconds = Histogram(
            "graphkit_run_seconds",
            "How long batches took.",
            ("schedule",),
            registry=registry,
            buckets=SECONDS,
        )
        self._running = Gauge(
            "graphkit_runs_under_way", "Batches under way.", ("schedule",), registry=registry
        )
        self._success = Gauge(
            "graphkit_last_success_timestamp_seconds",
            "When a batch last ended without a failure.",
            ("schedule",),
            registry=registry,
        )
        self._articles = Counter(
            "graphkit_articles",
            "Articles of batches that ended, by what became of them.",
            ("schedule", "became"),
            registry=registry,
        )
        self._claims = Counter("graphkit_claims", "Claims that were read.", ("schedule",), registry=registry)
        self._letters = Gauge(
            "graphkit_dead_letters", "Dead letters that wait, of a batch.", ("schedule",), registry=registry
        )

    def begin(self, name: str, results: Mapping[str, Any] | None) -> None:
        """A run begins. results: those of the run before it."""
        self._former[name] = None if results is None else results["run"]

    def add(self, name: str, results: Mapping[str, Any] | None) -> None:
        """Add what a run came to, as its run_results.json says; nothing where it wrote none, as when it was refused."""
        if results is None or results["run"] == self._former.get(name):
            return
        counts = results["counts"]
        for became in ("read", "unchanged", "left_out", "failed"):
            self._articles.labels(name, became).inc(counts.get(became, 0))
        self._claims.labels(name).inc(counts.get("claims", 0))
        self._letters.labels(name).set(results.get("open_letters", 0))

    def count(self, happened: Happening) -> None:
        """Count one happening."""
        name = happened.name
        if happened.kind == "passed":
            self._passed.labels(name).inc()
        elif happened.kind == "started":
            self._running.labels(name).set(1)
        else:
            outcome = "failed" if happened.code is None else OUTCOMES.get(happened.code, "failed")
            self._running.labels(name).set(0)
            self._runs.labels(name, outcome).inc()
            self._seconds.labels(name).observe(happened.seconds)
            if happened.code == DONE:
                self._success.labels(name).set_to_current_time()


def serve(port: int) -> Figures:
    """Figures at http://127.0.0.1:PORT/metrics; UsageError where the port is taken."""
    registry = CollectorRegistry()
    try:
        start_http_server(port, ADDRESS, registry)
    except OSError as error:
        raise UsageError(f"port {port} can't be served: {error.strerror}; choose another") from error
    return Figures(registry)
