"""FollowTheMoney entities, as OpenSanctions and others publish them: one JSON object a line.

The format is that of https://followthemoney.tech: id, schema and properties, whose values are lists of strings.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from graphkit.resolve.gazetteer.facts import Fact, Found, Post, Term, Wrong
from graphkit.resolve.gazetteer.rows import Entry
from graphkit.resolve.gazetteer.tables import DATE, QID

Json = dict[str, Any]
Properties = Mapping[str, list[str]]

KINDS = {
    "Person": "Person",
    "Organization": "Organization",
    "Company": "Organization",
    "PublicBody": "Organization",
    "LegalEntity": "Organization",
    "Vessel": "Product",
    "Airplane": "Product",
    "Vehicle": "Product",
}
TERMS = {
    "Occupancy": ("holder", "post", "status"),
    "Directorship": ("director", "organization", "role"),
    "Employment": ("employee", "employer", "role"),
    "Membership": ("member", "organization", "role"),
}
"""By schema: who, of or in what, and what the office is called."""
CALLED = {"Directorship": "director", "Employment": "employee", "Membership": "member"}
COUNTRY = "country:"
"""Before a country's code: a country is no entity of these lists."""
PLACED = ("country", "jurisdiction", "nationality", "citizenship", "flag")


def facts(line: bytes) -> list[Fact]:
    """What a line says; nothing where its schema is neither of someone nor of an office.

    Wrong where it is no entity.
    """
    try:
        entity = json.loads(line)
    except ValueError as error:
        raise Wrong(f"not JSON: {error}") from error
    if not isinstance(entity, dict):
        raise Wrong("no entity: each line must be an object with id, schema and properties")
    own, schema, properties = entity.get("id"), entity.get("schema"), entity.get("properties")
    if not isinstance(own, str) or not own:
        raise Wrong("id is missing")
    if not isinstance(schema, str) or not schema:
        raise Wrong(f"{own} has no schema")
    if not isinstance(properties, dict) or not all(map(_listed, properties.values())):
        raise Wrong(f"{own}: properties must be lists of words by name")
    return list(_facts(own, schema, properties, entity.get("caption")))


def _listed(values: object) -> bool:
    return isinstance(values, list) and all(isinstance(value, str) for value in values)


def _facts(own: str, schema: str, properties: Properties, caption: object) -> Iterator[Fact]:
    if schema in KINDS:
        yield Found(own, _entry(own, schema, properties, caption if isinstance(caption, str) else ""))
    elif schema == "Position":
        names = properties.get("name", [])
        of = properties.get("organization") or [COUNTRY + c for c in properties.get("country", [])]
        if names:
            yield Post(own, names[0], tuple(of))
    elif schema in TERMS:
        yield from _terms(schema, properties)


def _terms(schema: str, properties: Properties) -> Iterator[Term]:
    who, where, what = TERMS[schema]
    called = next(iter(properties.get(what, [])), "").lower() or CALLED.get(schema, "")
    start, end = _date(properties, "startDate"), _date(properties, "endDate")
    for person in properties.get(who, []):
        for place in properties.get(where, []):
            if schema == "Occupancy":
                yield Term(person, place, "", None, start, end)
            else:
                yield Term(person, None, called, place, start, end)


def _entry(own: str, schema: str, properties: Properties, caption: str) -> Entry:
    names = list(dict.fromkeys((*properties.get("name", []), *properties.get("alias", []))))
    weak = [name for name in properties.get("weakAlias", []) if name not in names]
    name = caption if caption in names else next(iter(names), caption)
    if not name.strip():
        raise Wrong(f"{own} has no name")
    country = next((code for each in PLACED for code in properties.get(each, [])), None)
    return Entry(
        id=_id(own, properties),
        name=" ".join(name.split()),
        kind=KINDS[schema],
        aliases=tuple(" ".join(n.split()) for n in (*names, *weak) if n != name and n.strip()),
        roles=tuple(dict.fromkeys(word.lower() for word in properties.get("legalForm", []))),
        country=COUNTRY + country.lower() if country else None,
        source=_source(properties),
        weak=tuple(" ".join(name.split()) for name in weak if name.strip()),
    )


def _id(own: str, properties: Properties) -> str:
    """A Wikidata item where the list says which; else the id the list has, so that sanctions join by it."""
    items = [each for each in (*properties.get("wikidataId", []), own) if QID.fullmatch(each)]
    return f"wd:{items[0]}" if items else f"ftm:{own}"


def _source(properties: Properties) -> str:
    topics = sorted(set(properties.get("topics", [])))
    return f"followthemoney ({', '.join(topics)})" if topics else "followthemoney"


def _date(properties: Properties, each: str) -> str | None:
    dates = [date[:10] for date in properties.get(each, []) if DATE.fullmatch(date[:10])]
    return min(dates, default=None) if each == "startDate" else max(dates, default=None)
