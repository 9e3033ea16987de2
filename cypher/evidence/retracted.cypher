// title: Retracted articles
// question: Which articles were taken out, by whom, when and why?
// param limit: integer = 50
// view: table
// columns: article, reason, by, at, source, id
// tags: evidence
MATCH (retraction:Retraction)
RETURN retraction.name AS article, retraction.reason AS reason, retraction.by AS by, retraction.at AS at,
       coalesce(retraction.url, retraction.path) AS source, retraction.id AS id
ORDER BY retraction.at DESC, retraction.id
LIMIT $limit
