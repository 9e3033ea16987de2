"""What kind of thing a name names, where the pipeline and the rest of the article may disagree."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from graphkit.model.lexicon import Lexicon
from graphkit.nlp.mentions.found import Found
from graphkit.nlp.mentions.words import BODY_NAMES, HONORIFICS, LEGAL, OFFICES

KINDS = {
    "PERSON": "Person", "ORG": "Organization", "GPE": "Place", "LOC": "Place", "FAC": "Place", "NORP": "Group",
    "EVENT": "Event", "PRODUCT": "Product", "WORK_OF_ART": "Work", "LAW": "Work",
}  # fmt: skip
WEIGHT = {"PERSON": 1.5, "GPE": 1.0, "ORG": 0.8, "NORP": 1.5}
"""How far one label of the pipeline is trusted against others of the same name; 0.5 for what isn't listed."""


def agree(names: Sequence[Found], text: str, lexicon: Lexicon) -> None:
    """Give every name its type: the lexicon's word first, then the article's majority over all places of the name."""
    by_name: dict[str, list[Found]] = defaultdict(list)
    for name in names:
        by_name[name.text(text)].append(name)
    surnames = _surnames(by_name)
    for written, places in by_name.items():
        decided = _known(written, places, lexicon) or _by_form(written, places, surnames)
        for name in places:
            name.type = decided if decided is not None else KINDS.get(name.label)


def _surnames(by_name: dict[str, list[Found]]) -> frozenset[str]:
    """Last words of names of two words or more that are mostly read as people."""
    found = set()
    for written, places in by_name.items():
        if " " in written and _vote(places) == "Person":
            found.add(written.split()[-1])
    return frozenset(found)


def _known(written: str, places: Sequence[Found], lexicon: Lexicon) -> str | None:
    if " " not in written and lexicon.is_demonym(written):
        adjective = sum(name.head.tag in {"JJ", "NNP"} for name in places) * 2 > len(places)
        return "Country" if adjective else "Group"
    return lexicon.kind(written)


def _by_form(written: str, places: Sequence[Found], surnames: frozenset[str]) -> str | None:
    words = written.lower().replace(".", "").split()
    if any(name.title and _personal(name.title) for name in places):
        return "Person"
    if len(words) == 1 and written in surnames:
        return "Person"
    if len(words) > 1 and (
        words[-1] in LEGAL or words[-1] in BODY_NAMES or words[0] in BODY_NAMES and "of" in words
    ):
        return "Organization"
    return _vote(places)


def _personal(title: str) -> bool:
    words = title.lower().replace(".", "").split()
    return any(word in HONORIFICS or word in OFFICES for word in words)


def _vote(places: Sequence[Found]) -> str | None:
    votes: Counter[str] = Counter()
    for name in places:
        kind = KINDS.get(name.label)
        if kind is not None:
            votes[kind] += WEIGHT.get(name.label, 0.5)
    if not votes:
        return None
    return max(sorted(votes), key=lambda kind: votes[kind])
