"""Names many countries' bodies have: "Supreme Court", "Foreign Ministry", "Republican Party"."""

from graphkit.resolve.names import normalised

SMALL = frozenset({"of", "the", "and", "for", "s"})
WORDS = frozenset(
    (
        "administration", "affairs", "agency", "agriculture", "air", "appeal", "appeals", "armed", "army",
        "assembly", "authority", "bank", "border", "bureau", "cabinet", "central", "centre", "center",
        "chamber", "city", "civil", "coalition", "coast", "commission", "committee", "communist",
        "community", "congress", "conservative", "constituent", "constitutional", "corps", "council",
        "county", "court", "customs", "defence", "defense", "democratic", "democrats", "department",
        "deputies", "development", "district", "economy", "education", "election", "electoral", "energy",
        "environment", "federal", "federation", "finance", "fire", "force", "forces", "foreign", "general",
        "government", "governing", "green", "greens", "guard", "guards", "health", "high", "home", "house",
        "housing", "human", "immigration", "independent", "information", "intelligence", "interior",
        "internal", "justice", "labor", "labour", "land", "lands", "law", "left", "legislative",
        "liberal", "liberation", "lower", "medical", "military", "ministry", "monarchy", "municipal",
        "national", "nationalist", "naval", "navy", "office", "opposition", "parliament", "party",
        "peoples", "police", "popular", "presidency", "press", "prison", "progressive", "prosecutors",
        "public", "radical", "railways", "red", "regional", "representatives", "republic", "republican",
        "republicans", "revenue", "revolutionary", "right", "rights", "ruling", "security", "senate",
        "service", "services", "social", "socialist", "socialists", "staff", "state", "statistics",
        "supreme", "tax", "trade", "transport", "transportation", "treasury", "tribunal", "union",
        "united", "university", "upper", "welfare", "workers", "works", "youth",
    )
)  # fmt: skip


def generic(name: str) -> bool:
    """Whether a body's name says only what kind of body it is, not whose."""
    words = [word for word in normalised(name).split() if word not in SMALL]
    return bool(words) and all(word in WORDS for word in words)
