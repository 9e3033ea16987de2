// title: Changes of position
// question: What did $actor say or do at first, and otherwise later: denied then asserted, planned then done?
// param actor: entity, required
// param limit: integer = 50
// view: table
// columns: earlier, earlier_quote, earlier_published, earlier_source, later, later_quote, later_published, later_source
// tags: time, contradiction
MATCH (before:Claim)-[was:EVIDENCE]->(first:Article)
WHERE before.subject_id IN $actor AND before.object_id IS NOT NULL
WITH DISTINCT before, was, first
MATCH (after:Claim)-[is:EVIDENCE]->(second:Article)
WHERE after.subject_id = before.subject_id AND after.object_id = before.object_id
  AND after.predicate = before.predicate
  AND (after.polarity <> before.polarity OR after.modality <> before.modality)
  AND (after.speaker_id IS NULL OR before.speaker_id IS NULL OR after.speaker_id = before.speaker_id)
  AND first.published_on < second.published_on
RETURN before.name AS earlier, was.quote AS earlier_quote, first.published AS earlier_published,
       coalesce(first.url, first.path) AS earlier_source, after.name AS later, is.quote AS later_quote,
       second.published AS later_published, coalesce(second.url, second.path) AS later_source
ORDER BY second.published_on DESC, first.published_on DESC, was.key, is.key
LIMIT $limit
