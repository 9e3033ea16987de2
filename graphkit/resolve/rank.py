"""Which of several bearers a name of a country, place or body means, or none where that stays open."""

from collections.abc import Sequence
from math import log2

from graphkit.resolve.able import able, of_a_town
from graphkit.resolve.beside import Beside, Name, capital
from graphkit.resolve.context import Context
from graphkit.resolve.gazetteer import Entry, Gazetteer
from graphkit.resolve.longer import division
from graphkit.resolve.names import normalised, without_legal_form

PRIOR = {"Country": 9.0, "Organization": 6.0, "Place": 1.0}
OTHER = 3.0
IN_CONTEXT = 2.0
CAPITAL = 2.0
LISTED = 1.0
"""For an entry with a Wikidata item: what is listed by hand is what news writes about."""
OWN_TOWN = 4.0
"""For what a town named right before lies in: "Atlanta, Georgia"."""
LAWMAKERS = frozenset(
    {"sen", "senator", "senators", "gov", "governor", "rep", "representative", "congressman"}
)
"""Who stands for a state: "Sen. Roe of New York"."""
LINKED = 0.5
"""For each time the languages double in which Wikipedia has an article on it, where that is known."""
USUAL = 30
"""Such languages of what we list by hand, where no list says."""
NAMED_AFTER = 4.0
"""What a province called after its town loses to it, where the words don't say which is meant."""
PROVINCES = 2
"""Other provinces a country's article names from which one called after its town is meant, and not the town."""
AROUND = frozenset({"suburb", "suburbs", "neighborhood", "neighbourhood", "district", "borough"})
"""What lies in or beside a town."""
LISTING = frozenset({",", "and", "or"})
MARGIN = 0.75
"""By how much the best has to lead."""
LARGE = 500_000
"""Population from which a town may be meant in an article that names nothing else of its country."""


def best(name: Name, context: Context, gazetteer: Gazetteer) -> Entry | None:
    """The bearer a name means; None where there is none or too many could be meant."""
    allowed = [entry for entry in bearers(name, gazetteer) if able(entry, name, context, gazetteer)]
    for stand in name.stands:
        allowed = _of_the_kind(_where(allowed, stand, gazetteer), name, stand, gazetteer)
        allowed = _around(allowed, stand, gazetteer)
    if not any(_spots(stand, gazetteer) for stand in name.stands):
        allowed = [entry for entry in allowed if entry.kind != "Place" or _large(entry, name.text, context)]
    allowed = _country_or_region(_provinces(allowed, name, context), name, context, gazetteer)
    if not allowed:
        return None
    scored = sorted(
        ((_score(entry, name, context, gazetteer), entry.id, entry) for entry in allowed), reverse=True
    )
    if len(scored) > 1 and _open(scored[0], scored[1]):
        return None
    return scored[0][2]


def bearers(name: Name, gazetteer: Gazetteer) -> Sequence[Entry]:
    """All of exactly this name; of a company's, also without its legal form."""
    found = gazetteer.candidates(name.text)
    if found:
        return [entry for entry in found if entry.kind == "Organization"] if name.company else found
    bodies = [
        entry for entry in gazetteer.candidates(without_legal_form(name.text)) if entry.kind == "Organization"
    ]
    return bodies or _of_its_country(name.text, gazetteer)


def _of_its_country(name: str, gazetteer: Gazetteer) -> list[Entry]:
    """ "U.S. Food and Drug Administration": the body of that name that is this country's."""
    first, _, rest = name.removeprefix("the ").removeprefix("The ").partition(" ")
    demonym = gazetteer.demonym(first)
    countries = {entry.id for entry in gazetteer.candidates(first) if entry.kind == "Country"}
    of = {demonym.entity} if demonym is not None else countries
    return (
        [e for e in gazetteer.candidates(rest) if e.kind == "Organization" and e.country in of]
        if rest
        else []
    )


def _large(entry: Entry, name: str, context: Context) -> bool:
    if entry.size >= LARGE or entry.wikidata or entry.country is None or "capital" in entry.roles:
        return True
    return entry.country in context.direct or context.places(entry.country, name) > 0


def _where(allowed: list[Entry], stand: Beside, gazetteer: Gazetteer) -> list[Entry]:
    """Those that lie where the words after a comma say: "Birmingham, Ala."."""
    spots = _spots(stand, gazetteer)
    if not spots or not any(entry.kind == "Place" for entry in allowed):
        return allowed
    return [entry for entry in allowed if any(_lies_in(entry, spot) for spot in spots)]


def _around(allowed: list[Entry], stand: Beside, gazetteer: Gazetteer) -> list[Entry]:
    """Those that lie where the town does: "the Denver suburb of Aurora"."""
    before = stand.before
    if stand.left != "of" or len(before) < 3 or before[-2].lower() not in AROUND or not capital(before[-3]):
        return allowed
    towns = [town for town in gazetteer.candidates(before[-3]) if town.kind == "Place"]
    near = [
        entry
        for entry in allowed
        if entry.kind == "Place"
        and any(entry.country == town.country and entry.region == town.region for town in towns)
    ]
    return near or allowed


def _lies_in(entry: Entry, spot: Entry) -> bool:
    if entry.kind != "Place":
        return False
    if spot.kind == "Country":
        return entry.country == spot.id
    return entry.region == spot.id or (entry.region is None and entry.country == spot.country)


def _spots(stand: Beside, gazetteer: Gazetteer) -> Sequence[Entry]:
    """The country or region named after a comma; none in an enumeration."""
    after = stand.after
    if len(after) < 2 or after[0] != "," or not after[1][:1].isupper():
        return ()
    for size in (3, 2, 1):
        words = after[1 : 1 + size]
        if not all(word[:1].isupper() for word in words) or len(words) < size:
            continue
        found = [
            e for e in gazetteer.candidates(" ".join(words)) if e.kind == "Country" or "region" in e.roles
        ]
        if found:
            following = after[1 + size : 3 + size]
            listed = bool(following) and (
                following[0] in {"and", "or", "&"} or following[1:] in {("and",), ("or",)}
            )
            return () if listed else found
    return ()


def _of_the_kind(allowed: list[Entry], name: Name, stand: Beside, gazetteer: Gazetteer) -> list[Entry]:
    """A state or province, or a town, where the words say so, whatever has its name."""
    if not any(entry.kind == "Place" for entry in allowed):
        return allowed
    if of_a_town(stand):
        return [entry for entry in allowed if "region" not in entry.roles]
    regions = [entry for entry in allowed if "region" in entry.roles]
    if division(stand) or any(_enumerated(region, name, stand, gazetteer) for region in regions):
        return regions
    return allowed


def _provinces(allowed: list[Entry], name: Name, context: Context) -> list[Entry]:
    """Those called after their towns, in an article that names other provinces of the country."""
    regions = [
        entry
        for entry in allowed
        if "region" in entry.roles
        and normalised(name.text) != normalised(entry.name)
        and context.provinces.get(entry.country or "", 0) >= PROVINCES
    ]
    return regions if regions and not any("capital" in entry.roles for entry in allowed) else allowed


def _enumerated(region: Entry, name: Name, stand: Beside, gazetteer: Gazetteer) -> bool:
    """Whether it is named right beside another province of its country: "Córdoba and Santa Fe".

    Where towns have the very name, as New York, what stands beside must be nothing but a province.
    """
    enough = any if normalised(name.text) != normalised(region.name) else all
    before, after = stand.before, stand.after
    beside = [before[-1 - size : -1] for size in (1, 2) if stand.left in LISTING]
    beside += [after[1 : 1 + size] for size in (1, 2) if stand.right in LISTING]
    for words in beside:
        found = gazetteer.candidates(" ".join(words)) if words and all(map(capital, words)) else ()
        if found and enough("region" in other.roles and other.country == region.country for other in found):
            return True
    return False


def _score(entry: Entry, name: Name, context: Context, gazetteer: Gazetteer) -> float:
    """Countries before bodies before towns; towns by size, neighbourhood and what stands before."""
    score = PRIOR.get(entry.kind, OTHER) - NAMED_AFTER * _called_after(entry, name, gazetteer)
    score += len(str(entry.size)) * 0.5 + LISTED * (entry.wikidata is not None)
    if entry.country and (entry.country in context.direct or context.places(entry.country, name.text)):
        score += IN_CONTEXT
    if any(_place_before(stand, entry, gazetteer) for stand in name.stands):
        score += OWN_TOWN
    return score + CAPITAL * ("capital" in entry.roles) + LINKED * log2(1 + _links(entry))


def _called_after(region: Entry, name: Name, gazetteer: Gazetteer) -> bool:
    """Whether a province has the name only for short, and a town of its country has it too."""
    if "region" not in region.roles or normalised(name.text) == normalised(region.name):
        return False
    return any(
        other.population and other.country == region.country and "region" not in other.roles
        for other in gazetteer.candidates(name.text)
    )


def _links(entry: Entry) -> int:
    return USUAL if entry.links is None else entry.links


def _place_before(stand: Beside, entry: Entry, gazetteer: Gazetteer) -> bool:
    before = stand.before
    if stand.left == "of" and any(word.lower().rstrip(".") in LAWMAKERS for word in before[-6:-1]):
        return "region" in entry.roles
    if len(before) < 2 or before[-1] != "," or not capital(before[-2]):
        return False
    towns = [town for town in gazetteer.candidates(before[-2]) if town.kind == "Place" and town.population]
    if entry.kind == "Country":
        return any(town.country == entry.id for town in towns)
    return "region" in entry.roles and (not towns or any(town.country == entry.country for town in towns))


def _open(first: tuple[float, str, Entry], second: tuple[float, str, Entry]) -> bool:
    """Whether the second is as likely as the first."""
    one, other = first[2], second[2]
    same_land = one.country is not None and one.country == other.country
    return not same_land and first[0] - second[0] < MARGIN


def _country_or_region(
    allowed: list[Entry], name: Name, context: Context, gazetteer: Gazetteer
) -> list[Entry]:
    """Georgia: a country and a state, neither rare in news, so the article has to say more of one of them."""
    countries = [entry for entry in allowed if entry.kind == "Country"]
    regions = [
        entry for entry in allowed if "region" in entry.roles and entry.country != _first_id(countries)
    ]
    if not countries or not regions:
        return allowed
    if any(_place_before(stand, region, gazetteer) for stand in name.stands for region in regions):
        return regions
    here = context.places(countries[0].id)
    there = max(context.places(region.country or "") for region in regions)
    if here >= max(there, 1):
        return countries
    if there:
        return regions if there > 1 else []
    abroad = context.direct - {countries[0].id} - {region.country for region in regions}
    return countries if abroad else []


def _first_id(entries: Sequence[Entry]) -> str | None:
    return entries[0].id if entries else None
