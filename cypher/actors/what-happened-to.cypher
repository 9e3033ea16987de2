// title: What happened to an actor
// question: Who did what to $actor (nobody, where none is named), who says so, and in which words?
// param actor: entity, required
// param since: date
// param limit: integer = 25
// view: table
// columns: doer, predicate, actor, mode, said_by, quote, published, title, source
// tags: actor, event
MATCH (actor:Entity) WHERE actor.id IN $actor
MATCH (claim:Claim)-[end:OBJECT|SUBJECT]->(actor)
WHERE claim.polarity = 'affirmed' AND claim.modality = 'asserted'
  // "Smith was arrested": the subject is who it happened to.
  AND (type(end) = 'OBJECT' OR claim.passive)
OPTIONAL MATCH (claim)-[:SUBJECT]->(doer:Entity) WHERE type(end) = 'OBJECT'
OPTIONAL MATCH (claim)-[:SAID_BY]->(speaker:Entity)
MATCH (claim)-[evidence:EVIDENCE]->(article:Article)
WHERE $since IS NULL OR article.published_on >= date($since)
RETURN doer.name AS doer, claim.predicate AS predicate, actor.name AS actor, claim.mode AS mode,
       speaker.name AS said_by, evidence.quote AS quote, article.published AS published,
       article.name AS title, coalesce(article.url, article.path) AS source
ORDER BY article.published_on IS NULL, article.published_on DESC, article.id, evidence.start, evidence.key
LIMIT $limit
