"""Which known person a name means: by full name, by surname with an office, never by likeness alone."""

from rapidfuzz.distance import JaroWinkler

from graphkit.resolve.clusters import Cluster
from graphkit.resolve.context import Context
from graphkit.resolve.gazetteer import Entry, Gazetteer
from graphkit.resolve.gender import another, styled
from graphkit.resolve.names import person_parts
from graphkit.resolve.offices import contradicts, fits

ALIKE = 0.8
"""Jaro-Winkler similarity of first names from which one may be a misspelling of the other."""


def person(cluster: Cluster, context: Context, gazetteer: Gazetteer) -> Entry | None:
    """The one known person the names can mean, or None where none or several fit."""
    longest = cluster.longest()
    parts = person_parts(longest[0])
    if not parts:
        return None
    told = styled(cluster.names)
    exact = [entry for entry in _exact(longest, len(parts), gazetteer) if not another(told, entry.name)]
    if exact:
        able = [e for e in exact if not _contradicted(e, cluster, gazetteer)]
        sure = [e for e in able if not _weak(e, longest) or supported(e, cluster, context, gazetteer)]
        return _only(sure, cluster, context, gazetteer)
    near = [
        entry
        for entry in gazetteer.people(parts[-1])
        if _alike(parts, entry) and not another(told, entry.name)
    ]
    return _only([e for e in near if supported(e, cluster, context, gazetteer)], cluster, context, gazetteer)


def _exact(longest: tuple[str, ...], size: int, gazetteer: Gazetteer) -> list[Entry]:
    """People with exactly one of the longest names; a shorter one may be anybody's."""
    found: dict[str, Entry] = {}
    for name in longest:
        if len(person_parts(name)) == size:
            entries = gazetteer.candidates(name) or gazetteer.candidates(" ".join(person_parts(name)))
            found.update((e.id, e) for e in entries if e.kind == "Person")
    return list(found.values())


def _weak(entry: Entry, names: tuple[str, ...]) -> bool:
    """Whether its names are only such as others have too: a list's "also known as", of low quality."""
    return bool(entry.weak) and all(name in entry.weak for name in names)


def _only(found: list[Entry], cluster: Cluster, context: Context, gazetteer: Gazetteer) -> Entry | None:
    """The one left, or the one whose office the article names."""
    if len(found) > 1:
        found = [entry for entry in found if supported(entry, cluster, context, gazetteer)]
    return found[0] if len(found) == 1 else None


def _alike(parts: tuple[str, ...], entry: Entry) -> bool:
    """A bare surname is like all its bearers; a first name must be nearly the same, or its initial."""
    if len(parts) == 1:
        return True
    first = parts[0]
    for name in (entry.name, *entry.aliases):
        other = person_parts(name)
        if len(other) < 2 or other[-1] != parts[-1]:
            continue
        if JaroWinkler.similarity(first, other[0]) >= ALIKE or (len(first) == 1 and first == other[0][0]):
            return True
    return False


def supported(entry: Entry, cluster: Cluster, context: Context, gazetteer: Gazetteer) -> bool:
    """Whether the article gives someone an office they held.

    Without a title a bare surname is supported by holding an office on the day of publication in a country
    or body the article names.
    """
    offices = gazetteer.offices(entry.id)
    if cluster.titles and any(
        fits(title, office, context.date, gazetteer) for title in cluster.titles for office in offices
    ):
        return True
    if len(person_parts(cluster.longest()[0])) > 1 or context.date is None:
        return False
    date = context.date
    in_office = any(office.held_on(date) and context.names(office.of) for office in offices)
    return in_office and not _contradicted(entry, cluster, gazetteer)


def _contradicted(entry: Entry, cluster: Cluster, gazetteer: Gazetteer) -> bool:
    offices = gazetteer.offices(entry.id)
    given = [mention.title for mention in cluster.names if mention.title]
    return bool(offices) and any(contradicts(title, offices, gazetteer) for title in given)
