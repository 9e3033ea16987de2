"""News articles in, a Neo4j knowledge graph of quoted, attributed claims out."""

__version__ = "0.1.0"
