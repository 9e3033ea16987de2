"""Articles read but not yet written: on disk until a run's expectations are judged, or the next run goes on."""

import gzip
import json
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Literal

from graphkit.errors import RecordError
from graphkit.model import Article, Extraction
from graphkit.model.record import read_line, write_line
from graphkit.store.properties import metadata_digest

TOGETHER = 100
"""Articles written to the file at a time."""


class Staged:
    """One file of extraction records, its first line what they depend on.

    A run that is ended leaves it, and the next one with the same basis needn't read those articles again.
    basis: what they depend on (extractor, ontology), as text on one line.
    """

    def __init__(self, path: Path, basis: str) -> None:
        self._path = path
        self._basis = json.dumps(basis)
        self._there: dict[str, tuple[str, int]] = {}
        self._wanted: set[str] = set()

    def resume(self) -> int:
        """Take up what an earlier run left: how many articles. A torn end, as kills leave it, is cut off."""
        self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        beside = self._path.with_suffix(".part")
        with _opened(beside, "wt") as file:
            file.write(f"{self._basis}\n")
            for line in self._lines():
                try:
                    extraction = read_line(line, str(self._path))
                except RecordError:
                    break
                file.write(f"{line}\n")
                article = extraction.article
                self._there[article.id] = (_mark(article), len(extraction.claims))
        beside.replace(self._path)
        return len(self._there)

    def claims(self, article: Article) -> int | None:
        """How many claims it makes, where it was read already: then it is written too; else None."""
        mark, claims = self._there.get(article.id, ("", 0))
        if mark != _mark(article):
            return None
        self._wanted.add(article.id)
        return claims

    def add(self, extractions: Iterable[Extraction]) -> None:
        """Append; whole or cut off at the end, never in the middle."""
        with _opened(self._path, "at") as file:
            file.writelines(f"{write_line(extraction)}\n" for extraction in extractions)

    def extractions(self) -> Iterator[Extraction]:
        """All this run read, and what it took up of an earlier one."""
        unmet = self._there.keys() - self._wanted
        for line in self._lines():
            extraction = read_line(line, str(self._path))
            article = extraction.article
            if article.id not in unmet or self._there[article.id][0] != _mark(article):
                yield extraction

    def clear(self) -> None:
        """All of it is in the graph, or will never be."""
        self._path.unlink(missing_ok=True)

    def _lines(self) -> Iterator[str]:
        """Whole records; none where what they depend on has changed."""
        try:
            with _opened(self._path, "rt") as file:
                if file.readline().rstrip("\n") == self._basis:
                    for line in file:
                        if not line.endswith("\n"):
                            return
                        yield line.rstrip("\n")
        except (EOFError, OSError, UnicodeDecodeError, zlib.error):
            return


def _opened(path: Path, mode: Literal["rt", "wt", "at"]) -> IO[str]:
    # Half a character is for the loader to refuse.
    return gzip.open(path, mode, 1, encoding="utf-8", errors="surrogatepass", newline="\n")


def _mark(article: Article) -> str:
    """What tells an article as it is read now from what was read of it then."""
    return f"{article.text_sha256} {metadata_digest(article)}"
