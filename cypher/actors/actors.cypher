// title: Actors
// question: Who is in the graph, and in how many articles?
// param kind: string
// param limit: integer = 50
// view: table
// columns: actor, kind, articles, also_called, id
// tags: actor
MATCH (actor:Actor)
WHERE $kind IS NULL OR actor.kind = $kind
WITH actor
ORDER BY actor.articles DESC, actor.name, actor.id
LIMIT $limit
RETURN actor.name AS actor, actor.kind AS kind, actor.articles AS articles,
       COLLECT {
         MATCH (actor)<-[:NAMES]-(name:Name) WHERE name.name <> actor.name
         RETURN DISTINCT name.name ORDER BY name.name LIMIT 10
       } AS also_called, actor.id AS id
ORDER BY articles DESC, actor, id
