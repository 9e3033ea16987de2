"""Items as Wikidata's JSON dump has them, for tests."""

import json
from collections.abc import Iterable
from typing import Any

Json = dict[str, Any]
PRECISION = {4: 9, 7: 10, 10: 11}


def item(own: str, name: str | None = None, *aliases: str, sites: int = 0, **claims: object) -> Json:
    """An item. claims: by property, a value or several: an item's id, a number, or a ready statement."""
    labels = {"en": {"language": "en", "value": name}} if name else {"ru": {"language": "ru", "value": "Имя"}}
    listed = [{"language": "en", "value": alias} for alias in aliases]
    return {
        "type": "item",
        "id": own,
        "labels": labels,
        "descriptions": {},
        "aliases": {"en": listed} if listed else {},
        "claims": {each: [_statement(v) for v in _several(values)] for each, values in claims.items()},
        "sitelinks": {f"l{n}wiki": {"site": f"l{n}wiki", "title": name} for n in range(sites)},
    }


def statement(value: object, rank: str = "normal", **qualifiers: str) -> Json:
    """A statement. qualifiers: by property, an item's id or an ISO date, month or year."""
    return {
        "type": "statement",
        "rank": rank,
        "mainsnak": _snak(value),
        **({"qualifiers": {each: [_snak(v)] for each, v in qualifiers.items()}} if qualifiers else {}),
    }


def dumped(*items: Json | str) -> bytes:
    """A whole dump, with a bracket before and behind and a comma after all but the last; text stands as it is."""
    lines = [each if isinstance(each, str) else json.dumps(each, ensure_ascii=False) for each in items]
    return ("[\n" + ",\n".join(lines) + "\n]\n").encode()


def _several(values: object) -> Iterable[object]:
    return values if isinstance(values, list) else [values]


def _statement(value: object) -> Json:
    return value if isinstance(value, dict) else statement(value)


def _snak(value: object) -> Json:
    if value is None:
        return {"snaktype": "somevalue"}
    return {"snaktype": "value", "datavalue": {"value": _value(value)}}


def _value(value: object) -> Json:
    if isinstance(value, int):
        return {"amount": f"+{value}", "unit": "1"}
    text = str(value)
    if text.startswith("Q"):
        return {"entity-type": "item", "id": text}
    padded = text + "-00-00"[len(text) - 4 :] if len(text) < 10 else text
    return {"time": f"+{padded}T00:00:00Z", "precision": PRECISION[len(text)]}
