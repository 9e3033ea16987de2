"""The bulk path: extractions as files for `neo4j-admin database import`, for first loads of any size.

export(extractions, ontology, folder)      graphkit.store.bulk.export
take_in(home, folder)                      graphkit.store.server.take_in

What rests on several articles is derived when the files are in, by `graphkit.store.rebuild`.
"""
