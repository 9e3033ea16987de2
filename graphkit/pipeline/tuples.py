"""Claims as the tuples open extraction is measured by: words, no ids."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphkit.model import Claim, Extraction

if TYPE_CHECKING:
    from graphkit.nlp import Worded

RULE_COLUMN = "#rule="


@dataclass(frozen=True, slots=True)
class Sentence:
    """A pretokenized sentence, and its claims as it words them: nothing resolved, nothing turned round."""

    text: str
    claims: "tuple[Worded, ...]"


def tuple_lines(extraction: Extraction, *, rules: bool = False) -> Iterator[str]:
    """One line a claim, tab-parted: sentence, confidence, predicate, subject, object, argument ...

    rules: whether a last column `#rule=NAME` tells which language rule made it.
    """
    text = extraction.article.text
    for claim in extraction.claims:
        sentence = extraction.sentences[claim.sentence]
        words = [text[sentence.start : sentence.end], f"{claim.confidence:.4f}", claim.predicate.text]
        words += [claim.subject.text, *([claim.object.text] if claim.object else []), *further(claim)]
        yield _line(words, claim.rule if rules else None)


def worded_lines(sentence: Sentence, *, rules: bool = False) -> Iterator[str]:
    """The same, of a pretokenized sentence."""
    for one in sentence.claims:
        words = [sentence.text, f"{one.confidence:.4f}", one.predicate, *one.arguments]
        yield _line(words, one.rule if rules else None)


def _line(words: Iterable[str], rule: str | None) -> str:
    return "\t".join([*map(flat, words), *([] if rule is None else [RULE_COLUMN + rule])])


def further(claim: Claim) -> Iterator[str]:
    """The arguments that aren't words of the subject or object already."""
    ends = [end for end in (claim.subject, claim.object) if end is not None]
    for argument in claim.arguments:
        if not any(end.start <= argument.start and argument.end <= end.end for end in ends):
            yield argument.text


def flat(words: str) -> str:
    """On one line and in one column."""
    return " ".join(words.split())
