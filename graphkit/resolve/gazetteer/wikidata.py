"""Wikidata's JSON dump: an array of entities, one a line. What of an item a gazetteer can use.

The format is that of https://www.wikidata.org/wiki/Special:MyLanguage/Wikidata:Database_download (JSON dumps) and
https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html. Subsets with the same lines, with or without
the brackets and commas, are read too.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from graphkit.resolve.gazetteer.facts import Above, Fact, Found, Post, Term, Wrong
from graphkit.resolve.gazetteer.rows import Entry

Json = dict[str, Any]

ENGLISH = ("en", "mul", "en-gb", "en-us", "en-ca")
SOURCE = "wikidata"
PLACED = ("P17", "P27", "P495")
"""Country; of a person, of citizenship; of a work, of origin."""
OF = ("P1001", "P2389", "P17")
"""Of an office: its jurisdiction, the body it directs, its country."""
HEADS = {
    "P35": "head of state",
    "P6": "head of government",
    "P169": "chief executive",
    "P488": "chair",
    "P3975": "secretary general",
    "P1037": "director",
}
"""Who heads a country or body, as the body's item says it, and what the office is called."""
PRECISE = {9: 4, 10: 7, 11: 10}
"""Wikidata's precision of a time (year, month, day) and how many characters of an ISO date are known."""
_TIME = re.compile(r"\+(\d{4}-\d{2}-\d{2})T")


def facts(line: bytes) -> list[Fact]:
    """What a line says; nothing where it is a bracket, a property, or an item without an English name.

    Wrong where it is no entity of the dump's format.
    """
    text = line.rstrip(b", \r\n")
    if text in {b"[", b"]", b""}:
        return []
    try:
        item = json.loads(text)
    except ValueError as error:
        raise Wrong(f"not JSON: {error}") from error
    if not isinstance(item, dict) or not isinstance(item.get("id"), str):
        raise Wrong("no entity of Wikidata: it has no id")
    try:
        return list(_facts(item)) if item["id"].startswith("Q") else []
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        raise Wrong(f"{item['id']} isn't as Wikidata's dump has items ({error!r})") from error


def _facts(item: Json) -> Iterator[Fact]:
    own, names = item["id"], _names(item)
    if above := tuple(_items(item, "P279")):
        yield Above(own, above)
    if not names:
        return
    classes = tuple(_items(item, "P31"))
    yield Found(own, _entry(item, names), classes)
    if of := next((found for each in OF if (found := tuple(_items(item, each)))), ()):
        yield Post(own, names[0], of)
    for statement, post in _held(item, "P39"):
        of_whom = next(iter(_qualified(statement, "P642")), None) or next(
            iter(_qualified(statement, "P1001")), None
        )
        yield Term(own, post, "", of_whom, _date(statement, "P580"), _date(statement, "P582"))
    for each, office in HEADS.items():
        for statement, person in _held(item, each):
            yield Term(person, None, office, own, _date(statement, "P580"), _date(statement, "P582"))


def _names(item: Json) -> tuple[str, ...]:
    """The English label first, then aliases and official and short names."""
    labels, aliases = item.get("labels") or {}, item.get("aliases") or {}
    name = next((labels[language]["value"] for language in ENGLISH if language in labels), None)
    if name is None:
        return ()
    others = [alias["value"] for language in ENGLISH for alias in aliases.get(language, ())]
    others += [labels[language]["value"] for language in ENGLISH if language in labels]
    for each in ("P1448", "P1813"):
        values = (value for _, value in _values(item, each))
        others += [value["text"] for value in values if value["language"] in ENGLISH]
    cleaned = (" ".join(each.split()) for each in (name, *others))
    return tuple(dict.fromkeys(each for each in cleaned if each))


def _entry(item: Json, names: tuple[str, ...]) -> Entry:
    country = next((found for each in PLACED for found in _items(item, each)), None)
    region = next(iter(_items(item, "P131")), None)
    return Entry(
        id=f"wd:{item['id']}",
        name=names[0],
        kind="",
        aliases=names[1:],
        country=f"wd:{country}" if country else None,
        population=_population(item),
        source=SOURCE,
        region=f"wd:{region}" if region else None,
        links=sum(site.endswith("wiki") for site in item.get("sitelinks") or ()),
    )


def _population(item: Json) -> int:
    """The latest; of those of one date the largest."""
    counted = [
        (_date(statement, "P585") or "", int(float(value["amount"])))
        for statement, value in _values(item, "P1082")
    ]
    return max(max(counted)[1], 0) if counted else 0


def _items(item: Json, each: str) -> Iterator[str]:
    """Items a property has as its values now; where all have ended, those it had."""
    values = _values(item, each)
    lasting = [pair for pair in values if not pair[0].get("qualifiers", {}).get("P582")]
    yield from dict.fromkeys(value["id"] for _, value in lasting or values)


def _held(item: Json, each: str) -> Iterator[tuple[Json, str]]:
    """All statements of a property with an item, past ones too: of the preferred rank and others alike."""
    for statement, value in _values(item, each, best=False):
        yield statement, value["id"]


def _values(item: Json, each: str, *, best: bool = True) -> list[tuple[Json, Any]]:
    """Statements with a known value: of the best rank there is, or of any but the deprecated."""
    statements = [s for s in (item.get("claims") or {}).get(each, ()) if s["rank"] != "deprecated"]
    if best and any(statement["rank"] == "preferred" for statement in statements):
        statements = [statement for statement in statements if statement["rank"] == "preferred"]
    told = (s for s in statements if s["mainsnak"]["snaktype"] == "value")
    return [(statement, statement["mainsnak"]["datavalue"]["value"]) for statement in told]


def _qualified(statement: Json, each: str) -> Iterator[str]:
    for snak in statement.get("qualifiers", {}).get(each, ()):
        if snak["snaktype"] == "value":
            yield snak["datavalue"]["value"]["id"]


def _date(statement: Json, each: str) -> str | None:
    """A qualifier's time as an ISO date, month or year; None where unknown, vaguer, or before our era."""
    for snak in statement.get("qualifiers", {}).get(each, ()):
        if snak["snaktype"] == "value":
            value = snak["datavalue"]["value"]
            matched, known = _TIME.match(value["time"]), PRECISE.get(value["precision"])
            if matched is not None and known is not None:
                return matched[1][:known]
    return None
