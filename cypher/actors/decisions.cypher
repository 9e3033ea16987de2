// title: Who was decided to be one, or two
// question: Which ids were decided to be one entity or two, by whom and why, and which entity stands for them now?
// param limit: integer = 100
// view: table
// columns: decision, one, other, reason, score, by, at, entity, id, other id
MATCH (one:Identity)-[decision:SAME_AS|NOT_SAME_AS]->(other:Identity)
OPTIONAL MATCH (entity:Entity)-[:STANDS_FOR]->(one)
RETURN type(decision) AS decision, one.name AS one, other.name AS other, decision.reason AS reason,
       decision.score AS score, decision.by AS by, decision.at AS at, entity.name AS entity,
       one.id AS id, other.id AS `other id`
ORDER BY at DESC, id, `other id`
LIMIT $limit
