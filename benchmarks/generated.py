"""A graph of as many articles as asked, written by Cypher alone: what saved queries are timed on.

Each article makes four claims; a few of 6,000 actors are in most of them, as in the news: the first stands in about
every twentieth claim. One claim in four tells of an event, each told by two; one in forty contradicts another; of a
hundred articles three were edited and two taken out; of one actor in three something was decided.
"""

import time

from graphkit.ontology import load_ontology
from graphkit.store import Connection, schema

AT = "((i * 7919 + %d * 104729 + i / 13) %% 100003) / 100003.0"
"""A number from 0 to 1 that looks random and is the same each time."""

ENTITIES = """
UNWIND range(0, 5999) AS i
CALL (i) {
  CREATE (e:Entity:Actor {id: 'e:' + i, name: 'Actor ' + i, articles: toInteger(100000 / (i + 1))})
  SET e.kind = CASE i % 3 WHEN 0 THEN 'Country' WHEN 1 THEN 'Person' ELSE 'Organization' END
  CREATE (n:Name {id: 'n:' + i, name: 'Actor ' + i, key: 'actor ' + i, entity: e.id, canonical: true})-[:NAMES]->(e)
} IN TRANSACTIONS OF 2000 ROWS
"""
THINGS = """
UNWIND range(0, 1999) AS i
CREATE (:Entity:Concept {id: 'k:thing-' + i, name: 'thing ' + i, kind: 'Concept', articles: 50})
CREATE (p:Entity:Place {id: 'p:' + i, name: 'Place ' + i, kind: 'Place', articles: 20})
CREATE (:Name {id: 'np:' + i, name: p.name, key: 'place ' + i, entity: p.id, canonical: true})-[:NAMES]->(p)
"""
ARTICLES = f"""
UNWIND range($first, $last) AS i
WITH i, {AT % 1} AS a, {AT % 2} AS b
CREATE (article:Article {{
  id: 'a:' + i, name: 'Article ' + i, title: 'Article ' + i, language: 'en', url: 'https://news.example/' + i,
  publisher: 'Publisher ' + toInteger(a * a * 300), origin: 'o:' + toInteger(i / (1 + i % 3)), text_sha256: '' + i,
  metadata: '', extractor: '', ontology: '', revision: ''}})
SET article.published_on = date('2020-01-01') + duration({{days: toInteger(b * 1500)}})
SET article.published = toString(article.published_on)
"""
CLAIMS = f"""
UNWIND range($first, $last) AS i
WITH i, {AT % 3} AS a, {AT % 4} AS b, {AT % 5} AS c, {AT % 6} AS d
WITH i, c, d, 'e:' + toInteger(a * a * a * 6000) AS subject,
     CASE WHEN c < 0.6 THEN 'e:' + toInteger(b * b * b * 6000) ELSE 'k:thing-' + toInteger(b * 2000) END AS object,
     CASE WHEN d < 0.3 THEN 'e:' + toInteger(c * c * c * 6000) END AS speaker
MATCH (article:Article {{id: 'a:' + toInteger(i / 4)}})
MATCH (s:Entity {{id: subject}})
MATCH (o:Entity {{id: object}})
CREATE (claim:Claim {{
  id: 'c:' + i, name: s.name + ' claim ' + i + ' ' + o.name + ' (stated)', subject_id: subject, object_id: object,
  speaker_id: speaker, predicate: ['reject', 'accuse', 'meet', 'invade', 'demand', 'warn of'][i % 6],
  relation: ['REJECT', 'ACCUSE', 'CONSULT', 'ASSAULT', 'REQUEST', 'THREATEN', 'SANCTION', 'MOBILIZE', 'HOLDS_OFFICE',
             'SAYS', 'ACTS_ON', 'SUPPORT'][i % 12],
  polarity: CASE WHEN d > 0.92 THEN 'negated' ELSE 'affirmed' END,
  modality: CASE WHEN c > 0.8 THEN 'possible' WHEN c > 0.7 THEN 'planned' ELSE 'asserted' END,
  articles: 1 + i % 3, origins: 1 + i % 2}})
SET claim.happened_from = CASE WHEN i % 4 = 0 THEN article.published_on END,
    claim.happened_to = claim.happened_from, claim.happened = toString(claim.happened_from)
CREATE (claim)-[:SUBJECT]->(s)
CREATE (claim)-[:OBJECT]->(o)
CREATE (claim)-[:EVIDENCE {{key: 'v:' + i, quote: 'The words of claim ' + i + '.', start: i % 4 * 100,
  end: i % 4 * 100 + 90, claim_start: 0, claim_end: 1, sentence: i % 4, extractor: '', confidence: 0.9,
  claim: claim.name, relation: claim.relation}}]->(article)
MERGE (article)-[m:MENTIONS]->(s) ON CREATE SET m.count = 1, m.first = 0
MERGE (article)-[n:MENTIONS]->(o) ON CREATE SET n.count = 1, n.first = 0
"""
FURTHER = f"""
UNWIND range($first, $last) AS i
MATCH (claim:Claim {{id: 'c:' + i}})
CALL (claim) {{
  MATCH (speaker:Entity {{id: claim.speaker_id}}) CREATE (claim)-[:SAID_BY]->(speaker)
}}
WITH i, claim, {AT % 7} AS a
MATCH (about:Entity {{id: 'e:' + toInteger(a * a * a * 6000)}}), (place:Entity {{id: 'p:' + toInteger(a * a * 2000)}})
CREATE (claim)-[:ABOUT {{role: 'about', text: about.name}}]->(about)
CREATE (claim)-[:PLACE]->(place)
"""
TIES = """
UNWIND range($first, $last) AS i
MATCH (claim:Claim {id: 'c:' + i}) WHERE claim.polarity = 'affirmed' AND claim.modality = 'asserted'
MATCH (claim)-[:SUBJECT]->(s:Actor)
MATCH (claim)-[:OBJECT]->(o:Actor) WHERE s <> o
MATCH (claim)-[evidence:EVIDENCE]->(article:Article)
WITH claim, s, o, evidence, article, claim.relation + ':' + s.id + ':' + o.id AS key
MERGE (s)-[tie:REJECT {key: key}]->(o)
ON CREATE SET tie += {predicate: claim.predicate, certainty: 'stated', claims: 1, articles: 1, origins: 1,
  quote: evidence.quote, article: article.id, url: article.url, first_published: article.published_on,
  last_published: article.published_on}
ON MATCH SET tie.articles = tie.articles + 1
SET claim.edge = key
"""


EVENTS = """
UNWIND range($first, $last) AS i
MATCH (claim:Claim {id: 'c:' + i})-[evidence:EVIDENCE]->() WHERE i % 4 = 0
MATCH (claim)-[:SUBJECT]->(s:Entity)
MATCH (claim)-[:OBJECT]->(o:Entity)
MERGE (event:Event {id: 'v:' + toInteger(i / 8)})
ON CREATE SET event += {name: claim.name, relation: claim.relation, sources: [s.id], targets: [o.id],
  happened: claim.happened, happened_from: claim.happened_from, happened_to: claim.happened_to,
  certainty: 'stated', quote: evidence.quote, claims: 2, articles: 2, origins: 1 + i % 2}
CREATE (claim)-[:REPORTS]->(event)
FOREACH (_ IN CASE WHEN i % 8 = 0 THEN [1] END | CREATE (event)-[:ACTOR]->(s) CREATE (event)-[:TARGET]->(o))
SET evidence.event = event.id
"""
CONTRADICTIONS = """
UNWIND range($first, $last) AS i
MATCH (one:Claim {id: 'c:' + i}) WHERE i % 40 = 0
MATCH (other:Claim {id: 'c:' + (i + 12)})
CREATE (one)-[:CONTRADICTS {reason: ['polarity', 'toll', 'place'][i % 3]}]->(other)
"""
HISTORY = """
UNWIND range($first, $last) AS i
MATCH (article:Article {id: 'a:' + i})
MERGE (run:Run {id: 'run:' + toInteger(i / 100)})
ON CREATE SET run.name = 'Run ' + toInteger(i / 100), run.program = 'graphkit',
  run.started = toString(datetime('2024-01-01T00:00:00Z') + duration({hours: toInteger(i / 100)}))
CREATE (article)-[:LOADED_IN]->(run)
WITH article, i, toString(datetime('2024-01-01T00:00:00Z') + duration({minutes: i})) AS at
CALL (article, i, at) {
  WITH article, i, at WHERE i % 100 < 3
  CREATE (article)-[:VERSION]->(:ArticleVersion {id: 'av:' + i, name: 'earlier text of ' + article.name,
    article: article.id, text_sha256: 'before', extractor: '', replaced: at, first_seen: at,
    claims: ['c:' + i * 4, 'c:' + (i * 4 + 1)], told: ['What claim ' + i + ' told', 'What it told too'],
    quotes: ['The words of before.', 'More words of before.']})
}
CALL (article, i, at) {
  WITH article, i, at WHERE i % 100 > 97
  CREATE (:Retraction {id: 'a:gone-' + i, name: 'retracted: ' + article.name, reason: 'withdrawn', by: 'somebody',
    at: at, url: 'https://news.example/gone/' + i})
}
"""
DECISIONS = """
UNWIND range(0, 1999) AS i
MATCH (entity:Entity {id: 'e:' + i * 3})
CREATE (one:Identity {id: entity.id, name: entity.name, kind: entity.kind})
CREATE (other:Identity {id: 'e:other-' + i, name: 'Other actor ' + i, kind: entity.kind})
CREATE (entity)-[:STANDS_FOR]->(one)
WITH entity, one, other, i, toString(date('2024-01-01') + duration({days: i % 300})) AS at
WITH entity, one, other, i, {reason: 'it is so', by: 'somebody', at: at, score: 0.9} AS told
CALL (entity, one, other, i, told) {
  WITH entity, one, other, i, told WHERE i % 2 = 0
  CREATE (one)-[same:SAME_AS]->(other) SET same = told CREATE (entity)-[:STANDS_FOR]->(other)
}
CALL (one, other, i, told) {
  WITH one, other, i, told WHERE i % 2 = 1
  CREATE (one)-[different:NOT_SAME_AS]->(other) SET different = told
}
"""


def fill(connection: Connection, articles: int) -> None:
    """The generated graph."""
    schema.apply(connection, load_ontology())
    with connection.driver.session(database=connection.database) as session:
        session.run(ENTITIES).consume()
        session.run(THINGS).consume()
        by_claim = ((text, articles * 4) for text in (CLAIMS, FURTHER, TIES, EVENTS, CONTRADICTIONS))
        for text, count in ((ARTICLES, articles), *by_claim, (HISTORY, articles)):
            for first in range(0, count, 10_000):
                session.run(text, first=first, last=min(first + 10_000, count) - 1).consume()
            print(f"  {time.strftime('%H:%M:%S')}  {' '.join(text.split())[:60]} ...", flush=True)
        session.run(DECISIONS).consume()
        session.run("CALL db.awaitIndexes(600)").consume()
        session.run("CALL db.prepareForReplanning(600)").consume()
