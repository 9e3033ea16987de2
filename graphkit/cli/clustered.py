"""`graphkit extract --engine ray`: extraction over a cluster, told as any other."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from graphkit.cli.progress import tracked
from graphkit.cli.reading import Tally, options_of, recipe_of
from graphkit.errors import UsageError

if TYPE_CHECKING:
    from graphkit.cli.session import Session


def extracted(
    session: "Session",
    paths: "Sequence[Path | str]",
    output: "Path | str | None",
    form: str,
    published: str | None,
    *,
    workers: int | None,
    address: str | None,
    files: int,
) -> int:
    """Extract into a folder of shards; the exit code. Files of the settings must be where every worker sees them."""
    if output is None or str(output) == "-":
        raise UsageError("--engine ray writes many files: give their folder with -o")
    if form not in {"jsonl", "parquet"}:
        raise UsageError(f"--engine ray writes jsonl or parquet, not {form}")
    try:
        from graphkit.pipeline.cluster import shards
    except ImportError as error:
        raise UsageError("--engine ray needs more: pip install 'graphkit[ray]'") from error
    settings = session.settings(reading__workers=workers)
    tally, claims = Tally(session), 0
    done = shards(
        paths,
        str(output),
        recipe_of(settings),
        options_of(settings, published),
        workers=settings.reading.workers,
        files=files,
        form=form,
        address=address,
    )
    for shard in tracked(session, done, "reading shards"):
        tally.read += shard.articles
        claims += shard.claims
        for failure in shard.failures:
            tally.fail(failure)
    session.note(f"articles read: {tally.read}; claims: {claims}; articles that failed: {tally.failed}")
    return tally.code
