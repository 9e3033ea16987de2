"""GAP: a pronoun and two names, each of which it may or may not mean (Webster et al., TACL 2018)."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass

from graphkit.errors import RecordError
from graphkit.evaluate.figures import Counts, share
from graphkit.evaluate.gum import Read
from graphkit.evaluate.report import Report, Table
from graphkit.evaluate.words import around
from graphkit.model import Article, Extraction, Span

_FEMININE = frozenset({"she", "her", "hers", "herself"})


@dataclass(frozen=True, slots=True)
class GapText:
    """names: each candidate's span, and whether the pronoun means it."""

    article: Article
    pronoun: Span
    names: tuple[tuple[Span, bool], tuple[Span, bool]]

    @property
    def feminine(self) -> bool:
        return self.article.text[self.pronoun.start : self.pronoun.end].lower() in _FEMININE


def read_gap(lines: Iterable[str], place: str = "gold") -> list[GapText]:
    """Tab-parted with a header; RecordError names the line."""
    texts = []
    for number, row in enumerate(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE), 2):
        try:
            pronoun = _span(row["Pronoun"], row["Pronoun-offset"])
            one = _span(row["A"], row["A-offset"]), row["A-coref"].upper() == "TRUE"
            other = _span(row["B"], row["B-offset"]), row["B-coref"].upper() == "TRUE"
        except (KeyError, ValueError) as error:
            raise RecordError(f"{place}:{number} isn't a GAP row (lacks or garbles {error})") from error
        texts.append(GapText(Article(text=row["Text"]), pronoun, (one, other)))
    return texts


def _span(words: str, offset: str) -> Span:
    return Span(int(offset), int(offset) + len(words))


def linked(gold: GapText, extraction: Extraction) -> tuple[bool, bool]:
    """Whether some entity has the pronoun and a mention that touches the name."""
    groups = [
        [Span(mention.start, mention.end) for mention in entity.mentions] for entity in extraction.entities
    ]
    own = [spans for spans in groups if gold.pronoun in spans]
    first, second = (
        any(span.start < name.end and name.start < span.end for spans in own for span in spans)
        for name, _ in gold.names
    )
    return first, second


def score_gap(texts: Iterable[GapText], read: Read) -> Report:
    """F1 of the links, as published; bias is the feminine F1 by the masculine."""
    by_gender = {False: Counts(), True: Counts()}
    answered = right_answers = total = 0
    examples = []
    for gold in texts:
        found = linked(gold, read(gold.article))
        wanted = tuple(right for _, right in gold.names)
        both = sum(one and other for one, other in zip(found, wanted, strict=True))
        by_gender[gold.feminine] += Counts(both, sum(found), sum(wanted))
        total += 1
        answered += any(found)
        right_answers += any(found) and found == wanted
        if any(found) and found != wanted:
            names = [
                gold.article.text[s.start : s.end]
                for (s, _), led in zip(gold.names, found, strict=True)
                if led
            ]
            examples.append(
                f"{' and '.join(names)} is wrong in {around(gold.article.text, gold.pronoun, 100)!r}"
            )
    counts = by_gender[False] + by_gender[True]
    figures = {
        "precision": counts.precision,
        "recall": counts.recall,
        "f1": counts.f1,
        "bias": share(by_gender[True].f1, by_gender[False].f1),
        "answered": share(answered, total),
        "answers.precision": share(right_answers, answered),
    }
    rows = tuple(
        (
            name,
            round(by_gender[key].precision, 4),
            round(by_gender[key].recall, 4),
            round(by_gender[key].f1, 4),
        )
        for name, key in (("masculine", False), ("feminine", True))
    )
    table = Table("by gender", ("pronoun", "precision", "recall", "f1"), rows)
    return Report("pronouns: GAP", figures, (table,), tuple(examples))
