"""Which relation and mode a triple has, and what of it stands as object."""

import pytest

from graphkit.model import Claim, Polarity
from graphkit.model.record import check_offsets, read_line, write_line
from graphkit.resolve import Resolver
from tests.factories_reading import Sketch


def claims(resolver: Resolver, sketch: Sketch) -> tuple[Claim, ...]:
    extraction = resolver.resolve(sketch.reading())
    check_offsets(extraction, "the record")
    assert read_line(write_line(extraction)) == extraction
    return extraction.claims


def somebody(text: str) -> Sketch:
    return Sketch(text).name("Ada Quill", "Person", 0)


def test_a_place_where_something_happens_is_no_object(resolver: Resolver) -> None:
    sketch = somebody("Ada Quill is meeting in Geneva.").name("Geneva", "Place", 1)
    sketch.triple(sketch.phrase("Ada Quill"), "is meeting in", "meet in", sketch.phrase("Geneva"))

    (claim,) = claims(resolver, sketch)

    assert (claim.relation, claim.object) == ("CONSULT", None)
    assert [(one.role, one.text, one.head) for one in claim.arguments] == [("place", "in Geneva", "Geneva")]
    assert claim.arguments[0].entity is not None


@pytest.mark.parametrize(
    ("words", "lemma", "relation"),
    [
        ("was born in", "be born in", "BORN_IN"),
        ("lives in", "live in", "LIVES_IN"),
        ("arrived in", "arrive in", ""),
    ],
)
def test_a_place_that_the_sense_is_about_stays_object(
    resolver: Resolver, words: str, lemma: str, relation: str
) -> None:
    sketch = somebody(f"Ada Quill {words} Geneva.").name("Geneva", "Place", 1)
    sketch.triple(sketch.phrase("Ada Quill"), words, lemma, sketch.phrase("Geneva"))

    (claim,) = claims(resolver, sketch)

    assert claim.object is not None
    assert claim.object.text == "Geneva"
    assert claim.relation == relation or not relation


def test_a_thing_after_the_same_preposition_stays_object(resolver: Resolver) -> None:
    sketch = somebody("Ada Quill dabbled in oils.")
    sketch.triple(sketch.phrase("Ada Quill"), "dabbled in", "dabble in", sketch.phrase("oils"))

    assert claims(resolver, sketch)[0].object is not None


def test_whoever_is_acted_upon_draws_no_edge_to_what_for(resolver: Resolver) -> None:
    sketch = somebody("Ada Quill was accused of fraud.")
    sketch.triple(
        sketch.phrase("Ada Quill"), "was accused of", "be accused of", sketch.phrase("fraud"),
        act="accuse of", passive=True,
    )  # fmt: skip

    (claim,) = claims(resolver, sketch)

    assert (claim.relation, claim.mode, claim.passive, claim.object) == ("ACCUSE", "allege", True, None)
    assert [(one.role, one.text) for one in claim.arguments] == [("topic", "of fraud")]


def test_who_is_denied_something_is_refused_it(resolver: Resolver) -> None:
    sketch = somebody("Ada Quill was denied a visa.")
    sketch.triple(
        sketch.phrase("Ada Quill"), "was denied", "be denied", sketch.phrase("a visa", "visa"),
        act="deny", passive=True,
    )  # fmt: skip

    assert claims(resolver, sketch)[0].relation == "REJECT"


def test_an_active_claim_is_not_passive(resolver: Resolver) -> None:
    sketch = somebody("Ada Quill accused Bob Roe.").name("Bob Roe", "Person", 1)
    sketch.triple(sketch.phrase("Ada Quill"), "accused", "accuse", sketch.phrase("Bob Roe"))

    (claim,) = claims(resolver, sketch)

    assert not claim.passive
    assert '"passive"' not in write_line(resolver.resolve(sketch.reading()))
    assert claim.object is not None


def refusal(governed: str, lemma: str, object_: str) -> Sketch:
    sketch = somebody(f"Ada Quill refused to {governed} {object_}.")
    sketch.triple(
        sketch.phrase("Ada Quill"), f"refused to {governed}", lemma, sketch.phrase(object_, lemma=object_.rstrip("s")),
        polarity=Polarity.NEGATED,
    )  # fmt: skip
    return sketch.triple(
        sketch.phrase("Ada Quill"), "refused", "refuse", sketch.phrase(object_, lemma=object_.rstrip("s")),
        act=f"refuse to {lemma}", only_event=True,
    )  # fmt: skip


def test_a_refusal_to_do_an_event_is_of_what_it_would_be_done_to(resolver: Resolver) -> None:
    done, refused = claims(resolver, refusal("meet", "meet", "envoys"))

    assert (done.relation, done.polarity) == ("CONSULT", Polarity.NEGATED)
    assert (refused.relation, refused.polarity) == ("REJECT", Polarity.AFFIRMED)
    assert refused.object is not None
    assert refused.object.text == "envoys"


def test_a_refusal_of_something_else_is_of_no_object(resolver: Resolver) -> None:
    refused = claims(resolver, refusal("juggle", "juggle", "oranges"))[-1]

    assert (refused.relation, refused.object) == ("REJECT", None)
    assert [(one.role, one.text) for one in refused.arguments] == [("topic", "to juggle oranges")]


def test_an_act_told_beside_is_kept_only_as_an_event_and_contents_stay_tied(resolver: Resolver) -> None:
    sketch = somebody("Ada Quill wanted to say Bob Roe left.").name("Bob Roe", "Person", 1)
    sketch.triple(sketch.phrase("Ada Quill"), "wanted", "want", act="want to say", only_event=True)
    sketch.triple(sketch.phrase("Ada Quill"), "wanted to say", "say")
    sketch.triple(sketch.phrase("Bob Roe"), "left", "leave", content_of=1)

    said, left = claims(resolver, sketch)

    assert said.predicate.text == "wanted to say"
    assert left.content_of == said.id


def test_a_noun_that_is_no_event_tells_nothing(resolver: Resolver) -> None:
    sketch = somebody("Ada Quill's umbrella of Bob Roe.").name("Bob Roe", "Person", 1)
    for act, words in (("the umbrella of", "umbrella of"), ("the arrest of", "umbrella of")):
        sketch.triple(
            sketch.phrase("Ada Quill"), words, "umbrella of", sketch.phrase("Bob Roe"),
            act=act, only_event=True,
        )  # fmt: skip

    (arrest,) = claims(resolver, sketch)

    assert (arrest.relation, arrest.mode) == ("COERCE", "arrest")


@pytest.mark.parametrize("lemma", ["be senior economist at", "be former engineer at", "be reporter for"])
def test_a_profession_at_a_body_is_a_job_there(resolver: Resolver, lemma: str) -> None:
    sketch = somebody("Ada Quill, an employee at Belltower, left.").name("Belltower", "Organization", 1)
    sketch.triple(sketch.phrase("Ada Quill"), "an employee", lemma, sketch.phrase("Belltower"))

    assert claims(resolver, sketch)[0].relation == "EMPLOYED_BY"


def test_whoever_survives_a_person_is_kin_and_unhurt(resolver: Resolver) -> None:
    sketch = somebody("Tom Oak is survived by Ada Quill.").name("Tom Oak", "Person", 1)
    sketch.triple(sketch.phrase("Ada Quill"), "is survived", "survive", sketch.phrase("Tom Oak"))

    assert claims(resolver, sketch)[0].relation == "FAMILY_OF"
