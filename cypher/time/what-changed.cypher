// title: What changed
// question: What was reported of $actor for the first time between $from and $to, and did it contradict what was there?
// param actor: entity, required
// param from: date
// param to: date
// param limit: integer = 50
// view: table
// columns: first_reported, claim, opposes, said_by, quote, title, source
// tags: time, new, contradiction
MATCH (actor:Entity) WHERE actor.id IN $actor
MATCH (told:Claim)-[:SUBJECT|OBJECT|SAID_BY]->(actor)
WITH DISTINCT told
MATCH (told)-[evidence:EVIDENCE]->(article:Article)
WHERE article.published_on IS NOT NULL
WITH told, evidence, article ORDER BY article.published_on, article.id, evidence.start, evidence.key
WITH told, collect({evidence: evidence, article: article})[0] AS first
WHERE ($from IS NULL OR first.article.published_on >= date($from))
  AND ($to IS NULL OR first.article.published_on <= date($to))
WITH told, first ORDER BY first.article.published_on DESC, told.id LIMIT $limit
OPTIONAL MATCH (told)-[:SAID_BY]->(speaker:Entity)
RETURN first.article.published_on AS first_reported, told.name AS claim,
       COLLECT {
         MATCH (other:Claim)-[:EVIDENCE]->(earlier:Article)
         WHERE other.subject_id = told.subject_id AND other.object_id = told.object_id
           AND other.predicate = told.predicate AND other.polarity <> told.polarity
           AND earlier.published_on < first.article.published_on
         RETURN DISTINCT other.name ORDER BY other.name LIMIT 3
       } AS opposes,
       speaker.name AS said_by, first.evidence.quote AS quote, first.article.name AS title,
       coalesce(first.article.url, first.article.path) AS source
ORDER BY first_reported DESC, told.id
