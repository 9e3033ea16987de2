"""Last words of companies' names: what they trade in."""

TRADES = frozenset(
    (
        "lines", "rail", "foods", "shipping", "copper", "mining", "logistics", "pharmaceuticals", "pharma",
        "petroleum", "telecom", "telecommunications", "shipyards", "holdings", "breweries", "cement",
        "chemicals", "textiles", "aerospace", "semiconductors", "electronics", "timber", "steelworks",
        "freight", "dairies", "ceramics", "robotics", "biotech", "airlines", "airways", "motors",
    )
)  # fmt: skip
"""Words that are hardly anybody's surname."""


def trades(name: str) -> bool:
    """Whether a name of more words than one ends in a trade: "Orion Copper", "Meridian Lines"."""
    words = name.lower().split()
    return len(words) > 1 and words[-1].strip(".,") in TRADES
