"""What an office is called, apart from whose it is: "Minister of Foreign Affairs of Kenya" is a foreign minister."""

import re
from collections.abc import Iterable

from graphkit.resolve.names import normalised

_MINISTER = re.compile(r"^(deputy |first |vice |)(minister|secretary) (?:of|for) (?:the )?(.+)$")
SAME = {"foreign affairs": "foreign", "external affairs": "foreign", "defence": "defense"}
KEPT = frozenset({"state"})
"""What a secretary of isn't turned round: secretary of state."""


def called(name: str, of: Iterable[str]) -> str:
    """An office's name in lower case without whose it is. of: the names of the country or body."""
    office = " ".join(name.split())
    for whose in sorted({*of, *map(normalised, of)}, key=lambda each: (-len(each), each)):
        office = re.sub(rf" (?:of|for) (?:the )?{re.escape(whose)}$", "", office, flags=re.IGNORECASE)
        office = re.sub(rf"^(?:the )?{re.escape(whose)}(?:'s)? ", "", office, flags=re.IGNORECASE)
    return _turned(office.lower())


def _turned(office: str) -> str:
    """ "minister of finance" as newspapers have it: "finance minister"."""
    matched = _MINISTER.match(office)
    if matched is None or matched[3] in KEPT:
        return office
    return f"{matched[1]}{SAME.get(matched[3], matched[3])} {matched[2]}"
