// title: Events, each counted once
// question: How many events of a type were there, by whom on whom, and which articles tell of each, in which words?
// param type: string
// param actor: entity
// param target: entity
// param from: date
// param to: date
// param limit: integer = 50
// view: table
// columns: day, type, by, on, place, certainty, articles, origins, quotes, sources, matching, event
// tags: event, count
MATCH (event:Event)
WHERE ($type IS NULL OR event.relation = toUpper($type))
  AND ($actor IS NULL OR any(id IN event.sources WHERE id IN $actor))
  AND ($target IS NULL OR any(id IN event.targets WHERE id IN $target))
  AND ($from IS NULL OR event.happened_to >= date($from)) AND ($to IS NULL OR event.happened_from <= date($to))
WITH event ORDER BY event.happened_from IS NULL, event.happened_from DESC, event.articles DESC, event.id
WITH collect(event) AS events
WITH size(events) AS matching, events[..$limit] AS shown
UNWIND range(0, size(shown) - 1) AS position
WITH matching, position, shown[position] AS event
MATCH (event)<-[:REPORTS]-(claim:Claim)-[evidence:EVIDENCE]->(article:Article)
WHERE evidence.event = event.id
WITH matching, position, event, evidence, article ORDER BY article.published_on, article.id, evidence.start
WITH matching, position, event, collect(DISTINCT evidence.quote) AS quotes,
     collect(DISTINCT coalesce(article.url, article.path, article.name)) AS sources
RETURN event.happened AS day, event.relation + coalesce(' ' + event.act, '') AS type,
       COLLECT { MATCH (event)-[:ACTOR]->(who:Entity) RETURN who.name ORDER BY who.name } AS by,
       COLLECT { MATCH (event)-[:TARGET]->(whom:Entity) RETURN whom.name ORDER BY whom.name } AS on,
       COLLECT { MATCH (event)<-[:REPORTS]-(:Claim)-[:PLACE]->(at:Entity) RETURN DISTINCT at.name ORDER BY at.name } AS place,
       event.certainty AS certainty, event.articles AS articles, event.origins AS origins, quotes, sources,
       matching, event.id AS event
ORDER BY position
