// title: Stealth edits
// question: Which articles changed their text after we read them, and what did each edit drop and add?
// param since: date
// param limit: integer = 50
// view: table
// columns: article, replaced, dropped, added, dropped_quotes, source, first_seen
MATCH (article:Article)-[:VERSION]->(version:ArticleVersion)
WHERE $since IS NULL OR version.replaced >= $since
OPTIONAL MATCH (article)-[:VERSION]->(later:ArticleVersion) WHERE later.replaced > version.replaced
WITH article, version, later ORDER BY later.replaced
WITH article, version, collect(later)[0] AS next
WITH article, version, CASE WHEN next IS NULL
       THEN COLLECT {
         MATCH (article)<-[evidence:EVIDENCE]-(claim:Claim)
         RETURN DISTINCT evidence.claim AS told ORDER BY told
       }
       ELSE next.told END AS told
RETURN article.name AS article, version.replaced AS replaced,
       [each IN version.told WHERE NOT each IN told] AS dropped,
       [each IN told WHERE NOT each IN version.told] AS added,
       [i IN range(0, size(version.told) - 1) WHERE NOT version.told[i] IN told | version.quotes[i]] AS dropped_quotes,
       coalesce(article.url, article.path) AS source, version.first_seen AS first_seen
ORDER BY version.replaced DESC, version.id
LIMIT $limit
