"""Decisions shown in the graph, on a real Neo4j."""

from graphkit.model import Decision, Side, Verdict
from graphkit.ontology import Ontology
from graphkit.store import Connection
from graphkit.store.decisions import show_decisions
from graphkit.store.fingerprint import fingerprint
from graphkit.store.load import load
from graphkit.store.queries import find, run
from graphkit.store.verify import verify
from tests.factories import Told, concept, extraction, person

ADA, BEN = person("Ada Quimby"), person("Ben Quimby")
LINKS = """
MATCH (one:Identity)-[link:SAME_AS|NOT_SAME_AS]->(other:Identity)
RETURN one.id AS one, type(link) AS type, other.id AS other, properties(link) AS told ORDER BY one, other
"""
STANDING = """
MATCH (entity:Entity)-[:STANDS_FOR]->(identity:Identity)
RETURN entity.id AS entity, identity.id AS identity ORDER BY entity, identity
"""


def decided(verdict: Verdict, one: str, other: str, score: float | None = None) -> Decision:
    return Decision(
        verdict,
        Side(one, one.title(), "Person"),
        Side(other, other.title(), "Person"),
        "seen",
        "desk",
        "2026-01-01",
        score,
    )


def test_decisions_are_shown_with_reason_score_and_who_stands_for_them(
    graph: Connection, ontology: Ontology
) -> None:
    told = extraction(("Ada Quimby rejected demand.", [Told(ADA, "rejected", concept("demand"))]))
    load(graph, [told], ontology)
    same, apart = decided(Verdict.SAME, ADA.id, "e:zz", 0.95), decided(Verdict.DIFFERENT, ADA.id, BEN.id)

    show_decisions(graph, [apart, same], {"e:zz": ADA.id})

    said = {"reason": "seen", "by": "desk", "at": "2026-01-01"}
    first, second = sorted((ADA.id, BEN.id))
    assert {(r["one"], r["type"], r["other"], r["told"].get("score")) for r in graph.rows(LINKS)} == {
        (ADA.id, "SAME_AS", "e:zz", 0.95),
        (first, "NOT_SAME_AS", second, None),
    }
    assert all(said.items() <= row["told"].items() for row in graph.rows(LINKS))
    assert graph.rows(STANDING) == [
        {"entity": ADA.id, "identity": ADA.id},
        {"entity": ADA.id, "identity": "e:zz"},
    ]


def test_what_was_undone_is_gone_and_the_fingerprint_never_changed(
    graph: Connection, ontology: Ontology
) -> None:
    told = extraction(("Ada Quimby rejected demand.", [Told(ADA, "rejected", concept("demand"))]))
    load(graph, [told], ontology)
    before = fingerprint(graph)
    show_decisions(graph, [decided(Verdict.SAME, ADA.id, "e:zz"), decided(Verdict.SAME, "e:zz", "e:zzz")], {})
    shown = fingerprint(graph)
    sound = list(verify(graph, ontology))

    show_decisions(graph, [decided(Verdict.SAME, ADA.id, "e:zz")], {})
    fewer = graph.rows(LINKS)
    show_decisions(graph, [], {})

    assert [row["other"] for row in fewer] == ["e:zz"]
    assert graph.rows("MATCH (identity:Identity) RETURN identity") == []
    assert before == shown == fingerprint(graph)
    assert sound == []


def test_who_is_somebody_is_told_by_names_descriptions_dates_and_decisions(
    graph: Connection, ontology: Ontology
) -> None:
    minister = Told(ADA, "was", concept("minister"), lemma="be minister of")
    for day in ("2022-01-20", "2022-01-26"):
        sentence = f"Ada Quimby was minister on {day}."
        load(graph, [extraction((sentence, [minister]), published=day)], ontology)
    show_decisions(graph, [decided(Verdict.DIFFERENT, ADA.id, BEN.id)], {})

    answer = run(graph, find("who-is"), {"actor": "Ada Quimby"})

    (row,) = (dict(zip(answer.columns, each, strict=True)) for each in answer.rows)
    assert row["said_to_be"] == ["minister of minister (2022-01-20 to 2022-01-26)"]
    assert (row["first_published"], row["last_published"], row["articles"]) == ("2022-01-20", "2022-01-26", 2)
    assert row["decided"] == [f"not {BEN.id.title()}"]
