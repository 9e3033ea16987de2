// title: New ties of an actor
// question: Whom has $actor been tied to for the first time since $since, by what?
// param actor: entity, required
// param since: date
// param limit: integer = 50
// view: graph
// columns: actor, tie, other, first_published, certainty, articles, quote, url
// tags: actor, time, new
MATCH (actor:Entity)-[tie:!MENTIONS&!NAMES&!SUBJECT&!OBJECT&!SAID_BY&!PLACE&!ABOUT&!ACTOR&!TARGET&!AT]-(other:Actor)
WHERE actor.id IN $actor AND ($since IS NULL OR tie.first_published >= date($since))
RETURN actor, tie, other, tie.first_published AS first_published, tie.certainty AS certainty,
       tie.articles AS articles, tie.quote AS quote, tie.url AS url
ORDER BY tie.first_published IS NULL, tie.first_published DESC, tie.key
LIMIT $limit
