// title: Evidence for an edge
// question: On which words do the edges from $subject to $object rest?
// param subject: entity, required
// param object: entity, required
// param limit: integer = 100
// view: table
// columns: relation, claim, certainty, said_by, quote, published, title, source, start, end
// tags: evidence
MATCH (subject:Entity) WHERE subject.id IN $subject
WITH DISTINCT subject
MATCH (subject)-[edge:!MENTIONS&!NAMES&!SUBJECT&!OBJECT&!SAID_BY&!PLACE&!ABOUT&!ACTOR&!TARGET&!AT]-(object:Entity)
WHERE object.id IN $object
  // An edge without direction (a meeting) also answers to the way round its claims are worded.
  AND (startNode(edge) = subject OR EXISTS { (:Claim {edge: edge.key, subject_id: subject.id}) })
MATCH (claim:Claim {edge: edge.key})-[evidence:EVIDENCE]->(article:Article)
OPTIONAL MATCH (claim)-[:SAID_BY]->(speaker:Entity)
RETURN claim.relation AS relation, claim.name AS claim, edge.certainty AS certainty, speaker.name AS said_by,
       evidence.quote AS quote, article.published AS published, article.name AS title,
       coalesce(article.url, article.path) AS source, evidence.start AS start, evidence.end AS end
ORDER BY edge.articles DESC, edge.key, article.published_on IS NULL, article.published_on, article.id,
         evidence.start, evidence.key
LIMIT $limit
