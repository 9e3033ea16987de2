"""Any gold we know, by its form, to reports."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from graphkit.errors import UsageError
from graphkit.evaluate.carb import compare, read_gold, read_tuples
from graphkit.evaluate.carb.report import carb_report
from graphkit.evaluate.claim_scores import score_claims
from graphkit.evaluate.events import (
    read_cameo,
    read_plover,
    read_re3d,
    score_cameo,
    score_plover,
    score_re3d,
)
from graphkit.evaluate.events.found import PLOVER_TYPES
from graphkit.evaluate.events.re3d import COVERS, Covers
from graphkit.evaluate.gap import read_gap, score_gap
from graphkit.evaluate.gold.folder import holds_cases, read_articles, read_case_files
from graphkit.evaluate.gum import Read, read_gum, score_gum
from graphkit.evaluate.harmless import score_harmless
from graphkit.evaluate.linking import Known, read_linking, score_linking
from graphkit.evaluate.report import Report

TupleLines = Callable[[list[str]], Iterable[str]]
"""Pretokenised sentences to lines of `--format tuples`."""

FORMS = (
    "NAME.yaml beside NAME.txt (claims), a YAML list (harmless cases), GUM JSON, CaRB or GAP .tsv, linking, "
    "PLOVER or CAMEO .jsonl, a re3d folder"
)


@dataclass(frozen=True, slots=True)
class Tools:
    """What scoring needs from the rest of the program.

    read: an article, whose text it must not repair, to its extraction.
    tuples: pretokenised sentences to tuple lines. known: whether the gazetteer holds a Wikidata id.
    types: relation to PLOVER type. covers: re3d relation to ours.
    """

    read: Read
    tuples: TupleLines
    known: Known
    types: Mapping[str, str] = field(default_factory=lambda: PLOVER_TYPES)
    covers: Covers = field(default_factory=lambda: COVERS)


def score(path: Path, tools: Tools) -> list[Report]:
    """Reports on a gold file, or on all gold files in a folder. UsageError where the form is unknown."""
    if not path.exists():
        raise UsageError(f"{path} isn't there: name a gold file or folder")
    by_kind: dict[str, list[Path]] = {}
    for file in _gold_files(path):
        by_kind.setdefault(kind_of(file), []).append(file)
    reports = []
    for kind in sorted(by_kind):
        reports += _SCORERS[kind](by_kind[kind], tools)
    if not reports:
        raise UsageError(f"{path} holds no gold we know: give {FORMS}")
    return reports


def _gold_files(path: Path) -> list[Path]:
    """A re3d folder is one gold file; in other folders every file that can be gold."""
    if path.is_file() or _is_re3d(path):
        return [path]
    endings = (".yaml", ".json", ".jsonl", ".tsv")
    folders = sorted(folder for folder in path.rglob("*") if folder.is_dir() and _is_re3d(folder))
    files = sorted(file for file in path.rglob("*") if file.suffix in endings and file.parent not in folders)
    return [*files, *folders]


def _is_re3d(path: Path) -> bool:
    return (path / "documents.json").is_file() and (path / "relations.json").is_file()


def kind_of(path: Path) -> str:
    """The name of the form; UsageError where none fits."""
    if path.is_dir():
        return "re3d"
    if path.suffix == ".yaml":
        return "harmless" if holds_cases(path) else "claims"
    with path.open(encoding="utf-8") as lines:
        first = lines.readline()
    if path.suffix == ".tsv":
        return "gap" if first.startswith("ID\tText\t") else "carb"
    if path.suffix == ".jsonl":
        keys = _keys(first)
        for key, kind in (("labels", "linking"), ("events", "plover"), ("roles", "cameo")):
            if key in keys:
                return kind
    elif path.suffix == ".json" and "chains" in _keys(path.read_text(encoding="utf-8")):
        return "gum"
    raise UsageError(f"{path} has no form of gold we know: give {FORMS}")


def _keys(text: str) -> frozenset[str]:
    try:
        record = json.loads(text)
    except json.JSONDecodeError:
        return frozenset()
    return frozenset(record) if isinstance(record, dict) else frozenset()


def _carb(files: list[Path], tools: Tools) -> list[Report]:
    reports = []
    for file in files:
        gold = read_gold(_lines(file), str(file))
        sentences = list(dict.fromkeys(tuples[0].sentence for tuples in gold.values()))
        found = read_tuples(tools.tuples(sentences))
        reports.append(carb_report(gold, found, compare(gold, found)))
    return reports


def _gum(files: list[Path], tools: Tools) -> list[Report]:
    return [score_gum([read_gum(file) for file in files], tools.read)]


def _gap(files: list[Path], tools: Tools) -> list[Report]:
    return [score_gap(read_gap(_lines(file), str(file)), tools.read) for file in files]


def _linking(files: list[Path], tools: Tools) -> list[Report]:
    return [
        _named(score_linking(read_linking(_lines(file), str(file)), tools.read, tools.known), file)
        for file in files
    ]


def _plover(files: list[Path], tools: Tools) -> list[Report]:
    return [score_plover(read_plover(_lines(file), str(file)), tools.read, tools.types) for file in files]


def _cameo(files: list[Path], tools: Tools) -> list[Report]:
    return [score_cameo(read_cameo(_lines(file), str(file)), tools.read, tools.types) for file in files]


def _re3d(files: list[Path], tools: Tools) -> list[Report]:
    documents = [document for folder in files for document in read_re3d(folder)]
    return [score_re3d(documents, tools.read, tools.covers)]


def _claims(files: list[Path], tools: Tools) -> list[Report]:
    return [score_claims(read_articles(files), tools.read)]


def _harmless(files: list[Path], tools: Tools) -> list[Report]:
    return [score_harmless(read_case_files(files), tools.read)]


def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").removesuffix("\n").split("\n")


def _named(report: Report, file: Path) -> Report:
    return Report(f"{report.title}: {file.name}", report.figures, report.tables, report.examples)


_SCORERS: dict[str, Callable[[list[Path], Tools], list[Report]]] = {
    "carb": _carb,
    "cameo": _cameo,
    "claims": _claims,
    "gap": _gap,
    "gum": _gum,
    "harmless": _harmless,
    "linking": _linking,
    "plover": _plover,
    "re3d": _re3d,
}
