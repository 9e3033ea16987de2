// title: Threats and warnings
// question: Who threatens or warns whom, of what, as reported, with $actor where one is given?
// param actor: entity
// param since: date
// param limit: integer = 50
// view: table
// columns: actor, claim, target, polarity, modality, said_by, happened, quote, published, title, source
// tags: event, conflict, verbal
MATCH (claim:Claim)
WHERE claim.relation IN ['THREATEN']
  AND ($actor IS NULL OR claim.subject_id IN $actor OR claim.object_id IN $actor)
MATCH (claim)-[evidence:EVIDENCE]->(article:Article)
WHERE $since IS NULL OR article.published_on >= date($since)
WITH claim, evidence, article
ORDER BY article.published_on IS NULL, article.published_on DESC, article.id, evidence.start, evidence.key
LIMIT $limit
MATCH (claim)-[:SUBJECT]->(actor:Entity)
OPTIONAL MATCH (claim)-[:OBJECT]->(target:Entity)
OPTIONAL MATCH (claim)-[:SAID_BY]->(speaker:Entity)
RETURN actor.name AS actor, claim.name AS claim, target.name AS target, claim.polarity AS polarity,
       claim.modality AS modality, speaker.name AS said_by, claim.happened AS happened,
       evidence.quote AS quote, article.published AS published, article.name AS title,
       coalesce(article.url, article.path) AS source
ORDER BY article.published_on IS NULL, article.published_on DESC, article.id, evidence.start, evidence.key
