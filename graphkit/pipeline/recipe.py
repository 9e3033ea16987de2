"""What decides how an article is read: values a worker process can be started with."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Recipe:
    """pipeline: a spaCy pipeline. ontology, cues: files, None for the shipped. gazetteers: extra files.

    pretokenized: each article is one sentence, its tokens parted by single spaces, to be kept as they are.
    """

    pipeline: str
    ontology: Path | None = None
    cues: Path | None = None
    gazetteers: tuple[Path, ...] = ()
    pretokenized: bool = False
