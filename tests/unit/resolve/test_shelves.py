"""Gazetteers of millions, made of Wikidata's dump and FollowTheMoney files: small ones here, in the same formats."""

import bz2
import gzip
import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from graphkit.errors import SettingsError
from graphkit.ontology import load_ontology
from graphkit.resolve import Gazetteer, Resolver, load_gazetteer
from graphkit.resolve.gazetteer import Office
from graphkit.resolve.gazetteer.kinds import FIRST, classes, country_codes
from graphkit.resolve.gazetteer.shelf import Shelf
from graphkit.resolve.gazetteer.shelving import Made, build
from tests.factories_reading import Sketch
from tests.wikidata_dump import dumped, item, statement

ONTOLOGY = load_ontology()
KENYA = "wd:Q114"
TERM = statement("Q9000902", P580="2021-03", P582="2024-05-06")
ADA = item("Q9000901", "Ada Quimby", "A. J. Quimby", "Ada", sites=7, P31="Q5", P27="Q114", P39=TERM)
POST = item("Q9000902", "Minister of Foreign Affairs of Kenya", P31="Q4164871", P1001="Q114")
BAKERY = item(
    "Q9000903", "Blorb Bakery", P31="Q9000904", P17="Q114", P169=statement("Q9000901", P580="2025-01-01")
)
CHAIN = item("Q9000904", "bakery chain", P279="Q4830453")


def ftm(own: str, schema: str, **properties: list[str]) -> bytes:
    return json.dumps({"id": own, "schema": schema, "properties": properties}).encode() + b"\n"


class Maker:
    """Makes files of lists and a shelf of them in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.told = folder, list[tuple[str, str]]()

    def file(self, name: str, content: bytes) -> Path:
        path = self.folder / name
        path.write_bytes(content)
        return path

    def shelf(self, wikidata: Sequence[Path] = (), ftm: Sequence[Path] = ()) -> Made:
        known = {KENYA: ("Kenya", "Republic of Kenya")}
        return build(
            self.path, wikidata, ftm, lambda id_: known.get(id_, ()), lambda *told: self.told.append(told)
        )

    @property
    def path(self) -> Path:
        return self.folder / "made.gazetteer"

    def gazetteer(self, *items: object) -> Gazetteer:
        self.shelf([self.file("dump.json", dumped(*items))])  # type: ignore[arg-type]
        return load_gazetteer(ONTOLOGY, [self.path])


@pytest.fixture
def maker(tmp_path: Path) -> Maker:
    return Maker(tmp_path)


def test_an_item_of_the_dump_is_found_by_label_and_alias(maker: Maker) -> None:
    gazetteer = maker.gazetteer(ADA, POST)

    (found,) = gazetteer.candidates("Ada Quimby")
    assert (found.id, found.kind, found.country, found.links) == ("wd:Q9000901", "Person", KENYA, 7)
    assert gazetteer.candidates("Ms Ada Quimby's") == ()
    assert gazetteer.candidates("A. J. Quimby") == (found,)
    assert gazetteer.entry("wd:Q9000901") == found


def test_a_first_name_alone_is_nobodys(maker: Maker) -> None:
    assert maker.gazetteer(ADA).candidates("Ada") == ()


def test_offices_come_with_their_dates_and_without_whose_they_are(maker: Maker) -> None:
    gazetteer = maker.gazetteer(ADA, POST, BAKERY, CHAIN)

    minister = Office("wd:Q9000901", "foreign minister", KENYA, "2021-03", "2024-05-06", "wikidata")
    chief = Office("wd:Q9000901", "chief executive", "wd:Q9000903", "2025-01-01", None, "wikidata")
    assert gazetteer.offices("wd:Q9000901") == (chief, minister)
    assert minister in gazetteer.holders(KENYA)
    assert [entry.id for entry in gazetteer.people("Quimby")] == ["wd:Q9000901"]


def test_heads_of_state_and_government_are_read_from_the_country(maker: Maker) -> None:
    head = [statement("Q9000901", P580="2019"), statement("Q9000905", "deprecated")]
    gazetteer = maker.gazetteer(ADA, item("Q9000908", "Ruritania", P31="Q3624078", P35=head))

    assert gazetteer.holders("wd:Q9000908") == (
        Office("wd:Q9000901", "head of state", "wd:Q9000908", "2019", None, "wikidata"),
    )


def test_a_class_the_table_lacks_is_told_by_those_above_it_in_the_dump(maker: Maker) -> None:
    (found,) = maker.gazetteer(BAKERY, CHAIN).candidates("Blorb Bakery")

    assert (found.kind, found.roles) == ("Organization", ("company",))


@pytest.mark.parametrize(
    "left_out",
    [
        item("Q9000909", "Nothing In Particular", P31="Q999999"),
        item("Q9000909", "No Class"),
        item("Q9000909", None, P31="Q5"),
        {"type": "property", "id": "P31", "labels": {"en": {"language": "en", "value": "instance of"}}},
        item("Q9000909", "Unknown Value", P31=statement(None)),
    ],
)
def test_what_is_of_no_kind_or_has_no_english_name_is_left_out(maker: Maker, left_out: object) -> None:
    made = maker.shelf([maker.file("dump.json", dumped(ADA, left_out))])  # type: ignore[arg-type]

    assert (made.entries, made.wrong) == (1, 0)


def test_the_preferred_and_the_present_count(maker: Maker) -> None:
    population = [statement(5, P585="1990"), statement(9_000_000, "preferred", P585="2020"), statement(7)]
    kinds = [statement("Q515", P582="1950"), statement("Q3624078")]
    (found,) = maker.gazetteer(
        item("Q9000910", "Zembla", P31=kinds, P1082=population, P17=["Q114"])
    ).candidates("Zembla")

    assert (found.kind, found.population) == ("Country", 9_000_000)


@pytest.mark.parametrize("ending", [".json", ".json.gz", ".json.bz2", ".jsonl"])
def test_a_dump_is_read_plain_or_packed(maker: Maker, ending: str) -> None:
    content = dumped(ADA, POST)
    packed = {".json.gz": gzip.compress, ".json.bz2": bz2.compress}.get(ending, bytes)(content)

    assert maker.shelf([maker.file(f"dump{ending}", packed)]).entries == 1


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{broken", "not JSON"),
        ('"text"', "it has no id"),
        ('{"id": 7}', "it has no id"),
        ('{"id": "Q7", "labels": 3}', "Q7 isn't as Wikidata's dump has items"),
        ('{"id": "Q7", "labels": {"en": {"value": "x"}}, "claims": {"P31": [{}]}}', "Q7 isn't as"),
    ],
)
def test_a_bad_line_is_named_and_passed_over(maker: Maker, line: str, reason: str) -> None:
    made = maker.shelf([maker.file("dump.json", dumped(ADA, line, BAKERY, CHAIN))])

    ((place, said),) = maker.told
    assert (made.entries, made.wrong) == (2, 1)
    assert place.endswith("dump.json:3")
    assert reason in said


def test_a_file_that_is_cut_off_gives_what_is_whole_and_is_named(maker: Maker) -> None:
    many = [item(f"Q{n}", f"Town {n * 7919}", P31="Q515") for n in range(9_000_920, 9_002_920)]
    cut = gzip.compress(dumped(*many))[:-4000]

    made = maker.shelf([maker.file("dump.json.gz", cut)])

    assert 0 < made.entries < 2000
    assert made.wrong == 1
    assert "ends in the middle" in maker.told[0][1]


def test_a_list_that_is_nothing_at_all_is_refused_and_leaves_what_was_there(maker: Maker) -> None:
    maker.shelf([maker.file("dump.json", dumped(ADA))])
    before = maker.path.read_bytes()

    with pytest.raises(SettingsError, match="can't be read"):
        maker.shelf([maker.file("dump.json.gz", b"no gzip")])

    assert maker.path.read_bytes() == before


def test_the_same_lists_make_the_same_bytes(maker: Maker) -> None:
    one, two = maker.file("one.json", dumped(ADA, POST)), maker.file("two.json", dumped(BAKERY, CHAIN))
    maker.shelf([one, two])
    first = maker.path.read_bytes()

    maker.shelf([two, one])

    assert maker.path.read_bytes() == first


def test_sanctions_join_wikidata_by_id_and_keep_their_own_ids_else(maker: Maker) -> None:
    dump = maker.file("dump.json", dumped(ADA, POST))
    listed = (
        ftm("Q9000901", "Person", name=["Ada Quimby", "Ada Quimby-Lang"], topics=["role.pep"])
        + ftm(
            "NK-1",
            "Person",
            name=["Oleg Badov"],
            weakAlias=["The Baker"],
            country=["ru"],
            topics=["sanction"],
        )
        + ftm("pos", "Position", name=["Governor of Voronezh"], country=["ru"])
        + ftm("occ", "Occupancy", holder=["NK-1"], post=["pos"], startDate=["2020-01-01"])
        + ftm("a", "Address", full=["1 Road"])
        + b'{"id": "NK-2", "schema": "Person", "properties": {}}\n'
    )
    made = maker.shelf([dump], [maker.file("sanctions.json", listed)])
    gazetteer = load_gazetteer(ONTOLOGY, [maker.path])

    assert (made.entries, made.wrong) == (2, 1)
    assert maker.told[0][0].endswith("sanctions.json:6")
    assert [entry.id for entry in gazetteer.candidates("Ada Quimby-Lang")] == ["wd:Q9000901"]
    (badov,) = gazetteer.candidates("Oleg Badov")
    assert (badov.id, badov.country, badov.weak) == ("ftm:NK-1", "wd:Q159", ("The Baker",))
    assert [(o.office, o.of, o.start) for o in gazetteer.offices(badov.id)] == [
        ("governor of voronezh", "wd:Q159", "2020-01-01")
    ]


def test_a_shelf_is_weighed_beside_ours_and_a_users_table_wins_over_both(
    maker: Maker, tmp_path: Path
) -> None:
    film = item("Q9000911", "Moscow", P31="Q11424", sites=3)
    town = item("Q9000912", "Moscow", P31="Q515", P17="Q30", P1082=25_000, sites=20)
    gazetteer = maker.gazetteer(film, town, item("Q7184", "OTAN", "NATO", P31="Q1127126", sites=150))
    own = tmp_path / "own.yaml"
    own.write_text("- {name: The Mule, kind: Product, aliases: [Moscow], source: desk}\n", "utf-8")

    ids = {entry.id for entry in gazetteer.candidates("Moscow")}
    both = load_gazetteer(ONTOLOGY, [maker.path, own])

    assert ids == {"wd:Q649", "wd:Q9000911", "wd:Q9000912"}
    assert [(e.name, e.links) for e in gazetteer.candidates("NATO")] == [("NATO", 150)]
    assert [e.name for e in gazetteer.candidates("OTAN")] == ["NATO"]
    assert [entry.name for entry in both.candidates("Moscow")] == ["The Mule"]
    # One word is no proof that a film is meant.
    assert gazetteer.kind("Moscow") == "Place"


def test_articles_are_linked_to_what_a_shelf_holds(maker: Maker) -> None:
    resolver = Resolver(maker.gazetteer(ADA, POST, BAKERY, CHAIN), ONTOLOGY, "graphkit 0 test 0")
    sketch = Sketch("Kenyan Foreign Minister Quimby left Blorb Bakery.", published="2022-01-01")
    sketch.name("Quimby", "Person", 1, title="Kenyan Foreign Minister").name(
        "Blorb Bakery", "Organization", 2
    )

    found = {entity.name: entity.wikidata for entity in resolver.resolve(sketch.reading()).entities}

    assert found == {"Ada Quimby": "Q9000901", "Blorb Bakery": "Q9000903"}


@pytest.mark.parametrize("content", [b"SQLite format 3\0" + b"x" * 200, b"SQLite format 3\0"])
def test_a_damaged_shelf_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bad.gazetteer"
    path.write_bytes(content)

    with pytest.raises(SettingsError, match=r"bad\.gazetteer .*build it again"):
        load_gazetteer(ONTOLOGY, [path])


def test_a_shelf_in_a_folder_is_opened_with_the_other_files(maker: Maker) -> None:
    maker.gazetteer(ADA)

    assert len(load_gazetteer(ONTOLOGY, [maker.folder / "made.gazetteer"]).shelves) == 1
    (maker.folder / "dump.json").unlink()
    assert len(load_gazetteer(ONTOLOGY, [maker.folder]).candidates("Ada Quimby")) == 1
    assert len(Shelf(maker.path)) == 1


YAML_ENTRY = "- {name: Nato, kind: Organization, id: Q999999999, aliases: [NATO, the Pact], source: desk}\n"


def own(folder: Path, name: str, text: str) -> Gazetteer:
    path = folder / name
    path.write_text(text, "utf-8")
    return load_gazetteer(ONTOLOGY, [path])


def test_a_users_yaml_wins_over_ours(tmp_path: Path) -> None:
    offices = "- {person: Q7747, office: patron, of: Q999999999, start: 2020-01-01, source: desk}\n"
    gazetteer = own(tmp_path, "own.yaml", YAML_ENTRY + offices)

    assert [entry.id for entry in gazetteer.candidates("NATO")] == ["wd:Q999999999"]
    assert [entry.id for entry in gazetteer.candidates("The Pact")] == ["wd:Q999999999"]
    assert [office.start for office in gazetteer.holders("wd:Q999999999")] == ["2020-01-01"]


def test_a_users_ftm_file_wins_over_ours(tmp_path: Path) -> None:
    lines = ftm("NK-9", "Organization", name=["NATO"], country=["be"]) + ftm(
        "m", "Membership", member=["NK-404"], organization=["NK-9"]
    )
    gazetteer = own(tmp_path, "own.ftm", lines.decode())

    assert [entry.id for entry in gazetteer.candidates("NATO")] == ["ftm:NK-9"]


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        (
            "own.yaml",
            YAML_ENTRY + "- {name: Ada, kind: Human, source: desk}\n",
            ":2: kind 'Human' isn't one of",
        ),
        (
            "own.yaml",
            YAML_ENTRY + "- {name: Ada, kind: Person}\n",
            ":2: keys kind, name are those of no table",
        ),
        ("own.yaml", YAML_ENTRY + "- Ada\n", ":2: a row must have keys"),
        ("own.yaml", YAML_ENTRY + "- {name: A, kind: Person, source: x, aliases: [a|b]}\n", ":2: aliases: |"),
        ("own.yaml", YAML_ENTRY + "- {name: yes, kind: Person, source: x}\n", ":2: name True must be text"),
        ("own.yaml", "name: Ada\n", ":1: the file must be a list"),
        ("own.yaml", "- {name: [\n", "isn't YAML"),
        ("own.jsonl", '{"id": "NK-9", "schema": "Person"}\n', ":1: NK-9: properties must be lists"),
        ("own.json", '\n{"schema": "Person", "properties": {}}\n', ":2: id is missing"),
        ("own.ftm", "[]\n", ":1: no entity"),
        ("own.txt", "Ada\n", "is neither .csv, .yaml"),
    ],
)
def test_a_malformed_row_of_any_form_is_refused_with_file_line_and_reason(
    tmp_path: Path, name: str, text: str, reason: str
) -> None:
    with pytest.raises(SettingsError) as caught:
        own(tmp_path, name, text)

    assert name in str(caught.value)
    assert reason in str(caught.value)


def test_every_class_and_code_of_the_tables_is_of_a_kind_and_country_we_hold() -> None:
    gazetteer = load_gazetteer(ONTOLOGY)

    assert {each.kind for each in classes().values()} <= set(ONTOLOGY.kinds)
    assert {each.kind for each in classes().values()} == set(FIRST)
    assert [code for code, item in country_codes().items() if gazetteer.entry(f"wd:{item}") is None] == []
