"""Extractions re-keyed by decisions."""

from graphkit.model import Decision, Extraction, Side, Verdict, claim_id
from graphkit.resolve import Resolver
from graphkit.resolve.identity.decided import decided
from graphkit.resolve.identity.decisions import Decisions
from tests.factories_reading import Sketch


def extraction(resolver: Resolver) -> Extraction:
    """Two spellings of one person: one said what the other did."""
    sketch = Sketch("Jon Quimby said Kenya fined Ada Roe. John Quimby left Kenya.")
    sketch.name("Jon Quimby", "Person", 0).name("Kenya", "Country", 1).name("Ada Roe", "Person", 2)
    sketch.name("John Quimby", "Person", 3).name("Kenya", "Country", 1, nth=2)
    sketch.triple(sketch.phrase("Jon Quimby"), "said", "say")
    fined = sketch.phrase("Kenya")
    sketch.triple(
        fined, "fined", "fine", sketch.phrase("Ada Roe"), speaker=sketch.phrase("Jon Quimby"), content_of=0
    )
    sketch.triple(sketch.phrase("John Quimby"), "left", "leave", sketch.phrase("Kenya", nth=2))
    return resolver.resolve(sketch.reading())


def same(read: Extraction, one: str, two: str) -> Decisions:
    by_name = {entity.name: Side(entity.id, entity.name, entity.type) for entity in read.entities}
    return Decisions([Decision(Verdict.SAME, by_name[one], by_name[two], "r", "an editor", "2026-01-01")])


def test_a_merge_moves_mentions_and_claims_to_the_one_that_stays(resolver: Resolver) -> None:
    read = extraction(resolver)

    merged = decided(read, same(read, "Jon Quimby", "John Quimby"))

    (kept,) = [entity for entity in merged.entities if entity.type == "Person" and "Quimby" in entity.name]
    assert kept.name == "John Quimby"
    assert [read.article.text[m.start : m.end] for m in kept.mentions] == ["Jon Quimby", "John Quimby"]
    assert {claim.subject.entity for claim in merged.claims} <= {kept.id, "wd:Q114"}
    assert merged.claims[1].speaker is not None
    assert merged.claims[1].speaker.entity == kept.id


def test_ids_of_claims_are_the_digests_of_what_they_now_say(resolver: Resolver) -> None:
    read = extraction(resolver)

    said, fined, left = decided(read, same(read, "Jon Quimby", "John Quimby")).claims

    def digest(claim: object, *contents: str) -> str:
        return claim_id(
            subject=claim.subject.entity,  # type: ignore[attr-defined]
            predicate=claim.predicate.lemma,  # type: ignore[attr-defined]
            object_=claim.object.entity if claim.object else None,  # type: ignore[attr-defined]
            polarity=claim.polarity,  # type: ignore[attr-defined]
            modality=claim.modality,  # type: ignore[attr-defined]
            speaker=claim.speaker.entity if claim.speaker else None,  # type: ignore[attr-defined]
            happened=claim.happened,  # type: ignore[attr-defined]
            contents=contents,
        )

    assert fined.id == digest(fined)
    assert said.id == digest(said, fined.id)
    assert left.id == digest(left)
    assert fined.content_of == said.id


def test_ids_that_nobody_decided_on_stay_to_the_letter(resolver: Resolver) -> None:
    read = extraction(resolver)

    unrelated = decided(read, same(read, "Ada Roe", "Jon Quimby"))
    nothing = decided(read, Decisions([]))

    assert nothing is read
    assert [claim.id for claim in unrelated.claims][2] == read.claims[2].id


def test_deciding_twice_changes_nothing_and_undoing_gives_back_what_was(resolver: Resolver) -> None:
    read = extraction(resolver)
    decisions = same(read, "Jon Quimby", "John Quimby")

    once = decided(read, decisions)

    assert decided(once, decisions) == once
    assert decided(extraction(resolver), Decisions([])) == read
    assert once != read
