// title: Contradictions
// question: Which claims can't both be true, and in which words do articles make them?
// param actor: entity
// param limit: integer = 25
// view: table
// columns: reason, claim, quote, source, published, other_claim, other_quote, other_source, other_published
MATCH (one:Claim)-[tie:CONTRADICTS]->(other:Claim)
WHERE $actor IS NULL OR one.subject_id IN $actor OR one.object_id IN $actor
   OR other.subject_id IN $actor OR other.object_id IN $actor
MATCH (one)-[here:EVIDENCE]->(article:Article)
MATCH (other)-[there:EVIDENCE]->(other_article:Article)
// A claim tied to itself: its articles give several tolls.
WHERE one <> other OR here.toll_least < there.toll_least
WITH tie, one, other, here, article, there, other_article
ORDER BY here.confidence DESC, article.published_on, here.key, there.confidence DESC, other_article.published_on, there.key
WITH tie, one, other, collect([here, article, there, other_article])[0] AS best
WITH tie, one, other, best[0] AS here, best[1] AS article, best[2] AS there, best[3] AS other_article
RETURN tie.reason AS reason, one.name AS claim, here.quote AS quote,
       coalesce(article.url, article.path) AS source, article.published AS published,
       other.name AS other_claim, there.quote AS other_quote,
       coalesce(other_article.url, other_article.path) AS other_source, other_article.published AS other_published
ORDER BY one.origins + other.origins DESC, one.id, other.id
LIMIT $limit
