"""What is in the file of a shard: records a line each, or a Parquet table of them."""

from collections.abc import Sequence

import pyarrow as pa
from pyarrow import parquet

from graphkit.model import Extraction
from graphkit.model.record import write_line


def as_lines(extractions: Sequence[Extraction]) -> bytes:
    """JSON Lines."""
    return "".join(write_line(each) + "\n" for each in extractions).encode()


def as_parquet(extractions: Sequence[Extraction]) -> bytes:
    """A row an article: what tables are sorted by, and the whole record."""
    table = pa.table(
        {
            "id": pa.array([each.article.id for each in extractions], pa.string()),
            "title": pa.array([each.article.title for each in extractions], pa.string()),
            "url": pa.array([each.article.url for each in extractions], pa.string()),
            "publisher": pa.array([each.article.publisher for each in extractions], pa.string()),
            "published": pa.array([each.article.published for each in extractions], pa.string()),
            "entities": pa.array([len(each.entities) for each in extractions], pa.int32()),
            "claims": pa.array([len(each.claims) for each in extractions], pa.int32()),
            "record": pa.array([write_line(each) for each in extractions], pa.string()),
        }
    )
    sink = pa.BufferOutputStream()
    parquet.write_table(table, sink, compression="zstd")
    content: bytes = sink.getvalue().to_pybytes()
    return content
