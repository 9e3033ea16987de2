// title: Path between two actors
// question: By which chain of edges are $from and $to connected?
// param from: entity, required
// param to: entity, required
// param limit: integer = 5
// view: graph
// columns: path, steps, quotes, articles
MATCH (start:Entity) WHERE start.id IN $from
MATCH (end:Entity) WHERE end.id IN $to AND end <> start
MATCH path = allShortestPaths((start)-[*..6]-(end))
// Only through those who act: two actors are not connected because one article mentions both.
WHERE all(node IN nodes(path)[1..-1] WHERE node:Actor) AND all(node IN nodes(path) WHERE node:Entity)
WITH path, [edge IN relationships(path) | edge.key] AS keys
RETURN path, length(path) AS steps, [edge IN relationships(path) | edge.quote] AS quotes,
       [edge IN relationships(path) | edge.article] AS articles
ORDER BY steps, keys
LIMIT $limit
