"""A plain question, answered from the graph: read like an article, matched like a pattern, never guessed."""
