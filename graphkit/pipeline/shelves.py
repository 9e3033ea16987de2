"""Where shards are read from and written to: a folder every worker sees, or an object store."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pyarrow import fs

from graphkit.errors import UsageError
from graphkit.model import Extraction
from graphkit.pipeline.outcome import Failure, Read


@dataclass(frozen=True)
class Shelf:
    """A folder, or one file, by path or address. address: as the user gave it; its scheme says which store it is."""

    address: str

    def prepare(self) -> None:
        """Make it; UsageError where it holds something that no run of this kind wrote."""
        store, path = self._opened()
        store.create_dir(path, recursive=True)
        there = store.get_file_info(fs.FileSelector(path))
        others = [each.base_name for each in there if not each.base_name.startswith("part-")]
        if others:
            raise UsageError(f"{self.address} holds {min(others)}: give an empty folder for the shards")
        for each in there:
            store.delete_file(each.path)

    def files(self) -> list[str]:
        """The addresses of the files below it, in the order of their names."""
        store, path = self._opened()
        scheme = self.address.partition("://")[0]
        if store.get_file_info(path).type == fs.FileType.File:
            return [self.address]
        found = store.get_file_info(fs.FileSelector(path, recursive=True))
        return sorted(f"{scheme}://{each.path}" for each in found if each.type == fs.FileType.File)

    def write(self, name: str, content: bytes) -> None:
        """A file that is there whole or not at all."""
        store, path = self._opened()
        beside = f"{path}/{name}.part"
        with store.open_output_stream(beside) as stream:
            stream.write(content)
        store.move(beside, f"{path}/{name}")

    @contextmanager
    def fetched(self) -> Iterator[tuple[Path, Callable[[Read], Read]]]:
        """A copy, on this machine, of the file at the address, and what gives articles read from it that address."""
        store, path = self._opened()
        with tempfile.TemporaryDirectory(prefix="graphkit-") as folder:
            local = Path(folder) / Path(path).name
            with store.open_input_stream(path) as stream, local.open("wb") as copy:
                while block := stream.read(1 << 20):
                    copy.write(block)

            def renamed(read: Read) -> Read:
                return _renamed(read, str(local), self.address)

            yield local, renamed

    def _opened(self) -> tuple[Any, str]:
        try:
            if "://" in self.address:
                store, path = fs.FileSystem.from_uri(self.address)
                return store, path.rstrip("/")
            return fs.LocalFileSystem(), str(Path(self.address).absolute())
        except (ValueError, OSError) as error:
            raise UsageError(f"{self.address} can't be opened: {str(error).splitlines()[0]}") from error


def _renamed(read: Read, local: str, address: str) -> Read:
    if isinstance(read, Failure):
        return replace(
            read, place=read.place.replace(local, address), reason=read.reason.replace(local, address)
        )
    if isinstance(read, Extraction) or read.path is None:
        return read
    return replace(read, path=read.path.replace(local, address))
