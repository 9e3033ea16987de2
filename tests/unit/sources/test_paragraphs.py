"""Paragraphs are found whatever the lines look like."""

import textwrap

import pytest

from graphkit.sources.paragraphs import paragraphs

BODY = [
    "The talks in Geneva ended without agreement on Friday, officials on both sides said after two hours.",
    "Russia will wait for a written answer, its foreign minister said. The US-backed plan is off the table, "
    "he told reporters, and nobody should expect Moscow to beg for another round of meetings this winter.",
    "Washington denied that it had offered to pull troops out of Poland, as two newspapers had reported.",
]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_line_is_a_paragraph_where_nothing_is_wrapped(gap: str) -> None:
    assert paragraphs(gap.join(BODY)) == BODY


@pytest.mark.parametrize("width", [48, 60, 72, 80])
def test_lines_broken_at_a_margin_are_joined(width: int) -> None:
    wrapped = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in BODY)

    assert paragraphs(wrapped) == BODY


def test_front_matter_is_not_joined_to_what_is_wrapped_below() -> None:
    wrapped = "\n\n".join(textwrap.fill(paragraph, 60) for paragraph in BODY)

    assert paragraphs("Talks fail\nBy Anna Berg\nJanuary 21, 2022\n" + wrapped) == [
        "Talks fail",
        "By Anna Berg",
        "January 21, 2022",
        *BODY,
    ]


def test_a_word_broken_after_its_hyphen_is_joined_without_a_space() -> None:
    lines = "The minister praised the plan for the US-\nbacked forces that stand at the border\nof Ukraine."

    assert "the US-backed forces" in paragraphs(lines)[0]


def test_short_lines_under_long_paragraphs_are_not_taken_for_wrapped_text() -> None:
    links = ["Related stories", "Tonga cleans up after the wave", "Prince loses his titles at home"]

    assert paragraphs("\n\n".join(BODY) + "\n\n" + "\n".join(links)) == [*BODY, *links]


def test_a_list_keeps_its_lines() -> None:
    text = "The plan covers:\n- banks\n- oil and gas\n- friends of the president\n\nIt was agreed on Monday."

    assert paragraphs(text) == [
        "The plan covers:",
        "- banks\n- oil and gas\n- friends of the president",
        "It was agreed on Monday.",
    ]


def test_a_wrapped_list_keeps_its_items_and_joins_their_lines() -> None:
    items = [
        "- banks that lend to the government and to companies that belong to it",
        "- oil, gas and the pipes",
    ]
    text = "\n".join(textwrap.fill(item, 40, subsequent_indent="") for item in items)

    assert paragraphs(text) == ["\n".join(items)]


def test_a_dash_at_the_margin_is_no_item() -> None:
    text = (
        "The minister, who likes to stay at home at night\n"
        "- he said so twice - will travel to Geneva for a\n"
        "round of talks."
    )

    assert len(paragraphs(text)) == 1


@pytest.mark.parametrize("nothing", ["", "\n", "\n\n\n"])
def test_nothing_has_no_paragraphs(nothing: str) -> None:
    assert paragraphs(nothing) == []
