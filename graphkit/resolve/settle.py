"""Who or what every mention of an article refers to."""

from collections.abc import Iterable

from graphkit.model import Mention, Reading
from graphkit.ontology import Senses
from graphkit.resolve.clusters import Cluster, clusters
from graphkit.resolve.context import context
from graphkit.resolve.gazetteer import Gazetteer
from graphkit.resolve.ids import named_id
from graphkit.resolve.link import best, link
from graphkit.resolve.naming import Referent, common, known, shown, unknown, unnamed, unresolved
from graphkit.resolve.referents import Referents
from graphkit.resolve.standing import Standing, standing


def referents(reading: Reading, gazetteer: Gazetteer, kinds: frozenset[str], senses: Senses) -> Referents:
    """Every mention of a reading with what it refers to."""
    stand = standing(reading.triples, senses)
    found = Referents(context(reading.article, reading.mentions, gazetteer), kinds, stand)
    for cluster in clusters(reading.mentions, stand.called):
        for mention, referent in _settled(cluster, found, gazetteer):
            found.put(mention, referent)
    return found


def _settled(
    cluster: Cluster, found: Referents, gazetteer: Gazetteer
) -> Iterable[tuple[Mention, Referent | None]]:
    """Names by who they name; other mentions by the name before them, else the first after them."""
    if not cluster.names:
        yield from _nameless(cluster, found)
        return
    whole = _whole(cluster, found, gazetteer)
    named = {id(name): _of_name(name, whole, found, gazetteer) for name in cluster.names}
    latest = named[id(cluster.names[0])]
    for mention in cluster.mentions:
        latest = named.get(id(mention), latest)
        yield mention, latest


def _nameless(cluster: Cluster, found: Referents) -> Iterable[tuple[Mention, Referent | None]]:
    """Nominals are Concepts of their phrase; a pronoun is what the nearest nominal before it is.

    Somebody spoken of more than once ("a man ... he") is one of this article, not the concept of all men.
    """
    nominal = next((m for m in cluster.mentions if m.kind == "nominal"), None)
    somebodies = {"Person", "Group", "Organization"}
    if nominal is not None and len(cluster.mentions) > 1 and cluster.kind in somebodies:
        somebody = unnamed(nominal, cluster.kind, found.context.article)
        yield from ((mention, somebody) for mention in cluster.mentions)
        return
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
            yield (
                mention,
                latest
                or first
                or unresolved(mention.text, mention.start, mention.chain, found.context.article),
            )


def _whole(cluster: Cluster, found: Referents, gazetteer: Gazetteer) -> Referent:
    """Who the cluster as a whole is: known, or by its longest name."""
    entry = link(cluster, found.context, gazetteer)
    if entry is not None:
        return known(entry)
    name = shown(cluster.longest()[0], cluster.kind)
    return unknown(name, cluster.kind, found.kinds, found.context.article)


def _of_name(name: Mention, whole: Referent, found: Referents, gazetteer: Gazetteer) -> Referent:
    """What one name means where it stands: a demonym, a seat and a place speak for themselves."""
    if name.type != "Person":
        demonym = gazetteer.demonym(name.text)
        if demonym is not None:
            return _of_demonym(name, demonym.form, demonym.entity, whole, gazetteer)
        seat = gazetteer.seat(name.text)
        if seat is not None and whole.type != "Person":
            place = None if _acts(name, found.standing) else seat.place
            stood_for = gazetteer.entry(place or seat.stands_for)
            return known(stood_for) if stood_for else whole
        own = (
            best(name.text, name.type, found.context, gazetteer)
            if whole.type in {"Country", "Place"}
            else None
        )
        if own is not None and own.kind in {"Country", "Place"}:
            return known(own)
    return whole


def _acts(name: Mention, stand: Standing) -> bool:
    """Whether a seat means those who govern from it: "Moscow said", not "in Moscow", "hit Moscow"."""
    at = (name.start, name.end)
    return at in stand.acting or (name.acts and at not in stand.as_places)


def _of_demonym(name: Mention, form: str, entity: str, whole: Referent, gazetteer: Gazetteer) -> Referent:
    """ "Russian" is Russia's; "Russians" are a Group."""
    entry = gazetteer.entry(entity)
    if form == "adjective" and entry is not None:
        return known(entry)
    text = shown(name.text, "Group")
    return Referent(named_id("Group", text), text, "Group") if form == "people" else whole
