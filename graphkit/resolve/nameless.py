"""Whom an article speaks of without a name: by office, as somebody of its own, or as a concept."""

from collections.abc import Iterable

from graphkit.model import Mention
from graphkit.resolve.clusters import Cluster
from graphkit.resolve.gazetteer import Entry, Gazetteer
from graphkit.resolve.naming import Referent, common, known, unnamed, unresolved
from graphkit.resolve.referents import Referents
from graphkit.resolve.roles import holder

SOMEBODIES = frozenset({"Person", "Group", "Organization"})


def nameless(
    cluster: Cluster, found: Referents, gazetteer: Gazetteer
) -> Iterable[tuple[Mention, Referent | None]]:
    """Each mention with what it refers to; None where its phrase knows more than its head.

    Whoever holds the office it names is known. Somebody spoken of more than once ("a man ... he") is one of
    this article, not the concept of all men.
    """
    nominals = [mention for mention in cluster.mentions if mention.kind == "nominal"]
    entry = _in_office(nominals, found, gazetteer)
    if entry is not None:
        yield from ((mention, known(entry)) for mention in cluster.mentions)
    elif nominals and len(cluster.mentions) > 1 and cluster.kind in SOMEBODIES:
        somebody = unnamed(nominals[0], cluster.kind, found.context.article)
        yield from ((mention, somebody) for mention in cluster.mentions)
    else:
        yield from _concepts(cluster, found)


def _in_office(nominals: Iterable[Mention], found: Referents, gazetteer: Gazetteer) -> Entry | None:
    """The one its nominals agree on."""
    entries = {
        entry.id: entry for one in nominals if (entry := holder(one, found.context, gazetteer)) is not None
    }
    return next(iter(entries.values())) if len(entries) == 1 else None


def _concepts(cluster: Cluster, found: Referents) -> Iterable[tuple[Mention, Referent | None]]:
    """Nominals are Concepts of their phrase; a pronoun is what the nearest nominal before it is."""
    latest: Referent | None = None
    nominals = [common(m.head) for m in cluster.mentions if m.kind == "nominal"]
    first = next((concept for concept in nominals if concept is not None), None)
    for mention in cluster.mentions:
        if mention.kind == "nominal":
            latest = common(mention.head) or latest
            if latest is not None and len(cluster.mentions) > 1:
                found.add(latest, mention.start, mention.end, "nominal", mention.chain)
            # The phrase knows more than the head: "ballistic missile", not "missile".
            yield mention, None
        else:
            yield mention, latest or first or _nobody(mention, found)


def _nobody(mention: Mention, found: Referents) -> Referent:
    return unresolved(mention.text, mention.start, mention.chain, found.context.article)
