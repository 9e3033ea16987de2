"""Rows about one id put together."""

from dataclasses import replace

from graphkit.resolve.gazetteer.rows import Entry


def joined(known: Entry, row: Entry) -> Entry:
    """Both rows' names; everything else from the higher layer, or from the row that says it first."""
    first, second = (row, known) if row.layer > known.layer else (known, row)
    names = dict.fromkeys((*first.aliases, second.name, *second.aliases))
    return replace(
        first,
        aliases=tuple(name for name in names if name != first.name),
        weak=tuple(dict.fromkeys((*first.weak, *second.weak))),
        roles=tuple(dict.fromkeys((*first.roles, *second.roles))),
        country=first.country or second.country,
        population=first.population or second.population,
        region=first.region or second.region,
        links=second.links if first.links is None else first.links,
        source=first.source,
    )
