"""Extraction files as Parquet: articles that were read already, the record of each in the column `record`."""

from collections.abc import Iterator
from typing import BinaryIO

from graphkit.errors import NotText, RecordError, SourceError
from graphkit.model import Extraction
from graphkit.model.record import read_line
from graphkit.sources.format import Format
from graphkit.sources.inputs import Failure, Input
from graphkit.sources.tools import Tools

MAGIC = b"PAR1"
COLUMN = "record"
ROWS = 100


def read_parquet(stream: BinaryIO, source: Input, tools: Tools) -> Iterator[Extraction | Failure]:
    """The extractions of a table, a hundred in memory at a time; a wrong one is a Failure."""
    try:
        from pyarrow import ArrowInvalid, parquet  # noqa: PLC0415 - an extra, and costly to import
    except ImportError as error:
        raise SourceError(
            f"{source.name}: reading Parquet needs more: pip install 'graphkit[ray]'"
        ) from error
    try:
        table = parquet.ParquetFile(stream)
    except (ArrowInvalid, OSError) as error:
        raise NotText(
            f"{source.name} isn't a whole Parquet file ({_first_line(error)}): get it again"
        ) from error
    if COLUMN not in table.schema_arrow.names:
        raise SourceError(
            f"{source.name} has no column {COLUMN!r}: make it with `graphkit extract --format parquet`"
        )
    number = 0
    for batch in table.iter_batches(ROWS, columns=[COLUMN]):
        for line in batch.column(0).to_pylist():
            number += 1
            place = f"{source.name}:{number}"
            try:
                yield read_line(line, place)
            except RecordError as error:
                yield Failure(place, error)


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0][:200]


PARQUET = Format(frozenset((".parquet",)), lambda head: head.startswith(MAGIC), read_parquet)
"""Told by its content."""
