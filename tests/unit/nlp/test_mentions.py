"""Names, their types and titles, the phrases around them, and nouns and pronouns that refer."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from graphkit.nlp.mentions import Found, find_mentions
from graphkit.nlp.tree import Tree
from tests.unit.nlp.lexicon import SmallLexicon

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "mentions.yaml").read_text(encoding="utf-8"))
Parse = Callable[[str], list[Tree]]


def read(parse: Parse, text: str) -> list[Found]:
    return find_mentions(parse(text), text, SmallLexicon())


def around(one: Found, text: str) -> str:
    first, last = one.outer
    return text[first.start : last.end]


def called(one: Found, text: str) -> list[str]:
    return [text[first.start : last.end] for first, last in one.called]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["claim"])
def test_names_are_read_as_the_case_says(case: dict[str, Any], parse: Parse) -> None:
    text = case["text"]

    names = {one.text(text): one for one in read(parse, text) if one.kind == "name"}

    found = {name: one.type for name, one in names.items() if name in case["names"]}
    wanted = {name: kind for name, kind in case["names"].items() if kind is not None}
    assert found.keys() == case["names"].keys()
    assert {name: found[name] for name in wanted} == wanted
    assert not names.keys() & set(case.get("absent", []))
    assert {name: names[name].title for name in case.get("titles", {})} == case.get("titles", {})
    assert {name: around(names[name], text) for name in case.get("phrases", {})} == case.get("phrases", {})
    assert [name for name in case.get("nested", []) if names[name].nested] == case.get("nested", [])
    assert {name: called(names[name], text) for name in case.get("called", {})} == case.get("called", {})


@pytest.mark.parametrize(
    "text",
    [
        "It is likely that the talks will fail.",
        "It took years to build the bridge.",
        "It rained all day.",
        "The rules make it easier to sue.",
        "It was Peter Lang who resigned.",
        "The word for rain (it) is short.",
    ],
)
def test_an_it_that_only_fills_a_place_is_no_mention(text: str, parse: Parse) -> None:
    assert not [one for one in read(parse, text) if one.head.low == "it"]


@pytest.mark.parametrize("text", ["It won the prize.", "The firm sold it.", "It was late again."])
def test_an_it_that_stands_for_something_is_a_mention(text: str, parse: Parse) -> None:
    assert [one for one in read(parse, text) if one.head.low == "it"]


@pytest.mark.parametrize(
    ("text", "name", "acts"),
    [
        ("Moscow demanded an answer.", "Moscow", True),
        ("The answer to Moscow's demand came late.", "Moscow", True),
        ("The treaty was signed by Moscow.", "Moscow", True),
        ("The ministers met in Moscow.", "Moscow", False),
        ("They drove from Moscow to Kyiv.", "Moscow", False),
        ("Moscow is a large city.", "Moscow", False),
    ],
)
def test_a_name_acts_where_its_syntax_has_it_act(text: str, name: str, acts: bool, parse: Parse) -> None:
    (found,) = [one for one in read(parse, text) if one.text(text) == name]

    assert found.acts is acts


def test_a_noun_in_apposition_is_no_mention_of_its_own_but_a_role(parse: Parse) -> None:
    text = "Peter Lang, a lawyer from Geneva, won the case."

    found = {one.text(text): one for one in read(parse, text)}

    assert "lawyer" in found["Peter Lang"].roles
    assert not [one for one in found.values() if one.head.low == "lawyer"]
    assert around(found["Peter Lang"], text) == "Peter Lang, a lawyer from Geneva"


def test_joined_names_make_a_mention_that_both_belong_to(parse: Parse) -> None:
    text = "Chile and Sweden signed the treaty."

    (both,) = [one for one in read(parse, text) if one.parts]

    assert both.text(text) == "Chile and Sweden"
    assert both.plural


def test_mentions_come_in_the_order_of_the_text_and_each_once(parse: Parse) -> None:
    text = "The Kenyan ambassador, Grace Otieno, and her deputy said they would meet Peter Lang in Geneva."

    found = read(parse, text)

    assert [one.place for one in found] == sorted(one.place for one in found)
    assert len({(one.first.i, one.last.i, one.kind) for one in found}) == len(found)
