"""A lexicon small enough to see through."""

KINDS = {
    "Russia": "Country", "Ukraine": "Country", "France": "Country", "Germany": "Country", "Kenya": "Country",
    "Chile": "Country", "Sweden": "Country", "the United States": "Country", "United States": "Country",
    "US": "Country", "NATO": "Organization", "United Nations": "Organization", "Kyiv": "Place",
    "New Zealand": "Country", "Texas": "Place", "Geneva": "Place", "Victoria": "Place",
}  # fmt: skip
DEMONYMS = frozenset(
    {"Russian", "Russians", "French", "German", "Kenyan", "Chilean", "Swedish", "Dutchman", "New Zealand"}
)
ROLES = {
    "NATO": ("alliance", "organization"),
    "Vladimir Putin": ("president", "leader"),
    "Putin": ("president", "leader"),
    "Russia": ("country", "nation", "state", "government"),
}


class SmallLexicon:
    """Knows a dozen names."""

    def kind(self, name: str) -> str | None:
        return KINDS.get(name)

    def is_demonym(self, word: str) -> bool:
        return word in DEMONYMS

    def roles(self, name: str) -> tuple[str, ...]:
        return ROLES.get(name, ())
