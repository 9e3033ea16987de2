"""Whether what an article calls someone fits an office someone held."""

from collections.abc import Iterable, Iterator

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
    countries = whose(title, gazetteer)
    if countries and office.of not in countries:
        return False
    held = date is None or bool(said & PAST) or office.held_on(date)
    exact = words(office.office) <= said
    short = bool(countries) and any(word in said and office.office in full for word, full in SHORT.items())
    return held and (exact or short)


def contradicts(title: str, offices: Iterable[Office], gazetteer: Gazetteer) -> bool:
    """Whether a title names a country or body that none of the offices is of."""
    countries = whose(title, gazetteer)
    return bool(countries) and all(office.of not in countries for office in offices)


def whose(title: str, gazetteer: Gazetteer) -> frozenset[str]:
    """Ids of the countries and bodies a title names."""
    return frozenset(id_ for part in _parts(title) for id_ in _named(part, gazetteer))


def owners(title: str, gazetteer: Gazetteer) -> frozenset[str]:
    """The words of a title that name whose office it is."""
    return frozenset(word for part in _parts(title) if any(_named(part, gazetteer)) for word in words(part))


def _parts(title: str) -> Iterator[str]:
    """One to three words in a row."""
    split = title.split()
    for size in (1, 2, 3):
        for start in range(len(split) - size + 1):
            yield " ".join(split[start : start + size])


def _named(part: str, gazetteer: Gazetteer) -> Iterator[str]:
    demonym = gazetteer.demonym(part)
    if demonym is not None:
        yield demonym.entity
    if part[:1].isupper():
        yield from (e.id for e in gazetteer.candidates(part) if e.kind in {"Country", "Organization"})
