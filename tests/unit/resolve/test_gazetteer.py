from pathlib import Path

import pytest

from graphkit.errors import SettingsError
from graphkit.ontology import load_ontology
from graphkit.resolve import Gazetteer, load_gazetteer
from graphkit.resolve.gazetteer import Office
from graphkit.resolve.ids import named_id
from graphkit.resolve.names import person_parts

ONTOLOGY = load_ontology()
GAZETTEER = load_gazetteer(ONTOLOGY)
HEADER = "id,name,kind,aliases,roles,country,population,source\n"


def extended(folder: Path, text: str, name: str = "own.csv") -> Gazetteer:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return load_gazetteer(ONTOLOGY, [path])


def refused(folder: Path, text: str) -> str:
    with pytest.raises(SettingsError) as caught:
        extended(folder, text)
    return str(caught.value)


@pytest.mark.parametrize(
    ("name", "item"),
    [
        ("United States", "Q30"),
        ("U.S.", "Q30"),
        ("the US'", "Q30"),
        ("America", "Q30"),
        ("Britain", "Q145"),
        ("UK", "Q145"),
        ("Soviet Union", "Q15180"),
        ("USSR", "Q15180"),
        ("Netherlands", "Q55"),
        ("Denmark", "Q35"),
        ("Namibia", "Q1030"),
        ("Cote d'Ivoire", "Q1008"),
        ("NATO", "Q7184"),
        ("Nato", "Q7184"),
        ("North Atlantic Treaty Organisation", "Q7184"),
        ("IMF", "Q7804"),
        ("WHO", "Q7817"),
        ("Vladimir Putin", "Q7747"),
        ("Sergey Lavrov", "Q58217"),
        ("Joe Biden", "Q6279"),
        ("Kyiv", "Q1899"),
        ("Kiev", "Q1899"),
        ("Crimea", "Q7835"),
    ],
)
def test_a_name_finds_its_item(name: str, item: str) -> None:
    assert [entry.wikidata for entry in GAZETTEER.candidates(name)] == [item]


@pytest.mark.parametrize("word", ["us", "who", "is", "it", "State", "", "...", "turkey's"])
def test_ordinary_words_are_no_short_acronyms(word: str) -> None:
    found = {entry.wikidata for entry in GAZETTEER.candidates(word)}

    assert found <= ({"Q43"} if word.startswith("turkey") else set())


def test_every_country_of_the_united_nations_has_an_item_and_a_demonym() -> None:
    countries = [e for e in map(GAZETTEER.entry, GAZETTEER.ids()) if e is not None and e.kind == "Country"]

    named = {demonym.entity for demonym in GAZETTEER.demonyms()}

    assert len(countries) >= 195
    assert all(country.wikidata for country in countries)
    assert len([country for country in countries if country.id in named]) >= 193


def test_the_kind_of_a_name_is_told_where_all_bearers_share_it() -> None:
    assert GAZETTEER.kind("NATO") == "Organization"
    assert GAZETTEER.kind("Kenya") == "Country"
    assert GAZETTEER.kind("Washington") == "Place"
    assert GAZETTEER.kind("Georgia") is None
    assert GAZETTEER.kind("Nobody Inparticular") is None


def test_demonyms_are_capitalised() -> None:
    assert GAZETTEER.is_demonym("Polish")
    assert GAZETTEER.is_demonym("Frenchmen")
    assert not GAZETTEER.is_demonym("polish")
    assert not GAZETTEER.is_demonym("Tuesday")


def test_roles_are_general_words_for_the_bearer() -> None:
    assert "alliance" in GAZETTEER.roles("NATO")
    assert {"president", "leader"} <= set(GAZETTEER.roles("Vladimir Putin"))
    assert {"city", "capital"} <= set(GAZETTEER.roles("Beijing"))
    assert "country" in GAZETTEER.roles("Kenya")


def test_a_seat_says_what_it_stands_for() -> None:
    kremlin, pentagon = GAZETTEER.seat("the Kremlin"), GAZETTEER.seat("Pentagon")

    assert kremlin is not None
    assert kremlin.stands_for == "wd:Q159"
    assert pentagon is not None
    assert pentagon.place is None


def test_an_office_is_held_on_a_day_within_it() -> None:
    open_ended = Office("wd:Q1", "president", "wd:Q2", "2012-05", None)
    closed = Office("wd:Q1", "president", "wd:Q2", None, "2012")

    assert open_ended.held_on("2012-05-01")
    assert not open_ended.held_on("2012-04-30")
    assert closed.held_on("2012-12-31")
    assert not closed.held_on("2013-01-01")


def test_offices_are_found_by_person() -> None:
    putin = GAZETTEER.candidates("Vladimir Putin")[0]

    assert any(o.office == "president" and o.of == "wd:Q159" for o in GAZETTEER.offices(putin.id))


def test_users_names_win_over_ours(tmp_path: Path) -> None:
    gazetteer = extended(tmp_path, HEADER + "Q999999999,Nato,Organization,NATO|the Pact,,,,desk\n")

    assert [entry.id for entry in gazetteer.candidates("NATO")] == ["wd:Q999999999"]
    assert [entry.id for entry in gazetteer.candidates("The Pact")] == ["wd:Q999999999"]
    assert [e.id for e in gazetteer.candidates("North Atlantic Treaty Organization")] == ["wd:Q7184"]


def test_users_may_rename_what_we_list(tmp_path: Path) -> None:
    gazetteer = extended(tmp_path, HEADER + "Q7184,The Alliance,Organization,,,,,desk\n")

    assert [entry.name for entry in gazetteer.candidates("NATO")] == ["The Alliance"]


def test_an_entry_without_item_has_the_id_an_unknown_name_has(tmp_path: Path) -> None:
    gazetteer = extended(tmp_path, HEADER + ",Globex Corp,Organization,,,,,desk\n")

    assert gazetteer.candidates("Globex")[0].id == named_id("Organization", "Globex Inc")


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("Q7,,Person,,,,,desk", "name is empty"),
        ("Q7,Ada,Human,,,,,desk", "kind 'Human' isn't one of Concept, Country"),
        ("7,Ada,Person,,,,,desk", "id '7' is neither a Wikidata item like Q30 nor an id like e:..."),
        ("Q7,Ada,Person,,,,many,desk", "population 'many' isn't a whole number"),
        ("Q7,Ada,Person,,,,,", "source is empty"),
        ("Q7,Ada,Person", "3 columns, not 8"),
        ("Q7,Ada,Person,,,Q888888888,,desk", "country wd:Q888888888 is no entry of any file"),
        ('Q7,"Ada,Person,,,,,desk', "not CSV"),
    ],
)
def test_a_malformed_row_is_refused_with_file_line_and_reason(tmp_path: Path, row: str, reason: str) -> None:
    said = refused(tmp_path, f"{HEADER}Q5,Eve,Person,,,,,desk\n{row}\n")

    assert "own.csv:3: " in said
    assert reason in said


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("person,office,of,start,end,source\nQ7747,x,Q159,2020-13,,desk\n", "start '2020-13' isn't a date"),
        ("person,office,of,start,end,source\nQ7747,x,Q159,2020,2019-05,desk\n", "ends 2019-05 before it"),
        ("person,office,of,start,end,source\nQ7747,,Q159,,,desk\n", "office is empty"),
        ("word,form,entity,source\nRussky,noun,Q159,desk\n", "form 'noun' isn't one of adjective, people"),
        ("name,stands_for,place,source\nFort,Q888888888,,desk\n", "stands_for wd:Q888888888 is no entry"),
        ("nom,genre\nx,y\n", "unknown header 'nom,genre'"),
        ("", "unknown header ''"),
    ],
)
def test_other_tables_are_checked_too(tmp_path: Path, text: str, reason: str) -> None:
    assert reason in refused(tmp_path, text)


def test_a_row_may_point_to_an_entry_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(HEADER + ",Ada Quill,Person,,,,,desk\n", "utf-8")
    offices = "person,office,of,start,end,source\nAda Quill,mayor,Geneva,2020,,desk\n"
    (tmp_path / "b.csv").write_text(offices, "utf-8")

    gazetteer = load_gazetteer(ONTOLOGY, [tmp_path])

    ada = gazetteer.candidates("Ada Quill")[0]
    assert [(office.office, office.of) for office in gazetteer.offices(ada.id)] == [("mayor", "wd:Q71")]


def test_a_name_of_several_entries_is_no_pointer(tmp_path: Path) -> None:
    said = refused(tmp_path, "person,office,of,start,end,source\nQ7747,mayor,Birmingham,,,desk\n")

    assert "own.csv:2: of 'Birmingham' is the name of several entries: give one of e:" in said


def test_no_two_people_we_list_have_the_same_name() -> None:
    people = [e for e in (GAZETTEER.entry(id_) for id_ in GAZETTEER.ids()) if e and e.kind == "Person"]

    names = [person_parts(person.name) for person in people]

    assert len(people) > 1000
    assert len(set(names)) == len(names)


def test_one_item_of_two_kinds_in_one_layer_is_refused(tmp_path: Path) -> None:
    said = refused(tmp_path, HEADER + "Q7,Ada,Person,,,,,desk\nQ7,Ada,Place,,,,,desk\n")

    assert "own.csv:3: wd:Q7 is a Place here and a Person elsewhere" in said


def test_all_malformed_rows_are_said_at_once(tmp_path: Path) -> None:
    said = refused(tmp_path, HEADER + "Q7,,Person,,,,,desk\n" * 30)

    assert "30 malformed rows" in said
    assert "and 10 more" in said


def test_a_missing_file_and_wrong_bytes_are_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="doesn't exist"):
        load_gazetteer(ONTOLOGY, [tmp_path / "none.csv"])
    (tmp_path / "bytes.csv").write_bytes(HEADER.encode() + b"Q7,\xff,Person,,,,,desk\n")
    with pytest.raises(SettingsError, match="isn't UTF-8"):
        load_gazetteer(ONTOLOGY, [tmp_path / "bytes.csv"])


def test_every_row_says_where_it_is_from() -> None:
    sources = {entry.source for entry in map(GAZETTEER.entry, GAZETTEER.ids()) if entry is not None}

    documented = (Path(__file__).parents[3] / "config" / "gazetteer" / "SOURCES.md").read_text("utf-8")
    assert all(source in documented for source in sources)


def test_a_body_by_a_name_others_share_is_still_a_body() -> None:
    assert GAZETTEER.kind("Congress") == "Organization"
