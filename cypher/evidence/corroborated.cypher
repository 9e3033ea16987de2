// title: Corroborated
// question: What is asserted of $actor by at least $origins independent sources, in which words each?
// param actor: entity, required
// param origins: integer = 2
// param limit: integer = 50
// view: table
// columns: claim, origins, articles, said_by, quote, published, publisher, title, source
// tags: evidence
MATCH (actor:Entity) WHERE actor.id IN $actor
MATCH (claim:Claim)-[:SUBJECT|OBJECT]->(actor)
WHERE claim.polarity = 'affirmed' AND claim.modality = 'asserted' AND claim.origins >= $origins
WITH DISTINCT claim
MATCH (claim)-[evidence:EVIDENCE]->(article:Article)
WITH claim, evidence, article
ORDER BY claim.origins DESC, claim.id, article.published_on IS NULL, article.published_on DESC, article.id, evidence.start, evidence.key
LIMIT $limit
OPTIONAL MATCH (claim)-[:SAID_BY]->(speaker:Entity)
RETURN claim.name AS claim, claim.origins AS origins, claim.articles AS articles, speaker.name AS said_by,
       evidence.quote AS quote, article.published AS published, article.publisher AS publisher,
       article.name AS title, coalesce(article.url, article.path) AS source
ORDER BY origins DESC, claim, article.published_on IS NULL, article.published_on DESC, article.id, evidence.start, evidence.key
