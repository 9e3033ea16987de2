"""What archives have in common: which members are read, and which names lead out of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BufferedReader
from pathlib import PurePosixPath
from typing import BinaryIO

from graphkit.errors import EmptyArticle, OverLimit, SourceError, Unsafe
from graphkit.sources.format import Outcome
from graphkit.sources.inputs import Failure, Input
from graphkit.sources.streams import BROKEN, Unpacked
from graphkit.sources.tools import Tools

DRIVE = re.compile(r"[A-Za-z]:")
LONGEST_NAME = 1_000


@dataclass
class Members:
    """Reads the members of one archive, each told by its name, and counts them.

    read: how many were articles or archives of them; seen: how many there were.
    """

    source: Input
    tools: Tools
    read: int = 0
    seen: int = 0
    left: int = field(default=0)

    def __post_init__(self) -> None:
        if self.source.depth >= self.tools.options.limits.depth:
            raise OverLimit(
                f"{self.source.name} is an archive within {self.source.depth} others: unpack them yourself"
            )

    def outcomes(self, name: str, stream: BinaryIO, wrong: SourceError | None) -> Iterator[Outcome | Input]:
        """What a member holds. wrong: why it may not be read, None where nothing is against it."""
        self.count()
        member = self.source.member(name)
        if (refusal := wrong or escape(name, member.name)) is not None:
            self.read += 1
            yield Failure(member.name, refusal)
        elif not is_read(name):
            self.left += 1
        else:
            self.read += 1
            reader = BufferedReader(Unpacked(stream.read, self.tools.budget, member.name))
            yield from self.tools.outcomes(reader, member)

    def count(self) -> None:
        """One more member; OverLimit where they are too many, or nothing more may come out of them."""
        if self.tools.budget.is_spent:
            raise OverLimit(
                f"{self.source.name} is given up at its member {self.seen + 1}: it looks like a bomb"
            )
        self.seen += 1
        if self.seen > self.tools.options.limits.members:
            raise OverLimit(f"{self.source.name} has more than {self.seen - 1} members: part it")

    def end(self) -> None:
        """EmptyArticle where nothing in the archive could be read."""
        if not self.read:
            raise EmptyArticle(
                f"{self.source.name} holds no articles among its {self.seen} members: put files into it "
                "that end in .txt, .html, .pdf, .json or the like"
            )


def escape(name: str, whole: str) -> Unsafe | None:
    """What is wrong with a member's name: it leads out of the archive, or can't be one."""
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or DRIVE.match(name):
        return Unsafe(f"{whole!r} has a name that leads out of its archive: such a file was made to do harm")
    if not name.isprintable() or len(name) > LONGEST_NAME:
        return Unsafe(f"{whole[:200]!r} has a name with characters that can't be shown, or without an end")
    return None


def is_read(name: str) -> bool:
    """Whether a member is of a kind that is read; hidden files and what systems add are not."""
    from graphkit.sources.formats import is_article_name  # noqa: PLC0415 -- the formats import this module

    return not any(
        part.startswith((".", "__MACOSX")) for part in PurePosixPath(name).parts
    ) and is_article_name(name)


__all__ = ["BROKEN", "Members", "escape", "is_read"]
