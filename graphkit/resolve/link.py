"""Which known entity a cluster of mentions is, if any: the best candidate by its names, kind and context."""

from graphkit.resolve.clusters import Cluster
from graphkit.resolve.context import Context
from graphkit.resolve.gazetteer import Entry, Gazetteer
from graphkit.resolve.names import normalised, person_parts, without_legal_form
from graphkit.resolve.people import person

# Bodies many countries have: whose is meant, only the article can say.
COMMON = frozenset(
    (
        "army", "assembly", "cabinet", "congress", "conservatives", "council", "court", "democrats",
        "department", "duma", "government", "guard", "house", "labour", "labor", "ministry", "office",
        "parliament", "party", "police", "representatives", "republicans", "senate",
    )
)  # fmt: skip
PRIOR = {"Country": 9.0, "Organization": 6.0, "Place": 1.0}
IN_CONTEXT = 2.0
CAPITAL = 2.0


def link(cluster: Cluster, context: Context, gazetteer: Gazetteer) -> Entry | None:
    """The known entity, or None: unknown, or too many could be meant."""
    if cluster.kind == "Person":
        return person(cluster, context, gazetteer) or _mistaken_person(cluster, context, gazetteer)
    for name in cluster.longest():
        found = best(name, cluster.kind, context, gazetteer)
        if found is not None:
            return found
    return person(cluster, context, gazetteer) if cluster.kind is None else None


def best(name: str, kind: str | None, context: Context, gazetteer: Gazetteer) -> Entry | None:
    """The likeliest bearer of exactly this name, people aside where the reader says it's no person."""
    candidates = gazetteer.candidates(name) or gazetteer.candidates(without_legal_form(name))
    allowed = [entry for entry in candidates if _allowed(entry, name, kind, context)]
    if not allowed:
        return None
    return max(allowed, key=lambda entry: (_score(entry, context), entry.id))


def _mistaken_person(cluster: Cluster, context: Context, gazetteer: Gazetteer) -> Entry | None:
    """A country, body or full name of something else that the reader took for a person."""
    if any(mention.title for mention in cluster.names):
        return None
    for name in cluster.longest():
        found = best(name, None, context, gazetteer)
        if found is not None and found.kind in {"Country", "Organization"}:
            return found
    return None


def _allowed(entry: Entry, name: str, kind: str | None, context: Context) -> bool:
    if entry.kind == "Person":
        return kind == "Person" or len(person_parts(name)) > 1
    if entry.kind == "Organization" and entry.country and _common(name) and name != entry.name:
        return entry.country in context.named
    return True


def _common(name: str) -> bool:
    return normalised(name).rsplit(" ", 1)[-1] in COMMON


def _score(entry: Entry, context: Context) -> float:
    """How likely a bearer is meant: countries before bodies before towns, towns by size and neighbourhood."""
    score = PRIOR.get(entry.kind, 3.0) + len(str(entry.population)) * 0.5
    score += IN_CONTEXT * (entry.country in context.named if entry.country else 0)
    return score + CAPITAL * ("capital" in entry.roles)
