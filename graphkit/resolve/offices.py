"""Whether what an article calls someone fits an office someone held."""

from collections.abc import Iterable

from graphkit.resolve.gazetteer import Gazetteer, Office
from graphkit.resolve.names import normalised

SPELLINGS = {
    "defence": "defense",
    "premier": "prime minister",
    "organisation": "organization",
    "fm": "foreign minister",
    "pm": "prime minister",
    "boss": "chief",
    "vice-president": "vice president",
}
PAST = frozenset({"former", "ex", "late", "then", "outgoing", "onetime"})
# What an office is called for short, when whose it is is said beside it: "the Russian leader", "NATO chief".
SHORT = {
    "leader": frozenset(
        {"president", "prime minister", "chancellor", "supreme leader", "king", "queen", "emir"}
    ),
    "chief": frozenset(
        {"secretary general", "director general", "managing director", "president", "director"}
    ),
    "head": frozenset(
        {"secretary general", "director general", "managing director", "president", "director"}
    ),
    "diplomat": frozenset({"secretary of state", "foreign minister", "foreign secretary"}),
}


def words(title: str) -> frozenset[str]:
    """Words of a title in one spelling."""
    spelt = (SPELLINGS.get(word, word) for word in normalised(title).split())
    return frozenset(word for part in spelt for word in part.split())


def fits(title: str, office: Office, date: str | None, gazetteer: Gazetteer) -> bool:
    """ "Russian Foreign Minister" fits who was Russia's foreign minister on the date (any time, if unknown).

    A title of another country doesn't fit, nor one held at another time, unless it says "former".
    """
    said = words(title)
    whose = _whose(title, gazetteer)
    if whose and office.of not in whose:
        return False
    held = date is None or bool(said & PAST) or office.held_on(date)
    exact = words(office.office) <= said
    short = bool(whose) and any(word in said and office.office in full for word, full in SHORT.items())
    return held and (exact or short)


def contradicts(title: str, offices: Iterable[Office], gazetteer: Gazetteer) -> bool:
    """Whether a title names a country or body that none of the offices is of."""
    whose = _whose(title, gazetteer)
    return bool(whose) and all(office.of not in whose for office in offices)


def _whose(title: str, gazetteer: Gazetteer) -> frozenset[str]:
    """Ids of the countries and bodies a title names."""
    found = set()
    parts = title.split()
    for size in (1, 2, 3):
        for start in range(len(parts) - size + 1):
            part = " ".join(parts[start : start + size])
            demonym = gazetteer.demonym(part)
            if demonym is not None:
                found.add(demonym.entity)
            if part[:1].isupper():
                entries = gazetteer.candidates(part)
                found |= {e.id for e in entries if e.kind in {"Country", "Organization"}}
    return frozenset(found)
