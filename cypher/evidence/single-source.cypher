// title: Resting on one source
// question: What is asserted of $actor by one independent source only, however many copies?
// param actor: entity, required
// param limit: integer = 50
// view: table
// columns: claim, origins, articles, said_by, quote, published, publisher, title, source
// tags: evidence, doubt
MATCH (actor:Entity) WHERE actor.id IN $actor
MATCH (claim:Claim)-[:SUBJECT|OBJECT]->(actor)
WHERE claim.polarity = 'affirmed' AND claim.modality = 'asserted' AND claim.origins = 1
WITH DISTINCT claim
MATCH (claim)-[evidence:EVIDENCE]->(article:Article)
WITH claim, evidence, article
ORDER BY article.published_on IS NULL, article.published_on DESC, article.id, evidence.start, evidence.key
LIMIT $limit
OPTIONAL MATCH (claim)-[:SAID_BY]->(speaker:Entity)
RETURN claim.name AS claim, claim.origins AS origins, claim.articles AS articles, speaker.name AS said_by,
       evidence.quote AS quote, article.published AS published, article.publisher AS publisher,
       article.name AS title, coalesce(article.url, article.path) AS source
ORDER BY article.published_on IS NULL, article.published_on DESC, article.id, evidence.start, evidence.key
