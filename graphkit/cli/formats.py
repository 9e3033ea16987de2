"""An extraction as text: a record, tuples, or a table."""

from collections.abc import Callable, Iterator

from graphkit.model import Claim, Extraction, Modality, Polarity
from graphkit.model.record import write_line
from graphkit.pipeline.tuples import Sentence, flat, further, tuple_lines, worded_lines

Form = Callable[[Extraction], str]


def record(extraction: Extraction) -> str:
    """One line of JSON (contract A)."""
    return write_line(extraction) + "\n"


def tuples(extraction: Extraction) -> str:
    """Lines for benchmarks: see `pipeline.tuples`."""
    return "".join(f"{line}\n" for line in tuple_lines(extraction))


def tuples_with_rules(extraction: Extraction) -> str:
    """As `tuples`, with the rule that made each."""
    return "".join(f"{line}\n" for line in tuple_lines(extraction, rules=True))


def sentence_tuples(sentence: Sentence) -> str:
    """As `tuples`, of a pretokenized sentence: its words as they stand."""
    return "".join(f"{line}\n" for line in worded_lines(sentence))


def sentence_tuples_with_rules(sentence: Sentence) -> str:
    """As `sentence_tuples`, with the rule that made each."""
    return "".join(f"{line}\n" for line in worded_lines(sentence, rules=True))


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
    end = "" if claim.object is None else f" | {flat(claim.object.text)}"
    rest = "".join(f" | {flat(words)}" for words in further(claim))
    return f"{flat(claim.subject.text)} | {flat(claim.predicate.text)}{end}{rest}"


def _meant(claim: Claim) -> str:
    notes = []
    if claim.polarity is Polarity.NEGATED:
        notes.append("negated")
    if claim.modality is not Modality.ASSERTED:
        notes.append(claim.modality.value)
    if claim.speaker is not None:
        notes.append(f"says {flat(claim.speaker.text)}")
    return f" ({', '.join(notes)})" if notes else ""


FORMS: dict[str, Form] = {"jsonl": record, "table": table, "tuples": tuples}
