"""The articles of which the first release made `graph-1.jsonl`, and that graph put back."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from graphkit.model import Extraction
from graphkit.store import Connection
from tests.copies.made import printed
from tests.factories import Told, extraction, newsroom, person, small_ontology

ONTOLOGY = small_ontology()
GRAPH = Path(__file__).with_name("graph-1.jsonl")
ADA, BO = person("Ada Lum"), person("Bo Mott")


def articles() -> list[Extraction]:
    """The first of them was retracted; three are copies of one story and make one claim."""
    copies = [each.article for each in printed() if each.stories == {"0a"}][:3]
    told = Told(ADA, "bribed", BO, "BRIBE", "bribe")
    made = [
        extraction(("Ada Lum bribed Bo Mott.", [told]), (each.text, []), url=f"https://news.example/copy/{n}")
        for n, each in enumerate(copies)
    ]
    return [*newsroom(8, seed=31), *made]


def put_back(connection: Connection) -> None:
    """The graph as the first release left it, without its constraints and indexes."""
    for line in GRAPH.read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        properties = {name: _value(value) for name, value in told["properties"].items()}
        if "labels" in told:
            text = f"CREATE (n:{':'.join(told['labels'])}) SET n = $properties"
            ends: dict[str, str] = {}
        else:
            (start, start_id), (end, end_id) = told["start"], told["end"]
            text = (
                f"MATCH (a:{start} {{id: $start}}), (b:{end} {{id: $end}}) "
                f"CREATE (a)-[r:{told['type']}]->(b) SET r = $properties"
            )
            ends = {"start": start_id, "end": end_id}
        connection.write(
            lambda tx, text=text, ends=ends, properties=properties: tx.run(
                text, properties=properties, **ends
            ).consume()
        )


def _value(value: Any) -> Any:
    return date.fromisoformat(value["date"]) if isinstance(value, dict) else value
