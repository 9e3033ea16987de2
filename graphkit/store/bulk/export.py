"""Extractions as CSV files for `neo4j-admin database import full`, with the ids the loader gives."""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from functools import reduce
from pathlib import Path
from typing import Any

from graphkit.errors import GraphkitError
from graphkit.model import Extraction
from graphkit.ontology import Ontology
from graphkit.store import declarations as d
from graphkit.store.batch import smaller
from graphkit.store.bulk.listed import File, begin, write_list
from graphkit.store.bulk.spill import Row, Spill
from graphkit.store.bulk.writer import Writer
from graphkit.store.draft import Draft, draft, preferred
from graphkit.store.properties import stamp
from graphkit.store.rows import article_rows
from graphkit.store.run import Run, Unloaded, new_run
from graphkit.store.vocabulary import Vocabulary, vocabulary

VERSIONS = "versions of articles"
NODES = {declared.name: declared for declared in d.NODES}
LINKS = {declared.name: declared for declared in d.RELATIONSHIPS}


@dataclass(frozen=True, slots=True)
class Exported:
    """articles: written. older: versions of them that fell out. failures: articles that can't be written."""

    articles: int
    older: int
    files: tuple[File, ...]
    failures: tuple[Unloaded, ...]


def export(
    extractions: Iterable[Extraction],
    ontology: Ontology,
    folder: Path,
    *,
    run: Run | None = None,
    keep_text: bool = True,
) -> Exported:
    """Writes one file for each label and type into an empty or new folder; memory stays bounded.

    What rests on several articles (counts, the best quote, edges) is derived after the import. OSError
    where the folder can't be written.
    """
    begin(folder)
    words, run = vocabulary(ontology), run or new_run()
    with Spill(folder / "sorting.sqlite") as spill:
        failures = _spilt(spill, extractions, words, run, keep_text=keep_text)
        spill.sort()
        older = _older(spill)
        files = tuple(_written(spill, older, words, run, folder))
    write_list(folder, words.version, files)
    articles = sum(file.rows for file in files if file.labels == (d.ARTICLE.name,))
    return Exported(articles, len(older), files, failures)


@dataclass(frozen=True, slots=True)
class _Version:
    """One text of an article, by the number it came as."""

    number: int
    rank: tuple[str, str]
    path: str | None


def _spilt(
    spill: Spill, extractions: Iterable[Extraction], words: Vocabulary, run: Run, *, keep_text: bool
) -> tuple[Unloaded, ...]:
    failures = []
    for number, extraction in enumerate(extractions):
        try:
            article = draft(extraction, words, keep_text=keep_text)
        except GraphkitError as error:
            read = extraction.article
            failures.append(Unloaded(read.id, read.url or read.path or read.id, str(error)))
            continue
        spill.add(VERSIONS, article.id, number, asdict(_Version(number, article.rank, article.path)))
        for group, key, row in _rows(article, words, run, keep_text=keep_text):
            spill.add(group, key, number, row)
    return tuple(failures)


def _older(spill: Spill) -> frozenset[int]:
    """Numbers of texts that another version of their article stands for."""
    older: set[int] = set()
    for _, rows in spill.rows(VERSIONS, ()):
        versions = [_Version(row["number"], tuple(row["rank"]), row["path"]) for row in rows]
        older.update(version.number for version in versions)
        older.remove(reduce(preferred, versions).number)
    return frozenset(older)


def _rows(article: Draft, words: Vocabulary, run: Run, *, keep_text: bool) -> Iterator[tuple[str, str, Row]]:
    """Each row with its group and what no other row of the group shares."""
    rows = article_rows(article, words, run, keep_text=keep_text)
    for label, nodes in rows.nodes.items():
        for row in nodes:
            yield label, row["id"], row
    for entities in rows.entities.values():
        for row in entities:
            yield d.ENTITY, row["id"], row
    for name, links in rows.links.items():
        for row in links:
            yield name, json.dumps([row["start"], row["end"], row.get("key", "")]), row


def _written(
    spill: Spill, older: frozenset[int], words: Vocabulary, run: Run, folder: Path
) -> Iterator[File]:
    for group in spill.groups():
        kept = (_one(group, rows) for _, rows in spill.rows(group, older))
        if group in LINKS:
            yield _link_file(LINKS[group], kept, run, folder)
        elif group == d.ENTITY:
            yield from _entity_files(kept, words, folder)
        elif group != VERSIONS:
            yield _node_file(NODES[group], (group,), kept, folder)


def _one(group: str, rows: list[Row]) -> Row:
    """The row that stands for all about one thing, as the loader would leave it before it settles."""
    if group != d.ENTITY:
        return reduce(smaller, rows)
    best = min(
        (row["set"] for row in rows), key=lambda it: (it["kind"], it["name"], it.get("wikidata") or "")
    )
    return {"id": rows[0]["id"], "set": best | {"articles": len(rows)}}


def _entity_files(rows: Iterable[Row], words: Vocabulary, folder: Path) -> Iterator[File]:
    """One for each kind, since each has labels of its own."""
    with ExitStack() as opened:
        writers: dict[str, Writer] = {}
        for row in rows:
            kind = row["set"]["kind"]
            if kind not in writers:
                name = f"nodes-{d.ENTITY}-{kind}"
                writer = Writer(folder, name, (f"id:ID({d.ENTITY})",), d.ENTITY_NODE.columns)
                writers[kind] = opened.enter_context(writer)
            writers[kind].write((row["id"],), row["set"])
    for kind, writer in sorted(writers.items()):
        yield File(writer.name, nodes=True, labels=tuple(words.kinds[kind]), rows=writer.rows)


def _node_file(declared: d.NodeType, labels: tuple[str, ...], rows: Iterable[Row], folder: Path) -> File:
    with Writer(folder, f"nodes-{declared.name}", (f"id:ID({declared.name})",), declared.columns) as writer:
        for row in rows:
            writer.write((row["id"],), row["set"])
    return File(writer.name, nodes=True, labels=labels, rows=writer.rows)


def _link_file(declared: d.RelationshipType, rows: Iterable[Row], run: Run, folder: Path) -> File:
    ends = (f":START_ID({declared.start})", f":END_ID({declared.end})")
    stamped: Mapping[str, Any] = stamp(run) if declared.stamped else {}
    with Writer(folder, f"links-{declared.name}", ends, declared.columns) as writer:
        for row in rows:
            key = {} if declared.key is None else {declared.key: row["key"]}
            writer.write((row["start"], row["end"]), {**row.get("set", {}), **key, **stamped})
    return File(writer.name, nodes=False, labels=(declared.name,), rows=writer.rows)
