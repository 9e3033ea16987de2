"""`graphkit ontology` on files that are wrong in every way at once, and on the shipped one."""

import json
from pathlib import Path

import pytest

from graphkit.cli.main import run

WRONG = """\
kinds:
  Person: {acts: yes please, description: A human being., example: Ada}
  Concept: {description: A common noun., example: bread}
words:
  weapon: [missile, "@arms"]
  arms: [rifle, "@weapon"]
relations:
  THREATEN:
    family: event
    quad: 3
    modes: [violence]
    description: Warns.
    example: A warned B.
    predicates:
      - warn
      - [menace, warn]
      - {lemma: frown, mode: violense}
      - {lemma: arm, object: [gun, bow]}
  "ACTS ON":
    family: fallback
    description: Anything else.
    example: A juggled B.
    predicates:
      - {lemma: arm, object: [gun, axe]}
"""
FOUND = {
    2: "kinds.Person.acts",
    5: "words.weapon contains itself: weapon -> arms -> weapon",
    16: "'warn' with the same conditions stands there twice",
    17: "mode 'violense' isn't one of THREATEN (did you mean 'violence'?)",
    19: "'ACTS ON' isn't a name of letters, digits and _",
    24: "'arm' with the same conditions stands there also in THREATEN",
}
DEAD = """\
kinds:
  Concept: {description: A common noun., example: bread}
words:
  fruit: [apple, pear]
relations:
  ACTS_ON:
    family: fallback
    description: Anything else.
    example: A juggled B.
    predicates:
      - [be move by, be moved by]
"""


@pytest.fixture
def file(tmp_path: Path):
    def write(text: str) -> Path:
        path = tmp_path / "mine.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_everything_wrong_with_a_file_is_said_at_once_with_its_line(file, capfd):
    path = file(WRONG)

    code = run(["ontology", "check", str(path)])

    lines = capfd.readouterr().out.splitlines()
    assert code == 1
    for line, words in FOUND.items():
        assert any(row.startswith(f"{path}:{line}: ") and words in row for row in lines), (line, lines)


def test_with_such_a_file_nothing_is_read(file, tmp_path, capfd, monkeypatch):
    monkeypatch.setenv("GRAPHKIT_KNOWLEDGE_ONTOLOGY", str(file(WRONG)))
    article = tmp_path / "article.txt"
    article.write_text("Russia threatened Ukraine on Monday.", encoding="utf-8")

    code = run(["extract", str(article)])

    said = capfd.readouterr()
    assert code == 2
    assert said.out == ""
    assert "nothing was loaded" in said.err
    assert all(words in said.err for words in FOUND.values())


def test_what_can_never_apply_is_said_of_a_sound_file(file, capfd):
    path = file(DEAD)

    code = run(["ontology", "check", str(path)])

    assert code == 1
    assert capfd.readouterr().out.splitlines() == [
        f"{path}:4: words.fruit: no sense uses it",
        f"{path}:11: relations.ACTS_ON: 'be move by' is never read so, but as a participle",
    ]


def test_nothing_is_wrong_with_the_shipped_file(capfd):
    assert run(["-q", "ontology", "check"]) == 0
    assert capfd.readouterr().out == ""


def test_the_senses_of_a_relation_are_shown_with_their_conditions(capfd):
    assert run(["ontology", "show", "reject", "--format", "json"]) == 0

    senses = json.loads(capfd.readouterr().out)
    assert "rebuff" in senses[0]["predicates"]
    assert any("@talks" in sense["object"] and sense["mode"] == "meet" for sense in senses)


def test_all_relations_are_listed(capfd):
    assert run(["ontology", "show", "--format", "json"]) == 0

    relations = {row["relation"]: row for row in json.loads(capfd.readouterr().out)}
    assert relations["PROTEST"]["quad"] == 4
    assert "strike" in relations["PROTEST"]["modes"]


def test_an_unknown_relation_is_told_where_to_look(capfd):
    assert run(["ontology", "show", "PRAISES"]) == 2
    assert "`graphkit ontology show` lists them" in capfd.readouterr().err
