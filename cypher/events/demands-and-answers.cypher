// title: Demands and their answers
// question: What did $actor demand, and who rejected, accepted or gave in to its demands?
// param actor: entity, required
// param since: date
// param limit: integer = 50
// view: table
// columns: step, by, claim, polarity, modality, said_by, quote, published, title, source
// tags: event, diplomacy
MATCH (demander:Entity) WHERE demander.id IN $actor
MATCH (claim:Claim)-[:SUBJECT|OBJECT|ABOUT]->(demander)
WHERE (claim.relation IN ['REQUEST', 'ASKS'] AND claim.subject_id = demander.id)
   OR (claim.relation IN ['REJECT', 'AGREE', 'CONCEDE'] AND claim.subject_id <> demander.id
       AND (claim.object_id = demander.id
            OR EXISTS { (claim)-[:OBJECT]->(what:Entity) WHERE what.name =~ '(.* )?(demand|request|ultimatum|call|proposal|condition)' }))
WITH DISTINCT claim
MATCH (claim)-[evidence:EVIDENCE]->(article:Article)
WHERE $since IS NULL OR article.published_on >= date($since)
WITH claim, evidence, article
ORDER BY article.published_on IS NULL, article.published_on, article.id, evidence.start, evidence.key
LIMIT $limit
MATCH (claim)-[:SUBJECT]->(by:Entity)
OPTIONAL MATCH (claim)-[:SAID_BY]->(speaker:Entity)
RETURN CASE WHEN claim.relation IN ['REQUEST', 'ASKS'] THEN 'demand' ELSE 'answer' END AS step, by.name AS by,
       claim.name AS claim, claim.polarity AS polarity, claim.modality AS modality, speaker.name AS said_by,
       evidence.quote AS quote, article.published AS published, article.name AS title,
       coalesce(article.url, article.path) AS source
ORDER BY article.published_on IS NULL, article.published_on, article.id, evidence.start, evidence.key
