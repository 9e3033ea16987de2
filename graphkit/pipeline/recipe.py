"""What decides how an article is read: values a worker process can be started with."""

from dataclasses import dataclass
from pathlib import Path

from graphkit import __version__
from graphkit.nlp.named import read_name


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


def named(pipeline: str) -> str:
    """What an extraction record calls its extractor. pipeline: its name and version."""
    return f"graphkit {__version__} {pipeline}"


def extractor_name(recipe: Recipe) -> str | None:
    """The extractor's name without making it, which takes seconds; None where only making it tells."""
    pipeline = read_name(recipe.pipeline)
    return None if pipeline is None else named(pipeline)
