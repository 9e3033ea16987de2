// title: Timeline of an actor
// question: What did $actor do, and what was done to it, day by day?
// param actor: entity, required
// param from: date
// param to: date
// param limit: integer = 100
// view: table
// columns: day, dated_by, claim, said_by, quote, published, title, source
// tags: time, actor
MATCH (actor:Entity) WHERE actor.id IN $actor
MATCH (claim:Claim)-[:SUBJECT|OBJECT]->(actor)
WHERE claim.polarity = 'affirmed' AND claim.modality = 'asserted'
WITH DISTINCT claim
MATCH (claim)-[evidence:EVIDENCE]->(article:Article)
WITH claim, evidence, article, coalesce(claim.happened_from, article.published_on) AS day
WHERE day IS NOT NULL AND ($from IS NULL OR day >= date($from)) AND ($to IS NULL OR day <= date($to))
OPTIONAL MATCH (claim)-[:SAID_BY]->(speaker:Entity)
RETURN day, CASE WHEN claim.happened IS NULL THEN 'publication' ELSE claim.happened_precision END AS dated_by,
       claim.name AS claim, speaker.name AS said_by, evidence.quote AS quote, article.published AS published,
       article.name AS title, coalesce(article.url, article.path) AS source
ORDER BY day, article.id, evidence.start, evidence.key
LIMIT $limit
