"""Claims that contradict one another are tied, and no others."""

from collections.abc import Iterator
from functools import partial

from graphkit.ontology import Ontology
from graphkit.store.connection import Connection
from graphkit.store.contradict import TIED, Near, Ties, contradictions, keys_of
from graphkit.store.pages import pages
from graphkit.store.support import Tx
from graphkit.store.verify.claims import CLAIM_IDS
from graphkit.store.verify.problem import Problem
from graphkit.store.vocabulary import Vocabulary


def ties(connection: Connection, ontology: Ontology, words: Vocabulary) -> Iterator[Problem]:
    """Each tie is one the two claims make, with its reason, and none is missing; told at the first of the two."""
    for page in pages(row["id"] for row in connection.stream(CLAIM_IDS)):
        here = set(page)
        wanted, _ = connection.read(partial(_wanted, ids=page))
        tied = {(row["start"], row["end"]): row["reason"] for row in connection.rows(TIED, ids=page)}
        for start, end in sorted(wanted.keys() | tied.keys()):
            reason, found = wanted.get((start, end)), tied.get((start, end))
            if start in here and reason != found:
                yield Problem(
                    "contradiction", start, f"with {end} is {found!r}, the claims make it {reason!r}"
                )
            elif start not in here and end in here and reason is None:
                yield Problem("contradiction", end, f"with {start} is {found!r}, the claims make it None")


def _wanted(tx: Tx, ids: list[str]) -> tuple[Ties, Near]:
    return contradictions(tx, ids, keys_of(tx, ids))
