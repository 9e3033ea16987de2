"""Rows of people: the American Congress and presidents, heads of state and government since 1990."""

import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path

import yaml

from graphkit.resolve.names import person_parts
from scripts.gazetteer_files import Record, Row, records, said

OLDEST_TERM = "1990"
LISTED_UNTIL = "2012-01"
"""CountryInfo was last brought up to date then: whoever it has in office is known to hold it until then."""
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
US_TITLES = {"prez": "president", "viceprez": "vice president", "sen": "senator", "rep": "representative"}
AMBIGUOUS = frozenset({"George Bush"})
"""Two presidents."""
SMALL_WORDS = frozenset("de la del da dos das di du von van der den bin al ul el y e ben ould".split())  # noqa: SIM905


def us_people(lists: Path) -> Iterator[tuple[Row, list[Row]]]:
    """Presidents and vice presidents since Kennedy, and the Congress of the day, with their terms."""
    congress = sorted(records(lists / "us_legislators_current.csv"), key=lambda r: (r["qid"], r["start"]))
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
    lists: Path, items: Mapping[str, str], known: dict[tuple[str, ...], Record]
) -> Iterator[tuple[Row, list[Row]]]:
    """Heads of state and government since 1990 by CountryInfo, its open terms ended by REIGN where it can.

    items: of countries, by three-letter code. known: whom another file has, by the parts of the name.
    """
    ends = _reign_ends(records(lists / "reign_leaders_2021-03.csv"))
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
