"""How long each saved query takes on a graph of 100,000 articles.

    python -m benchmarks.questions [--articles 100000] [--repeat 3] [--timeout 60]

A Neo4j of its own is started in a temporary folder, filled with a generated graph that has graphkit's schema, and
thrown away. Each article makes four claims; a few of 6,000 actors are in most of them, as in the news: the first
stands in about every twentieth claim. Each query is run for actors of five ranks, from that hub to one hardly known,
once before anything is counted: planning a query for the first time is left out.
"""

import statistics
import time
from collections.abc import Iterator

from benchmarks.command import parser
from graphkit.cli.connection import scratch
from graphkit.cli.session import Session
from graphkit.errors import QueryError
from graphkit.ontology import load_ontology
from graphkit.store import Connection, schema
from graphkit.store.queries import find, run, saved_queries

RANKS = (0, 5, 50, 500, 4000)
OTHERS = {"to": 7, "object": 3, "target": 2}
"""Whom further parameters mean, by rank."""
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
MERGE (s)-[tie:TIE {key: key}]->(o)
ON CREATE SET tie += {predicate: claim.predicate, certainty: 'stated', claims: 1, articles: 1, origins: 1,
  quote: evidence.quote, article: article.id, url: article.url, first_published: article.published_on,
  last_published: article.published_on}
ON MATCH SET tie.articles = tie.articles + 1
SET claim.edge = key
"""


def fill(connection: Connection, articles: int) -> None:
    """The generated graph."""
    schema.apply(connection, load_ontology())
    with connection.driver.session(database=connection.database) as session:
        session.run(ENTITIES).consume()
        session.run(THINGS).consume()
        for text, count in ((ARTICLES, articles), *((t, articles * 4) for t in (CLAIMS, FURTHER, TIES))):
            relation = "REJECT"
            for first in range(0, count, 10_000):
                ready = text.replace(":TIE ", f":{relation} ")
                session.run(ready, first=first, last=min(first + 10_000, count) - 1).consume()
            print(f"  {time.strftime('%H:%M:%S')}  {' '.join(text.split())[:60]} ...", flush=True)
        session.run("CALL db.awaitIndexes(600)").consume()
        session.run("CALL db.prepareForReplanning(600)").consume()


def given(name: str, rank: int) -> dict[str, str | int | bool | None]:
    """Parameters of a run: entities by rank, all else as the query has it."""
    values: dict[str, str | int | bool | None] = {}
    for parameter in find(name).parameters:
        if parameter.type == "entity" and parameter.required:
            values[parameter.name] = (
                f"Place {rank % 2000}"
                if parameter.name == "place"
                else f"Actor {OTHERS.get(parameter.name, rank)}"
            )
    return values


def timed(connection: Connection, name: str, repeat: int, timeout: float) -> Iterator[float]:
    """Seconds of each run, the name looked up included; what is stopped counts as `timeout`."""
    query = find(name)
    for attempt in range(repeat + 1):
        for rank in RANKS:
            start = time.perf_counter()
            try:
                run(connection, query, given(name, rank), timeout=timeout)
                seconds = time.perf_counter() - start
            except QueryError as error:
                if "took longer" not in str(error):
                    raise
                seconds = timeout
            if attempt:
                yield seconds


def main() -> None:
    known = parser(__doc__)
    known.add_argument("--articles", type=int, default=100_000)
    known.add_argument("--repeat", type=int, default=3)
    known.add_argument("--timeout", type=float, default=60.0)
    chosen = known.parse_args()
    with scratch(Session(None, 0, "text")) as connection:
        fill(connection, chosen.articles)
        counted = connection.rows(
            "MATCH (n) WITH count(n) AS nodes MATCH ()-[r]->() RETURN nodes, count(r) AS relationships"
        )[0]
        print(
            f"{chosen.articles:,} articles: {counted['nodes']:,} nodes, {counted['relationships']:,} relationships"
        )
        print("| query | median s | slowest s |\n|---|---|---|")
        for query in saved_queries():
            seconds = list(timed(connection, query.name, chosen.repeat, chosen.timeout))
            print(f"| {query.name} | {statistics.median(seconds):.3f} | {max(seconds):.3f} |", flush=True)


if __name__ == "__main__":
    main()
