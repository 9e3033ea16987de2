"""What must hold between the parts of an ontology file.

Each check gives (place, complaint); none stops at its first find.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import Any

from graphkit.ontology.classes import MARK, cycles, predicates, spelt_out
from graphkit.ontology.declared import ACTOR_LABEL, ENTITY_LABEL, IDENTIFIER, Family
from graphkit.ontology.draft import Draft, Place, PlacedSense, draft
from graphkit.ontology.nearest import did_you_mean

Complaint = tuple[Place, str]

# Labels and types the store uses for itself: an entity or an edge of that name couldn't be told from them.
TAKEN_LABELS = frozenset(
    {
        ENTITY_LABEL,
        ACTOR_LABEL,
        "Article",
        "ArticleText",
        "Claim",
        "Event",
        "Publisher",
        "Run",
        "Meta",
        "Name",
        "Retraction",
        "RetractedArticle",
        "ArticleVersion",
        "Sketch",
    }
)
TAKEN_TYPES = frozenset(
    {
        "SUBJECT",
        "OBJECT",
        "SAID_BY",
        "PLACE",
        "ABOUT",
        "CONTENT",
        "EVIDENCE",
        "CONTRADICTS",
        "VERSION",
        "KEEPS",
        "MENTIONS",
        "PUBLISHED_BY",
        "LOADED_IN",
        "TEXT",
        "SAME_AS",
        "NOT_SAME_AS",
        "REPORTS",
        "ACTOR",
        "TARGET",
        "AT",
        "USES_NAME",
        "NAMES",
    }
)
SHOWN = 3
SLOTS = ("subject", "object", "with_")


def problems(data: Any) -> list[Complaint]:
    """Everything that doesn't hold in a file's values, ill-formed pieces left to the models."""
    pieces = draft(data)
    checks = (
        _names,
        _cycles,
        _families,
        _classes_known,
        _holders_known,
        _slots_known,
        _modes_known,
        _conflicts,
    )
    return [complaint for check in checks for complaint in check(pieces)]


def _names(pieces: Draft) -> Iterator[Complaint]:
    """Names become labels and relationship types, which Cypher can't take as parameters."""
    sections: tuple[tuple[str, Any, frozenset[str]], ...] = (
        ("kinds", pieces.kinds, TAKEN_LABELS),
        ("words", pieces.words, frozenset()),
        ("relations", pieces.relations, TAKEN_TYPES),
    )
    for section, names, taken in sections:
        for name in names:
            if not IDENTIFIER.fullmatch(name):
                yield (section, name), f"{section}: {name!r} isn't a name of letters, digits and _"
            if name in taken:
                yield (section, name), f"{section}: {name!r} is used by the graph itself: choose another"


def _cycles(pieces: Draft) -> Iterator[Complaint]:
    for way in cycles(pieces.words):
        yield ("words", way[0]), f"words.{way[0]} contains itself: {' -> '.join(way)}"


def _families(pieces: Draft) -> Iterator[Complaint]:
    fallbacks = [n for n, relation in pieces.relations.items() if relation.get("family") == Family.FALLBACK]
    if len(fallbacks) != 1:
        listed = ", ".join(fallbacks) or "none"
        yield (
            ("relations",),
            f"relations: one relation must have family 'fallback', there are {len(fallbacks)} ({listed})",
        )
    for name, relation in pieces.relations.items():
        event = relation.get("family") == Family.EVENT
        if event and "quad" not in relation:
            yield ("relations", name), f"relations.{name} is an event without quad: add quad: 1, 2, 3 or 4"
        for key in ("quad", "modes"):
            if key in relation and not event:
                yield ("relations", name, key), f"relations.{name} has {key}, which only an event can have"


def _classes_known(pieces: Draft) -> Iterator[Complaint]:
    for name, listed in pieces.words.items():
        for item in listed:
            if item.startswith(MARK) and item[len(MARK) :] not in pieces.words:
                yield ("words", name), _unknown_class(f"words.{name}", item, pieces)
    for placed in pieces.senses:
        for lemma in placed.sense.lemma:
            for part in lemma.split():
                if part.startswith(MARK) and part[len(MARK) :] not in pieces.words:
                    yield placed.place, _unknown_class(_name(placed), part, pieces)


def _holders_known(pieces: Draft) -> Iterator[Complaint]:
    for name, relation in pieces.relations.items():
        lemmas = relation.get("one_holder", [])
        for lemma in [lemmas] if isinstance(lemmas, str) else lemmas:
            for part in str(lemma).split():
                if part.startswith(MARK) and part[len(MARK) :] not in pieces.words:
                    place = f"relations.{name}.one_holder"
                    yield ("relations", name, "one_holder"), _unknown_class(place, part, pieces)


def _slots_known(pieces: Draft) -> Iterator[Complaint]:
    for placed in pieces.senses:
        items = [item for slot in SLOTS for item in getattr(placed.sense, slot)]
        yield from _items_known(items, placed.place, _name(placed), pieces)
    for name, relation in pieces.relations.items():
        subject = relation.get("subject", [])
        items = [item for item in ([subject] if isinstance(subject, str) else subject) if item]
        yield from _items_known(items, ("relations", name, "subject"), f"relations.{name}.subject", pieces)


def _items_known(items: list[str], place: Place, name: str, pieces: Draft) -> Iterator[Complaint]:
    for item in items:
        part = item.split()[-1]
        if part.startswith(MARK) and part[len(MARK) :] not in pieces.words:
            yield place, _unknown_class(name, part, pieces)
        elif part[0].isupper() and part not in pieces.kinds:
            yield place, f"{name}: unknown kind {part!r}{did_you_mean(part, pieces.kinds)}"


def _modes_known(pieces: Draft) -> Iterator[Complaint]:
    for placed in pieces.senses:
        mode, modes = placed.sense.mode, pieces.relations[placed.relation].get("modes")
        known = [modes] if isinstance(modes, str) else [m for m in modes or () if isinstance(m, str)]
        if mode is not None and mode not in known:
            near = did_you_mean(mode, known)
            yield placed.place, f"{_name(placed)}: mode {mode!r} isn't one of {placed.relation}{near}"


def _conflicts(pieces: Draft) -> Iterator[Complaint]:
    """Two senses of one predicate that nothing in a sentence could tell apart."""
    by_lemma: dict[tuple[str, str], list[PlacedSense]] = defaultdict(list)
    for placed in pieces.senses:
        for lemma in placed.sense.lemma:
            for predicate in predicates(lemma, pieces.words):
                by_lemma[placed.key, predicate].append(placed)
    for (_, predicate), rivals in by_lemma.items():
        for first, second in combinations(rivals, 2):
            if _alike(first, second, pieces):
                same = "twice" if first.relation == second.relation else f"also in {first.relation}"
                yield (
                    second.place,
                    f"{_name(second)}: {predicate!r} with the same conditions stands there {same}: keep one",
                )


def _alike(first: PlacedSense, second: PlacedSense, pieces: Draft) -> bool:
    """Whether neither is the narrower one where their conditions overlap."""
    sizes = [0, 0]
    for slot in SLOTS:
        ours = _spelt_out(getattr(first.sense, slot), pieces)
        theirs = _spelt_out(getattr(second.sense, slot), pieces)
        if bool(ours) != bool(theirs) or (ours and not ours & theirs):
            return False
        sizes[0] += len(ours)
        sizes[1] += len(theirs)
    return sizes[0] == sizes[1]


def _spelt_out(items: tuple[str, ...], pieces: Draft) -> set[str]:
    return {word for item in items for word in spelt_out(item, pieces.words)}


def _unknown_class(place: str, item: str, pieces: Draft) -> str:
    return f"{place}: unknown class {item!r}{did_you_mean(item[len(MARK) :], pieces.words)}"


def _name(placed: PlacedSense) -> str:
    shown = ", ".join(placed.sense.lemma[:SHOWN]) + (", ..." if len(placed.sense.lemma) > SHOWN else "")
    return f"relations.{placed.relation}.{placed.key} ({shown})"
