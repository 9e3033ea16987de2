"""Which known entity a cluster of mentions is, if any: the best candidate by its names, kind and context."""

from graphkit.resolve.beside import Beside, Name, beside
from graphkit.resolve.clusters import Cluster
from graphkit.resolve.context import Context
from graphkit.resolve.gazetteer import Entry, Gazetteer
from graphkit.resolve.names import normalised, without_legal_form
from graphkit.resolve.people import person
from graphkit.resolve.rank import best


def link(cluster: Cluster, context: Context, gazetteer: Gazetteer) -> Entry | None:
    """The known entity, or None: unknown, or too many could be meant."""
    if cluster.kind == "Person":
        return person(cluster, context, gazetteer) or _mistaken_person(cluster, context, gazetteer)
    for text in _telling(cluster):
        found = best(named(text, cluster, context), context, gazetteer)
        if found is not None:
            return found
    return person(cluster, context, gazetteer) if cluster.kind is None else None


def named(text: str, cluster: Cluster, context: Context) -> Name:
    """A name of a cluster with all places it stands at."""
    return Name(text, cluster.kind, stands(text, cluster, context), _company(cluster))


def stands(text: str, cluster: Cluster, context: Context) -> tuple[Beside, ...]:
    """What stands beside each place of a name."""
    return tuple(beside(context.text, m.start, m.end) for m in cluster.names if m.text == text)


def _company(cluster: Cluster) -> bool:
    """Whether one of its names has a legal form: "Madeira Inc" is no island."""
    return any(without_legal_form(name) != normalised(name) for name in cluster.longest())


def _telling(cluster: Cluster) -> list[str]:
    """Its names but those that are words of a longer one of it: *Georgia* of Georgia Power isn't Georgia."""
    telling: list[str] = []
    longer: list[str] = []
    for name in cluster.longest():
        words = f" {without_legal_form(name)} "
        if not any(words in other and words != other for other in longer):
            telling.append(name)
        longer.append(words)
    return telling


def _mistaken_person(cluster: Cluster, context: Context, gazetteer: Gazetteer) -> Entry | None:
    """A country, body or full name of something else that the reader took for a person."""
    if any(mention.title for mention in cluster.names):
        return None
    for text in _telling(cluster):
        found = best(Name(text, "Person", stands(text, cluster, context)), context, gazetteer)
        if found is not None and found.kind in {"Country", "Organization"}:
            return found
    return None
