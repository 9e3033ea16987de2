from graphkit.ontology import load_ontology, page


def test_the_page_describes_every_kind_and_relation_with_its_example() -> None:
    ontology = load_ontology()

    text = page(ontology)

    for name, kind in ontology.kinds.items():
        assert f"| {name} |" in text
        assert kind.description in text
    for name, relation in ontology.relations.items():
        assert f"### {name}\n\n{relation.description}\n\n> {relation.example}" in text


def test_the_page_shows_conditions_and_modes() -> None:
    text = page(load_ontology())

    assert (
        "- *call, phone, telephone, ring, ring up* (object: Person | counterpart | @office) **phone**\n"
        in text
    )
    assert "Nouns:\n\n- *@agreement with, @agreement between" in text
    assert "| @meal | lunch, dinner, breakfast, banquet |" in text
