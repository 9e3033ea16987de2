// title: Denials
// question: What is denied, by whom, and does anybody claim it?
// param actor: entity
// param limit: integer = 25
// view: table
// columns: claim, denied_by, claimed_too, quote, published, title, source
// tags: statement, doubt
MATCH (claim:Claim {polarity: 'negated'})
WHERE $actor IS NULL OR claim.subject_id IN $actor OR claim.object_id IN $actor OR claim.speaker_id IN $actor
MATCH (claim)-[evidence:EVIDENCE]->(article:Article)
WITH claim, evidence, article
ORDER BY article.published_on IS NULL, article.published_on DESC, article.id, evidence.start, evidence.key
LIMIT $limit
OPTIONAL MATCH (claim)-[:SAID_BY]->(speaker:Entity)
RETURN claim.name AS claim, speaker.name AS denied_by,
       EXISTS {
         MATCH (other:Claim {subject_id: claim.subject_id, object_id: claim.object_id})
         WHERE other.predicate = claim.predicate AND other.polarity = 'affirmed' AND other.modality = 'asserted'
       } AS claimed_too,
       evidence.quote AS quote, article.published AS published, article.name AS title,
       coalesce(article.url, article.path) AS source
ORDER BY article.published_on IS NULL, article.published_on DESC, article.id, evidence.start, evidence.key
