"""What a text doesn't assert must not come out as fact."""

from collections.abc import Callable

import pytest

from graphkit.evaluate.gold import HarmlessCase, Problems, read_cases
from graphkit.evaluate.harmless import judge, score_harmless
from graphkit.model import Extraction

Found = Callable[[str, str], Extraction]

TEXT = "The minister denied that he took bribes from the firm."
CASES = f"""\
- text: {TEXT}
  construction: denial
  modality: denied
  forbidden:
  - [minister, take|took, bribes]
  must:
  - {{subject: minister, predicate: took, object: bribes, polarity: negated, speaker: minister}}
"""
ENTITIES = "entities: [{name: The minister, type: Person, mentions: [The minister, he]}]"


def case(text: str = CASES) -> HarmlessCase:
    problems = Problems("cases.yaml")
    (only,) = read_cases(text, problems)
    problems.raise_errors()
    return only


def annotation(claim: str, entities: str = "") -> str:
    return f"sentences: [{{text: {TEXT}, claims: [{{{claim}}}]}}]\n{entities}"


@pytest.mark.parametrize(
    ("claim", "harmful"),
    [
        ("subject: The minister, predicate: took, object: bribes", True),
        ("subject: The minister, predicate: took, args: {source: bribes from the firm}", True),
        ("subject: The minister, predicate: took, object: bribes, polarity: negated", False),
        ("subject: The minister, predicate: took, object: bribes, modality: possible", False),
        ("subject: The minister, predicate: took, object: bribes, speaker: the firm", False),
        ("subject: the firm, predicate: took, object: bribes", False),
        ("subject: The minister, predicate: denied, object: bribes", False),
        ("subject: The minister, predicate: took, object: the firm", False),
    ],
)
def test_harmful_is_stated_as_fact_and_forbidden_in_every_place(
    found: Found, claim: str, *, harmful: bool
) -> None:
    outcome = judge(case(), found(TEXT, annotation(claim)))

    assert bool(outcome.harmful) is harmful


@pytest.mark.parametrize(
    ("verb", "participle"), [("suspend", "suspended"), ("free", "freed"), ("bar", "barred")]
)
def test_a_passive_agrees_with_its_verb(found: Found, verb: str, participle: str) -> None:
    text = f"The minister was {participle}."
    forbidden = (
        f"- {{text: {text}, construction: passive, modality: none, forbidden: [[minister, {verb}, ~]]}}"
    )
    claim = f"subject: The minister, predicate: was {participle}, lemma: be {participle}"

    outcome = judge(case(forbidden), found(text, f"sentences: [{{text: {text}, claims: [{{{claim}}}]}}]"))

    assert outcome.harmful


def test_a_resolved_pronoun_is_the_one_it_means(found: Found) -> None:
    claim = "subject: he, predicate: took, object: bribes"

    assert judge(case(), found(TEXT, annotation(claim, ENTITIES))).harmful
    assert not judge(case(), found(TEXT, annotation(claim))).harmful


def test_an_open_place_agrees_with_anything(found: Found) -> None:
    open_object = case(CASES.replace("bribes]", "'']"))

    assert judge(open_object, found(TEXT, annotation("subject: The minister, predicate: took"))).harmful


def test_what_must_come_out_is_missed_with_the_wrong_flags(found: Found) -> None:
    claim = "subject: The minister, predicate: took, object: bribes, polarity: negated"

    right = judge(case(), found(TEXT, annotation(f"{claim}, speaker: The minister")))
    speechless = judge(case(), found(TEXT, annotation(claim)))
    anybody = judge(case(CASES.replace("speaker: minister", "speaker: any")), found(TEXT, annotation(claim)))

    assert (right.missing, anybody.missing) == ((), ())
    assert len(speechless.missing) == 1


def test_cases_are_counted_by_construction_and_modality(found: Found) -> None:
    accusing = found(TEXT, annotation("subject: The minister, predicate: took, object: bribes"))
    silent = Extraction("x", accusing.article, (), (), ())

    bad = score_harmless([case()], lambda article: accusing)
    good = score_harmless([case()], lambda article: silent)

    assert (bad.figures["harmful"], bad.figures["harmless.share"]) == (1, 0)
    assert (good.figures["harmful"], good.figures["harmless.share"]) == (0, 1)
    assert bad.tables[0].rows == (("denial", 1, 1),)
    assert bad.examples[0] == f"harmful, line 1 (denial, gold): The minister | <took> | bribes: {TEXT}"
    assert good.examples[0].startswith("missing, line 1: minister | took | bribe (negated, asserted)")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("text: x\n", "harmless cases are a list"),
        ("- {text: x, construction: c, modality: m}\n", "a case needs forbidden"),
        (
            "- {text: x, construction: c, modality: m, forbidden: [[a, b]]}\n",
            "is [subject, predicate, object]",
        ),
        ("- {text: x, construction: c, modality: m, forbidden: [['', '', '']]}\n", "forbids everything"),
        ("- {construction: c, modality: m, forbidden: [[a, b, c]]}\n", "a case needs text"),
        (CASES + CASES, "repeats the text of line 1"),
    ],
)
def test_each_mistake_is_told(text: str, message: str) -> None:
    problems = Problems("cases.yaml")

    read_cases(text, problems)

    assert any(message in line for line in problems.lines())
