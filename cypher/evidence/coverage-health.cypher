// title: Health of the coverage
// question: How many articles, origins and claims are there of each publisher, from when to when, and what lacks a date?
// param since: date
// param limit: integer = 50
// view: table
// columns: publisher, articles, origins, claims, undated, without_claims, first, last, example, source
// tags: coverage
MATCH (article:Article)
WHERE $since IS NULL OR article.published_on >= date($since)
WITH article, COUNT { (article)<-[:EVIDENCE]-() } AS claims
WITH article.publisher AS publisher, count(*) AS articles, count(DISTINCT article.origin) AS origins,
     sum(claims) AS claims, sum(CASE WHEN article.published_on IS NULL THEN 1 ELSE 0 END) AS undated,
     sum(CASE claims WHEN 0 THEN 1 ELSE 0 END) AS without_claims, min(article.published_on) AS first,
     max(article.published_on) AS last, max(coalesce(article.published, '') + ' ' + article.id) AS latest
ORDER BY articles DESC, publisher IS NULL, publisher
LIMIT $limit
MATCH (example:Article {id: split(latest, ' ')[1]})
RETURN publisher, articles, origins, claims, undated, without_claims, first, last, example.name AS example,
       coalesce(example.url, example.path) AS source
ORDER BY articles DESC, publisher IS NULL, publisher
