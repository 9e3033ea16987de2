// title: Who met whom
// question: Who meets or talks with whom, and who says so?
// param limit: integer = 25
// view: table
// columns: who, with, quote, published, source
MATCH (one:Entity)-[met:CONSULT]->(other:Entity)
OPTIONAL MATCH (article:Article {id: met.article})
RETURN one.name AS who, other.name AS with, met.quote AS quote, article.published AS published,
       coalesce(article.url, article.path) AS source
ORDER BY met.origins DESC, who, with, met.key
LIMIT $limit
