"""What a folder of the bulk path holds: a list for us, and the arguments for Neo4j's importer."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from graphkit.errors import UsageError
from graphkit.store.bulk.cells import BETWEEN

FORMAT = "graphkit.bulk/1"
LIST = "bulk.json"
"""Written last, so that a folder that was left half-written has none."""
ARGUMENTS = "import.args"


@dataclass(frozen=True, slots=True)
class File:
    """`NAME.csv` and `NAME-header.csv`. nodes: whether they hold nodes or relationships.

    labels: those of the nodes, or the one type of the relationships.
    """

    name: str
    nodes: bool
    labels: tuple[str, ...]
    rows: int


def begin(folder: Path) -> None:
    """Makes the folder, or takes over one of an earlier export; UsageError where it holds anything else."""
    folder.mkdir(parents=True, exist_ok=True)
    others = [path.name for path in folder.iterdir() if not _ours(path)]
    if others:
        raise UsageError(f"{folder} holds {min(others)}: give a new or an empty folder")
    (folder / LIST).unlink(missing_ok=True)
    for path in folder.iterdir():
        path.unlink()


def write_list(folder: Path, ontology: str, files: Sequence[File]) -> None:
    """The arguments, then the list."""
    (folder / ARGUMENTS).write_text("".join(f"{each}\n" for each in _arguments(files)), encoding="utf-8")
    listed = {"format": FORMAT, "ontology": ontology, "files": [asdict(file) for file in files]}
    (folder / LIST).write_text(json.dumps(listed, indent=1) + "\n", encoding="utf-8")


def check_list(folder: Path, ontology: str) -> None:
    """UsageError where the folder isn't one that was written whole, for this ontology."""
    try:
        listed = json.loads((folder / LIST).read_text(encoding="utf-8"))
        found = listed["format"], listed["ontology"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(
            f"{folder} has no {LIST} that can be read: write it with `graphkit export --format neo4j-csv`"
        ) from error
    if found != (FORMAT, ontology):
        raise UsageError(f"{folder} was written by another graphkit or for another ontology: export again")


def _arguments(files: Sequence[File]) -> Iterator[str]:
    yield "--id-type=string"
    # Texts and quotes hold line ends.
    yield "--multiline-fields=true"
    yield f"--array-delimiter=U+{ord(BETWEEN):04X}"
    yield "--bad-tolerance=0"
    yield "--strict=true"
    yield "--read-buffer-size=64m"
    for file in files:
        option, between = ("nodes", ":") if file.nodes else ("relationships", "")
        yield f"--{option}={between.join(file.labels)}={file.name}-header.csv,{file.name}.csv"


def _ours(path: Path) -> bool:
    return path.name in {LIST, ARGUMENTS, "sorting.sqlite"} or (
        path.suffix == ".csv" and path.name.startswith(("nodes-", "links-"))
    )
