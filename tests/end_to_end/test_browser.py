"""The real Neo4j Browser on the real server: a link from the command line is drawn in our colours, favourites work."""

import pytest
from selenium.webdriver import Chrome

from graphkit.model.record import write_line
from graphkit.resources import shipped
from graphkit.store.browser import read_grass, usual_http_url
from scripts.neo4j_browser import draw, drop, log_in, open_folder, run_favourite, titles
from tests.conftest import Database
from tests.end_to_end.conftest import ProgramWithin
from tests.factories import Told, country, extraction, organization, person

RUSSIA, NATO, SHERMAN = country("Russia", "Q159"), organization("NATO"), person("Wendy Sherman")
TALKS = extraction(
    ("NATO rejected Russia.", [Told(NATO, "rejected", RUSSIA, "REJECT")]),
    ("Wendy Sherman met Russia.", [Told(SHERMAN, "met", RUSSIA, "CONSULT")]),
)
STYLE = read_grass(shipped("config", "browser.grass").read_text(encoding="utf-8"))
WANTED = {
    "nodes": sorted(
        [name, STYLE[f"node.{kind}"]["color"]]
        for name, kind in (("Russia", "Country"), ("NATO", "Organization"), ("Wendy Sherman", "Person"))
    ),
    "ties": ["CONSULT", "REJECT"],
}


@pytest.fixture
def link(graphkit_on: ProgramWithin, database: Database, article) -> str:
    """What `graphkit browser` prints for a saved query, on a graph of one small article."""
    if not database.ours:
        pytest.skip("the Browser of graphkit's own server is what is looked at")
    assert graphkit_on("load", article("talks.jsonl", write_line(TALKS))).returncode == 0
    printed = graphkit_on("browser", "actor-ties", "-p", "actor=russia", "--no-open").stdout.strip()
    # Of a server that NEO4J_URI names only the usual port is known; this one took what was free.
    return printed.replace(usual_http_url(database.uri), str(database.http_url), 1)


def is_wanted(drawn: dict[str, list[str]]) -> bool:
    """Whether every node and tie is there, in one drawing or more."""
    nodes = sorted({tuple(node) for node in drawn["nodes"]})
    return [list(node) for node in nodes] == WANTED["nodes"] and sorted(set(drawn["ties"])) == WANTED["ties"]


def test_a_link_to_a_saved_query_is_drawn_with_our_captions_and_colours(
    chromium: Chrome, database: Database, link: str
):
    log_in(chromium, link, database.password)

    assert draw(chromium, link, is_wanted)["ties"] == WANTED["ties"]


def test_exported_queries_are_favourites_once_dropped_and_the_actor_chosen_is_drawn(
    chromium: Chrome, graphkit_on: ProgramWithin, database: Database, link: str
):
    exported = graphkit_on("query", "export", "--to", "browser", "-o", "queries.zip")
    log_in(chromium, link, database.password)
    drop(chromium, "queries.zip", (graphkit_on.folder / "queries.zip").read_bytes())
    open_folder(chromium, "graphkit, choose first")
    run_favourite(chromium, "Choose actor", RUSSIA.id)
    open_folder(chromium, "graphkit actors")
    listed = titles(chromium, "graphkit actors")
    run_favourite(chromium, "Ties of an actor", "// Ties of an actor")

    assert exported.returncode == 0
    assert {"Ties of an actor", "Who did what"} <= set(listed)
    assert is_wanted(draw(chromium, link, is_wanted))
