"""Names that are only part of a longer one the reader didn't see whole: *Paris* in "Paris Club"."""

from itertools import takewhile

from graphkit.resolve.beside import Beside, capital
from graphkit.resolve.names import HONORIFICS, normalised

OFFICES = HONORIFICS | frozenset(
    (
        "attorney", "chief", "commander", "commissioner", "deputy", "director", "envoy", "finance", "first",
        "foreign", "defence", "defense", "health", "home", "interior", "justice", "lawmaker", "leader", "mp",
        "prime", "speaker", "spokesman", "spokeswoman", "special", "treasury", "trade", "under", "vice",
        "ceo", "representative", "police", "army", "airways", "and", "says", "said", "on", "in", "to",
    )
)  # fmt: skip
CALENDAR = frozenset(
    (
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february",
        "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    )
)  # fmt: skip
BODIES = frozenset(
    (
        "academy", "association", "bank", "board", "boys", "centre", "center", "chamber", "church",
        "citizens", "club", "co", "college", "company", "diocese", "federation", "foundation", "institute",
        "institution", "league", "museum", "party", "retailers", "school", "scouts", "service", "society",
        "sunwear", "tour", "union", "university", "voice", "workers", "shield", "stage",
    )
)  # fmt: skip
LINKS = frozenset({"of", "de"})
SITES = frozenset(
    (
        "county",
        "province",
        "state",
        "district",
        "oblast",
        "governorate",
        "prefecture",
        "region",
        "metropolitan",
    )
)


def longer(name: str, stand: Beside, *, named_after: bool) -> str | None:
    """The longer name a name is part of, or None. named_after: whether another name begins right after it."""
    if stand.titled:
        return None
    before = stand.before
    if len(before) > 1 and before[-1].lower() in LINKS and _body(before[-2]):
        return f"{before[-2]} {before[-1]} {name}"
    if named_after or name.endswith("."):
        # "U.S. Last December": the dot may end the sentence as well.
        return None
    following = _following(stand)
    return " ".join((name, *following)).rstrip(".") if following else None


def branch(name: str, stand: Beside) -> str | None:
    """The longer name of a body that is one place's: "Republican Party of Kentucky"; else None."""
    after = stand.after
    if len(after) > 1 and after[0] == "of" and capital(after[1]):
        return " ".join((name, "of", *takewhile(capital, after[1:]))).rstrip(".")
    return None


def _following(stand: Beside) -> tuple[str, ...]:
    """Capitalised words right after it, where they are no title of someone and no day."""
    words = tuple(takewhile(lambda word: capital(word) and word[0].isalpha(), stand.after))
    if not words or {normalised(words[0]), normalised(words[-1])} & (OFFICES | CALENDAR):
        return ()
    return words


def _body(word: str) -> bool:
    return capital(word) and normalised(word) in BODIES


def division(stand: Beside) -> bool:
    """Whether what is meant is a part of a country: "Buenos Aires province", "the state of São Paulo"."""
    before = stand.before
    if stand.right in SITES:
        return True
    return len(before) > 1 and stand.left == "of" and before[-2].lower().removesuffix("s") in SITES
