from pathlib import Path

import pytest

from graphkit.errors import SettingsError
from graphkit.ontology import Family, load_ontology

GOOD = """\
kinds:
  Person: {acts: true, description: A human being., example: Ada}
  Concept: {description: A common noun., example: bread}
words:
  weapon: [missile, bomb]
relations:
  THREATEN:
    family: event
    quad: 3
    modes: [violence]
    description: Warns.
    example: A warned B.
    predicates:
      - warn
      - {lemma: [threaten], object: ["@weapon"], mode: violence}
  ACTS_ON:
    family: fallback
    description: Anything else.
    example: A juggled B.
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "ontology.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def complaints(folder: Path, text: str) -> str:
    with pytest.raises(SettingsError) as caught:
        load_ontology(written(folder, text))
    return str(caught.value)


def test_the_shipped_ontology_holds_plovers_sixteen_types() -> None:
    events = {n for n, r in load_ontology().relations.items() if r.family == Family.EVENT}

    assert events == {
        "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE",
        "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
    }  # fmt: skip


def test_four_events_stand_in_each_quad_class_but_two_more_cooperate_verbally() -> None:
    quads = [r.quad for r in load_ontology().relations.values() if r.quad is not None]

    assert [quads.count(quad) for quad in (1, 2, 3, 4)] == [4, 3, 4, 5]


def test_kinds_that_act_carry_the_label_actor() -> None:
    ontology = load_ontology()

    acting = {name for name, kind in ontology.kinds.items() if "Actor" in kind.labels(name)}

    assert acting == {"Person", "Organization", "Country", "Group"}
    assert ontology.kinds["Place"].labels("Place") == ("Entity", "Place")


def test_version_depends_on_content_alone(tmp_path: Path) -> None:
    plain = load_ontology(written(tmp_path, GOOD))
    commented = load_ontology(written(tmp_path, "# a comment\n" + GOOD))
    changed = load_ontology(written(tmp_path, GOOD.replace("- warn", "- menace")))

    assert plain.version == commented.version
    assert plain.version != changed.version


@pytest.mark.parametrize(
    "name",
    [
        "REJECT]->() DETACH DELETE n //",
        "R`} DELETE",
        "1ST",
        "WITH SPACE",
        "ÜBER",
        "A-B",
        "_A",
        "",
        "A\\n",
    ],
)
def test_a_relation_name_that_could_be_cypher_is_refused(tmp_path: Path, name: str) -> None:
    said = complaints(tmp_path, GOOD.replace("  THREATEN:", f'  "{name}":'))

    assert "ontology.yaml:7: relations:" in said
    assert "isn't a name of letters, digits and _" in said


def test_a_kind_name_that_could_be_cypher_is_refused(tmp_path: Path) -> None:
    said = complaints(tmp_path, GOOD.replace("  Concept:", '  "Concept) DETACH DELETE (n":'))

    assert "ontology.yaml:3: kinds: 'Concept) DETACH DELETE (n' isn't a name" in said


@pytest.mark.parametrize("name", ["SUBJECT", "EVIDENCE", "MENTIONS"])
def test_relationship_types_of_the_graph_itself_are_refused(tmp_path: Path, name: str) -> None:
    assert "is used by the graph itself" in complaints(tmp_path, GOOD.replace("THREATEN:", f"{name}:"))


def test_labels_of_the_graph_itself_are_refused(tmp_path: Path) -> None:
    assert "'Claim' is used by the graph itself" in complaints(tmp_path, GOOD.replace("Concept:", "Claim:"))


def test_all_problems_are_said_at_once_with_their_lines(tmp_path: Path) -> None:
    text = (
        GOOD.replace("acts: true", "act: true")
        .replace("quad: 3", "quad: 7")
        .replace("mode: violence", "mode: violense")
        .replace('"@weapon"', '"@weapons"')
        .replace("[missile, bomb]", "[missile, '@weapon']")
        .replace("family: fallback", "family: structure")
    )

    said = complaints(tmp_path, text).splitlines()

    assert said[0].endswith("6 problems; nothing was loaded")
    wanted = {
        2: "unknown key 'act' (did you mean 'acts'?)",
        5: "words.weapon contains itself: weapon -> weapon",
        6: "one relation must have family 'fallback', there are 0 (none)",
        9: "relations.THREATEN.quad",
        15: "mode 'violense' isn't one of THREATEN (did you mean 'violence'?)",
    }
    for line, words in wanted.items():
        assert any(f"ontology.yaml:{line}: " in row and words in row for row in said), (line, said)
    assert any("unknown class '@weapons' (did you mean 'weapon'?)" in row for row in said)


def test_five_kinds_of_mistakes_are_found_in_one_reading(tmp_path: Path) -> None:
    text = (
        GOOD.replace("example: Ada", "example: 3")
        .replace("[missile, bomb]", "[missile, '@weapon']")
        .replace("mode: violence", "mode: shouting")
        .replace("- warn\n", "- warn\n      - warn\n")
        .replace("  ACTS_ON:", '  "ACTS ON":')
    )

    said = complaints(tmp_path, text)

    assert "5 problems; nothing was loaded" in said
    assert "ontology.yaml:2: kinds.Person.example" in said
    assert "ontology.yaml:5: words.weapon contains itself" in said
    assert "ontology.yaml:15: relations.THREATEN.predicates (warn): 'warn'" in said
    assert "ontology.yaml:16: relations.THREATEN.predicates (threaten): mode 'shouting'" in said
    assert "ontology.yaml:17: relations: 'ACTS ON' isn't a name" in said


def test_a_duplicate_sense_is_refused(tmp_path: Path) -> None:
    said = complaints(tmp_path, GOOD.replace("- warn\n", "- warn\n      - [menace, warn]\n"))

    assert "ontology.yaml:15: relations.THREATEN.predicates (menace, warn): 'warn'" in said


def test_senses_that_overlap_without_either_being_narrower_are_refused(tmp_path: Path) -> None:
    rival = "{lemma: threaten, object: [bomb, sanction]}"

    said = complaints(tmp_path, GOOD.replace("- warn\n", f"- warn\n      - {rival}\n"))

    assert "'threaten' with the same conditions" in said


def test_a_key_given_twice_is_refused(tmp_path: Path) -> None:
    said = complaints(tmp_path, GOOD.replace("    quad: 3\n", "    quad: 3\n    quad: 4\n"))

    assert "ontology.yaml:10: 'quad' is given twice" in said


def test_an_event_needs_a_quad_class_and_nothing_else_may_have_one(tmp_path: Path) -> None:
    bare = complaints(tmp_path, GOOD.replace("    quad: 3\n", ""))
    other = complaints(tmp_path, GOOD.replace("family: fallback", "family: fallback\n    quad: 1"))

    assert "relations.THREATEN is an event without quad" in bare
    assert "relations.ACTS_ON has quad, which only an event can have" in other


def test_an_unknown_kind_in_a_condition_is_refused_with_the_nearest(tmp_path: Path) -> None:
    said = complaints(tmp_path, GOOD.replace('object: ["@weapon"]', "object: [Persn]"))

    assert "unknown kind 'Persn' (did you mean 'Person'?)" in said


def test_a_noun_may_be_spelt_as_a_verb_but_not_stand_twice(tmp_path: Path) -> None:
    nouns = GOOD.replace(
        "    predicates:\n", "    nouns: [warn, [menace to, warning to]]\n    predicates:\n", 1
    )

    assert load_ontology(written(tmp_path, nouns)).relations["THREATEN"].nouns[0].lemma == ("warn",)
    said = complaints(tmp_path, nouns.replace("[menace to, warning to]", "[menace to, warn]"))
    assert "relations.THREATEN.nouns (menace to, warn): 'warn'" in said


def test_who_can_do_an_event_must_be_known(tmp_path: Path) -> None:
    said = complaints(
        tmp_path, GOOD.replace("    quad: 3\n", '    quad: 3\n    subject: [Persn, "@wepon"]\n')
    )

    assert "ontology.yaml:10: relations.THREATEN.subject: unknown kind 'Persn'" in said
    assert "relations.THREATEN.subject: unknown class '@wepon' (did you mean 'weapon'?)" in said


def test_what_is_true_of_one_at_a_time_must_be_known(tmp_path: Path) -> None:
    said = complaints(
        tmp_path, GOOD.replace("    quad: 3\n", '    quad: 3\n    one_holder: "be @wepon of"\n')
    )

    assert "relations.THREATEN.one_holder: unknown class '@wepon' (did you mean 'weapon'?)" in said


@pytest.mark.parametrize("text", ["", "# nothing\n", "[1, 2]", "kinds: [", "kinds: 3\nrelations: 4\n", "a"])
def test_a_file_that_is_no_ontology_is_refused(tmp_path: Path, text: str) -> None:
    assert "ontology.yaml" in complaints(tmp_path, text)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"none\.yaml can't be read"):
        load_ontology(tmp_path / "none.yaml")


def test_bytes_that_are_no_utf8_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "ontology.yaml"
    path.write_bytes(b"kinds: \xff")

    with pytest.raises(SettingsError, match="isn't UTF-8"):
        load_ontology(path)
