"""Rows for people and for programs."""

import json

import pytest

from graphkit.cli import tables

ROWS = [{"who": "Russia", "quote": "It said [no], twice.", "n": 2}, {"who": None, "quote": "a, b", "n": 0}]
COLUMNS = ("who", "quote", "n")


def test_json_is_one_document(capsys: pytest.CaptureFixture[str]):
    tables.show(ROWS, COLUMNS, "json")

    assert json.loads(capsys.readouterr().out) == ROWS


def test_csv_has_a_heading_and_quotes_commas(capsys: pytest.CaptureFixture[str]):
    tables.show(ROWS, COLUMNS, "csv")

    assert capsys.readouterr().out.splitlines() == [
        "who,quote,n",
        'Russia,"It said [no], twice.",2',
        ',"a, b",0',
    ]


def test_csv_holds_no_formula_and_numbers_as_they_are(capsys: pytest.CaptureFixture[str]):
    tables.show([{"quote": "=1+1", "said": ["-a", "b"], "n": -2}], ("quote", "said", "n"), "csv")

    assert capsys.readouterr().out.splitlines() == ["quote,said,n", "'=1+1,\"'-a, b\",-2"]


def test_brackets_in_a_quote_are_no_markup(capsys: pytest.CaptureFixture[str]):
    tables.show(ROWS, COLUMNS, "table")

    assert "It said [no], twice." in capsys.readouterr().out


def test_a_long_quote_wraps_and_loses_nothing(capsys: pytest.CaptureFixture[str]):
    words = [f"word{n}" for n in range(100)]

    tables.show([{"who": "NATO", "quote": " ".join(words)}], ("who", "quote"), "table")

    out = capsys.readouterr().out
    assert [word for word in words if word not in out.split()] == []
    assert max(map(len, out.splitlines())) <= tables.PIPED_WIDTH


@pytest.mark.parametrize(
    ("form", "expected"), [("json", "[]\n"), ("csv", "who\n"), ("table", "(nothing found)\n")]
)
def test_nothing_is_well_formed_too(form: str, expected: str, capsys: pytest.CaptureFixture[str]):
    tables.show([], ("who",), form)

    assert capsys.readouterr().out == expected


def test_markdown_escapes_what_has_a_meaning_in_it(capsys):
    tables.show([{"quote": "a|b *c* <script>\n[d](e)"}], ("quote",), "markdown")

    assert capsys.readouterr().out.splitlines() == [
        "| quote |",
        "|---|",
        r"| a\|b \*c\* &lt;script> \[d\](e) |",
    ]


def test_json_lines_hold_a_row_each(capsys):
    tables.show([{"a": 1}, {"a": None}], ("a",), "jsonl")

    assert capsys.readouterr().out.splitlines() == ['{"a": 1}', '{"a": null}']
