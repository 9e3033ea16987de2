"""Dead letters: what couldn't be read or written, kept whole until somebody retries or drops it."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from graphkit.errors import UsageError
from graphkit.files import keep
from graphkit.model import Article, digest
from graphkit.pipeline.outcome import Failure
from graphkit.sources import Input, Notes

FORMAT = "graphkit.deadletter/1"
LARGEST = 32 * 2**20
"""Bytes of a file that is copied; of a larger one, where it lies is remembered."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One of them.

    file: the batch's file, so that it can be tried again as it was first. run: the last run it failed in.
    kind: class of the error. first, last: when it failed, ISO. tries: how often.
    content: digest of what was read; another content is a new chance.
    extractor: what read it. article: the article, where there was one. source: else, what it was to be read from.
    body: whether a copy of that lies beside. dropped: whether somebody gave it up.
    """

    id: str
    batch: str
    file: str
    run: str
    place: str
    stage: str
    kind: str
    reason: str
    first: str
    last: str
    content: str
    extractor: str
    tries: int = 1
    article: Article | None = None
    source: Input | None = None
    body: bool = False
    dropped: bool = False


class Letters:
    """The folder of all of them, one JSON file each; what was to be read may lie beside as it came."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def of(self, batch: str | None = None) -> list[Letter]:
        """All, or those of a batch, in the order they first failed."""
        found = [letter for letter in self._read() if batch in (None, letter.batch)]
        return sorted(found, key=lambda letter: (letter.first, letter.id))

    def named(self, id_: str) -> Letter:
        """The one whose id begins so; UsageError where there is none, or several."""
        found = [letter for letter in self.of() if letter.id.startswith(id_)]
        if len(found) == 1:
            return found[0]
        problem = "no dead letter" if not found else f"{len(found)} dead letters"
        raise UsageError(f"{problem} with an id that begins with {id_!r}: see `graphkit deadletter list`")

    def body(self, letter: Letter) -> bytes | None:
        """What was to be read, as it came; None where it isn't kept."""
        return self._body(letter.id).read_bytes() if letter.body else None

    def put(self, failed: Failure, batch: str, file: Path, run: str, extractor: str) -> Letter:
        """Keep what failed; if it failed before, its letter tells so."""
        id_ = letter_id(failed, batch)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        former = self._one(self._file(id_))
        unread = failed.source
        raw = _raw(failed) if unread is not None else None
        letter = Letter(
            id=id_,
            batch=batch,
            file=str(file.absolute()),
            run=run,
            place=failed.place,
            stage=failed.stage,
            kind=failed.kind,
            reason=failed.reason,
            first=now if former is None else former.first,
            last=now,
            content=content_of(failed),
            extractor=extractor,
            tries=1 if former is None else former.tries + 1,
            article=failed.article,
            source=None if unread is None else unread.source,
            body=raw is not None,
        )
        if raw is not None:
            keep(self._body(id_), raw)
        self._write(letter)
        return letter

    def drop(self, letter: Letter) -> None:
        """Give it up: its batch leaves it out from now on, as long as its content stays the same."""
        self._body(letter.id).unlink(missing_ok=True)
        self._write(replace(letter, dropped=True, body=False))

    def remove(self, letter: Letter) -> None:
        """It was read at last."""
        self._file(letter.id).unlink(missing_ok=True)
        self._body(letter.id).unlink(missing_ok=True)

    def _read(self) -> Iterator[Letter]:
        if self._folder.is_dir():
            for path in sorted(self._folder.glob("*.json")):
                letter = self._one(path)
                if letter is not None:
                    yield letter

    def _one(self, path: Path) -> Letter | None:
        try:
            return _letter(json.loads(path.read_text("utf-8")))
        except FileNotFoundError:
            return None
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise UsageError(f"{path} is no dead letter ({error}): move it out of its folder") from error

    def _write(self, letter: Letter) -> None:
        written = {"format": FORMAT, **asdict(letter)}
        if letter.source is not None and letter.source.path is not None:
            written["source"]["path"] = str(letter.source.path)
        # ASCII, so that half characters and names of files that are no text come back as they were.
        keep(self._file(letter.id), json.dumps(written, indent=1, default=str).encode("ascii"))

    def _file(self, id_: str) -> Path:
        return self._folder / f"{id_}.json"

    def _body(self, id_: str) -> Path:
        return self._folder / f"{id_}.body"


def letter_id(failed: Failure, batch: str) -> str:
    """An article that fails twice is one letter, and so is a place that can't be read twice."""
    key = ["place", failed.place] if failed.article is None else ["article", failed.article.id]
    return digest("d", [batch, *key])[2:14]


def content_of(failed: Failure) -> str:
    """What tells whether it is still the same that failed."""
    if failed.article is not None:
        return failed.article.text_sha256
    unread = failed.source
    if unread is not None and unread.body is not None:
        return hashlib.sha256(unread.body).hexdigest()
    path = None if unread is None or unread.source is None else unread.source.path
    try:
        return failed.reason if path is None else "{0.st_size} {0.st_mtime_ns}".format(path.stat())
    except OSError:
        return failed.reason


def _raw(failed: Failure) -> bytes | None:
    unread = failed.source
    if unread is None or unread.body is not None:
        return None if unread is None else unread.body
    path = None if unread.source is None else unread.source.path
    try:
        return path.read_bytes() if path is not None and path.stat().st_size <= LARGEST else None
    except OSError:
        return None


def _letter(values: dict[str, Any]) -> Letter:
    if values.pop("format", None) != FORMAT:
        raise ValueError(f"not {FORMAT}")
    article, source = values.pop("article"), values.pop("source")
    if source is not None:
        path = source.pop("path")
        known, said = Notes(**source.pop("known")), Notes(**source.pop("said"))
        source = Input(path=None if path is None else Path(path), known=known, said=said, **source)
    return Letter(**values, article=None if article is None else Article(**article), source=source)
