"""What an entry is found by: the keys of its names, the same in memory and on a shelf."""

from collections.abc import Iterator

from graphkit.resolve.gazetteer.rows import Entry
from graphkit.resolve.names import key, normalised, person_parts, without_legal_form, without_middle


def name_keys(entry: Entry) -> dict[str, None]:
    """The keys of all its names, in their order: a person's also without middle initials, a body's without "Inc"."""
    return {at: None for name in (entry.name, *entry.aliases) for at in _keys(name, entry.kind) if at}


def surname_keys(entry: Entry) -> dict[str, None]:
    """The last names a person is called by; nothing of anything else."""
    if entry.kind != "Person":
        return {}
    parts = map(person_parts, (entry.name, *entry.aliases))
    return {each[-1]: None for each in parts if len(each) > 1}


def asked_keys(name: str) -> tuple[str, ...]:
    """What a name is looked up by; the second only where the first finds nothing."""
    at = key(name)
    return (at, normalised(name)) if at.startswith("=") or at.endswith(".") else (at,)


def _keys(name: str, kind: str) -> Iterator[str]:
    at = key(name)
    yield at
    if kind == "Person":
        parts = person_parts(name)
        yield " ".join(parts)
        yield " ".join(without_middle(parts))
    elif kind == "Organization" and not at.startswith("="):
        yield without_legal_form(name)
