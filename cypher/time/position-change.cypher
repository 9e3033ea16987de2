// title: Changes of position
// question: What did $actor say or do at first, and otherwise later: denied then asserted, planned then done?
// param actor: entity, required
// param limit: integer = 50
// view: table
// columns: earlier, earlier_quote, earlier_published, earlier_source, later, later_quote, later_published, later_source
// tags: time, contradiction
MATCH (actor:Entity) WHERE actor.id IN $actor
MATCH (claim:Claim)-[:SUBJECT]->(actor) WHERE claim.object_id IS NOT NULL
MATCH (claim)-[evidence:EVIDENCE]->(article:Article) WHERE article.published_on IS NOT NULL
WITH actor, claim, evidence, article ORDER BY article.published_on, article.id, evidence.start, evidence.key
// Of each position the first place that takes it: all places with all others would be without end for a hub.
WITH actor, claim.object_id AS object, claim.predicate AS predicate, claim.polarity AS polarity,
     claim.modality AS modality, claim.speaker_id AS speaker,
     collect({claim: claim, evidence: evidence, article: article})[0] AS first
WITH actor, object, predicate, collect(first) AS positions
WHERE size(positions) > 1
UNWIND positions AS before
UNWIND positions AS after
WITH before, after
WHERE before.article.published_on < after.article.published_on
  AND (before.claim.polarity <> after.claim.polarity OR before.claim.modality <> after.claim.modality)
  AND (before.claim.speaker_id IS NULL OR after.claim.speaker_id IS NULL
       OR before.claim.speaker_id = after.claim.speaker_id)
RETURN before.claim.name AS earlier, before.evidence.quote AS earlier_quote,
       before.article.published AS earlier_published,
       coalesce(before.article.url, before.article.path) AS earlier_source, after.claim.name AS later,
       after.evidence.quote AS later_quote, after.article.published AS later_published,
       coalesce(after.article.url, after.article.path) AS later_source
ORDER BY after.article.published_on DESC, before.article.published_on DESC, before.evidence.key, after.evidence.key
LIMIT $limit
