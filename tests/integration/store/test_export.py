"""Each format, opened by a program that reads it: nothing lost, nothing made up, the same bytes each time."""

import csv
import json
from pathlib import Path

import followthemoney
import networkx
import polars
import pytest
import rdflib
from neo4j import Driver

from graphkit.cli import export
from graphkit.model import Polarity
from graphkit.store import Connection
from graphkit.store.export.columns import columns
from graphkit.store.export.formats import FOLDERS, LINES
from graphkit.store.export.ftm import ftm_id
from graphkit.store.export.part import Part, part_of, whole
from graphkit.store.fingerprint import fingerprint
from graphkit.store.load import load
from tests.factories import Told, concept, country, extraction, newsroom, person, small_ontology

FORMATS = sorted({*LINES, *FOLDERS})
VOCABULARY = rdflib.Namespace("urn:graphkit:vocabulary:")
ARLAND, BORDURIA, DEMAND = country("Arland", "Q9001"), country("Borduria", "Q9002"), concept("demand")
ODD = person('Ä "odd" <name> & \x01 more')
ODDITIES = extraction(
    (
        f"Arland rejected the demand of {ODD.name} at dawn.",
        [Told(ARLAND, "rejected", DEMAND, relation="REJECT", arguments=(("time", "at dawn", None),))],
    ),
    (
        f"{ODD.name} did not bribe Borduria.",
        [Told(ODD, "bribe", BORDURIA, "BRIBE", polarity=Polarity.NEGATED)],
    ),
    title="Line one\r\nand 'two'",
    published="2022-01-26",
    publisher="=HYPERLINK(A1)",
    url="https://example.org/a?b=1&c=2",
)


@pytest.fixture
def part(graph: Connection) -> Part:
    load(graph, [ODDITIES, *newsroom(25, seed=5)], small_ontology())
    return whole(graph)


def written(part: Part, form: str, place: Path) -> Path:
    if form in LINES:
        place.write_text("".join(LINES[form](part)), encoding="utf-8", newline="\n")
    else:
        place.mkdir()
        FOLDERS[form](part, place)
    return place


def content(place: Path) -> dict[str, bytes]:
    files = sorted(place.iterdir()) if place.is_dir() else [place]
    return {file.name if place.is_dir() else "": file.read_bytes() for file in files}


def test_networkx_reads_the_graphml_with_every_node_and_relationship(part: Part, tmp_path: Path):
    read = networkx.read_graphml(written(part, "graphml", tmp_path / "graph"), force_multigraph=True)

    counted = fingerprint(part.connection)
    assert (read.number_of_nodes(), read.number_of_edges()) == (counted.nodes, counted.relationships)
    named = {
        values["name"]: values
        for _, values in read.nodes(data=True)
        if "kind" in values and "Entity" in values["labels"]
    }
    assert named["Arland"]["labels"] == "Actor:Country:Entity"
    assert named['Ä "odd" <name> & � more']["kind"] == "Person"
    evidence = [values for *_, values in read.edges(data=True) if values["type"] == "EVIDENCE"]
    assert {type(values["start"]) for values in evidence} == {int}
    assert "at dawn" in {
        text for values in evidence for text in json.loads(values.get("argument_texts", "[]"))
    }


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # by rdflib, of itself
def test_rdflib_reads_the_jsonld_with_every_node_and_relationship(part: Part, tmp_path: Path):
    read = rdflib.Graph().parse(written(part, "jsonld", tmp_path / "graph"), format="json-ld")

    counted = fingerprint(part.connection)
    statements = set(read.subjects(rdflib.RDF.type, rdflib.RDF.Statement))
    assert len(set(read.subjects(VOCABULARY.identifier))) == counted.nodes
    assert len(statements) == counted.relationships
    arland = rdflib.URIRef("urn:graphkit:node:Entity/wd:Q9001")
    assert (arland, rdflib.OWL.sameAs, rdflib.URIRef("http://www.wikidata.org/entity/Q9001")) in read
    assert (arland, VOCABULARY.REJECT, rdflib.URIRef("urn:graphkit:node:Entity/k:demand")) in read
    for statement in statements:
        said = [read.value(statement, rdflib.RDF[name]) for name in ("subject", "predicate", "object")]
        assert tuple(said) in read
    assert rdflib.Literal(ODD.name) in set(read.objects(None, VOCABULARY.name))


def test_followthemoney_takes_each_of_its_entities_and_loses_no_value(part: Part, tmp_path: Path):
    lines = written(part, "ftm", tmp_path / "graph").read_text(encoding="utf-8").splitlines()

    entities = [json.loads(line) for line in lines]
    for entity in entities:
        proxy = followthemoney.model.get_proxy(entity, cleaned=False)
        proxy.schema.validate(entity)
        kept = {name: len(values) for name, values in proxy.to_dict()["properties"].items()}
        assert kept == {name: len(set(values)) for name, values in entity["properties"].items()}, entity
    assert len({entity["id"] for entity in entities}) == len(entities)
    (counts,) = part.connection.rows(
        """
        RETURN COUNT { (:Entity) } + COUNT { (:Article) } + COUNT { (:Claim) } AS nodes,
               COUNT { (:Entity)-->(:Entity) } AS edges
        """
    )
    links = [entity for entity in entities if entity["schema"] == "UnknownLink"]
    assert (len(entities) - len(links), len(links)) == (counts["nodes"], counts["edges"])
    ids = {entity["id"] for entity in entities}
    for link in links:
        assert {*link["properties"]["subject"], *link["properties"]["object"]} <= ids


def test_a_denial_is_a_claim_for_followthemoney_and_no_link(part: Part):
    entities = [json.loads(line) for line in LINES["ftm"](part)]

    name = f"{ODD.name} did not bribe Borduria (negated, stated)"
    denied = next(it["properties"] for it in entities if it["properties"].get("name") == [name])
    links = [it["properties"] for it in entities if it["schema"] == "UnknownLink"]
    assert "negated" in denied["keywords"]
    ends = [(link["subject"], link["object"]) for link in links]
    assert ([ftm_id(ODD.id)], [ftm_id(BORDURIA.id)]) not in ends


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_polars_reads_both_tables_with_every_row_and_each_end_is_a_node(
    part: Part, tmp_path: Path, form: str
):
    folder = written(part, form, tmp_path / "graph")
    read = polars.read_csv if form == "csv" else polars.read_parquet
    given = {"infer_schema_length": None} if form == "csv" else {}
    nodes, links = read(folder / f"nodes.{form}", **given), read(folder / f"relationships.{form}", **given)

    counted = fingerprint(part.connection)
    assert (nodes.height, links.height) == (counted.nodes, counted.relationships)
    assert nodes["node"].is_unique().all()
    assert set(links["from"]) | set(links["to"]) <= set(nodes["node"])
    assert links["start"].dtype == polars.Int64
    assert ODD.name in set(nodes["name"])
    assert ("'" if form == "csv" else "") + "=HYPERLINK(A1)" in set(nodes["name"])


def test_a_cell_of_the_csv_is_text_of_the_graph_as_it_stands(part: Part, tmp_path: Path):
    with (written(part, "csv", tmp_path / "graph") / "nodes.csv").open(
        encoding="utf-8", newline=""
    ) as stream:
        rows = list(csv.DictReader(stream))

    texts = {row["text"] for row in rows if row["label"] == "ArticleText"}
    assert ODDITIES.article.text in texts


def test_the_same_articles_in_another_order_give_the_same_bytes(
    part: Part, tmp_path: Path, neo4j_driver: Driver
):
    before = {form: content(written(part, form, tmp_path / f"{form} before")) for form in FORMATS}
    neo4j_driver.execute_query("MATCH (node) DETACH DELETE node")
    load(part.connection, [*reversed(newsroom(25, seed=5)), ODDITIES], small_ontology())
    again = whole(part.connection)

    assert {form: content(written(again, form, tmp_path / f"{form} after")) for form in FORMATS} == before


def test_each_property_has_a_column_of_its_type_and_one_that_someone_added_too(
    part: Part, neo4j_driver: Driver, tmp_path: Path
):
    neo4j_driver.execute_query(
        "MATCH (it:Entity {id: $id}) SET it.mark = 7, it.tags = ['a', 'b'], it.counts = [1, 2] WITH it "
        "MATCH (other:Claim) WITH it, other LIMIT 1 SET other.mark = 'seven'",
        id=ARLAND.id,
    )
    kinds = {str: "text", int: "integer", float: "decimal", bool: "truth", list: "list"}
    known = columns(part)

    assert (known.nodes.pop("mark"), known.nodes["tags"]) == ("text", "list")
    rows = [(node.properties, known.nodes) for node in part.nodes()]
    for properties, types in [*rows, *((link.properties, known.links) for link in part.links())]:
        found = {name: kinds[type(value)] for name, value in properties.items() if name != "mark"}
        assert found.items() <= types.items()
    nodes = polars.read_parquet(written(part, "parquet", tmp_path / "graph") / "nodes.parquet")
    assert set(nodes["mark"].drop_nulls()) == {"7", "seven"}
    assert nodes["counts"].drop_nulls().to_list() == [["1", "2"]]


def test_an_actors_part_holds_every_claim_about_it_and_no_edge_between_others(part: Part):
    arlands = part_of(part.connection, [ARLAND.id])
    nodes, links = list(arlands.nodes()), list(arlands.links())

    (expected,) = part.connection.rows(
        """
        MATCH (claim:Claim)-[:SUBJECT|OBJECT|SAID_BY|PLACE|ABOUT]->(:Entity {id: $id})
        RETURN collect(DISTINCT claim.id) AS ids
        """,
        id=ARLAND.id,
    )
    claims = {node.id for node in nodes if node.label == "Claim"}
    keys = {node.key for node in nodes}
    assert set(expected["ids"]) <= claims
    assert all({link.start, link.end} <= keys for link in links)
    assert all(f"Entity/{ARLAND.id}" in (link.start, link.end) for link in links if link.derived)
    assert 0 < len(nodes) < len(list(part.nodes()))
    assert {node.label for node in nodes} == {"Entity", "Claim", "Article", "Publisher", "Name"}


def test_the_program_knows_each_format():
    assert [name for name, form in export.FORMATS.items() if form.of_graph and name not in FORMATS] == []
    assert set(FORMATS) <= set(export.FORMATS)
