// title: Who somebody is
// question: By which names and as what do articles know $actor, from when to when, and who was decided to be the same?
// param actor: entity, required
// param limit: integer = 25
// view: table
// columns: name, kind, aliases, said_to_be, first_published, last_published, articles, decided, id
// tags: actor, identity
MATCH (entity:Entity) WHERE entity.id IN $actor
OPTIONAL MATCH (article:Article)-[:MENTIONS]->(entity)
WITH entity, toString(min(article.published_on)) AS first_published,
     toString(max(article.published_on)) AS last_published
RETURN entity.name AS name, entity.kind AS kind,
  COLLECT {
    MATCH (other:Name)-[:NAMES]->(entity) WHERE other.name <> entity.name
    RETURN DISTINCT other.name AS name ORDER BY name LIMIT 25
  } AS aliases,
  COLLECT {
    MATCH (claim:Claim)-[:SUBJECT]->(entity)
    WHERE claim.predicate STARTS WITH 'be ' AND claim.polarity = 'affirmed' AND claim.modality = 'asserted'
      AND NOT coalesce(claim.passive, false)
    OPTIONAL MATCH (claim)-[:OBJECT]->(of:Entity)
    MATCH (claim)-[:EVIDENCE]->(article:Article)
    WITH substring(claim.predicate, 3) + coalesce(' ' + of.name, '') AS described,
         min(article.published_on) AS first, max(article.published_on) AS last, count(DISTINCT article) AS articles
    ORDER BY articles DESC, described LIMIT 25
    RETURN described + CASE WHEN first IS NULL THEN '' WHEN first = last THEN ' (' + toString(first) + ')'
                            ELSE ' (' + toString(first) + ' to ' + toString(last) + ')' END AS told
  } AS said_to_be,
  first_published, last_published,
  entity.articles AS articles,
  COLLECT {
    MATCH (entity)-[:STANDS_FOR]->(one:Identity)-[decision:SAME_AS|NOT_SAME_AS]-(other:Identity)
    RETURN DISTINCT CASE type(decision) WHEN 'SAME_AS' THEN 'same as ' ELSE 'not ' END + other.name AS told ORDER BY told
  } AS decided,
  entity.id AS id
ORDER BY name, id
LIMIT $limit
