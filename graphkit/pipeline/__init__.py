"""One article through every stage, and many of them over several processes.

Nothing is imported here: the stages bring spaCy and neo4j with them, and a worker must hold BLAS to
one thread before that.
"""
