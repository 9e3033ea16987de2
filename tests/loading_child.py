"""A loader in a process of its own, which loads group after group as it is told to: made to be killed.

    python -m tests.loading_child URI GROUP FILE

The password comes from NEO4J_PASSWORD. For each line on standard input one more group of articles is read.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from graphkit.errors import StoreError
from graphkit.model import Extraction
from graphkit.model.record import read_line
from graphkit.store import connect
from graphkit.store.load import load
from tests.factories import small_ontology

PATIENCE = 5.0
"""Seconds it goes on trying after a server is gone."""


def main(uri: str, group: int, file: Path) -> int:
    try:
        with connect(uri, "neo4j", os.environ["NEO4J_PASSWORD"], timeout=120, retry=PATIENCE) as connection:
            result = load(connection, as_told(file, group), small_ontology(), batch_articles=group)
    except StoreError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return 1 if result.failures else 0


def as_told(file: Path, group: int) -> Iterator[Extraction]:
    """The articles of a file; before each group it waits for a line."""
    with file.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number % group == 0 and not sys.stdin.readline():
                return
            yield read_line(line)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])))
