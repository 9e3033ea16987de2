"""Keys of JSON and columns of CSV are found under their usual names, or where a mapping says."""

import json
from pathlib import Path
from typing import Any

import pytest

from graphkit.errors import SettingsError
from graphkit.model import Article
from graphkit.sources import Failure, Options, read, read_mapping
from graphkit.sources.mapping import shipped_fields, value_at
from tests import made


def article(file: Path, options: Options | None = None) -> Article:
    (found,) = read([file], options)
    assert isinstance(found, Article), found
    return found


@pytest.mark.parametrize(
    ("record", "part", "value"),
    [
        ({"Published At": 1}, "published", 1),
        ({"publishedAt": 1}, "published", 1),
        ({"published-at": 1}, "published", 1),
        ({"PUBLISHED_AT": 1}, "published", 1),
        ({"source": {"name": "BBC"}}, "publisher", "BBC"),
        ({"source.name": "BBC"}, "publisher", "BBC"),
        ({"source": "BBC"}, "publisher", "BBC"),
        ({"text": "", "body": "x"}, "text", "x"),
        ({"text": None, "body": "x"}, "text", "x"),
        ({"text": "a", "body": "x"}, "text", "a"),
        ({"other": "x"}, "text", None),
        ({1: "x"}, "text", None),
    ],
)
def test_a_part_is_found_under_its_usual_names(record: dict[Any, Any], part: str, value: object) -> None:
    assert shipped_fields().pick(record, part) == value


def test_a_dot_leads_into_an_object_and_no_further_than_there_is() -> None:
    record = {"a": {"b": {"c": 1}}, "x.y": 2}

    assert [value_at(record, key) for key in ("a.b.c", "a.b.d", "a.b.c.d", "x.y", "z.y")] == [
        1,
        None,
        None,
        2,
        None,
    ]


MAPPING = """
fields:
  text: data.story_text
  title: data.head
  published: when
items: payload.hits
always:
  publisher: The Weekly
  language: en
dates: "%d/%m/%Y"
"""
RECORDS = {
    "payload": {"hits": [{"data": {"story_text": made.BODY, "head": made.TITLE}, "when": "03/04/2022"}]}
}


def test_a_mapping_beside_the_file_says_where_things_are(tmp_path: Path) -> None:
    (tmp_path / "dump.json").write_text(json.dumps(RECORDS))
    (tmp_path / "dump.json.mapping.yaml").write_text(MAPPING)

    found = article(tmp_path / "dump.json")

    assert found.text == made.TEXT
    assert (found.published, found.publisher) == ("2022-04-03", "The Weekly")


def test_a_mapping_of_the_options_holds_for_every_file(tmp_path: Path) -> None:
    (tmp_path / "dump.json").write_text(json.dumps(RECORDS))
    (tmp_path / "mine.yaml").write_text(MAPPING)

    assert (
        article(tmp_path / "dump.json", Options(fields=read_mapping(tmp_path / "mine.yaml"))).text
        == made.TEXT
    )


def test_what_a_mapping_leaves_out_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("fields: {text: story}\ndelimiter: '|'\n")

    mapping = read_mapping(tmp_path / "mine.yaml")

    assert mapping.fields["text"] == ("story",)
    assert mapping.fields["title"] == shipped_fields().fields["title"]
    assert mapping.delimiter == "|"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("field: {text: a}", "field: Extra inputs are not permitted"),
        ("fields: {colour: a}", "fields.colour"),
        ("fields: {text: []}", "fields.text"),
        ("delimiter: ab", "delimiter"),
        ("always: {publishd: x}", "unknown key 'publishd': did you mean published?"),
        ("always: {published: 03/04/2022}", "can be read in two ways"),
        ("- a", "valid dictionary"),
        ("fields: {text: 'a", "can't be read as YAML"),
        ("a: &a [*a]", "a: Extra inputs"),
    ],
)
def test_a_wrong_mapping_is_told_with_file_and_key(tmp_path: Path, text: str, problem: str) -> None:
    (tmp_path / "mine.yaml").write_text(text)

    with pytest.raises(SettingsError) as refusal:
        read_mapping(tmp_path / "mine.yaml")

    assert str(tmp_path / "mine.yaml") in str(refusal.value)
    assert problem in str(refusal.value)


def test_a_record_without_text_names_its_keys(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"story_text": "x", "head": "y"}')

    (failure,) = read([tmp_path / "a.json"])

    assert isinstance(failure, Failure)
    assert "its keys are story_text, head; say in a mapping which one holds it" in str(failure.error)
