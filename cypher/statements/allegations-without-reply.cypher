// title: Allegations without a reply
// question: What is $actor accused of, where neither it nor anybody for it is reported to answer?
// param actor: entity, required
// param since: date
// param limit: integer = 50
// view: table
// columns: accuser, claim, said_by, quote, published, title, source
// tags: statement, doubt
MATCH (claim:Claim)-[:OBJECT]->(accused:Entity)
WHERE claim.object_id IN $actor AND claim.relation = 'ACCUSE' AND claim.polarity = 'affirmed'
MATCH (claim)-[evidence:EVIDENCE]->(article:Article)
WHERE ($since IS NULL OR article.published_on >= date($since))
  AND NOT EXISTS {
    MATCH (reply:Claim)-[:EVIDENCE]->(answering:Article)
    WHERE (reply.subject_id = claim.object_id AND reply.relation IN ['DENIES', 'REJECT']
           OR reply.speaker_id = claim.object_id AND reply.polarity = 'negated'
           OR reply.subject_id = claim.object_id AND reply.polarity = 'negated' AND answering = article)
      AND (answering = article OR answering.published_on >= article.published_on)
  }
MATCH (claim)-[:SUBJECT]->(accuser:Entity)
OPTIONAL MATCH (claim)-[:SAID_BY]->(speaker:Entity)
RETURN accuser.name AS accuser, claim.name AS claim, speaker.name AS said_by, evidence.quote AS quote,
       article.published AS published, article.name AS title, coalesce(article.url, article.path) AS source
ORDER BY article.published_on IS NULL, article.published_on DESC, article.id, evidence.start, evidence.key
LIMIT $limit
