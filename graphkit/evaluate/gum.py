"""GUM news: coreference, pronouns and linked names of whole articles."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from graphkit.errors import RecordError
from graphkit.evaluate.coreference import Chain, Coreference, chains_of, score_chains
from graphkit.evaluate.figures import Counts
from graphkit.evaluate.pronouns import Pronouns, score_pronouns
from graphkit.evaluate.report import Report, Table
from graphkit.evaluate.words import around
from graphkit.model import Article, Extraction, Span

Read = Callable[[Article], Extraction]
"""Reads an article whose text must be left as it is: offsets are compared."""


@dataclass(frozen=True, slots=True)
class GumArticle:
    """A gold article. names: exact spans of the names linked to Wikipedia."""

    name: str
    article: Article
    chains: tuple[Chain, ...]
    pronouns: frozenset[Span]
    names: frozenset[Span]


@dataclass(frozen=True, slots=True)
class GumScore:
    """What one article earned."""

    gold: GumArticle
    coreference: Coreference
    pronouns: Pronouns
    names: Counts
    missed: tuple[Span, ...]


def read_gum(path: Path) -> GumArticle:
    """One JSON file of the form the data README describes; RecordError says what it lacks."""
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        mentions = record["mentions"]
        return GumArticle(
            name=record["id"],
            article=Article(
                text=record["text"],
                title=record["title"],
                url=record.get("url"),
                publisher=record.get("publisher"),
                published=record.get("published"),
            ),
            chains=tuple(frozenset(Span(start, end) for start, end in chain) for chain in record["chains"]),
            pronouns=frozenset(Span(m["start"], m["end"]) for m in mentions if m["kind"] == "pronoun"),
            names=frozenset(
                Span(m["start"], m["end"]) for m in mentions if m["kind"] == "name" and m["wiki"]
            ),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise RecordError(f"{path} isn't a GUM article (lacks or garbles {error})") from error


def score_gum_article(gold: GumArticle, extraction: Extraction) -> GumScore:
    """Chains are the mentions of the record's entities; names count if a mention has exactly their span."""
    if extraction.article.text != gold.article.text:
        raise RecordError(
            f"{gold.name} was read with another text: read gold articles without repairing them"
        )
    found = {Span(m.start, m.end) for entity in extraction.entities for m in entity.mentions}
    return GumScore(
        gold=gold,
        coreference=score_chains(gold.chains, chains_of(extraction)),
        pronouns=score_pronouns(gold.chains, gold.pronouns, extraction),
        names=Counts(len(gold.names & found), len(gold.names), len(gold.names)),
        missed=tuple(sorted(gold.names - found)),
    )


def score_gum(golds: Iterable[GumArticle], read: Read) -> Report:
    """All articles as one corpus."""
    scores = [score_gum_article(gold, read(gold.article)) for gold in golds]
    total = sum((score.coreference for score in scores), Coreference())
    pronouns = sum((score.pronouns.counts for score in scores), Counts())
    names = sum((score.names for score in scores), Counts())
    measures = {
        "muc": total.muc,
        "b_cubed": total.b_cubed,
        "ceaf_e": total.ceaf_e,
        "mentions": total.mentions,
        "pronouns": pronouns,
    }
    figures = {"conll": total.conll, "names.recall": names.recall, "pronouns.precision": pronouns.precision}
    rows = tuple(_row(name, counts) for name, counts in measures.items())
    articles = tuple(
        (score.gold.name, round(score.coreference.conll, 4), round(score.names.recall, 4)) for score in scores
    )
    return Report(
        title="coreference and names",
        figures=figures,
        tables=(
            Table("measures", ("measure", "precision", "recall", "f1", "found", "gold"), rows),
            Table("articles", ("article", "conll", "names found"), articles),
        ),
        examples=tuple(line for score in scores for line in _examples(score)),
    )


def _row(name: str, counts: Counts) -> tuple[str | float, ...]:
    return (
        name,
        round(counts.precision, 4),
        round(counts.recall, 4),
        round(counts.f1, 4),
        counts.found,
        counts.wanted,
    )


def _examples(score: GumScore) -> Iterable[str]:
    text = score.gold.article.text
    for one in score.pronouns.resolved:
        if not one.right:
            pronoun = text[one.pronoun.start : one.pronoun.end]
            led_to = text[one.antecedent.start : one.antecedent.end]
            yield f"pronoun: {pronoun!r} is not {led_to!r} in {around(text, one.pronoun)!r}"
    for name in score.missed:
        yield f"name missed: {text[name.start : name.end]!r} in {around(text, name)!r}"
