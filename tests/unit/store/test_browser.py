"""Links into Neo4j Browser, and its style."""

import re
from urllib.parse import unquote

import pytest

from graphkit.resources import shipped
from graphkit.store.browser import inline, link, read_grass, style_command, usual_http_url

CYPHER = "MATCH (a:Entity&Actor {name: $actor}) // $actor, 100 %\nRETURN '$actor #1', a + 1"


def read_as_the_browser_does(address: str, field: str) -> list[str]:
    """Browser 5.24 turns `+` into a space, decodes the whole address, then cuts it at `&` and `#`."""
    return re.findall(rf"[?&]{field}=([^&#]*)", unquote(address.replace("+", " ")))


def test_the_browser_reads_back_the_connection_and_the_whole_query():
    address = link("http://127.0.0.1:7474", "neo4j://127.0.0.1:7687", "neo4j", "neo4j", CYPHER)

    assert address.startswith("http://127.0.0.1:7474/browser/?")
    assert read_as_the_browser_does(address, "dbms") == ["neo4j://neo4j@127.0.0.1:7687"]
    assert read_as_the_browser_does(address, "db") == ["neo4j"]
    assert read_as_the_browser_does(address, "cmd") == ["edit"]
    assert read_as_the_browser_does(address, "arg") == [
        CYPHER.replace("&", "\\u0026").replace("#", "\\u0023")
    ]


def test_a_link_never_holds_a_password():
    address = link("http://h:7474", "bolt://h:7687", "neo4j", "neo4j", "RETURN 1")

    assert read_as_the_browser_does(address, "dbms") == ["bolt://neo4j@h:7687"]


@pytest.mark.parametrize(
    ("cypher", "written"),
    [
        ("RETURN $a", 'RETURN "Côte d\'Ivoire"'),
        ("RETURN $a, $ab", 'RETURN "Côte d\'Ivoire", 3'),
        ("RETURN $unknown", "RETURN $unknown"),
        ("RETURN '$a', \"$a\", `$a`", "RETURN '$a', \"$a\", `$a`"),
        ("RETURN 'it\\'s $a'", "RETURN 'it\\'s $a'"),
        ("// $a\nRETURN $a", '// $a\nRETURN "Côte d\'Ivoire"'),
        ("/* $a\n */ RETURN $yes", "/* $a\n */ RETURN true"),
        ("RETURN $none, $list", 'RETURN null, ["x", 1]'),
    ],
)
def test_parameters_are_written_out_where_they_are_parameters(cypher, written):
    parameters = {"a": "Côte d'Ivoire", "ab": 3, "yes": True, "none": None, "list": ["x", 1]}

    assert inline(cypher, parameters) == written


@pytest.mark.parametrize(
    ("uri", "expected"),
    [
        ("bolt://db.example:7687", "http://db.example:7474"),
        ("neo4j://db.example", "http://db.example:7474"),
        ("neo4j+s://db.example:7687", "https://db.example:7473"),
        ("bolt+ssc://db.example:7687", "https://db.example:7473"),
    ],
)
def test_a_servers_browser_is_where_neo4j_puts_it(uri, expected):
    assert usual_http_url(uri) == expected


def test_every_rule_of_the_shipped_style_is_read():
    text = shipped("config", "browser.grass").read_text(encoding="utf-8")

    rules = read_grass(text)

    assert len(rules) == text.count("\n}")
    assert sum(len(rule) for rule in rules.values()) == text.count(";")
    assert rules["node.Person"]["caption"] == "{name}"
    assert rules["relationship.ACTS_ON"]["caption"] == "{predicate}"


def test_the_style_is_one_command_that_no_semicolon_cuts():
    command = style_command('node.Person {\n  color: #F6C85F;\n  caption: "{name}";\n}\n')

    assert command == 'style {"node.Person":{"color":"#F6C85F","caption":"{name}"}}'
    assert ";" not in style_command(shipped("config", "browser.grass").read_text(encoding="utf-8"))
