"""JSON-LD 1.1: the graph as RDF, one resource a line.

A relationship is a plain statement, and beside it an `rdf:Statement` that says what is known of it.
"""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from graphkit.store.export.part import Link, Node, Part

NODE = "urn:graphkit:node:"
STATEMENT = "urn:graphkit:relationship:"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
WIKIDATA = "http://www.wikidata.org/entity/"
CONTEXT = {
    "@version": 1.1,
    "@vocab": "urn:graphkit:vocabulary:",
    "id": "@id",
    "type": "@type",
    "rdf": RDF,
    "sameAs": {"@id": "http://www.w3.org/2002/07/owl#sameAs", "@type": "@id"},
    "argument_roles": {"@container": "@list"},
    "argument_texts": {"@container": "@list"},
    "argument_entities": {"@container": "@list"},
    "argument_values": {"@container": "@list"},
}
Json = dict[str, Any]


def lines(part: Part) -> Iterator[str]:
    """The file in lines: each is a resource or a statement."""
    yield f'{{"@context": {json.dumps(CONTEXT)},\n"@graph": [\n'
    comma = ""
    for resource in _resources(part):
        yield f"{comma}{json.dumps(resource, ensure_ascii=False)}"
        comma = ",\n"
    yield "\n]}\n"


def _resources(part: Part) -> Iterator[Json]:
    for node in part.nodes():
        yield _node(node)
    for number, link in enumerate(part.links()):
        yield {"id": iri(link.start), link.type: {"id": iri(link.end)}}
        yield _statement(link, number)


def _node(node: Node) -> Json:
    properties = dict(node.properties)
    wikidata = properties.get("wikidata")
    same = {"sameAs": WIKIDATA + quote(wikidata)} if node.label == "Entity" and wikidata else {}
    # Its id within the graph is a property of its own: `id` is what JSON-LD calls a resource's address.
    return {"id": iri(node.key), "type": list(node.labels), "identifier": node.id, **same, **properties}


def _statement(link: Link, number: int) -> Json:
    return {
        "id": f"{STATEMENT}{number}",
        "type": "rdf:Statement",
        "rdf:subject": {"id": iri(link.start)},
        "rdf:predicate": {"id": f"urn:graphkit:vocabulary:{link.type}"},
        "rdf:object": {"id": iri(link.end)},
        **{name: value for name, value in link.properties.items() if name != "type"},
    }


def iri(key: str) -> str:
    """The address of a node: any character a key may hold, as an IRI takes it."""
    return NODE + quote(key, safe="/:")
