"""re3d: relations between spans in reports of conflict."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from graphkit.errors import RecordError
from graphkit.evaluate.assignment import best_assignment
from graphkit.evaluate.figures import Counts
from graphkit.evaluate.gum import Read
from graphkit.evaluate.report import Report, Table
from graphkit.evaluate.words import around
from graphkit.model import Article, Claim, Extraction, Span

SYMMETRIC = frozenset({"AlliesOf", "Apart", "CoLocated", "CommWith", "FightingAgainst", "IsSynonymOf"})
"""Relations that hold both ways: re3d often lists both, which count once."""

Covers = Mapping[str, frozenset[str]]
"""re3d relation to the relations of the ontology that are it."""

COVERS: Covers = {
    "AlliesOf": frozenset({"AID", "COOPERATE", "SUPPORT"}),
    "BelongsTo": frozenset({"EMPLOYED_BY", "MEMBER_OF", "PART_OF"}),
    "CoLocated": frozenset({"LIVES_IN", "LOCATED_IN"}),
    "CommWith": frozenset({"ASKS", "CONSULT", "REQUEST"}),
    "FightingAgainst": frozenset({"ASSAULT", "COERCE", "DEFEATED"}),
    "InChargeOf": frozenset({"HOLDS_OFFICE", "OWNS"}),
    "IsSynonymOf": frozenset({"IS_A"}),
}
"""The shipped ontology's relations; it has none for Apart, HasAttrOf, Likes and Dislikes."""


@dataclass(frozen=True, slots=True, order=True)
class Relation:
    """A labelled relation between two spans."""

    type: str
    source: Span
    target: Span


@dataclass(frozen=True, slots=True)
class Re3dDocument:
    """One report with its relations, each once."""

    article: Article
    relations: tuple[Relation, ...]


def read_re3d(folder: Path) -> list[Re3dDocument]:
    """`documents.json` and `relations.json`, each one JSON object a line; RecordError says what is wrong."""
    texts = {str(record["_id"]): str(record["text"]) for record in _records(folder / "documents.json")}
    relations: dict[str, set[Relation]] = {name: set() for name in texts}
    for record in _records(folder / "relations.json"):
        try:
            relation = _relation(record)
            relations[str(record["documentId"])].add(relation)
        except (KeyError, TypeError) as error:
            raise RecordError(f"{folder / 'relations.json'} lacks or garbles {error}") from error
    return [
        Re3dDocument(Article(text=text), tuple(sorted(relations[name])))
        for name, text in sorted(texts.items())
    ]


def _records(path: Path) -> Iterator[dict[str, object]]:
    try:
        for line in path.read_text(encoding="utf-8").split("\n"):
            if line.strip():
                yield json.loads(line)
    except (OSError, ValueError) as error:
        raise RecordError(f"{path} can't be read as JSON Lines ({error})") from error


def _relation(record: Mapping[str, object]) -> Relation:
    begin, end, other_begin, other_end = (
        int(str(record[name])) for name in ("sourceBegin", "sourceEnd", "targetBegin", "targetEnd")
    )
    name = str(record["type"])
    source, target = Span(begin, end), Span(other_begin, other_end)
    return Relation(name, *sorted((source, target))) if name in SYMMETRIC else Relation(name, source, target)


def match_relations(
    document: Re3dDocument, extraction: Extraction, name: str, ours: frozenset[str]
) -> Counts:
    """Claims of our relations matched one to one with re3d's: both ends share characters.

    Symmetric relations may be the other way round.
    """
    wanted = [relation for relation in document.relations if relation.type == name]
    found = [claim for claim in extraction.claims if claim.relation in ours]
    weights = [[_same(relation, claim) for claim in found] for relation in wanted]
    return Counts(len(best_assignment(weights)), len(found), len(wanted))


def _same(relation: Relation, claim: Claim) -> bool:
    if claim.object is None:
        return False
    subject = Span(claim.subject.start, claim.subject.end)
    object_ = Span(claim.object.start, claim.object.end)
    straight = _overlap(subject, relation.source) and _overlap(object_, relation.target)
    if straight or relation.type not in SYMMETRIC:
        return straight
    return _overlap(subject, relation.target) and _overlap(object_, relation.source)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def score_re3d(documents: Iterable[Re3dDocument], read: Read, covers: Covers = COVERS) -> Report:
    """F1 by relation, of those the ontology covers; the others are listed with their number."""
    by_type: dict[str, Counts] = {name: Counts() for name in sorted(covers)}
    uncovered: dict[str, int] = {}
    examples: list[str] = []
    for document in documents:
        extraction = read(document.article)
        if extraction.article.text != document.article.text:
            raise RecordError("a report was read as another text: read it without repairing it")
        for name, ours in sorted(covers.items()):
            by_type[name] += match_relations(document, extraction, name, ours)
        for relation in document.relations:
            if relation.type not in covers:
                uncovered[relation.type] = uncovered.get(relation.type, 0) + 1
            elif not any(
                _same(relation, c) and c.relation in covers[relation.type] for c in extraction.claims
            ):
                examples.append(_describe(relation, document.article.text))
    total = sum(by_type.values(), Counts())
    figures = {"precision": total.precision, "recall": total.recall, "f1": total.f1}
    rows = tuple(
        (name, round(one.precision, 3), round(one.recall, 3), round(one.f1, 3), one.found, one.wanted)
        for name, one in by_type.items()
    )
    return Report(
        title="relations: re3d",
        figures=figures,
        tables=(
            Table("covered", ("relation", "precision", "recall", "f1", "found", "labelled"), rows),
            Table("not covered", ("relation", "labelled"), tuple(sorted(uncovered.items()))),
        ),
        examples=tuple(examples),
    )


def _describe(relation: Relation, text: str) -> str:
    source, target = (text[one.start : one.end] for one in (relation.source, relation.target))
    return f"missed {relation.type}({source}, {target}) in {around(text, relation.source, 80)!r}"
