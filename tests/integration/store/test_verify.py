"""Whatever verify claims to find, it finds: each corruption is planted and must be named."""

import pytest

from graphkit.store import schema
from graphkit.store.fingerprint import fingerprint
from graphkit.store.load import load
from graphkit.store.rebuild import rebuild
from graphkit.store.verify import verify
from tests.factories import newsroom

# Each takes one thing of the first kind it finds; the ids decide which, so it is the same one each time.
CORRUPTIONS = {
    "a quote that isn't in the text": (
        "MATCH ()-[e:EVIDENCE]->() WITH e ORDER BY e.key LIMIT 1 SET e.quote = 'x' + substring(e.quote, 1)",
        "evidence",
        "where the text has",
    ),
    "a quote of another length": (
        "MATCH ()-[e:EVIDENCE]->() WITH e ORDER BY e.key LIMIT 1 SET e.quote = e.quote + '!'",
        "evidence",
        "its offsets span",
    ),
    "a claim outside its quote": (
        "MATCH ()-[e:EVIDENCE]->() WITH e ORDER BY e.key LIMIT 1 SET e.claim_end = e.end + 5",
        "evidence",
        "outside its quote",
    ),
    "a key that is no digest": (
        "MATCH ()-[e:EVIDENCE]->() WITH e ORDER BY e.key LIMIT 1 SET e.key = 'ev:0'",
        "evidence",
        "isn't the digest of claim and place",
    ),
    "a text that was changed": (
        "MATCH (t:ArticleText) WITH t ORDER BY t.id LIMIT 1 SET t.text = t.text + ' More.'",
        "article",
        "SHA-256 differs",
    ),
    "a text without article": (
        "MATCH ()-[l:TEXT]->(t) WITH l, t ORDER BY t.id LIMIT 1 DELETE l",
        "text",
        "belongs to no article",
    ),
    "an article under another id": (
        "MATCH (a:Article) WITH a ORDER BY a.id LIMIT 1 SET a.id = 'a:0'",
        "article",
        "its id isn't the digest",
    ),
    "an origin of another text": (
        "MATCH (a:Article) WITH a ORDER BY a.id LIMIT 1 SET a.origin = 'o:0'",
        "article",
        "origin is o:0, the texts make it",
    ),
    "an article of no run": (
        "MATCH (a)-[l:LOADED_IN]->() WITH l ORDER BY a.id LIMIT 1 DELETE l",
        "article",
        "loaded in 0 runs",
    ),
    "a publisher taken off": (
        "MATCH (a)-[l:PUBLISHED_BY]->() WITH l ORDER BY a.id LIMIT 1 DELETE l",
        "article",
        "its publisher is",
    ),
    "a retracted article that is there": (
        "MATCH (a:Article) WITH a ORDER BY a.id LIMIT 1 CREATE (:Retraction {id: a.id, name: 'r'})",
        "retraction",
        "although it was retracted",
    ),
    "a claim nobody makes": (
        "MATCH (c:Claim) WITH c ORDER BY c.id LIMIT 1 MATCH (c)-[e:EVIDENCE]->() DELETE e",
        "orphan",
        "no article makes the claim",
    ),
    "a denial turned into an assertion": (
        "MATCH (c:Claim {polarity: 'negated'}) WITH c ORDER BY c.id LIMIT 1 SET c.polarity = 'affirmed'",
        "claim",
        "its id isn't the digest of what it says",
    ),
    "a claim with another modality": (
        "MATCH (c:Claim) WITH c ORDER BY c.id LIMIT 1 SET c.modality = 'sure'",
        "claim",
        "its id isn't the digest of what it says",
    ),
    "a claim with another subject": (
        "MATCH (c:Claim)-[s:SUBJECT]->() WITH c, s ORDER BY c.id LIMIT 1 MATCH (o:Entity) WITH c, s, o "
        "ORDER BY o.id LIMIT 1 CREATE (c)-[:SUBJECT]->(o)",
        "claim",
        "subject_id is",
    ),
    "a claim without speaker": (
        "MATCH (c:Claim)-[s:SAID_BY]->() WITH s ORDER BY c.id LIMIT 1 DELETE s",
        "claim",
        "speaker_id is",
    ),
    "a content taken off": (
        "MATCH (c:Claim)-[l:CONTENT]->(d) WITH l ORDER BY c.id, d.id LIMIT 1 DELETE l",
        "claim",
        "its id isn't the digest of what it says",
    ),
    "a count that was raised": (
        "MATCH (c:Claim) WITH c ORDER BY c.id LIMIT 1 SET c.articles = c.articles + 1",
        "claim",
        "articles is",
    ),
    "a claim that was renamed": (
        "MATCH (c:Claim) WITH c ORDER BY c.id LIMIT 1 SET c.name = 'All is well'",
        "claim",
        "name is 'All is well'",
    ),
    "a denial that draws an edge": (
        "MATCH (c:Claim {polarity: 'negated'})-[e:EVIDENCE]->() WITH c, e ORDER BY c.id, e.key LIMIT 1 "
        "MATCH (c)-[all:EVIDENCE]->() SET c.edge = 'r:0', all.edge = 'r:0'",
        "claim",
        "its edge isn't the one its ends and relation make",
    ),
    "an argument made up": (
        "MATCH (c:Claim) WITH c ORDER BY c.id LIMIT 1 MATCH (o:Entity) WITH c, o ORDER BY o.id LIMIT 1 "
        "CREATE (c)-[:ABOUT {role: 'cause', text: 'x'}]->(o)",
        "argument",
        "which no evidence tells",
    ),
    "a place taken off": (
        "MATCH (c:Claim)-[l:PLACE]->() WITH l ORDER BY c.id LIMIT 1 DELETE l",
        "argument",
        "lacks its place",
    ),
    "an entity nobody mentions": (
        "CREATE (:Entity:Person:Actor {id: 'e:0', name: 'Nobody', kind: 'Person'})",
        "orphan",
        "an entity no article mentions",
    ),
    "an entity with another name": (
        "MATCH (e:Entity) WITH e ORDER BY e.id LIMIT 1 SET e.name = 'Nobody'",
        "entity",
        "isn't what articles call it",
    ),
    "an entity with a wrong count": (
        "MATCH (e:Entity) WITH e ORDER BY e.id LIMIT 1 SET e.articles = 0",
        "entity",
        "mention it",
    ),
    "a label too many": (
        "MATCH (e:Entity) WITH e ORDER BY e.id LIMIT 1 SET e:Villain",
        "entity",
        "labelled",
    ),
    "a label of another kind": (
        "MATCH (e:Entity {kind: 'Person'}) WITH e ORDER BY e.id LIMIT 1 SET e:Country",
        "entity",
        "labelled",
    ),
    "a kind nobody declared": (
        "MATCH (e:Entity) WITH e ORDER BY e.id LIMIT 1 SET e.kind = 'Villain'",
        "entity",
        "which the ontology doesn't declare",
    ),
    "a name nobody uses": (
        "MATCH ()-[l:USES_NAME]->(n) WITH n ORDER BY n.id LIMIT 1 MATCH ()-[l:USES_NAME]->(n) DELETE l",
        "orphan",
        "a name no article uses",
    ),
    "a name that can't be looked up": (
        "MATCH (n:Name) WITH n ORDER BY n.id LIMIT 1 SET n.key = 'X'",
        "name",
        "can't be looked up",
    ),
    "a name of another": (
        "MATCH (n:Name) WITH n ORDER BY n.id LIMIT 1 SET n.entity = 'e:0'",
        "name",
        "linked are",
    ),
    "a publisher without articles": (
        "CREATE (:Publisher {id: 'p:0', name: 'Nobody'})",
        "orphan",
        "a publisher without articles",
    ),
    "an edge nobody draws": (
        "MATCH (a:Entity), (b:Entity) WHERE a.id < b.id WITH a, b ORDER BY a.id, b.id LIMIT 1 "
        "CREATE (a)-[:BRIBE {key: 'r:0'}]->(b)",
        "edge",
        "a BRIBE that no claim draws",
    ),
    "an edge without key": (
        "MATCH (a:Entity), (b:Entity) WHERE a.id < b.id WITH a, b ORDER BY a.id, b.id LIMIT 1 "
        "CREATE (a)-[:BRIBE]->(b)",
        "edge",
        "a BRIBE that no claim draws",
    ),
    "an edge of a type no ontology has": (
        "MATCH (a:Entity), (b:Entity) WHERE a.id < b.id WITH a, b ORDER BY a.id, b.id LIMIT 1 "
        "CREATE (a)-[:`IS BAD`]->(b)",
        "edge",
        "which no ontology can declare",
    ),
    "an edge taken away": (
        "MATCH (:Entity)-[e]->(:Entity) WITH e ORDER BY e.key LIMIT 1 DELETE e",
        "edge",
        "that claims draw is missing",
    ),
    "an edge turned round": (
        "MATCH (a:Entity)-[e:BRIBE]->(b:Entity) WITH a, b, e, properties(e) AS p ORDER BY e.key LIMIT 1 "
        "DELETE e WITH a, b, p CREATE (b)-[f:BRIBE]->(a) SET f = p",
        "edge",
        "its claims draw",
    ),
    "an edge surer than its claims": (
        "MATCH (:Entity)-[e]->(:Entity) WHERE e.certainty = 'attributed' WITH e ORDER BY e.key LIMIT 1 "
        "SET e.certainty = 'stated'",
        "edge",
        "certainty is 'stated'",
    ),
    "an edge with more support than it has": (
        "MATCH (:Entity)-[e]->(:Entity) WITH e ORDER BY e.key LIMIT 1 SET e.articles = 1000",
        "edge",
        "articles is 1000",
    ),
    "an edge with a property of its own": (
        "MATCH (:Entity)-[e]->(:Entity) WITH e ORDER BY e.key LIMIT 1 SET e.colour = 'red'",
        "edge",
        "colour is 'red'",
    ),
    "an event nobody reports": (
        "CREATE (:Event {id: 'event:0', name: 'Nothing'})",
        "orphan",
        "an event no claim reports",
    ),
    "a report taken off": (
        "MATCH (c:Claim)-[l:REPORTS]->(e) WITH l ORDER BY c.id, e.id LIMIT 1 DELETE l",
        "event",
        "doesn't report it",
    ),
    "a report made up": (
        "MATCH (c:Claim), (e:Event) WHERE NOT (c)-[:REPORTS]->(e) WITH c, e ORDER BY c.id, e.id LIMIT 1 "
        "CREATE (c)-[:REPORTS]->(e)",
        "event",
        "which no evidence tells of",
    ),
    "an event by somebody else": (
        "MATCH (e:Event)-[l:ACTOR]->() WITH e, l ORDER BY e.id LIMIT 1 MATCH (o:Entity) "
        "WHERE NOT (e)-[:ACTOR]->(o) WITH e, l, o ORDER BY o.id LIMIT 1 DELETE l CREATE (e)-[:ACTOR]->(o)",
        "event",
        "lacks ACTOR",
    ),
    "an event on another day": (
        "MATCH (e:Event) WHERE e.happened IS NOT NULL WITH e ORDER BY e.id LIMIT 1 "
        "SET e.happened_from = date('1999-01-01')",
        "event",
        "happened_from is",
    ),
    "an event of another type": (
        "MATCH (e:Event {relation: 'BRIBE'}) WITH e ORDER BY e.id LIMIT 1 SET e.relation = 'MEET'",
        "event",
        "relation is 'MEET'",
    ),
    "an event told more often than it is": (
        "MATCH (e:Event) WITH e ORDER BY e.id LIMIT 1 SET e.articles = 1000",
        "event",
        "articles is 1000",
    ),
    "an event's key that is another's": (
        "MATCH ()-[e:EVIDENCE]->() WHERE e.event IS NOT NULL WITH e ORDER BY e.key LIMIT 1 SET e.event_key = '[]'",
        "event",
        "its id isn't the digest",
    ),
    "a node without name": (
        "MATCH (a:Article) WITH a ORDER BY a.id LIMIT 1 REMOVE a.name",
        "node",
        "without id or name",
    ),
    "another schema version": (
        "MATCH (meta:Meta) SET meta.version = 0",
        "schema",
        "has version 0",
    ),
}
ARTICLES = newsroom(12, seed=8)


@pytest.mark.parametrize("name", CORRUPTIONS)
def test_a_planted_corruption_is_found_and_changes_the_fingerprint(graph, ontology, name):
    command, kind, words = CORRUPTIONS[name]
    load(graph, ARTICLES, ontology)
    before = fingerprint(graph)

    graph.declare(command)

    found = [problem for problem in verify(graph, ontology) if problem.kind == kind]
    assert any(words in problem.message for problem in found), list(map(str, verify(graph, ontology)))
    # Runs and versions say how the graph came about, not what it holds.
    if name not in {"an article of no run", "another schema version"}:
        assert fingerprint(graph) != before


def test_a_missing_constraint_is_found_and_made_again(graph, ontology):
    load(graph, ARTICLES, ontology)

    graph.declare("DROP CONSTRAINT graphkit_Claim_id")
    missing = [str(problem) for problem in verify(graph, ontology)]
    schema.apply(graph, ontology)

    assert missing == ["schema graphkit_Claim_id: is missing: run `graphkit schema apply`"]
    assert list(verify(graph, ontology)) == []


@pytest.mark.parametrize(
    "name",
    [
        "a count that was raised",
        "a claim that was renamed",
        "an entity with another name",
        "an entity with a wrong count",
        "an edge nobody draws",
        "an edge without key",
        "an edge taken away",
        "an edge turned round",
        "an edge surer than its claims",
        "an edge with more support than it has",
        "an edge with a property of its own",
        "a label of another kind",
        "an event nobody reports",
        "a report taken off",
        "a report made up",
        "an event by somebody else",
        "an event on another day",
        "an event of another type",
        "an event told more often than it is",
    ],
)
def test_rebuilding_mends_whatever_follows_from_the_evidence(graph, ontology, name):
    load(graph, ARTICLES, ontology)
    before = fingerprint(graph)
    graph.declare(CORRUPTIONS[name][0])

    rebuild(graph, ontology)

    assert list(verify(graph, ontology)) == []
    assert fingerprint(graph) == before


def test_rebuilding_a_sound_graph_changes_nothing(graph, ontology):
    load(graph, ARTICLES, ontology)
    before = fingerprint(graph)

    rebuilt = rebuild(graph, ontology)

    assert fingerprint(graph) == before
    assert rebuilt.claims > 0
    assert rebuilt.erased == 0
