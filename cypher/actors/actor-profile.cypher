// title: Profile of an actor
// question: Who or what is $actor: names, offices, memberships, and where is that said?
// param actor: entity, required
// param limit: integer = 50
// view: table
// columns: actor, kind, also_called, articles, fact, standing, quote, published, title, source
// tags: actor, background
MATCH (actor:Entity) WHERE actor.id IN $actor
OPTIONAL MATCH (claim:Claim)-[:SUBJECT|OBJECT]->(actor)
WHERE claim.polarity = 'affirmed' AND claim.modality = 'asserted'
  AND claim.relation IN ['HOLDS_OFFICE', 'APPOINTED', 'RESIGNED', 'MEMBER_OF', 'PART_OF', 'EMPLOYED_BY', 'LOCATED_IN',
                         'LIVES_IN', 'BORN_IN', 'DIED', 'FAMILY_OF', 'STUDIED_AT', 'FOUNDED', 'OWNS', 'IS_A']
OPTIONAL MATCH (claim)-[evidence:EVIDENCE]->(article:Article)
WITH actor, claim, evidence, article
ORDER BY claim IS NULL, claim.articles DESC, claim.id, article.published_on IS NULL, article.published_on DESC,
         article.id, evidence.start, evidence.key
LIMIT $limit
RETURN actor.name AS actor, actor.kind AS kind,
       COLLECT {
         MATCH (actor)<-[:NAMES]-(name:Name) WHERE name.name <> actor.name
         RETURN DISTINCT name.name ORDER BY name.name LIMIT 10
       } AS also_called,
       actor.articles AS articles, claim.name AS fact,
       CASE WHEN claim IS NULL THEN NULL WHEN claim.speaker_id IS NULL THEN 'stated' ELSE 'attributed' END AS standing,
       evidence.quote AS quote, article.published AS published, article.name AS title,
       coalesce(article.url, article.path) AS source
