"""The formats by name: those that are one file of lines, and those that are a folder of tables."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from graphkit.store.export import ftm, graphml, jsonld, tabular
from graphkit.store.export.part import Part

LINES: Mapping[str, Callable[[Part], Iterator[str]]] = {
    "graphml": graphml.lines,
    "jsonld": jsonld.lines,
    "ftm": ftm.lines,
}
FOLDERS: Mapping[str, Callable[[Part, Path], None]] = {
    "csv": tabular.write_csv,
    "parquet": tabular.write_parquet,
}
