"""`graphkit export` as a program: files that are there whole or not at all, and refusals that say what to do."""

import json

from graphkit.model.record import write_line
from tests.end_to_end.conftest import ProgramWithin
from tests.factories import Told, concept, country, extraction, person

RUSSIA, DEMAND, LAVROV = country("Russia", "Q159"), concept("demand"), person("Sergei Lavrov")
TALKS = extraction(
    ("Russia rejected the demand.", [Told(RUSSIA, "rejected", DEMAND, "REJECT")]),
    ("Sergei Lavrov rejected the demand.", [Told(LAVROV, "rejected", DEMAND, "REJECT")]),
)


def test_the_graph_and_an_actors_part_are_written(graphkit_on: ProgramWithin, article):
    graphkit_on("load", article("talks.jsonl", write_line(TALKS)))
    whole = graphkit_on("export", "--format", "ftm", "-")
    part = graphkit_on("export", "--format", "ftm", "-", "--actor", "sergei lavrov")
    tables = graphkit_on("export", "--format", "csv", "graph")

    named = [
        {name for line in done.stdout.splitlines() for name in json.loads(line)["properties"].get("name", ())}
        for done in (whole, part)
    ]
    assert [done.returncode for done in (whole, part, tables)] == [0, 0, 0]
    assert "Sergei Lavrov" in named[1] < named[0]
    assert sorted(path.name for path in (graphkit_on.folder / "graph").iterdir()) == [
        "nodes.csv",
        "relationships.csv",
    ]


def test_what_is_there_already_is_not_written_over_and_a_folder_is_no_stream(
    graphkit_on: ProgramWithin, article
):
    kept = article("graph/notes.txt", "kept\n")
    onto = graphkit_on("export", "--format", "csv", "graph")
    piped = graphkit_on("export", "--format", "parquet", "-")
    nobody = graphkit_on("export", "--format", "graphml", "out", "--actor", "Nobody")

    assert [done.returncode for done in (onto, piped, nobody)] == [2, 2, 2]
    assert "graph is there already" in onto.stderr
    assert "folder of two tables" in piped.stderr
    assert "nobody is called 'Nobody'" in nobody.stderr
    assert (graphkit_on.folder / kept).read_text() == "kept\n"
    assert [path.name for path in graphkit_on.folder.iterdir()] == ["graph"]
