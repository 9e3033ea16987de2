"""The language cases of `tests/cases`: what must come out of a text, and what must not.

A file is one construction, a case one text:

    - text: Chad denied that Mali armed the rebels.
      claims:                      # each must come out, exactly as worded
      - {subject: Chad, predicate: denied}
      - {subject: Mali, predicate: armed, object: the rebels, polarity: negated, speaker: Chad}
      not:                         # nothing that agrees with all that is given here may come out
      - {subject: Mali, lemma: arm, speaker: null}
      complete: true               # optional: the claims are all there are
      beside: true                 # optional: acts told beside the clauses' claims come out too (event nouns)
      known: why we get it wrong   # optional: the case must fail still, so that it's noticed when it passes

In `claims` a key left out means affirmed, asserted, by the article, without object; of `args` those named must be
there.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

from graphkit.model import Article, Reading, Triple
from graphkit.nlp import Reader

FOLDER = Path(__file__).parents[2] / "cases"
CASE_KEYS = {"text", "claims", "not", "complete", "beside", "known"}
CLAIM_KEYS = {
    "subject", "predicate", "lemma", "object", "polarity", "modality", "speaker", "content_of", "args",
    "passive",
}  # fmt: skip
UNLESS_GIVEN = {"object": None, "polarity": "affirmed", "modality": "asserted", "speaker": None}

Claim = dict[str, Any]


@dataclass(frozen=True)
class Case:
    name: str
    text: str
    claims: list[Claim] = field(default_factory=list)
    unwanted: list[Claim] = field(default_factory=list)
    complete: bool = False
    beside: bool = False
    known: str = ""


def read_cases() -> Iterator[Case]:
    for path in sorted(FOLDER.glob("*.yaml")):
        for number, case in enumerate(yaml.safe_load(path.read_text("utf-8")), 1):
            name = f"{path.stem} {number}"
            wrong = case.keys() - CASE_KEYS
            for claim in [*case.get("claims", []), *case.get("not", [])]:
                wrong |= claim.keys() - CLAIM_KEYS
            if wrong:
                raise KeyError(f"{name}: unknown keys {sorted(wrong)}")
            yield Case(
                name,
                case["text"].strip(),
                case.get("claims", []),
                case.get("not", []),
                case.get("complete", False),
                case.get("beside", False),
                case.get("known", ""),
            )


CASES = list(read_cases())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Case, reader: Reader) -> None:
    (reading,) = reader.read([Article(text=case.text)])

    problems = problems_of(case, reading)

    if case.known:
        assert problems, f"{case.name} comes out right now: take its 'known' away"
    else:
        assert not problems, "\n".join(
            ["", case.text, *problems, "came out:", *map(shown, views(reading, beside=case.beside))]
        )


def problems_of(case: Case, reading: Reading) -> list[str]:
    found = views(reading, beside=case.beside)
    missing = [claim for claim in case.claims if not any(is_claim(claim, view) for view in found)]
    unwanted = [claim for claim in case.unwanted if any(agrees(claim, view) for view in found)]
    problems = [f"missing: {shown(claim)}" for claim in missing]
    problems += [f"unwanted: {shown(claim)}" for claim in unwanted]
    if case.complete and len(found) != len(case.claims):
        problems.append(f"{len(found)} claims came out, not {len(case.claims)}")
    return problems


def views(reading: Reading, *, beside: bool) -> list[Claim]:
    """The triples in the words of a case; beside: with those that only an event's relation makes a claim of."""
    return [view(triple, reading) for triple in reading.triples if beside or not triple.only_event]


def view(triple: Triple, reading: Reading) -> Claim:
    told_in = None if triple.content_of is None else reading.triples[triple.content_of]
    return {
        "subject": triple.subject.text,
        "predicate": triple.predicate.text,
        "lemma": triple.predicate.lemma,
        "object": triple.object and triple.object.text,
        "polarity": triple.polarity.value,
        "modality": triple.modality.value,
        "speaker": triple.speaker and triple.speaker.text,
        "content_of": told_in and told_in.predicate.text,
        "args": [(argument.role, argument.text) for argument in triple.arguments],
        "passive": triple.passive,
    }


def is_claim(claim: Claim, view: Claim) -> bool:
    return agrees({**UNLESS_GIVEN, **claim}, view)


def agrees(claim: Claim, view: Claim) -> bool:
    return all(
        set(pairs(words)) <= set(view["args"]) if key == "args" else view[key] == words
        for key, words in claim.items()
    )


def pairs(arguments: dict[str, str | list[str]]) -> Iterator[tuple[str, str]]:
    for role, words in arguments.items():
        for one in [words] if isinstance(words, str) else words:
            yield role, one


def shown(claim: Claim) -> str:
    parts = [f"{key}: {words}" for key, words in claim.items() if words not in (None, [], False)]
    return "  " + ", ".join(parts)


def test_there_are_cases_enough() -> None:
    assert len(CASES) >= 250


def test_no_text_stands_twice() -> None:
    texts = [case.text for case in CASES]

    assert len(texts) == len(set(texts))
