"""Whatever is done to the graph, in whatever order, it is what plain dicts say it must be.

GRAPHKIT_TEST_PROFILE=long tries hundreds of histories instead of a few; every run of one profile tries the same.
"""

import os
from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from graphkit.model import Entity, Extraction, Polarity
from graphkit.store import Connection
from graphkit.store.fingerprint import fingerprint
from graphkit.store.load import load
from graphkit.store.rebuild import rebuild
from graphkit.store.restore import restore
from graphkit.store.retract import retract
from graphkit.store.verify import verify
from tests.factories import COUNTRIES, PEOPLE, Told, concept, extraction, small_ontology
from tests.model_graph import Model, observed

ONTOLOGY = small_ontology()
BY_URL, BY_PATH, COPY = 3, 2, 1
STORIES, VERSIONS = BY_URL + BY_PATH + COPY, 3
BOUNDS = {"short": (8, 9), "long": (100, 25)}
"""Histories, and steps of each."""
PROFILE = os.environ.get("GRAPHKIT_TEST_PROFILE", "short")
HISTORIES, STEPS = BOUNDS[PROFILE]
PHASES = (Phase.generate,) if PROFILE == "short" else (Phase.generate, Phase.shrink)
"""A short run that fails says so at once; a long one looks for the shortest history that fails."""


ADA, BO, CY = PEOPLE[0], PEOPLE[4], PEOPLE[8]
ARLAND, BORDURIA = COUNTRIES[:2]
GLOBEX = [
    Entity("e:globex", name, kind)
    for name, kind in (("Globex", "Organization"), ("GLOBEX", "Organization"), ("Globex", "Place"))
]
DEMAND = concept("demand")
BRIBE, MEET = Told(ADA, "bribed", BO, "BRIBE", "bribe"), Told(ADA, "met", BO, "MEET", "meet")
MET_BY = replace(MEET, subject=BO, object=ADA, speaker=CY, confidence=0.95)
DENIED, BY_CY = replace(BRIBE, polarity=Polarity.NEGATED), replace(BRIBE, speaker=CY)
PRAISE = [Told(globex, "praised", ADA, "ACTS_ON", "praise") for globex in GLOBEX]
REFUSAL = [Told(globex, "rejected", DEMAND, "REJECT", "reject") for globex in GLOBEX]


def bribe(role: str, words: str, place: Entity, confidence: float) -> Told:
    return replace(BRIBE, arguments=((role, words, place),), confidence=confidence)


SENTENCES = (
    ("Ada Lum bribed Bo Mott in Arland.", [bribe("place", "in Arland", ARLAND, 0.5)]),
    ("Ada Lum bribed Bo Mott in Borduria.", [bribe("place", "in Borduria", BORDURIA, 0.9)]),
    ("Ada Lum bribed Bo Mott over Arland.", [bribe("about", "over Arland", ARLAND, 0.7)]),
    (
        "Ada Lum bribed Bo Mott, Cy Nye said.",
        [BY_CY, Told(CY, "said", None, "SAY", "say", contents=(BY_CY.id,))],
    ),
    ("Ada Lum never bribed Bo Mott.", [DENIED]),
    ("Ada Lum met Bo Mott.", [MEET]),
    ("Bo Mott met Ada Lum, Cy Nye said.", [MET_BY]),
    *((f"{praise.subject.name} praised Ada Lum.", [praise]) for praise in PRAISE),
    *((f"{refusal.subject.name} rejected a demand.", [refusal]) for refusal in REFUSAL),
)
"""They share claims, edges and actors, and disagree about names, kinds, places and who says so."""


def article(number: int, version: int) -> Extraction:
    """Some have an address and keep their id when edited, some are files; the last copies the first, word for word."""
    copied = 0 if number == STORIES - 1 else number
    by_path = BY_URL <= number < BY_URL + BY_PATH
    seed = copied * VERSIONS + version
    own = " ".join(f"word{seed}x{each}" for each in range(30))
    random = Random(seed)
    return extraction(
        (f"{own}.", []),
        *random.sample(SENTENCES, random.randint(2, 6)),
        title=f"Report {copied}",
        url=None if by_path else f"https://news.example/{number}",
        path=f"news/{number}.txt",
        publisher=(None, "The Daily", "The Post")[number % 3],
        published=f"2022-01-{10 + version * 7 + copied}",
    )


POOL = {
    (number, version): article(number, version) for number in range(STORIES) for version in range(VERSIONS)
}
CHOICES = st.lists(
    st.tuples(st.integers(0, STORIES - 1), st.integers(0, VERSIONS - 1)),
    min_size=1,
    max_size=STORIES,
    unique_by=lambda choice: choice[0],
)


class Histories(RuleBasedStateMachine):
    """One graph, and one model of it."""

    connection: Connection

    def __init__(self) -> None:
        super().__init__()
        self.model = Model(ONTOLOGY)
        self.connection.declare("MATCH (node) DETACH DELETE node")

    def load(self, articles: list[Extraction], batch: int = 100) -> None:
        barred = {each.article.id for each in articles if self.model.bars(each)}
        result = load(self.connection, articles, ONTOLOGY, batch_articles=batch)
        self.model.load(articles)
        assert result.failures == ()
        assert {each.article for each in result.withheld} == barred

    @rule(choices=CHOICES, batch=st.sampled_from((1, 2, 100)))
    def load_or_edit(self, choices: list[tuple[int, int]], batch: int) -> None:
        self.load([POOL[choice] for choice in choices], batch)

    @rule(
        number=st.integers(0, BY_URL - 1),
        order=st.permutations(range(VERSIONS)),
        batch=st.sampled_from((1, 100)),
    )
    def load_all_versions_in_one_run(self, number: int, order: list[int], batch: int) -> None:
        self.load([POOL[number, version] for version in order], batch)

    @precondition(lambda self: self.model.articles)
    @rule(choose=st.integers(0, STORIES))
    def retract(self, choose: int) -> None:
        id_ = sorted(self.model.articles)[choose % len(self.model.articles)]
        retract(self.connection, id_, "found untrue", ONTOLOGY)
        self.model.retract(id_)

    @precondition(lambda self: self.model.retracted)
    @rule(choose=st.integers(0, STORIES))
    def restore(self, choose: int) -> None:
        id_ = sorted(self.model.retracted)[choose % len(self.model.retracted)]
        restore(self.connection, id_, ONTOLOGY)
        self.model.restore(id_)

    @precondition(lambda self: self.model.articles)
    @rule()
    def load_again(self) -> None:
        before = fingerprint(self.connection)
        result = load(self.connection, list(self.model.articles.values()), ONTOLOGY)
        assert (result.counts.written, result.counts.unchanged) == (0, len(self.model.articles))
        assert fingerprint(self.connection) == before

    @rule()
    def derive_again(self) -> None:
        before = fingerprint(self.connection)
        assert rebuild(self.connection, ONTOLOGY).erased == 0
        assert fingerprint(self.connection) == before

    @invariant()
    def graph_is_the_model(self) -> None:
        assert observed(self.connection) == self.model.graph()

    def teardown(self) -> None:
        assert list(verify(self.connection, ONTOLOGY)) == []


@pytest.fixture
def histories(graph: Connection) -> Callable[[], Histories]:
    return type("OnThisGraph", (Histories,), {"connection": graph})


def test_the_graph_is_the_model_after_every_step(histories: type[Histories]):
    run_state_machine_as_test(
        histories,
        settings=settings(
            max_examples=HISTORIES,
            stateful_step_count=STEPS,
            derandomize=True,
            database=None,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            phases=PHASES,
        ),
    )
