// title: Loads
// question: Which loads wrote to the graph, when, and how many articles stand as each wrote them?
// param limit: integer = 50
// view: table
// columns: run, started, articles, program
MATCH (run:Run)
RETURN run.id AS run, run.started AS started, COUNT { (run)<-[:LOADED_IN]-() } AS articles, run.program AS program
ORDER BY run.started DESC, run.id
LIMIT $limit
