// title: At a place
// question: What happened, is planned or was said in $place?
// param place: entity, required
// param from: date
// param to: date
// param limit: integer = 50
// view: table
// columns: place, claim, polarity, modality, said_by, happened, quote, published, title, source
// tags: place, time
MATCH (claim:Claim)-[:PLACE]->(place:Entity)
WHERE place.id IN $place
  AND ($from IS NULL OR claim.happened_to >= date($from)) AND ($to IS NULL OR claim.happened_from <= date($to))
MATCH (claim)-[evidence:EVIDENCE]->(article:Article)
WITH claim, place, evidence, article
ORDER BY article.published_on IS NULL, article.published_on DESC, article.id, evidence.start, evidence.key
LIMIT $limit
OPTIONAL MATCH (claim)-[:SAID_BY]->(speaker:Entity)
RETURN place.name AS place, claim.name AS claim, claim.polarity AS polarity, claim.modality AS modality,
       speaker.name AS said_by, claim.happened AS happened, evidence.quote AS quote,
       article.published AS published, article.name AS title, coalesce(article.url, article.path) AS source
ORDER BY article.published_on IS NULL, article.published_on DESC, article.id, evidence.start, evidence.key
