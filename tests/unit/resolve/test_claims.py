"""What a triple becomes."""

import json
import random
from dataclasses import replace

from graphkit.model import Modality, Polarity
from graphkit.model.record import check_offsets, read_line, write_line
from graphkit.model.reference import refers
from graphkit.resolve import Resolver
from tests.factories_reading import Sketch


def demand() -> Sketch:
    sketch = Sketch(
        "The United States rejected a Russian demand to ban Ukraine on Monday.", published="2022-01-26"
    )
    sketch.name("United States", "Country", 0).name("Russian", "Country", 1).name("Ukraine", "Country", 2)
    return sketch.triple(
        sketch.phrase("The United States", "United States"),
        "rejected",
        "reject",
        sketch.phrase("a Russian demand to ban Ukraine", "demand"),
        sketch.argument("time", "on Monday", value="2022-01-24"),
    )


def test_ends_arguments_and_relation_of_a_claim(resolver: Resolver) -> None:
    extraction = resolver.resolve(demand().reading())

    claim = extraction.claims[0]
    assert claim.object is not None
    assert (claim.subject.entity, claim.relation, claim.object.entity) == ("wd:Q30", "REJECT", "k:demand")
    assert [(a.role, a.text, a.entity) for a in claim.arguments] == [
        ("time", "on Monday", None),
        ("about", "Russian", "wd:Q159"),
        ("about", "Ukraine", "wd:Q212"),
    ]
    assert claim.happened == "2022-01-24"


def test_every_text_stands_where_its_offsets_say(resolver: Resolver) -> None:
    extraction = resolver.resolve(demand().reading())

    check_offsets(extraction, "the record")
    assert read_line(write_line(extraction)) == extraction
    for entity in extraction.entities:
        for mention in entity.mentions:
            assert extraction.article.text[mention.start : mention.end]


def test_whoever_is_an_end_already_is_no_about_argument(resolver: Resolver) -> None:
    sketch = (
        Sketch("Kenya renewed Kenya's offer.").name("Kenya", "Country", 0).name("Kenya", "Country", 0, nth=2)
    )
    sketch.triple(sketch.phrase("Kenya"), "renewed", "renew", sketch.phrase("Kenya's offer", "offer"))

    assert resolver.resolve(sketch.reading()).claims[0].arguments == ()


def test_a_head_that_begins_with_the_title_of_a_name_is_who_is_named(resolver: Resolver) -> None:
    sketch = Sketch("The king's grandson Prince Umaru opened the bridge.").name("Umaru", "Person", 0)
    grandson = sketch.phrase("The king's grandson Prince Umaru", "Prince Umaru")
    sketch.triple(grandson, "opened", "open", sketch.phrase("the bridge", "bridge"))

    extraction = resolver.resolve(sketch.reading())

    names = {entity.id: entity.name for entity in extraction.entities}
    assert names[extraction.claims[0].subject.entity] == "Umaru"


def test_what_a_name_is_called_beside_is_a_mention_of_it_too(resolver: Resolver) -> None:
    sketch = Sketch("A lawyer, Ann Moxon, resigned.").name("Ann Moxon", "Person", 0)
    sketch.mentions[0] = replace(sketch.mentions[0], called=(sketch.span("A lawyer"),))

    (moxon,) = resolver.resolve(sketch.reading()).entities

    assert [(one.start, one.end, one.kind) for one in moxon.mentions] == [(0, 8, "nominal"), (10, 19, "name")]


def test_a_common_noun_is_a_concept_all_articles_share(resolver: Resolver) -> None:
    one, other = Sketch("Rebels fired two new ballistic missiles."), Sketch("Ballistic missiles fell.")
    one.triple(
        one.phrase("Rebels", lemma="rebel"), "fired", "fire",
        one.phrase("two new ballistic missiles", "missiles", "ballistic missile"),
    )  # fmt: skip
    other.triple(other.phrase("Ballistic missiles", "missiles", "ballistic missile"), "fell", "fall")

    first, second = (resolver.resolve(sketch.reading()).claims[0] for sketch in (one, other))

    assert first.object is not None
    assert first.object.entity == second.subject.entity == "k:ballistic-missile"


def test_a_head_of_signs_alone_is_of_its_article_alone(resolver: Resolver) -> None:
    ids = []
    for text in ("He paid %%.", "She paid %%."):
        sketch = Sketch(text)
        sketch.triple(sketch.phrase(text.split()[0]), "paid", "pay", sketch.phrase("%%"))
        claim = resolver.resolve(sketch.reading()).claims[0]
        assert claim.object is not None
        ids.append(claim.object.entity)

    assert len(set(ids)) == 2
    assert all(id_.startswith("u:") for id_ in ids)


def test_an_unresolved_pronoun_keeps_its_claim_but_joins_nobody(resolver: Resolver) -> None:
    extractions = []
    for text in ("He said no.", "He said never."):
        sketch = Sketch(text).pronoun("He", 0)
        sketch.triple(sketch.phrase("He", lemma="he"), "said", "say")
        extractions.append(resolver.resolve(sketch.reading()))

    assert [(e.name, e.type) for x in extractions for e in x.entities] == [("he (unresolved)", "Person")] * 2
    assert len({x.claims[0].subject.entity for x in extractions}) == 2
    assert not any(refers(x.claims[0].subject.entity) for x in extractions)


def test_a_pronoun_for_a_common_noun_is_its_concept(resolver: Resolver) -> None:
    sketch = (
        Sketch("The soldiers waited. They left.").nominal("The soldiers", "soldier", 0).pronoun("They", 0)
    )
    sketch.triple(sketch.phrase("They", lemma="they"), "left", "leave")

    assert resolver.resolve(sketch.reading()).claims[0].subject.entity == "k:soldier"


def test_a_passive_is_typed_by_what_it_is_done_to(resolver: Resolver) -> None:
    sketch = Sketch("The ambassador was recalled.")
    sketch.triple(
        sketch.phrase("The ambassador", "ambassador"),
        "was recalled",
        "be recalled",
        act="recall",
        passive=True,
    )

    assert resolver.resolve(sketch.reading()).claims[0].relation == "SANCTION"


def test_a_predicate_nobody_declared_acts_on(resolver: Resolver) -> None:
    sketch = Sketch("Ada juggled oranges.").name("Ada", "Person", 0)
    sketch.triple(sketch.phrase("Ada"), "juggled", "juggle", sketch.phrase("oranges"))

    assert resolver.resolve(sketch.reading()).claims[0].relation == "ACTS_ON"


def bribery(
    polarity: Polarity, modality: Modality, *, attributed: bool = False, urged: bool = False
) -> Sketch:
    sketch = Sketch("Xavier Quill said Yann Roe bribed Zoe Poe.")
    sketch.name("Xavier Quill", "Person", 0).name("Yann Roe", "Person", 1).name("Zoe Poe", "Person", 2)
    speaker = sketch.phrase("Xavier Quill") if attributed or urged else None
    if speaker is not None:
        sketch.triple(speaker, "said", "urge" if urged else "deny")
    return sketch.triple(
        sketch.phrase("Yann Roe"), "bribed", "bribe", sketch.phrase("Zoe Poe"),
        polarity=polarity, modality=modality, speaker=speaker, content_of=0 if speaker else None,
    )  # fmt: skip


def test_the_bribery_that_is_denied_alleged_negated_planned_feared_and_urged_is_six_claims(
    resolver: Resolver,
) -> None:
    affirmed, negated = Polarity.AFFIRMED, Polarity.NEGATED
    sketches = [
        bribery(negated, Modality.ASSERTED, attributed=True),
        bribery(affirmed, Modality.POSSIBLE),
        bribery(negated, Modality.ASSERTED),
        bribery(affirmed, Modality.PLANNED),
        bribery(affirmed, Modality.CONDITIONAL),
        bribery(affirmed, Modality.ORDERED, urged=True),
        bribery(affirmed, Modality.ASSERTED),
    ]

    claims = [resolver.resolve(sketch.reading()).claims[-1] for sketch in sketches]

    assert len({claim.id for claim in claims}) == 7
    assert all((c.polarity, c.modality) != (affirmed, Modality.ASSERTED) for c in claims[:6])
    assert len({claim.subject.entity for claim in claims}) == 1


def test_the_same_claim_in_two_articles_has_one_id(resolver: Resolver) -> None:
    one, other = demand(), demand()
    other.text += " More was said."

    first, second = resolver.resolve(one.reading()), resolver.resolve(other.reading())

    assert first.article.id != second.article.id
    assert first.claims[0].id == second.claims[0].id


def test_saying_two_things_is_two_claims_with_their_contents(resolver: Resolver) -> None:
    ids = []
    for verb in ("left", "stayed"):
        sketch = (
            Sketch(f"Ada Quill said Bob Roe {verb}.")
            .name("Ada Quill", "Person", 0)
            .name("Bob Roe", "Person", 1)
        )
        sketch.triple(sketch.phrase("Ada Quill"), "said", "say")
        sketch.triple(sketch.phrase("Bob Roe"), verb, verb, speaker=sketch.phrase("Ada Quill"), content_of=0)
        said, content = resolver.resolve(sketch.reading()).claims
        assert content.content_of == said.id
        ids.append(said.id)

    assert len(set(ids)) == 2


def test_a_content_that_contains_itself_is_cut_loose(resolver: Resolver) -> None:
    sketch = Sketch("Ada said Bob said.").name("Ada", "Person", 0).name("Bob", "Person", 1)
    sketch.triple(sketch.phrase("Ada"), "said", "say", content_of=1)
    sketch.triple(sketch.phrase("Bob"), "said", "state", content_of=0)

    assert [claim.content_of for claim in resolver.resolve(sketch.reading()).claims] == [None, None]


def test_the_order_in_which_mentions_come_changes_nothing(resolver: Resolver) -> None:
    sketch = demand().name("United States", "Country", 3)
    wanted = write_line(resolver.resolve(sketch.reading()))
    for seed in range(20):
        random.Random(seed).shuffle(sketch.mentions)

        assert write_line(resolver.resolve(sketch.reading())) == wanted


def test_names_that_would_be_cypher_stay_text(resolver: Resolver) -> None:
    evil = "Ada`}) DETACH DELETE n //"
    sketch = Sketch(f"{evil} spoke.").name(evil, "Person", 0)
    sketch.triple(sketch.phrase(evil), "spoke", "speak`]->() DELETE")

    record = json.loads(write_line(resolver.resolve(sketch.reading())))

    assert record["entities"][0]["type"] == "Person"
    assert record["claims"][0]["relation"] == "ACTS_ON"
