// title: Articles
// question: Which articles are in the graph, and how many claims does each make?
// param publisher: string
// param since: date
// param limit: integer = 50
// view: table
// columns: title, published, publisher, claims, source, id
// tags: coverage
MATCH (article:Article)
WHERE ($publisher IS NULL OR article.publisher = $publisher)
  AND ($since IS NULL OR article.published_on >= date($since))
RETURN article.name AS title, article.published AS published, article.publisher AS publisher,
       COUNT { (article)<-[:EVIDENCE]-() } AS claims, coalesce(article.url, article.path) AS source,
       article.id AS id
ORDER BY article.published_on IS NULL, article.published_on DESC, article.id
LIMIT $limit
