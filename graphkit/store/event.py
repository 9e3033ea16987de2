"""An event as rows, and as text in the evidence it follows from."""

import json
from collections.abc import Iterator

from graphkit.model import Event
from graphkit.store import declarations as d
from graphkit.store.times import period


def event_key(event: Event) -> str:
    """All that makes the event, as JSON, so that a graph can make it again from the evidence."""
    parts = (
        event.relation,
        event.act,
        event.sources,
        event.targets,
        event.place,
        event.happened,
        event.scope,
    )
    return json.dumps(parts, ensure_ascii=False, separators=(",", ":"))


def read_key(key: str) -> Event:
    """The event of a key; ValueError where it is none."""
    try:
        relation, act, sources, targets, place, happened, scope = json.loads(key)
        return Event(relation, act, tuple(sources), tuple(targets), place, happened, scope)
    except TypeError as error:
        raise ValueError(f"no event: {key}") from error


def of_event(event: Event) -> d.Properties:
    """Its properties but those its evidence settles."""
    days = period(event.happened)
    return {
        "relation": event.relation,
        "act": event.act,
        "sources": list(event.sources),
        "targets": list(event.targets),
        "place": event.place,
        "happened": event.happened,
        "happened_from": None if days is None else days.first,
        "happened_to": None if days is None else days.last,
        "happened_precision": None if days is None else days.precision,
        "scope": event.scope,
    }


def ends(event: Event) -> Iterator[tuple[d.RelationshipType, str]]:
    """Who takes part and where, each with the type of the relationship."""
    yield from ((d.ACTOR, entity) for entity in event.sources)
    yield from ((d.TARGET, entity) for entity in event.targets)
    if event.place is not None:
        yield d.AT, event.place
