"""Names inside longer names: *Michigan* in "University of Michigan", *Times* in "China Times"."""

from graphkit.resolve.gazetteer import Entry


def tells(entry: Entry | None) -> bool:
    """Whether an entry is so well known by its name that the name means it inside a longer one too."""
    if entry is None:
        return False
    if entry.kind == "Place":
        return "region" in entry.roles or "capital" in entry.roles or entry.wikidata is not None
    return entry.kind == "Country" or (entry.kind == "Organization" and " " in entry.name)
