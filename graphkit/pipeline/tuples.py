"""Claims as the tuples open extraction is measured by: words, no ids."""

from collections.abc import Iterator

from graphkit.model import Claim, Extraction

RULE_COLUMN = "#rule="


def tuple_lines(extraction: Extraction, *, rules: bool = False) -> Iterator[str]:
    """One line a claim, tab-parted: sentence, confidence, predicate, subject, object, argument ...

    rules: whether a last column `#rule=NAME` tells which language rule made it.
    """
    text = extraction.article.text
    for claim in extraction.claims:
        sentence = extraction.sentences[claim.sentence]
        words = [text[sentence.start : sentence.end], f"{claim.confidence:.4f}", claim.predicate.text]
        words += [claim.subject.text, *([claim.object.text] if claim.object else []), *further(claim)]
        rule = [RULE_COLUMN + claim.rule] if rules else []
        yield "\t".join([*map(flat, words), *rule])


def further(claim: Claim) -> Iterator[str]:
    """The arguments that aren't words of the subject or object already."""
    ends = [end for end in (claim.subject, claim.object) if end is not None]
    for argument in claim.arguments:
        if not any(end.start <= argument.start and argument.end <= end.end for end in ends):
            yield argument.text


def flat(words: str) -> str:
    """On one line and in one column."""
    return " ".join(words.split())
