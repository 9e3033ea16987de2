from pathlib import Path

from graphkit.ontology import load_ontology
from graphkit.ontology.dead import dead_entries

ONTOLOGY = """\
kinds:
  Person: {acts: true, description: A human being., example: Ada}
words:
  fruit: [apple, pear]
  citrus: [lemon, lime]
  tool: ["@citrus", hammer]
relations:
  LIKES:
    family: structure
    description: Likes.
    example: Ada likes pears.
    predicates:
      - {lemma: like, object: "@tool"}
      - like
      - [be fond of, be move by, be moved by]
  ACTS_ON:
    family: fallback
    description: Anything else.
    example: Ada juggled.
    predicates:
      - {lemma: like, object: [hammer, pear], subject: Person}
"""


def test_nothing_in_the_shipped_ontology_is_dead() -> None:
    assert dead_entries(load_ontology()) == []


def test_classes_nobody_uses_and_passives_nobody_reads_are_found(tmp_path: Path) -> None:
    path = tmp_path / "ontology.yaml"
    path.write_text(ONTOLOGY, encoding="utf-8")

    assert [text for _, text in dead_entries(load_ontology(path))] == [
        "relations.LIKES: 'be move by' is never read so, but as a participle",
        "words.fruit: no sense uses it",
    ]
