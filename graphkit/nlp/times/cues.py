"""Which kinds of words an expression holds: a rule is tried only where all it needs is there."""

import re

_TOKEN = re.compile(r"[a-z]+|[0-9]+|[-–—/:]")
_KINDS = {
    "month": "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sept sep oct nov dec",
    "weekday": "monday tuesday wednesday thursday friday saturday sunday "
    "mon tue tues wed thu thur thurs fri sat sun",
    "season": "spring summer autumn fall winter",
    "unit": "hour hours day days week weeks fortnight fortnights month months year years "
    "decade decades century centuries",
    "weekend": "weekend",
    "day": "today yesterday tomorrow tonight morning lunchtime afternoon evening night overnight",
    "part of day": "morning afternoon evening night",
    "holiday": "christmas easter year halloween valentine patrick juneteenth armistice veterans bastille may "
    "july boxing epiphany pentecost ascension friday sunday monday tuesday wednesday thursday 11",
    "bound": "since until till til through by before after from starting beginning effective following prior "
    "ahead early soon later earlier up around circa c",
    "open": "now then time point date present",
    "range": "between from",
    "to": "to through thru until till - – — / and or",
    "part": "early mid late beginning start middle end close",
    "quarter": "quarter q",
    "nth": "first second third fourth fifth last final latter opening closing st nd rd th",
    "which": "last this next past coming current the these",
    "ago": "ago",
    "ahead": "in within",
    "after": "after before from following prior on",
    "later": "later earlier before after",
    "that": "that same following next previous preceding prior",
    "ended": "to ended ending through",
    "s": "s",
    "decade": "thirties forties fifties sixties seventies eighties nineties",
    "century": "century",
    "h": "h",
    "clock": "am pm a p noon midday gmt utc hours :",
    "odd": "every each daily weekly monthly yearly annually nightly hourly per once twice times time "
    "since before fiscal financial tax academic school fy b bc bce anniversary turn "
    "mondays tuesdays wednesdays thursdays fridays saturdays sundays black cyber super bloody giving holy",
}
_BITS = {kind: 1 << i for i, kind in enumerate((*_KINDS, "digits", "year"))}
_DIGITS, _YEAR = _BITS["digits"], _BITS["year"]
_OF: dict[str, int] = {}
for _kind, _words in _KINDS.items():
    for _word in _words.split():
        _OF[_word] = _OF.get(_word, 0) | _BITS[_kind]


def cues(*kinds: str) -> int:
    """The kinds as bits; KeyError where one is unknown."""
    return sum(_BITS[kind] for kind in kinds)


def found_in(low: str) -> int:
    """Kinds of the words of an expression in lower case, as bits; "year" means four digits."""
    kinds = 0
    for token in _TOKEN.findall(low):
        kinds |= _OF.get(token, 0)
        if token.isdigit():
            kinds |= _DIGITS | _YEAR if len(token) == 4 else _DIGITS
    return kinds
