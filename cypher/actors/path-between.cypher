// title: Path between two actors
// question: By which chain of edges are $from and $to connected, on which words does each hop rest, hubs apart?
// param from: entity, required
// param to: entity, required
// param most: integer = 200
// param limit: integer = 5
// view: graph
// columns: path, steps, quotes, articles, urls
// tags: actor, network
MATCH (start:Entity) WHERE start.id IN $from
WITH collect(start) AS starts
UNWIND starts AS start
MATCH (end:Entity) WHERE end.id IN $to AND end <> start
// Only through those who act, and not through a hub that most articles mention: that connects anybody.
MATCH path = ALL SHORTEST (start)
  (()-[:!MENTIONS&!NAMES&!SUBJECT&!OBJECT&!SAID_BY&!PLACE&!ABOUT&!ACTOR&!TARGET&!AT]-
   (next:Entity WHERE next.id IN $to OR (next:Actor AND next.articles <= $most))){1,6}
  (end)
WITH path, [edge IN relationships(path) | edge.key] AS keys
RETURN path, length(path) AS steps, [edge IN relationships(path) | edge.quote] AS quotes,
       [edge IN relationships(path) | edge.article] AS articles, [edge IN relationships(path) | edge.url] AS urls
ORDER BY steps, keys
LIMIT $limit
