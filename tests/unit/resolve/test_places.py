"""Which place, team, government or longer name the name of a place means."""

import pytest

from graphkit.resolve import Resolver
from graphkit.resolve.beside import beside
from graphkit.resolve.seats import dateline
from graphkit.resolve.sport import sport
from tests.factories_reading import Sketch


def meant(resolver: Resolver, text: str, name: str, kind: str | None = "Place", *others: str) -> str:
    """Id of what a name means; the others are further places named."""
    sketch = Sketch(text).name(name, kind, 0)
    for chain, other in enumerate(others, 1):
        sketch.name(other, "Place", chain)
    start = text.index(name)
    return next(
        entity.id
        for entity in resolver.resolve(sketch.reading()).entities
        for mention in entity.mentions
        if mention.start == start
    )


@pytest.mark.parametrize(
    ("text", "name", "item"),
    [
        ("A plant in Birmingham, England, closed.", "Birmingham", "wd:Q2256"),
        ("A plant in Athens, Greece, closed.", "Athens", "wd:Q1524"),
        ("The mayor of Houston, Texas, spoke.", "Houston", "wd:Q16555"),
        ("It rained in London, Paris and Rome.", "London", "wd:Q84"),
        ("Officials in Moscow, Russia and China said no.", "Moscow", "wd:Q649"),
    ],
)
def test_a_town_lies_where_the_words_after_it_say(
    resolver: Resolver, text: str, name: str, item: str
) -> None:
    assert meant(resolver, text, name) == item


@pytest.mark.parametrize(
    ("text", "name", "item"),
    [
        ("A plant in Birmingham, Ala., closed.", "Birmingham", "wd:Q2256"),
        ("A plant in Athens, Georgia, closed.", "Athens", "wd:Q1524"),
        ("A plant in Paris, Texas, closed.", "Paris", "wd:Q90"),
        ("Harvests in Buenos Aires province fell.", "Buenos Aires", "wd:Q1486"),
        ("Harvests in the states of Sao Paulo and Parana fell.", "Sao Paulo", "wd:Q174"),
    ],
)
def test_a_namesake_elsewhere_is_not_the_well_known_town(
    resolver: Resolver, text: str, name: str, item: str
) -> None:
    assert meant(resolver, text, name) != item


def test_two_towns_of_one_name_in_two_states_are_two(resolver: Resolver) -> None:
    ohio = meant(resolver, "Shots fell in Columbus, Ohio.", "Columbus")
    georgia = meant(resolver, "Shots fell in Columbus, Georgia.", "Columbus")

    assert ohio != georgia


@pytest.mark.parametrize(
    ("text", "others", "item"),
    [
        ("Georgia will vote after talks in Tbilisi.", ("Tbilisi",), "wd:Q230"),
        ("Polls opened in Georgia, Texas and Ohio.", ("Texas", "Ohio"), "wd:Q1428"),
        ("A tornado hit Atlanta, Georgia, today.", ("Atlanta",), "wd:Q1428"),
        ("Georgia and Azerbaijan signed a pact.", ("Azerbaijan",), "wd:Q230"),
    ],
)
def test_georgia_is_told_by_what_else_is_named(
    resolver: Resolver, text: str, others: tuple[str, ...], item: str
) -> None:
    assert meant(resolver, text, "Georgia", "Place", *others) == item


def test_georgia_alone_stays_open(resolver: Resolver) -> None:
    assert meant(resolver, "Georgia will vote on Sunday.", "Georgia").startswith("e:")


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("She moved to New York last year.", "wd:Q60"),
        ("Sen. Ada Roe of New York said so.", "wd:Q1384"),
        ("They met in Albany, New York, today.", "wd:Q1384"),
    ],
)
def test_new_york_is_the_city_unless_the_words_say_the_state(
    resolver: Resolver, text: str, item: str
) -> None:
    assert meant(resolver, text, "New York") == item


@pytest.mark.parametrize(
    ("text", "name", "item"),
    [
        ("He died in Vail, Colo., on Monday.", "Colo.", "wd:Q1261"),
        ("She studied in Valhalla, NY in 1970.", "NY", "wd:Q1384"),
        ("A shop in Boise, W. Va. was shut.", "W. Va.", "wd:Q1371"),
    ],
)
def test_short_forms_of_states_are_known_after_a_town(
    resolver: Resolver, text: str, name: str, item: str
) -> None:
    assert meant(resolver, text, name) == item


def test_two_letters_alone_are_no_state(resolver: Resolver) -> None:
    assert meant(resolver, "The IN group met.", "IN", "Organization").startswith("e:")


@pytest.mark.parametrize(
    "text",
    [
        "England captain Ada Roe was hurt.",
        "Two wickets fell before England beat Samoa at cricket.",
        "Samoa scored twice before half-time against England.",
        "England 2 Samoa 1 was the semi-final result; both scored late.",
    ],
)
def test_a_country_that_plays_is_its_team(resolver: Resolver, text: str) -> None:
    extraction = resolver.resolve(Sketch(text).name("England", "Country", 0).reading())

    assert [(e.name, e.type) for e in extraction.entities] == [("England (team)", "Organization")]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Roe of England won the tennis tournament.",
        "The tennis tournament in England was won by Ada Roe, the top seed.",
        "England's Ada Roe won the tennis tournament.",
        "The treaty that England signed won support.",
    ],
)
def test_a_country_is_itself_where_someone_is_from_it_and_outside_sport(
    resolver: Resolver, text: str
) -> None:
    assert meant(resolver, text, "England", "Country") == "wd:Q21"


def test_politics_is_no_sport() -> None:
    text = "The team of the prime minister won the final vote and lost the match of wills. " * 10

    assert not sport(text).about


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Paris Club met.", "Paris"),
        ("A researcher at the University of Alabama said so.", "Alabama"),
        ("The Detroit Chamber of Commerce met.", "Detroit"),
    ],
)
def test_a_place_in_a_longer_name_is_not_the_place(resolver: Resolver, text: str, name: str) -> None:
    assert meant(resolver, text, name).startswith("e:")


def test_a_title_after_a_place_makes_no_longer_name(resolver: Resolver) -> None:
    text = "The Texas Governor said so, and in Texas Tuesday it rained."

    assert meant(resolver, text, "Texas") == "wd:Q1439"


def test_a_branch_of_a_party_is_not_the_party(resolver: Resolver) -> None:
    text = "The Republican Party of Kentucky met in the US."
    sketch = Sketch(text).name("Republican Party", "Organization", 0).name("US", "Country", 1)

    assert "wd:Q29468" not in {entity.id for entity in resolver.resolve(sketch.reading()).entities}


@pytest.mark.parametrize(
    ("text", "governs"),
    [
        ("Moscow's demand was refused.", True),
        ("They held talks with Moscow.", True),
        ("He urged Moscow to stop.", True),
        ("Moscow's streets were empty.", False),
        ("A line linking Moscow, Minsk and Warsaw.", False),
        ("He reached Moscow by train.", False),
        ("MOSCOW (AP) - It rained.", False),
        ("Moscow -- It rained.", False),
    ],
)
def test_a_capital_governs_by_its_words(resolver: Resolver, text: str, *, governs: bool) -> None:
    name = "MOSCOW" if "MOSCOW" in text else "Moscow"
    sketch = Sketch(text).name(name, "Place", 0, acts=True)

    found = resolver.resolve(sketch.reading()).entities[0].id

    assert found == ("wd:Q159" if governs else "wd:Q649")


@pytest.mark.parametrize(
    ("text", "name", "is_one"),
    [
        ("LONDON (Reuters) - Shares fell.", "LONDON", True),
        ("CAIRO, Egypt (AP) — Shares fell.", "CAIRO", True),
        ("FRESNO, Calif. - Shares fell.", "FRESNO", True),
        ("London shares fell - a little.", "London", False),
        ("In London - as elsewhere - shares fell.", "London", False),
    ],
)
def test_a_dateline_is_told(text: str, name: str, *, is_one: bool) -> None:
    start = text.index(name)

    assert dateline(beside(text, start, start + len(name))) is is_one


def test_a_country_that_acts_in_the_report_of_a_match_is_its_team(resolver: Resolver) -> None:
    text = "The football tournament began with a 1-1 draw. Iran saw off a late penalty before half-time in Qatar."
    sketch = Sketch(text).name("Iran", "Country", 0, acts=True).name("Qatar", "Country", 1)

    assert {e.name for e in resolver.resolve(sketch.reading()).entities} == {"Iran (team)", "Qatar"}


def test_teams_of_a_fixture_stand_alone_on_a_line(resolver: Resolver) -> None:
    text = "The basketball playoffs this week.\nChicago at Boston\nA guard at Boston said so."
    sketch = Sketch(text).name("Chicago", "Place", 0).name("Boston", "Place", 1)

    assert {e.name for e in resolver.resolve(sketch.reading()).entities} == {
        "Chicago (team)",
        "Boston (team)",
    }


def test_a_town_that_says_something_is_a_company_and_a_capital_its_country(resolver: Resolver) -> None:
    sketch = Sketch("Hanover said it would split its stock. Moscow said nothing.")
    sketch.name("Hanover", "Place", 1, acts=True).name("Moscow", "Place", 2, acts=True)

    found = {entity.name: entity.wikidata for entity in resolver.resolve(sketch.reading()).entities}

    assert found == {"Hanover": None, "Russia": "Q159"}


@pytest.mark.parametrize(
    ("text", "name", "item"),
    [
        ("It rained in Cordoba and Chaco.", "Cordoba", "wd:Q44759"),
        ("It rained in Chaco, Misiones and, later, all over Cordoba.", "Cordoba", "wd:Q44759"),
        ("It rained in Cordoba and Lima.", "Cordoba", "wd:Q44210"),
    ],
)
def test_a_province_called_after_its_town_is_meant_among_provinces(
    resolver: Resolver, text: str, name: str, item: str
) -> None:
    others = [other for other in ("Chaco", "Misiones", "Lima") if other in text]
    assert meant(resolver, text, name, "Place", *others) == item


@pytest.mark.parametrize(
    ("text", "name", "item"),
    [
        ("He grew up in the Ohio town of Ireland.", "Ireland", "wd:Q27"),
        ("A Delta spokesman denied it.", "Delta", "wd:Q851838"),
        ("She sold her stock of Madeira.", "Madeira", "wd:Q26253"),
        ("Rosa Quimby, M.D., ran the clinic.", "M.D", "wd:Q1391"),
    ],
)
def test_no_place_is_meant_where_the_words_beside_it_are_of_something_else(
    resolver: Resolver, text: str, name: str, item: str
) -> None:
    assert meant(resolver, text, name) != item


def test_a_legal_form_of_another_country_is_another_company(resolver: Resolver) -> None:
    assert meant(resolver, "Boeing Plc sold kettles.", "Boeing Plc", "Organization") != "wd:Q66"
    assert meant(resolver, "Boeing Co sold planes.", "Boeing Co", "Organization") == "wd:Q66"


def test_a_company_is_called_by_the_first_word_of_its_name(resolver: Resolver) -> None:
    sketch = Sketch("Quarnby Chemical Co lost money. Quarnby makes dye.")
    sketch.name("Quarnby Chemical Co", "Organization", 0).name("Quarnby", "Organization", 1, nth=2)

    (company,) = resolver.resolve(sketch.reading()).entities

    assert len(company.mentions) == 2


def test_the_article_written_large_is_part_of_a_name_within_a_sentence(resolver: Resolver) -> None:
    within = resolver.resolve(
        Sketch("He told The Associated Press so.").name("Associated Press", "Organization", 0).reading()
    )
    opening = resolver.resolve(
        Sketch("The Associated Press said so.").name("Associated Press", "Organization", 0).reading()
    )

    assert [m.start for m in within.entities[0].mentions] == [8]
    assert [m.start for m in opening.entities[0].mentions] == [4]


def test_in_sport_a_record_and_an_opponent_are_a_team_s(resolver: Resolver) -> None:
    text = "The playoffs are near, the coach said. Miami's record fell to 13-18 after a 110-95 defeat, its striker out."
    assert meant(resolver, text, "Miami") != "wd:Q8652"
    assert meant(resolver, "Fans saw the Alabama versus Florida game.", "Alabama") != "wd:Q173"
