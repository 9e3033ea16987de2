"""GUM articles are read, and scored as one corpus."""

import json
from pathlib import Path

import pytest

from graphkit.errors import RecordError
from graphkit.evaluate.gum import read_gum, score_gum
from graphkit.model import Article, Entity, EntityMention, Extraction

TEXT = "Oslo talks fail\n\nNorway hosted Chad. It left."
RECORD = {
    "id": "oslo",
    "title": "Oslo talks fail",
    "text": TEXT,
    "published": "2020-01-02",
    "mentions": [
        {"start": 0, "end": 4, "kind": "name", "wiki": "Oslo"},
        {"start": 17, "end": 23, "kind": "name", "wiki": "Norway"},
        {"start": 31, "end": 35, "kind": "name", "wiki": "Chad"},
        {"start": 37, "end": 39, "kind": "pronoun", "wiki": "Chad"},
        {"start": 5, "end": 10, "kind": "nominal", "wiki": "Negotiation"},
    ],
    "chains": [[[31, 35], [37, 39]]],
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "oslo.json"
    path.write_text(json.dumps(RECORD), encoding="utf-8")
    return path


def read(article: Article) -> Extraction:
    chad = (EntityMention(31, 35, "name"), EntityMention(37, 39, "pronoun"))
    norway = (EntityMention(17, 23, "name"),)
    entities = (
        Entity("wd:Q657", "Chad", "Country", "Q657", chad),
        Entity("wd:Q20", "Norway", "Country", "Q20", norway),
    )
    return Extraction("x", article, (), entities, ())


def test_names_count_by_their_exact_span(path: Path) -> None:
    report = score_gum([read_gum(path)], read)

    assert report.figures["names.recall"] == pytest.approx(2 / 3)
    assert report.figures["conll"] == pytest.approx(1)
    assert report.figures["pronouns.precision"] == 1
    assert report.examples == ("name missed: 'Oslo' in 'Oslo talks fail Norway hosted Chad. It left'",)


def test_the_text_reaches_the_reader_unaltered(path: Path) -> None:
    seen: list[Article] = []

    score_gum([read_gum(path)], lambda article: (seen.append(article), read(article))[1])

    assert (seen[0].text, seen[0].title, seen[0].published) == (TEXT, "Oslo talks fail", "2020-01-02")


def test_another_text_is_refused(path: Path) -> None:
    with pytest.raises(RecordError, match="oslo was read with another text"):
        score_gum([read_gum(path)], lambda article: read(Article(text=article.text.strip() + "!")))


def test_a_file_of_another_form_is_named(tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    other.write_text("{}", encoding="utf-8")

    with pytest.raises(RecordError, match=r"other\.json isn't a GUM article"):
        read_gum(other)
