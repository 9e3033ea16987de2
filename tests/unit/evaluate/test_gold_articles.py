"""Gold articles: words become offsets, and everything wrong is told with its line."""

from pathlib import Path
from textwrap import dedent

import pytest

from graphkit.errors import RecordError
from graphkit.evaluate.gold import GoldArticle, Problems, read_gold_article, to_extraction
from graphkit.evaluate.gold.folder import read_articles
from graphkit.model import Modality, Polarity, Span
from graphkit.model.record import read_line, write_line

TEXT = """Harlow Foods keeps plant

Harlow Foods said on Tuesday that it would not
close the plant by May. "We care," he said.

Lee runs Harlow Foods. Lee told Reuters that Lee had resigned.
"""
ANNOTATION = """\
published: 2024-03-05
kind: business
sentences:
- text: Harlow Foods keeps plant
  skip: true
- text: Harlow Foods said ... by May.
  claims:
  - id: said
    subject: Harlow Foods
    predicate: said
    args: {time: {text: on Tuesday, value: 2024-03-05}}
  - subject: it
    predicate: would not close
    object: the plant
    args: {time: [by May]}
    polarity: negated
    modality: planned
    speaker: Harlow Foods
    cue: said
    content_of: said
- text: '"We care," he said.'
  claims:
  - {subject: We, predicate: care, speaker: Harlow Foods, optional: true}
- text: Lee runs Harlow Foods.
  claims: []
- text: Lee told Reuters that Lee had resigned.
  claims:
  - {subject: Lee@2, predicate: had resigned, speaker: Lee@1, relation: RESIGN, lemma: resign}
entities:
- {name: Harlow Foods, type: Organization, wikidata: ~, mentions: [Harlow Foods, it@1]}
"""


def read(annotation: str, text: str = TEXT) -> tuple[GoldArticle, list[str]]:
    problems = Problems("gold.yaml")
    gold = read_gold_article("gold", text, dedent(annotation), problems)
    return gold, problems.lines()


def words(gold: GoldArticle, span: Span | None) -> str | None:
    return None if span is None else " ".join(gold.article.text[span.start : span.end].split())


def test_a_right_file_has_no_problems() -> None:
    gold, lines = read(ANNOTATION)

    assert lines == []
    assert (len(gold.sentences), len(gold.claims), gold.kind) == (5, 4, "business")


def test_the_text_is_kept_but_for_white_space_at_its_end() -> None:
    gold, _ = read(ANNOTATION)

    assert gold.article.text == TEXT.rstrip()
    assert (gold.article.title, gold.article.published) == ("Harlow Foods keeps plant", "2024-03-05")


def test_a_snippet_reaches_over_line_ends() -> None:
    gold, _ = read(ANNOTATION)

    assert gold.article.text[slice(gold.claims[1].predicate[0].start, gold.claims[1].predicate[0].end)] == (
        "would not\nclose"
    )


def test_flags_left_out_mean_affirmed_and_asserted_by_the_article() -> None:
    said, closed, *_ = read(ANNOTATION)[0].claims

    assert (said.polarity, said.modality, said.speaker) == (Polarity.AFFIRMED, Modality.ASSERTED, None)
    assert (closed.polarity, closed.modality) == (Polarity.NEGATED, Modality.PLANNED)
    assert closed.content_of == 0


def test_a_speaker_next_door_is_found_backwards_first() -> None:
    gold, _ = read(ANNOTATION)

    speaker = gold.claims[2].speaker
    assert words(gold, speaker) == "Harlow Foods"
    assert speaker is not None
    assert gold.sentences[1].start <= speaker.start < gold.sentences[1].end


def test_a_number_picks_the_place() -> None:
    gold, _ = read(ANNOTATION)

    claim = gold.claims[3]
    assert claim.speaker is not None
    assert claim.subject.start > claim.speaker.start
    assert words(gold, claim.subject) == words(gold, claim.speaker) == "Lee"


def test_pieces_of_a_predicate_stand_apart() -> None:
    gold, lines = read(
        """
        sentences:
        - text: NATO placed troops on standby.
          claims: [{subject: NATO, predicate: placed ... on standby, object: troops}]
        """,
        "NATO placed troops on standby.",
    )

    assert lines == []
    assert gold.claims[0].predicate == (Span(5, 11), Span(19, 29))


def test_a_snippet_stands_at_word_edges() -> None:
    _, lines = read(
        "sentences: [{text: The theme won., claims: [{subject: he, predicate: won}]}]", "The theme won."
    )

    assert lines == [
        "gold.yaml:1: subject 'he' isn't in the sentence 'The theme won.': copy it from there",
    ]


@pytest.mark.parametrize(
    ("wrong", "line", "message"),
    [
        (("predicate: said", "predicate: sad"), 10, "predicate 'sad' isn't in the sentence"),
        (("modality: planned", "modality: plan"), 17, "modality can't be 'plan': did you mean 'planned'?"),
        (("polarity: negated", "polarity: no"), 16, "polarity can't be 'no'"),
        (("object: the plant", "objects: the plant"), 14, "has no key 'objects': did you mean 'object'?"),
        (("{time: [by May]}", "{tim: by May}"), 15, "no role 'tim': did you mean 'time'?"),
        (("content_of: said", "content_of: sad"), 12, "content_of 'sad' is no claim's id"),
        (("skip: true", "skip: maybe"), 5, "skip should be true or false"),
        (("relation: RESIGN", "relation: resigned"), 28, "relation 'resigned' should be a name in capitals"),
        (("    cue: said", "    cue: said\n    cue: that"), 20, "says 'cue' twice"),
        (("text: Lee runs", "text: Lee ran"), 24, "sentence 'Lee ran Harlow Foods.' isn't in the text"),
        (
            ("mentions: [Harlow Foods,", "mentions: [Harlow Food,"),
            30,
            "mention 'Harlow Food' isn't in the text",
        ),
        (("speaker: Lee@1", "speaker: Leo"), 28, "speaker 'Leo' isn't in the article"),
    ],
)
def test_each_mistake_is_told_with_its_line(wrong: tuple[str, str], line: int, message: str) -> None:
    _, lines = read(ANNOTATION.replace(*wrong))

    assert any(one.startswith(f"gold.yaml:{line}: ") and message in one for one in lines), lines


def test_all_mistakes_are_told_at_once() -> None:
    _, lines = read(ANNOTATION.replace("planned", "plan").replace("RESIGN", "resign"))

    assert [line.split(":")[1] for line in lines] == ["17", "28"]


def test_sentences_keep_the_order_of_the_text() -> None:
    _, lines = read(
        """
        sentences:
        - {text: Lee runs Harlow Foods.}
        - {text: Harlow Foods keeps plant}
        """
    )

    assert any("gold.yaml:4: " in line and "stands before the one listed above it" in line for line in lines)


def test_a_word_that_occurs_twice_is_a_warning() -> None:
    _, lines = read(ANNOTATION.replace("subject: Lee@2", "subject: Lee"))

    assert lines == ["gold.yaml:28: warning: subject 'Lee' occurs more than once: write Lee@1 or @2 ..."]


def test_text_nobody_annotated_is_a_warning() -> None:
    _, lines = read(ANNOTATION.replace("- text: Lee runs Harlow Foods.\n  claims: []\n", ""))

    assert lines == [
        "gold.yaml:21: warning: behind this line 'Lee runs Harlow Foods.' isn't annotated: "
        "list it, with claims or skip"
    ]


def test_a_circle_of_contents_is_told() -> None:
    _, lines = read(
        """
        sentences:
        - text: A says B knows C.
          claims:
          - {id: one, subject: A, predicate: says, content_of: two}
          - {id: two, subject: B, predicate: knows, object: C, content_of: one}
        """,
        "A says B knows C.",
    )

    assert [line for line in lines if "break the circle" in line] == [
        "gold.yaml:5: content_of leads back to the claim itself: break the circle",
        "gold.yaml:6: content_of leads back to the claim itself: break the circle",
    ]


def test_what_is_not_yaml_is_told() -> None:
    gold, lines = read("sentences: [")

    assert gold.claims == ()
    assert lines[0].startswith("gold.yaml:1: isn't YAML")


def test_gold_is_an_extraction_record() -> None:
    gold, _ = read(ANNOTATION)

    extraction = to_extraction(gold)

    assert read_line(write_line(extraction)) == extraction
    said, closed, *_ = extraction.claims
    assert closed.content_of == said.id
    assert closed.subject.entity == said.subject.entity
    assert said.happened == "2024-03-05"
    assert extraction.claims[3].predicate.lemma == "resign"


def test_files_in_a_folder_are_read_by_name(tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / f"{name}.txt").write_text(TEXT, encoding="utf-8")
        (tmp_path / f"{name}.yaml").write_text(ANNOTATION, encoding="utf-8")
    (tmp_path / "cases.yaml").write_text("- text: x\n", encoding="utf-8")

    assert [gold.name for gold in read_articles([tmp_path])] == ["a", "b"]


def test_an_annotation_without_its_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(ANNOTATION, encoding="utf-8")

    with pytest.raises(RecordError, match=r"a\.yaml:1: has no text beside it: write a\.txt"):
        read_articles([tmp_path])
