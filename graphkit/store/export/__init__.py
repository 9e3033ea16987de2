"""The graph in the files of others: GraphML, JSON-LD, FollowTheMoney, CSV, Parquet.

    part = whole(connection)                  or part_of(connection, entities)      graphkit.store.export.part
    write(FORMATS["graphml"], part, place)                                          graphkit.store.export.formats

What tells one load from another (runs, times of load, paths) is left out, as in a fingerprint: equal graphs give
equal bytes, and as many nodes and relationships as `graphkit fingerprint` counts.
"""
