"""Entries of an ontology that can never apply: they look as if they covered something, and don't."""

from collections.abc import Iterator

from graphkit.ontology.classes import MARK
from graphkit.ontology.declared import Ontology, Relation, Sense
from graphkit.ontology.draft import Place

ADJECTIVES = frozenset({"clear", "free", "in", "open", "subject"})
"""Words after *be* that are no verbs, though something else looks like their participle."""
ENDINGS = ("ed", "en", "t", "d", "n", "ne", "wn")
"""Of participles."""
Complaint = tuple[Place, str]
"""Where in the file, and what."""


def dead_entries(ontology: Ontology) -> list[Complaint]:
    """Complaints, sorted: classes and modes nobody uses, passives without a participle."""
    return sorted({*_unused(ontology), *_untold(ontology), *_bare(ontology)}, key=lambda one: one[1])


def _unused(ontology: Ontology) -> Iterator[Complaint]:
    """`words.fruit`, where no sense and no class in use names it."""
    named = {item for relation in ontology.relations.values() for item in relation.subject}
    for relation in ontology.relations.values():
        named.update(part for lemma in relation.one_holder for part in lemma.split())
        for lemma, sense in relation.senses():
            named.update(lemma.split())
            for item in (*sense.subject, *sense.object, *sense.with_):
                named.add(item.rsplit(" ", 1)[-1])
    used = {name for item in named if item.startswith(MARK) for name in _reached(item[len(MARK) :], ontology)}
    for name in ontology.words:
        if name not in used:
            yield ("words", name), f"words.{name}: no sense uses it"


def _reached(name: str, ontology: Ontology) -> Iterator[str]:
    yield name
    for item in ontology.words.get(name, ()):
        if item.startswith(MARK):
            yield from _reached(item[len(MARK) :], ontology)


def _untold(ontology: Ontology) -> Iterator[Complaint]:
    """A mode no sense has: nothing is ever read as it."""
    for name, relation in ontology.relations.items():
        told = {sense.mode for _, sense in relation.senses()}
        for mode in relation.modes:
            if mode not in told:
                yield ("relations", name, "modes"), f"relations.{name}: no sense has mode {mode!r}"


def _bare(ontology: Ontology) -> Iterator[Complaint]:
    """`be kill in` beside `be killed in`: the reader words passives with their participle."""
    known = {lemma for relation in ontology.relations.values() for lemma, _ in relation.senses()}
    passives = sorted(tuple(lemma.split()) for lemma in known if lemma.startswith("be "))
    for name, relation in ontology.relations.items():
        for place, lemma in _verbs(name, relation):
            words = tuple(lemma.split())
            if len(words) > 1 and words[0] == "be" and any(_participle(words, other) for other in passives):
                yield place, f"relations.{name}: {lemma!r} is never read so, but as a participle"


def _verbs(name: str, relation: Relation) -> Iterator[tuple[Place, str]]:
    senses: tuple[Sense, ...] = relation.predicates
    for number, sense in enumerate(senses):
        yield from ((("relations", name, "predicates", number), lemma) for lemma in sense.lemma)


def _participle(words: tuple[str, ...], other: tuple[str, ...]) -> bool:
    verb, form = words[1], other[1]
    stem = verb[:-1] if len(verb) > 3 else verb
    return (
        verb not in ADJECTIVES
        and words[2:] == other[2:]
        and form != verb
        and form.startswith(stem)
        and form.endswith(ENDINGS)
    )
