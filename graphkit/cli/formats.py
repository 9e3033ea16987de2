"""An extraction as text: a record, tuples, or a table."""

from collections.abc import Callable, Iterator

from graphkit.model import Claim, Extraction, Modality, Polarity
from graphkit.model.record import write_line

Form = Callable[[Extraction], str]


def record(extraction: Extraction) -> str:
    """One line of JSON (contract A)."""
    return write_line(extraction) + "\n"


def tuples(extraction: Extraction) -> str:
    """One line a claim, tab-parted: sentence, confidence, predicate, subject, object, argument ..."""
    return "".join("\t".join(columns) + "\n" for columns in _tuples(extraction))


def tuples_with_rules(extraction: Extraction) -> str:
    """As `tuples`, with a last column `#rule=NAME`."""
    rules = (claim.rule for claim in extraction.claims)
    lines = zip(_tuples(extraction), rules, strict=True)
    return "".join("\t".join((*columns, f"#rule={rule}")) + "\n" for columns, rule in lines)


def _tuples(extraction: Extraction) -> Iterator[list[str]]:
    text = extraction.article.text
    for claim in extraction.claims:
        sentence = extraction.sentences[claim.sentence]
        end = [] if claim.object is None else [claim.object.text]
        words = [claim.predicate.text, claim.subject.text, *end, *_further(claim)]
        yield [_flat(text[sentence.start : sentence.end]), f"{claim.confidence:.4f}", *map(_flat, words)]


def _further(claim: Claim) -> Iterator[str]:
    """The arguments that aren't words of the subject or object already."""
    ends = [end for end in (claim.subject, claim.object) if end is not None]
    for argument in claim.arguments:
        if not any(end.start <= argument.start and argument.end <= end.end for end in ends):
            yield argument.text


def table(extraction: Extraction) -> str:
    """For people: the title, then who did what to whom, how it is meant and who says so."""
    return "".join(f"{line}\n" for line in _table_lines(extraction))


def _table_lines(extraction: Extraction) -> Iterator[str]:
    article = extraction.article
    facts = (article.published, article.place, article.path)
    yield f"{article.title or article.id}  ({', '.join(fact for fact in facts if fact)})"
    names = {entity.id: entity.name for entity in extraction.entities}
    for claim in extraction.claims:
        yield f"  {_worded(claim)}"
        ends = [claim.subject] if claim.object is None else [claim.subject, claim.object]
        known = " -> ".join(names.get(end.entity, end.entity) for end in ends)
        yield f"      {claim.relation}: {known}{_meant(claim)}"


def _worded(claim: Claim) -> str:
    end = "" if claim.object is None else f" | {_flat(claim.object.text)}"
    rest = "".join(f" | {_flat(words)}" for words in _further(claim))
    return f"{_flat(claim.subject.text)} | {_flat(claim.predicate.text)}{end}{rest}"


def _meant(claim: Claim) -> str:
    notes = []
    if claim.polarity is Polarity.NEGATED:
        notes.append("negated")
    if claim.modality is not Modality.ASSERTED:
        notes.append(claim.modality.value)
    if claim.speaker is not None:
        notes.append(f"says {_flat(claim.speaker.text)}")
    return f" ({', '.join(notes)})" if notes else ""


def _flat(words: str) -> str:
    """On one line and in one column."""
    return " ".join(words.split())


FORMS: dict[str, Form] = {"jsonl": record, "table": table, "tuples": tuples}
