"""The costly half over a Ray cluster: shards of input files in, shards of extraction records out.

Ray does the distributing; this only maps. A shard's file is written whole or not at all and always holds the same
bytes, so a shard that is done again after a worker was lost changes nothing. Put together in the order of their
names, the shards are what one process would have written.
"""

import json
import logging
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ray
import ray.data

from graphkit.errors import SourceError, UsageError, WorkerLost
from graphkit.model import Extraction
from graphkit.pipeline.extract import extract
from graphkit.pipeline.inputs import inputs
from graphkit.pipeline.outcome import Failure, Outcome, Read, chunks, failure
from graphkit.pipeline.recipe import Recipe
from graphkit.pipeline.shards import as_lines, as_parquet
from graphkit.pipeline.shelves import Shelf
from graphkit.sources import Failure as Unread
from graphkit.sources import Options, find

FORMS = {"jsonl": as_lines, "parquet": as_parquet}
QUIET = {"RAY_USAGE_STATS_ENABLED": "0", "RAY_BACKEND_LOG_LEVEL": "fatal"}
"""Ray would tell its makers that it was used, and its C++ part writes to our stderr."""
SHARD_FILES = 64
BATCH = 16


@dataclass(frozen=True, slots=True)
class Shard:
    """A part of the input that is done.

    number: its place in the whole, from 0; -1 for what can't be read at all. failures: in their order, told in
    words alone: what they were found in stays where it was read.
    """

    number: int
    articles: int
    claims: int
    failures: tuple[Failure, ...]


def shards(
    paths: Sequence[Path | str],
    folder: str,
    recipe: Recipe,
    options: Options,
    *,
    workers: int = 1,
    files: int = SHARD_FILES,
    form: str = "jsonl",
    address: str | None = None,
) -> Iterator[Shard]:
    """Extract what is under the paths into `folder`, and tell of each shard as it is done, in order.

    paths: files and folders every worker sees, or addresses of an object store (s3://bucket/news).
    folder: likewise; its files are part-000000.jsonl and so on. workers: actors that each load the pipeline once.
    files: input files in a shard. form: jsonl or parquet. address: of a cluster that runs; None starts one here.
    Raises UsageError where the folder holds something else, WorkerLost where the cluster gives up.
    """
    out = Shelf(folder)
    found, unread = _found(paths)
    parts = list(chunks(found, files))
    out.prepare()
    try:
        _connected(address, workers)
        yield from _in_order(_mapped(parts, Work(recipe, options, out, form), workers), unread)
    except (ray.exceptions.RayError, OSError) as error:
        raise WorkerLost(f"the cluster gave up ({_last_line(error)}); run the same command again") from error
    finally:
        ray.shutdown()


def _found(paths: Sequence[Path | str]) -> tuple[list[str], tuple[Failure, ...]]:
    """The files under the paths, in order, and what can't be read at all."""
    files: list[str] = []
    unread: list[Failure] = []
    for path in paths:
        if is_remote(path):
            files += Shelf(str(path)).files()
            continue
        for each in find([path]):
            if isinstance(each, Unread):
                unread.append(failure(each.name, "source", each.error))
            elif each.path is None:
                raise UsageError(
                    f"{each.name}: a cluster reads files and folders, not this; use --engine local"
                )
            else:
                files.append(str(each.path))
    return files, tuple(unread)


def is_remote(path: Path | str) -> bool:
    """Whether it is an address of an object store."""
    scheme, parted, _ = str(path).partition("://")
    return bool(parted) and scheme not in {"http", "https"}


def _connected(address: str | None, workers: int) -> None:
    for name, value in QUIET.items():
        os.environ.setdefault(name, value)
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    if address:
        ray.init(address=address, log_to_driver=False, logging_level=logging.ERROR)
    else:
        ray.init(num_cpus=workers, include_dashboard=False, log_to_driver=False, logging_level=logging.ERROR)
    context = ray.data.DataContext.get_current()
    context.enable_progress_bars = False
    context.print_on_execution_start = False


def _mapped(parts: Sequence[Sequence[str]], work: "Work", workers: int) -> Iterable[Mapping[str, Any]]:
    if not parts:
        return ()
    rows = [{"number": number, "paths": list(part)} for number, part in enumerate(parts)]
    mapped = ray.data.from_items(rows, override_num_blocks=len(rows)).map_batches(
        Worker,
        fn_constructor_args=(work,),
        batch_size=1,
        compute=ray.data.ActorPoolStrategy(size=workers),
        num_cpus=1,
    )
    found: Iterable[Mapping[str, Any]] = mapped.iter_rows()
    return found


def _in_order(rows: Iterable[Mapping[str, Any]], unread: tuple[Failure, ...]) -> Iterator[Shard]:
    """Shards in their order, however they come."""
    if unread:
        yield Shard(-1, 0, 0, unread)
    waiting: dict[int, Shard] = {}
    turn = 0
    for row in rows:
        failures = tuple(Failure(*each) for each in json.loads(row["failures"]))
        waiting[row["number"]] = Shard(row["number"], row["articles"], row["claims"], failures)
        while turn in waiting:
            yield waiting.pop(turn)
            turn += 1


@dataclass(frozen=True, slots=True)
class Work:
    """What a worker is told to do: how to read, and where to write in which form."""

    recipe: Recipe
    options: Options
    out: Shelf
    form: str


class Worker:
    """An actor: loads the pipeline with its first shard and keeps it."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def __call__(self, batch: Mapping[str, Any]) -> dict[str, list[Any]]:
        number = int(batch["number"][0])
        done: list[Extraction] = []
        failures: list[Failure] = []
        for outcome in self._outcomes([str(path) for path in batch["paths"][0]]):
            if isinstance(outcome, Failure):
                failures.append(outcome)
            else:
                done.append(outcome)
        form = self._work.form
        self._work.out.write(f"part-{number:06}.{form}", FORMS[form](done))
        return {
            "number": [number],
            "articles": [len(done)],
            "claims": [sum(len(each.claims) for each in done)],
            "failures": [json.dumps([[each.place, each.stage, each.reason, each.kind] for each in failures])],
        }

    def _outcomes(self, paths: Sequence[str]) -> Iterator[Outcome]:
        read = (each for path in paths for each in self._read(path))
        return extract(read, self._work.recipe, batch=BATCH)

    def _read(self, path: str) -> Iterator[Read]:
        options = self._work.options
        if not is_remote(path):
            yield from inputs([Path(path)], options)
            return
        try:
            with Shelf(path).fetched() as (local, renamed):
                yield from (renamed(each) for each in inputs([local], options))
        except OSError as error:
            yield failure(
                path, "source", SourceError(f"{path} can't be had ({_last_line(error)}): try it again")
            )


def _last_line(error: Exception) -> str:
    """What went wrong in the end, without the trace of it that comes before."""
    return (str(error).strip().splitlines() or [type(error).__name__])[-1]
