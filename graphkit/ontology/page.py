"""The ontology as a page of the documentation."""

from collections.abc import Iterator

from graphkit.ontology.declared import Family, Ontology, Relation, Sense

TITLES = {
    Family.EVENT: "Events (PLOVER)",
    Family.STRUCTURE: "How things stand",
    Family.SPEECH: "Speech and thought",
    Family.FALLBACK: "Everything else",
}


def page(ontology: Ontology) -> str:
    """Markdown: each kind and relation with its description, an example and its predicates."""
    return "\n".join(_lines(ontology)) + "\n"


def _lines(ontology: Ontology) -> Iterator[str]:
    yield from ("# What the graph holds", "", "## Kinds of entity", "")
    yield from ("| kind | labels | what it is | example |", "|---|---|---|---|")
    for name, kind in ontology.kinds.items():
        yield f"| {name} | {', '.join(kind.labels(name))} | {kind.description} | {kind.example} |"
    for family, title in TITLES.items():
        yield from ("", f"## {title}")
        for name, relation in ontology.relations.items():
            if relation.family == family:
                yield from _relation(name, relation)


def _relation(name: str, relation: Relation) -> Iterator[str]:
    yield from ("", f"### {name}", "", relation.description, "", f"> {relation.example}")
    if relation.quad is not None:
        yield from ("", f"Quad class: {relation.quad.name.lower().replace('_', ' ')}.")
    if relation.modes:
        yield from ("", f"Modes: {', '.join(relation.modes)}.")
    if relation.predicates:
        yield from ("", f"Predicates: {'; '.join(_sense(sense) for sense in relation.predicates)}.")
    if relation.nouns:
        yield from ("", f"Nouns: {'; '.join(_sense(sense) for sense in relation.nouns)}.")


def _sense(sense: Sense) -> str:
    conditions = [
        f"{slot.rstrip('_')} {' or '.join(getattr(sense, slot))}"
        for slot in ("subject", "object", "with_")
        if getattr(sense, slot)
    ]
    mode = f" [{sense.mode}]" if sense.mode else ""
    return ", ".join(sense.lemma) + (f" ({', '.join(conditions)})" if conditions else "") + mode
