// title: What was said about an actor
// question: What did others say about $actor, and where is it reported?
// param actor: entity, required
// param since: date
// param limit: integer = 25
// view: table
// columns: speaker, claim, polarity, modality, quote, published, title, source
// tags: statement
MATCH (actor:Entity)<-[:SUBJECT|OBJECT|ABOUT]-(claim:Claim)-[:SAID_BY]->(speaker:Entity)
WHERE actor.id IN $actor AND NOT speaker.id IN $actor
WITH DISTINCT claim, speaker
MATCH (claim)-[evidence:EVIDENCE]->(article:Article)
WHERE $since IS NULL OR article.published_on >= date($since)
RETURN speaker.name AS speaker, claim.name AS claim, claim.polarity AS polarity, claim.modality AS modality,
       evidence.quote AS quote, article.published AS published, article.name AS title,
       coalesce(article.url, article.path) AS source
ORDER BY article.published_on IS NULL, article.published_on DESC, article.id, evidence.start, evidence.key
LIMIT $limit
