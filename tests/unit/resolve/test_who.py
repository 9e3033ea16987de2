"""Who the mentions are."""

import pytest

from graphkit.model import Entity, Extraction
from graphkit.resolve import Resolver
from tests.factories_reading import Sketch


def named(extraction: Extraction, words: str, nth: int = 1) -> Entity:
    """The entity of the nth mention of the words."""
    text, start = extraction.article.text, -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    found = [
        e for e in extraction.entities for m in e.mentions if (m.start, m.end) == (start, start + len(words))
    ]
    assert len(found) == 1, (words, found)
    return found[0]


def test_a_country_by_any_name_is_one_entity(resolver: Resolver) -> None:
    sketch = (
        Sketch("The United States and the US and America and U.S. aid.")
        .name("United States", "Country", 0)
        .name("US", "Organization", 1)
        .name("America", "Place", 2)
        .name("U.S.", None, 3)
    )

    extraction = resolver.resolve(sketch.reading())

    assert [(e.id, e.type, len(e.mentions)) for e in extraction.entities] == [("wd:Q30", "Country", 4)]


def test_a_capital_that_acts_is_its_government_and_elsewhere_the_city(
    resolver: Resolver,
) -> None:
    sketch = (
        Sketch("Moscow demanded talks in Moscow.")
        .name("Moscow", "Place", 0, acts=True)
        .name("Moscow", "Place", 0, nth=2)
    )

    extraction = resolver.resolve(sketch.reading())

    assert named(extraction, "Moscow", 1).id == "wd:Q159"
    assert named(extraction, "Moscow", 2).id == "wd:Q649"


def test_a_capital_that_is_ready_to_act_is_its_government(resolver: Resolver) -> None:
    sketch = Sketch("Moscow was ready to invade.").name("Moscow", "Place", 0)
    sketch.triple(sketch.phrase("Moscow"), "was ready to invade", "be ready to invade", act="invade")

    assert named(resolver.resolve(sketch.reading()), "Moscow").id == "wd:Q159"


def test_a_capital_that_is_shelled_is_the_city(resolver: Resolver) -> None:
    sketch = Sketch("Rebels shelled Kyiv.").name("Kyiv", "Place", 0, acts=True)
    sketch.triple(sketch.phrase("Rebels"), "shelled", "shell", sketch.phrase("Kyiv"))

    assert named(resolver.resolve(sketch.reading()), "Kyiv").id == "wd:Q1899"


def test_a_seat_without_a_place_is_always_who_sits_there(resolver: Resolver) -> None:
    sketch = Sketch("An aide at the Pentagon.").name("Pentagon", "Place", 0)

    assert named(resolver.resolve(sketch.reading()), "Pentagon").id == "wd:Q11209"


def test_a_country_adjective_is_the_country_and_its_people_a_group(resolver: Resolver) -> None:
    sketch = Sketch("Russian troops met Russians.").name("Russian", "Group", 0).name("Russians", "Group", 1)

    extraction = resolver.resolve(sketch.reading())

    assert named(extraction, "Russian").id == "wd:Q159"
    assert (named(extraction, "Russians").type, named(extraction, "Russians").name) == ("Group", "Russians")


def test_a_surname_is_the_one_person_of_that_name_in_the_article(resolver: Resolver) -> None:
    sketch = (
        Sketch("Ada Quimby spoke. Quimby left.")
        .name("Ada Quimby", "Person", 0)
        .name("Quimby", "Person", 1, nth=2)
    )

    extraction = resolver.resolve(sketch.reading())

    assert [(e.name, len(e.mentions)) for e in extraction.entities] == [("Ada Quimby", 2)]


def test_a_surname_two_people_share_is_neither(resolver: Resolver) -> None:
    sketch = (
        Sketch("Ada Quimby met Bob Quimby. Then Quimby left.")
        .name("Ada Quimby", "Person", 0)
        .name("Bob Quimby", "Person", 1)
        .name("Quimby", "Person", 2, nth=3)
    )

    assert len(resolver.resolve(sketch.reading()).entities) == 3


def test_a_bare_surname_never_joins_strangers_across_articles(resolver: Resolver) -> None:
    one = Sketch("Quimby spoke.").name("Quimby", "Person", 0)
    other = Sketch("Quimby left.").name("Quimby", "Person", 0)

    first = resolver.resolve(one.reading()).entities[0]
    second = resolver.resolve(other.reading()).entities[0]

    assert first.id != second.id


def test_an_unknown_full_name_is_one_entity_in_all_articles(resolver: Resolver) -> None:
    one = Sketch("Dr Ada Quimby spoke.").name("Dr Ada Quimby", "Person", 0)
    other = Sketch("ADA QUIMBY left.").name("ADA QUIMBY", "Person", 0)

    first = resolver.resolve(one.reading()).entities[0]
    second = resolver.resolve(other.reading()).entities[0]

    assert first.id == second.id
    assert first.id.startswith("e:")
    assert first.name == "Ada Quimby"


def test_a_misspelt_first_name_is_found_by_surname_and_office(resolver: Resolver) -> None:
    sketch = Sketch("Secretary of State Anthony Blinken spoke.", published="2022-01-26").name(
        "Anthony Blinken", "Person", 0, title="Secretary of State"
    )

    assert resolver.resolve(sketch.reading()).entities[0].name == "Antony Blinken"


def test_a_misspelt_first_name_without_an_office_is_a_stranger(resolver: Resolver) -> None:
    sketch = Sketch("Anthony Blinken spoke.", published="2022-01-26").name("Anthony Blinken", "Person", 0)

    assert resolver.resolve(sketch.reading()).entities[0].name == "Anthony Blinken"


def test_another_first_name_is_another_person_whatever_the_office(resolver: Resolver) -> None:
    sketch = Sketch("Secretary of State Ursula Blinken spoke.", published="2022-01-26").name(
        "Ursula Blinken", "Person", 0, title="Secretary of State"
    )

    assert resolver.resolve(sketch.reading()).entities[0].name == "Ursula Blinken"


def test_an_office_held_at_another_time_supports_nobody(resolver: Resolver) -> None:
    sketch = Sketch("Secretary of State Anthony Blinken spoke.", published="2010-01-26").name(
        "Anthony Blinken", "Person", 0, title="Secretary of State"
    )

    assert resolver.resolve(sketch.reading()).entities[0].name == "Anthony Blinken"


def test_an_apposition_gives_an_office_too(resolver: Resolver) -> None:
    sketch = Sketch("Anthony Blinken, the US secretary of state, spoke.", published="2022-01-26")
    sketch.name("Anthony Blinken", "Person", 0).name("US", "Country", 1)
    sketch.triple(sketch.phrase("Anthony Blinken"), "secretary of state", "be secretary of state")

    assert "Antony Blinken" in {entity.name for entity in resolver.resolve(sketch.reading()).entities}


def test_a_bare_surname_with_office_and_country_is_known(resolver: Resolver) -> None:
    sketch = Sketch("Prime Minister Johnson met Britons in London.", published="2021-05-01")
    sketch.name("Johnson", "Person", 0, title="British Prime Minister").name("London", "Place", 1)

    assert "wd:Q180589" in {entity.id for entity in resolver.resolve(sketch.reading()).entities}


def test_a_relative_of_a_leader_is_not_the_leader(resolver: Resolver) -> None:
    sketch = (
        Sketch("Igor Putin spoke. Putin left.")
        .name("Igor Putin", "Person", 0)
        .name("Putin", "Person", 0, nth=2)
    )

    assert [entity.name for entity in resolver.resolve(sketch.reading()).entities] == ["Igor Putin"]


def test_a_namesake_with_another_countrys_office_is_a_stranger(resolver: Resolver) -> None:
    sketch = Sketch("Kenyan Senator Boris Johnson spoke.").name(
        "Boris Johnson", "Person", 0, title="Kenyan Senator"
    )

    assert resolver.resolve(sketch.reading()).entities[0].wikidata is None


def test_an_acronym_is_the_body_whose_initials_it_is(resolver: Resolver) -> None:
    sketch = (
        Sketch("The Zanzibar Olive Board met. ZOB said so.")
        .name("Zanzibar Olive Board", "Organization", 0)
        .name("ZOB", "Organization", 1)
    )

    assert [e.name for e in resolver.resolve(sketch.reading()).entities] == ["Zanzibar Olive Board"]


def test_a_body_many_countries_have_needs_its_country(resolver: Resolver) -> None:
    alone = Sketch("The Senate voted.").name("Senate", "Organization", 0)
    at_home = Sketch("The Senate voted in the US.").name("Senate", "Organization", 0).name("US", "Country", 1)

    assert resolver.resolve(alone.reading()).entities[0].wikidata is None
    assert "wd:Q66096" in {entity.id for entity in resolver.resolve(at_home.reading()).entities}


def test_the_larger_city_of_a_name_is_meant_unless_the_article_is_elsewhere(resolver: Resolver) -> None:
    alone = Sketch("It rained in Birmingham.").name("Birmingham", "Place", 0)

    assert resolver.resolve(alone.reading()).entities[0].id == "wd:Q2256"


def test_a_person_called_like_a_city_is_no_city(resolver: Resolver) -> None:
    sketch = Sketch("Mr Lancaster spoke.").name("Lancaster", "Person", 0, title="Mr")

    assert [entity.type for entity in resolver.resolve(sketch.reading()).entities] == ["Person"]


def test_pronouns_and_nominals_of_a_chain_are_the_named_one(resolver: Resolver) -> None:
    sketch = (
        Sketch("Kenya spoke. The country said it agreed.")
        .name("Kenya", "Country", 0)
        .nominal("The country", "country", 0)
        .pronoun("it", 0)
    )

    kinds = [m.kind for m in resolver.resolve(sketch.reading()).entities[0].mentions]

    assert kinds == ["name", "nominal", "pronoun"]


def test_a_name_of_no_known_kind_is_a_concept_and_an_unknown_country_a_place(resolver: Resolver) -> None:
    sketch = Sketch("Zorgle and Freedonia.").name("Zorgle", "Starship", 0).name("Freedonia", "Country", 1)

    kinds = {e.name: e.type for e in resolver.resolve(sketch.reading()).entities}

    assert kinds == {"Zorgle": "Concept", "Freedonia": "Place"}


@pytest.mark.parametrize("words", ["the Globex Group's", "Globex Group’s", "Globex Group"])
def test_a_shown_name_has_no_article_and_no_possessive(resolver: Resolver, words: str) -> None:
    sketch = Sketch(f"All of {words} staff.").name(words, "Organization", 0)

    assert resolver.resolve(sketch.reading()).entities[0].name == "Globex Group"


def test_entities_come_sorted_with_their_mentions_in_order(resolver: Resolver) -> None:
    sketch = (
        Sketch("Kenya, Oman, Kenya.")
        .name("Kenya", "Country", 1, nth=2)
        .name("Oman", "Country", 2)
        .name("Kenya", "Country", 3)
    )

    entities = resolver.resolve(sketch.reading()).entities

    assert [e.id for e in entities] == sorted(e.id for e in entities)
    assert all(list(e.mentions) == sorted(e.mentions, key=lambda m: m.start) for e in entities)


def test_a_name_many_people_have_is_of_its_article_alone(resolver: Resolver) -> None:
    one = (
        Sketch("John Smith spoke. Smith left.")
        .name("John Smith", "Person", 0)
        .name("Smith", "Person", 1, nth=2)
    )
    other = Sketch("John Smith left.").name("John Smith", "Person", 0)

    first, second = resolver.resolve(one.reading()).entities, resolver.resolve(other.reading()).entities

    assert len(first) == len(second) == 1
    assert first[0].id != second[0].id


def test_a_son_is_not_his_father_but_may_be_called_without_the_suffix(resolver: Resolver) -> None:
    sketch = Sketch("Otis Lanyard Jr. spoke. Otis Lanyard left.")
    sketch.name("Otis Lanyard Jr.", "Person", 0).name("Otis Lanyard", "Person", 1, nth=2)
    father = Sketch("Otis Lanyard Sr. spoke.").name("Otis Lanyard Sr.", "Person", 0)

    son = resolver.resolve(sketch.reading()).entities

    assert [(entity.name, len(entity.mentions)) for entity in son] == [("Otis Lanyard Jr.", 2)]
    assert son[0].id != resolver.resolve(father.reading()).entities[0].id


def test_a_ministry_is_that_of_the_one_country_named(resolver: Resolver) -> None:
    def ministry(country: str) -> str:
        sketch = Sketch(f"The Foreign Ministry of {country} spoke.").name(
            "Foreign Ministry", "Organization", 0
        )
        found = resolver.resolve(sketch.name(country, "Country", 1).reading())
        return named(found, "Foreign Ministry").id

    assert ministry("Iran") == ministry("Iran")
    assert ministry("Iran") != ministry("Norway")


@pytest.mark.parametrize(
    ("published", "name"),
    [("2022-01-26", "Russia"), ("2003-01-26", "we (unresolved)"), (None, "we (unresolved)")],
)
def test_we_is_whom_the_office_serves_that_its_speaker_held_that_day(
    resolver: Resolver, published: str | None, name: str
) -> None:
    sketch = Sketch("We see every sign of it, Sergei Lavrov said.", published=published)
    sketch.name("Sergei Lavrov", "Person", 1).pronoun("We", 2)
    sketch.triple(sketch.phrase("We"), "see", "see", speaker=sketch.phrase("Sergei Lavrov"))

    found = resolver.resolve(sketch.reading())

    assert next(e.name for e in found.entities if any(m.kind == "pronoun" for m in e.mentions)) == name
    assert found.claims[0].subject.entity == next(e.id for e in found.entities if e.name == name)


def test_mrs_is_no_man_of_that_surname(resolver: Resolver) -> None:
    sketch = (
        Sketch("Harold Nance died. Mrs Nance wept. Nance was rich.")
        .name("Harold Nance", "Person", 0)
        .name("Nance", "Person", 1, nth=2, title="Mrs")
        .name("Nance", "Person", 0, nth=3)
    )

    extraction = resolver.resolve(sketch.reading())

    assert named(extraction, "Nance", 2).id != named(extraction, "Harold Nance").id
    assert named(extraction, "Nance", 3).id == named(extraction, "Harold Nance").id


def test_a_court_many_countries_have_is_that_of_the_country_most_spoken_of(resolver: Resolver) -> None:
    sketch = (
        Sketch("The Supreme Court freed a man in Mumbai, Chennai and Delhi, after a trip to Chicago.")
        .name("Supreme Court", "Organization", 0)
        .name("Mumbai", "Place", 1)
        .name("Chennai", "Place", 2)
        .name("Chicago", "Place", 3)
    )

    assert named(resolver.resolve(sketch.reading()), "Supreme Court").wikidata is None


def test_nobody_is_called_by_what_follows_an_office(resolver: Resolver) -> None:
    sketch = Sketch("The president of the court spoke. She left.")
    sketch.nominal("The president of the court", "president", 0, type_="Person").pronoun("She", 0)

    assert named(resolver.resolve(sketch.reading()), "She").name == "president of the court"


def test_somebody_without_a_name_is_called_by_the_phrase_before_its_relative_clause(
    resolver: Resolver,
) -> None:
    words = "The company that ran the ferry which sank"
    sketch = (
        Sketch(f"{words} lied. It closed.")
        .nominal(words, "company", 0, type_="Organization")
        .pronoun("It", 0)
    )

    assert resolver.resolve(sketch.reading()).entities[0].name == "company"
