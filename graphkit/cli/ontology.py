"""`graphkit ontology`: the file of relations checked, and what it declares."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphkit.cli import tables
from graphkit.cli.exits import PARTLY
from graphkit.cli.session import Session, with_session
from graphkit.cli.words import Group, click
from graphkit.errors import UsageError

if TYPE_CHECKING:
    from graphkit.ontology import Ontology, Relation

SENSES = ("predicates", "subject", "object", "with", "mode")
RELATIONS = ("relation", "family", "quad", "modes", "predicates", "description")


@click.group("ontology", cls=Group)
def group() -> None:
    """Check and look at the relations graphkit knows.

    A file of your own is named by the setting knowledge.ontology.
    """


@group.command("check")
@click.argument(
    "file", type=click.Path(path_type=Path, exists=True, dir_okay=False), required=False, metavar="[FILE]"
)
@with_session
def check(session: Session, file: Path | None) -> int:
    """Say everything that is wrong with an ontology file, each with its line; exit code 1 where something is.

    Without FILE the one of the settings. Of a sound file it says what can never apply.
    """
    from graphkit.ontology import check_ontology

    found = check_ontology(file or session.settings().knowledge.ontology)
    for line in found:
        click.echo(line)
    session.note("nothing is wrong" if not found else f"{len(found)} problem{'s' if len(found) > 1 else ''}")
    return PARTLY if found else 0


@group.command("show")
@click.argument("relation", required=False, metavar="[RELATION]")
@tables.format_option
@with_session
def show(session: Session, relation: str | None, form: str) -> int:
    """List the relations, or the senses of one: which words mean it, and what must stand beside them."""
    from graphkit.ontology import load_ontology

    ontology = load_ontology(session.settings().knowledge.ontology)
    if relation is None:
        tables.show(_relations(ontology), RELATIONS, form)
        return 0
    name = relation.upper()
    found = ontology.relations.get(name)
    if found is None:
        raise UsageError(f"no relation is called {relation!r}: `graphkit ontology show` lists them")
    tables.show(_senses(found), SENSES, form, f"{name}: {found.description}")
    return 0


def _relations(ontology: "Ontology") -> list[dict[str, Any]]:
    return [
        {
            "relation": name,
            "family": relation.family.value,
            "quad": None if relation.quad is None else int(relation.quad),
            "modes": list(relation.modes),
            "predicates": sum(1 for _ in relation.senses()),
            "description": relation.description,
        }
        for name, relation in ontology.relations.items()
    ]


def _senses(relation: "Relation") -> list[dict[str, Any]]:
    return [
        {
            "predicates": list(sense.lemma),
            "subject": list(sense.subject),
            "object": list(sense.object),
            "with": list(sense.with_),
            "mode": sense.mode,
        }
        for sense in (*relation.predicates, *relation.nouns)
    ]
