"""Companies, agencies and cities with their Wikidata items, from the package name-suggestion-index (BSD-3-Clause).

`npm pack name-suggestion-index` and unpack it: INDEX is its folder `dist`. It has the English label and description
of each item as Wikidata has them (CC0), by which the items are told apart here: what the description doesn't say for
certain is left out.
"""

import csv
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graphkit.ontology.given_names import given_names
from graphkit.resolve.generic import generic
from graphkit.resolve.identity.given import common_surname
from graphkit.resolve.names import LEGAL_FORMS, initials, normalised

SOURCE = "name-suggestion-index"
KNOWN_WELL = 3_500_000
"""Items up to this number are of what several Wikipedias had an article on; most later ones of what one has."""
KINDS = ("brands/", "operators/")
LOCAL = re.compile(
    r"\b(?:schools?|district|park|librar\w+|kindergarten|cit(?:y|ies)|town|municipal\w*|county|village|diocese|comune|"
    r"commune|borough|parish|township|regional|local|capital|family name|given name|plant|station|clinic|restaurants?|"
    r"hospital|zoo|museum|province|prefecture|former|defunct|bus|person|businessman|writer)\b",
    re.IGNORECASE,
)
"""What a description says of those no world news is about, or of what isn't a body at all."""
MAKER = re.compile(r"\b(?:company|corporation|manufacturer|maker|retailer|chain|bank)\b")
"""Without such a word a brand is what is sold, not who sells it."""
TOWN = re.compile(r"\b(?:city|capital|metropolis)\b", re.IGNORECASE)
NO_TOWN = re.compile(
    r"\b(?:district|county of|province of|commune|transit|bus|municipality in)\b", re.IGNORECASE
)
WORLD = "00"
"""What the code of the whole world begins with."""
SHORTEST = 5
"""Letters of a name of one word that tells by itself."""
ROLES = (
    ("police|force", r"\bpolice\b|\bgendarmerie\b"),
    ("bank", r"\bbank\w*\b|financial"),
    ("oil company", r"\b(?:oil|petroleum|gas)\b"),
    ("insurer", r"\binsur"),
    ("carmaker", r"\b(?:car|automobile|automotive|vehicle)s? (?:manufacturer|maker|brand|company)\b"),
    ("airline", r"\bairline"),
    ("retailer", r"\b(?:retail\w*|supermarkets?|stores?|chain)\b"),
    ("party", r"\bpolitical party\b|\bparty\b"),
    ("agency", r"\b(?:agency|department|ministry|authority)\b"),
    ("university", r"\buniversity\b"),
    (
        "company",
        r"\b(?:compan\w+|corporation|manufacturer|brand|conglomerate|enterprise|operator|provider|group)\b",
    ),
)
DIVISION = re.compile(
    r"(?:(?:federal|federated|autonomous|administrative) )?"
    r"(?:province|state|region|canton|governorate|oblast|voivodeship|autonomous community) "
    r"(?:of|in) (?:the )?(?P<country>[A-Z]\w+(?: [A-Z]\w+)?)"
)
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """An item of Wikidata as the index tells of it. codes: lower-case codes of the countries it is in."""

    id: str
    label: str
    description: str
    names: frozenset[str] = frozenset()
    codes: frozenset[str] = frozenset()


def items(index: Path) -> list[Item]:
    """All items with an English label and description, by number."""
    told = json.loads((index / "wikidata" / "wikidata.json").read_text("utf-8"))["wikidata"]
    names: dict[str, set[str]] = defaultdict(set)
    codes: dict[str, set[str]] = defaultdict(set)
    listed = json.loads((index / "json" / "nsi.json").read_text("utf-8"))["nsi"]
    for path, category in listed.items():
        for entry in category["items"] if path.startswith(KINDS) else ():
            tags = entry["tags"]
            for key in ("brand", "operator"):
                if item := tags.get(f"{key}:wikidata"):
                    shown = {entry["displayName"], tags.get("alt_name"), tags.get("official_name")}
                    names[item] |= {name for name in shown if name}
                    codes[item] |= {str(place)[:2] for place in entry["locationSet"].get("include", ())}
    return [
        Item(id_, one["label"], one["description"], frozenset(names[id_]), frozenset(codes[id_]))
        for id_, one in sorted(told.items(), key=lambda item: int(item[0][1:]))
        if one.get("label") and one.get("description")
    ]


def towns(found: list[Item]) -> dict[str, list[Item]]:
    """Items of cities, by normalised name."""
    by_name: dict[str, list[Item]] = defaultdict(list)
    for item in found:
        if TOWN.search(item.description) and not NO_TOWN.search(item.description):
            by_name[normalised(item.label)].append(item)
    return by_name


def town(listed: Mapping[str, list[Item]], name: str, within: tuple[str, ...]) -> str:
    """The item of a city: the only one of the name whose description names its country or state; else empty."""
    said = [item for item in listed.get(normalised(name), ()) if _says(item.description, within)]
    return said[0].id if len(said) == 1 else ""


def provinces(
    found: list[Item], countries: Mapping[str, str], taken: set[str], towns_: set[tuple[str, str]]
) -> Iterator[Row]:
    """Rows of provinces and the like that other lists lack: "Córdoba Province" is also "Córdoba".

    taken: items listed. towns_: normalised names of towns with their country, which a province can't have for its
    own: who writes "Utrecht" means the city.
    """
    for item in found:
        told = DIVISION.fullmatch(item.description)
        country = countries.get(told["country"]) if told is not None else None
        if country and item.id not in taken and (normalised(item.label), country) not in towns_:
            short = item.label.removesuffix(" Province")
            yield (
                item.id,
                item.label,
                "Place",
                short if short != item.label else "",
                "region",
                country,
                "",
                SOURCE,
            )


def _says(description: str, within: tuple[str, ...]) -> bool:
    return any(re.search(rf"\b{re.escape(word)}\b", description) for word in within if word)


def bodies(
    found: list[Item],
    countries: Mapping[str, str],
    codes: Mapping[str, str],
    taken: set[str],
    listed: set[str],
) -> Iterator[Row]:
    """Rows of the companies, agencies and parties known in several countries.

    countries: items of countries by name and adjective. codes: the same by code. taken: normalised names that others
    have, which can't be used here. listed: items that other files have.
    """
    chosen = [item for item in found if _chosen(item)]
    counts = Counter(key for item in chosen for key in {normalised(name) for name in _called(item)})
    for item in chosen:
        free = sorted(
            name for name in _called(item) if counts[normalised(name)] == 1 and normalised(name) not in taken
        )
        role = _role(item.description)
        if item.label in free and role and item.id not in listed:
            aliases = [name for name in free if name != item.label and not _others_too(name, item)]
            weak = [f"{name}?" for name in free if _others_too(name, item)]
            yield (
                item.id, item.label, "Organization", "|".join(aliases + weak), role,
                _country(item, countries, codes), "", SOURCE,
            )  # fmt: skip


def _chosen(item: Item) -> bool:
    return (
        int(item.id[1:]) <= KNOWN_WELL
        and bool(item.names)
        and item.label.isascii()
        and item.label[0].isupper()
        and "|" not in item.label
        and not LOCAL.search(item.description)
        and (not re.search(r"\bbrand\b", item.description) or bool(MAKER.search(item.description)))
    )


def _others_too(name: str, item: Item) -> bool:
    """Whether others are called so: by one word, by what kind of body it is, or like a person.

    One word is enough of what is known all over the world, where it is no word of the language.
    """
    parts = name.removeprefix("The ").split()
    first = normalised(parts[0])
    if generic(name) or (len(parts) == 2 and first in firsts() and parts[1].lower() not in words()):
        return True
    known = WORLD in item.codes and name == " ".join(_bare(item.label)) and len(name) >= SHORTEST
    return len(parts) == 1 and not (known and name.lower() not in words() and not common_surname(first))


@cache
def words() -> frozenset[str]:
    """Words of the language that are written small, by Debian's package wamerican (public domain)."""
    return frozenset(
        word for word in Path("/usr/share/dict/words").read_text("utf-8").split() if word.islower()
    )


@cache
def firsts() -> frozenset[str]:
    """Given names, normalised."""
    return frozenset(map(normalised, given_names()))


def _called(item: Item) -> set[str]:
    """Its label, the shorter ones of its names, and what news calls a body of the United States."""
    words = set(normalised(item.label).split())
    short = {name for name in item.names if name.isascii() and set(normalised(name).split()) < words}
    short |= {name for name in item.names if normalised(name) == initials(item.label)}
    american = item.label.removeprefix("United States ")
    if american != item.label:
        short |= {f"U.S. {american}", american}
        head, _, about = american.partition(" of ")
        if head == "Department" and " " in about:
            short |= {about, f"{about} Department"}
    bare = " ".join(_bare(item.label))
    return {
        name
        for name in {item.label, bare, *short}
        if len(normalised(name)) > 1 and not {"(", "?", "|"} & {*name}
    }


def _bare(name: str) -> list[str]:
    """Its words without "The", and without the legal form and the comma before it."""
    parts = name.removeprefix("The ").split()
    while len(parts) > 1 and normalised(parts[-1]) in LEGAL_FORMS:
        del parts[-1]
        parts[-1] = parts[-1].rstrip(",")
    return parts if parts[-1] not in {"&", "and", "of"} else name.split()


def _role(description: str) -> str:
    return next((role for role, said in ROLES if re.search(said, description, re.IGNORECASE)), "")


def _country(item: Item, countries: Mapping[str, str], codes: Mapping[str, str]) -> str:
    """The one country its description names; else the one it is in; else none."""
    left, said = item.description, set()
    for word in sorted(countries, key=lambda word: (-len(word), word)):
        if re.search(rf"\b{re.escape(word)}\b", left):
            said.add(countries[word])
            left = left.replace(word, "")
    inside = {codes[code] for code in item.codes if code in codes}
    for found in (said, inside):
        if len(found) == 1:
            return found.pop()
    return ""


def adjectives(folder: Path) -> dict[str, str]:
    """Items of countries by the adjectives and names the gazetteer's own files have."""
    found: dict[str, str] = {"US": "Q30", "American": "Q30", "Northern Ireland": "Q145"}
    for file in ("demonyms.csv", "countries.csv"):
        with (folder / file).open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                word, item = row.get("word") or row.get("name"), row.get("entity") or row.get("id")
                if word and item and row.get("kind", "Country") == "Country":
                    found.setdefault(word, item)
    return found
