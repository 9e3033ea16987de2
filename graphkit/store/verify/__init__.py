"""Whether the graph holds what it promises: every problem found, none mended."""

from collections.abc import Iterator

from graphkit.ontology import Ontology
from graphkit.store.connection import Connection
from graphkit.store.verify.articles import articles, evidence, tombs
from graphkit.store.verify.claims import arguments, claims, support
from graphkit.store.verify.contradictions import ties
from graphkit.store.verify.edges import missing_edges, standing_edges
from graphkit.store.verify.entities import entities, names, publishers
from graphkit.store.verify.events import events, reports
from graphkit.store.verify.history import kept, versions
from graphkit.store.verify.origins import origins, sketches
from graphkit.store.verify.problem import Problem
from graphkit.store.verify.structure import structure
from graphkit.store.vocabulary import vocabulary

__all__ = ["CHECKS", "Problem", "verify"]

CHECKS = (
    structure,
    articles,
    evidence,
    tombs,
    kept,
    versions,
    sketches,
    origins,
    claims,
    support,
    arguments,
    ties,
    entities,
    names,
    publishers,
    reports,
    events,
    standing_edges,
    missing_edges,
)
"""In this order: what a later check builds on comes first."""


def verify(connection: Connection, ontology: Ontology) -> Iterator[Problem]:
    """Every problem, as it is found; needs no more memory for a large graph.

    Quotes equal the text at their offsets, ids and keys are the digests of what they stand for, nothing is
    without support, claims and edges are what their evidence makes them, the schema is complete.
    """
    words = vocabulary(ontology)
    for check in CHECKS:
        yield from check(connection, ontology, words)
