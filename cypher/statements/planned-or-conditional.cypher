// title: Planned, possible, demanded or conditional
// question: What may, will, should or would $actor do, or have done to it?
// param actor: entity
// param modality: string
// param limit: integer = 25
// view: table
// columns: claim, modality, polarity, said_by, quote, published, title, source
// tags: statement, future
MATCH (claim:Claim)
WHERE claim.modality <> 'asserted' AND ($modality IS NULL OR claim.modality = $modality)
  AND ($actor IS NULL OR claim.subject_id IN $actor OR claim.object_id IN $actor)
MATCH (claim)-[evidence:EVIDENCE]->(article:Article)
WITH claim, evidence, article
ORDER BY article.published_on IS NULL, article.published_on DESC, article.id, evidence.start, evidence.key
LIMIT $limit
OPTIONAL MATCH (claim)-[:SAID_BY]->(speaker:Entity)
RETURN claim.name AS claim, claim.modality AS modality, claim.polarity AS polarity, speaker.name AS said_by,
       evidence.quote AS quote, article.published AS published, article.name AS title,
       coalesce(article.url, article.path) AS source
ORDER BY article.published_on IS NULL, article.published_on DESC, article.id, evidence.start, evidence.key
