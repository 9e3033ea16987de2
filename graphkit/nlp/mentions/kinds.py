"""What kind of thing a name names, where the pipeline, the lexicon and the rest of the article may disagree.

Each of them votes, and all places of a name in an article count together: once a person, always that person.
"""

from collections import defaultdict
from collections.abc import Sequence

from graphkit.model.lexicon import Lexicon
from graphkit.nlp.mentions.found import Found
from graphkit.nlp.mentions.words import (
    BODIES,
    BODY_NAMES,
    EITHER,
    HONORIFICS,
    LEGAL,
    OFFICES,
    OWNED,
    PEOPLE,
    PLACES,
)
from graphkit.ontology.given_names import given_names
from graphkit.ontology.trades import trades

KINDS = {
    "PERSON": "Person", "ORG": "Organization", "GPE": "Place", "LOC": "Place", "FAC": "Place",
    "NORP": "Group", "EVENT": "Occasion", "PRODUCT": "Product", "WORK_OF_ART": "Work", "LAW": "Work",
}  # fmt: skip
TRUST = {"PERSON": 1.5, "GPE": 1.0, "ORG": 0.8, "NORP": 1.5, "LOC": 0.7}
"""How much one label of the pipeline counts; 0.5 for those not listed."""
SOMEBODY = ("chman", "shman", "tsman", "woman")
"""Ends of words for one person of a nation: *Dutchman*, *Englishwoman*."""
Votes = defaultdict[str, float]
ROLES = (("Person", PEOPLE), ("Organization", BODIES), ("Place", PLACES))
SHARES = frozenset({"share", "shareholder", "stake"})
"""What one has in a company; an investor or executive may be in a town."""
LONGEST = 4
"""Words of the longest personal name."""


def agree(names: Sequence[Found], text: str, lexicon: Lexicon) -> None:
    """Give every name its type."""
    by_name: dict[str, list[Found]] = defaultdict(list)
    for name in names:
        by_name[name.text(text)].append(name)
    decided: dict[str, tuple[str | None, bool]] = {}
    surnames: set[str] = set()
    # Longer names first: they tell what a surname alone is.
    for written in sorted(by_name, key=lambda written: (-len(written.split()), written)):
        kind, _ = decided[written] = _kind(written, by_name[written], surnames, lexicon)
        words = written.split()
        if kind == "Person" and len(words) > 1:
            surnames.update((words[0], words[-1]))
    for written, places in by_name.items():
        for name in places:
            name.type, name.sure = decided[written]


def _kind(
    written: str, places: Sequence[Found], surnames: set[str], lexicon: Lexicon
) -> tuple[str | None, bool]:
    """The type, and whether more than the pipeline tells it."""
    if " " not in written and lexicon.is_demonym(written):
        if written.endswith(SOMEBODY):
            return "Person", True
        adjective = sum(name.head.tag in {"JJ", "NNP"} for name in places) * 2 > len(places)
        return "Country" if adjective else "Group", True
    known = lexicon.kind(written)
    if known == "Country":
        return known, True
    votes: Votes = defaultdict(float)
    _of_words(written, surnames, votes)
    _of_neighbours(places, votes)
    if known is not None:
        called = written in surnames or written.lower() in given_names()
        votes[known] += 1.8 if known == "Place" and called else 4
    told = votes.copy()
    _of_pipeline(places, votes)
    best = max(sorted(votes), key=lambda kind: votes[kind], default=None)
    if best is None or votes[best] <= 0:
        # Somebody unknown who acts is more often a body than a person: people's names are known to the pipeline.
        return ("Organization" if any(name.acts for name in places) else None), False
    return best, told[best] > 0


def _of_pipeline(places: Sequence[Found], votes: Votes) -> None:
    labelled = [name for name in places if name.label in KINDS]
    for name in labelled:
        # Many places must not drown what its words tell.
        votes[KINDS[name.label]] += 2.5 * TRUST.get(name.label, 0.5) / len(labelled)


def _of_words(written: str, surnames: set[str], votes: Votes) -> None:
    words = written.split()
    lows = [word.lower().strip(".,") for word in words]
    if len(words) == 1:
        votes["Person"] += 3 * (written in surnames) + 1.0 * (lows[0] in given_names())
        return
    if (
        lows[-1] in LEGAL
        or lows[-1] in BODY_NAMES
        or trades(written)
        or (lows[0] in BODY_NAMES and "of" in lows)
    ):
        votes["Organization"] += 4
    elif lows[0] in given_names() and len(words) <= LONGEST and all(word[0].isupper() for word in words):
        votes["Person"] += 2.5
    if lows[-1] in PLACES:
        votes["Place"] += 2


def _is_within_a_place(name: Found) -> bool:
    """*in Livorno, Tuscany*: what stands right behind a place, with nothing but a comma between."""
    over = name.head.head
    if name.head.dep not in {"appos", "npadvmod"} or over.entity != "GPE" or over.dep != "pobj":
        return False
    return over.head.low in {"in", "near", "from", "at"} and over.i + 2 == name.outer[0].i


def _runs_a_business(name: Found) -> bool:
    """*Marlow's chief executive*, *the founder of Marlow*, *Marlow shares*: what places seldom have."""
    head = name.head
    if head.dep in {"poss", "compound", "nmod"}:
        return head.head.lemma in OWNED
    held = head.head.head.lemma if head.dep == "pobj" else ""
    return held in (SHARES if head.head.low == "in" else OWNED if head.head.low in {"of", "at"} else ())


def _of_neighbours(places: Sequence[Found], votes: Votes) -> None:
    """Titles before, nouns beside and relative clauses after a name; what companies have counts once."""
    if any(_runs_a_business(name) for name in places):
        votes["Organization"] += 4
    for name in places:
        if name.outer[0].low == "the" and name.outer[0].i == name.first.i - 1:
            votes["Person"] -= 3
        title = set((name.title or "").lower().replace(".", " ").split())
        if title & (HONORIFICS | OFFICES) - EITHER:
            votes["Person"] += 4
        for role in sorted(name.roles - EITHER):
            kind = next((kind for kind, words in ROLES if role in words), None)
            if kind is not None:
                # *the company, Marlow Copper* leaves less doubt than what a person or a place is called.
                votes[kind] += 4 if kind == "Organization" else 2
        if _is_within_a_place(name):
            votes["Place"] += 4
        if any(w.dep == "relcl" and any(x.low == "who" for x in w.left) for w in name.head.right):
            votes["Person"] += 2
