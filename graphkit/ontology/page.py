"""The ontology as a page of the documentation."""

from collections.abc import Iterator

from graphkit.ontology.declared import Family, Ontology, Relation, Sense

TITLES = {
    Family.EVENT: "Events (PLOVER)",
    Family.STRUCTURE: "How things stand",
    Family.SPEECH: "Speech and thought",
    Family.FALLBACK: "Everything else",
}
HOW = (
    "Under each relation stand its senses: *predicates, as lemmas*, then what must stand beside them (any one of the",
    "words, kinds or classes of words listed for a slot; `-` is anything, `nothing` no object), then the **mode** they",
    "tell. Classes, as `@troops`, are spelt out at the end. How a sense is chosen: [events](../events.md).",
)


def page(ontology: Ontology) -> str:
    """Markdown: each kind and relation with its description, an example and its predicates."""
    return "\n".join(_lines(ontology)) + "\n"


def _lines(ontology: Ontology) -> Iterator[str]:
    yield from ("# What the graph holds", "", "## Kinds of entity", "")
    yield from ("| kind | labels | what it is | example |", "|---|---|---|---|")
    for name, kind in ontology.kinds.items():
        yield f"| {name} | {', '.join(kind.labels(name))} | {kind.description} | {kind.example} |"
    yield from ("", "## How to read this page", "", *HOW)
    for family, title in TITLES.items():
        yield from ("", f"## {title}")
        for name, relation in ontology.relations.items():
            if relation.family == family:
                yield from _relation(name, relation)
    yield from ("", "## Classes of words", "", "| class | words |", "|---|---|")
    for name, words in ontology.words.items():
        yield f"| @{name} | {', '.join(words)} |"


def _relation(name: str, relation: Relation) -> Iterator[str]:
    yield from ("", f"### {name}", "", relation.description, "", f"> {relation.example}")
    if relation.quad is not None:
        yield from ("", f"Quad class: {relation.quad.name.lower().replace('_', ' ')}.")
    if relation.modes:
        yield from ("", f"Modes: {', '.join(relation.modes)}.")
    if relation.subject:
        yield from ("", f"Done by: {', '.join(relation.subject)}.")
    if relation.one_holder:
        yield from ("", f"True of one at a time: {', '.join(relation.one_holder)}.")
    for title, senses in (("Predicates:", relation.predicates), ("Nouns:", relation.nouns)):
        if senses:
            yield from ("", title, "", *(f"- {_sense(sense)}" for sense in senses))


def _sense(sense: Sense) -> str:
    """*lemmas*, then in brackets what must stand beside them, then the mode."""
    conditions = [
        f"{slot.rstrip('_')}: {' | '.join(getattr(sense, slot))}"
        for slot in ("subject", "object", "with_")
        if getattr(sense, slot)
    ]
    beside = f" ({'; '.join(conditions)})" if conditions else ""
    mode = f" **{sense.mode}**" if sense.mode else ""
    return f"*{', '.join(sense.lemma)}*{beside}{mode}"
