// title: Who did what
// question: What did $actor do, to whom, who says so, and in which words?
// param actor: entity, required
// param target: entity
// param relation: string
// param since: date
// param until: date
// param limit: integer = 25
// view: table
// columns: actor, predicate, target, said_by, quote, published, title, source
// tags: actor, event
MATCH (actor:Entity) WHERE actor.id IN $actor
MATCH (claim:Claim)-[:SUBJECT]->(actor)
WHERE claim.polarity = 'affirmed' AND claim.modality = 'asserted'
  AND ($target IS NULL OR claim.object_id IN $target)
  AND ($relation IS NULL OR claim.relation = toUpper($relation))
OPTIONAL MATCH (claim)-[:OBJECT]->(target:Entity)
OPTIONAL MATCH (claim)-[:SAID_BY]->(speaker:Entity)
MATCH (claim)-[evidence:EVIDENCE]->(article:Article)
WHERE ($since IS NULL OR article.published_on >= date($since))
  AND ($until IS NULL OR article.published_on <= date($until))
RETURN actor.name AS actor, claim.predicate AS predicate, target.name AS target, speaker.name AS said_by,
       evidence.quote AS quote, article.published AS published, article.name AS title,
       coalesce(article.url, article.path) AS source
ORDER BY article.published_on IS NULL, article.published_on DESC, article.id, evidence.start, evidence.key
LIMIT $limit
