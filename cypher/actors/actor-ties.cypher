// title: Ties of an actor
// question: To whom is $actor tied, by what, and how many articles say so?
// param actor: entity, required
// param limit: integer = 50
// view: graph
// columns: actor, tie, other, certainty, articles, quote, url
// tags: actor, network
MATCH (actor:Entity)-[tie:!MENTIONS&!NAMES&!SUBJECT&!OBJECT&!SAID_BY&!PLACE&!ABOUT&!ACTOR&!TARGET&!AT]-(other:Actor)
WHERE actor.id IN $actor
RETURN actor, tie, other, tie.certainty AS certainty, tie.articles AS articles, tie.quote AS quote,
       tie.url AS url
ORDER BY tie.articles DESC, tie.claims DESC, tie.key
LIMIT $limit
