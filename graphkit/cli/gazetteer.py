"""`graphkit gazetteer`: lists of millions put on a shelf, names looked up, files checked."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphkit.cli import tables
from graphkit.cli.exits import PARTLY
from graphkit.cli.progress import waiting
from graphkit.cli.session import Session, with_session
from graphkit.cli.words import Group, click
from graphkit.errors import UsageError

if TYPE_CHECKING:
    from graphkit.resolve import Gazetteer
    from graphkit.resolve.gazetteer import Entry

COLUMNS = ("id", "name", "kind", "aliases", "roles", "country", "offices", "source")
ALIASES_SHOWN = 8
file_type = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.group("gazetteer", cls=Group)
def group() -> None:
    """Grow and look at what graphkit knows by name.

    Files of your own are named by the setting knowledge.gazetteers.
    """


@group.command("build")
@click.option(
    "--wikidata-json",
    "wikidata",
    type=file_type,
    multiple=True,
    metavar="FILE",
    help="Wikidata's JSON dump, or lines of it; also .gz or .bz2. Repeatable.",
)
@click.option(
    "--opensanctions",
    "ftm",
    type=file_type,
    multiple=True,
    metavar="FILE",
    help="FollowTheMoney entities, one JSON object a line, as OpenSanctions has them; also .gz. Repeatable.",
)
@click.option(
    "-o",
    "--output",
    "out",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    metavar="FILE",
    help="The file to make, for the setting knowledge.gazetteers; its usual ending is .gazetteer.",
)
@with_session
def build(session: Session, wikidata: tuple[Path, ...], ftm: tuple[Path, ...], out: Path) -> int:
    """Make one file of open lists of millions, in which names are found in microseconds.

    The lists are read line by line; what is wrong with a line is told, and it is passed over (exit code 1).
    """
    from graphkit.ontology import load_ontology
    from graphkit.resolve import load_gazetteer
    from graphkit.resolve.gazetteer.shelving import build as shelve

    if not wikidata and not ftm:
        raise UsageError("nothing to build from: add --wikidata-json FILE or --opensanctions FILE")
    ours = load_gazetteer(load_ontology())

    def known(id_: str) -> tuple[str, ...]:
        entry = ours.entry(id_)
        return (entry.name, *entry.aliases) if entry is not None else ()

    def told(place: str, reason: str) -> None:
        session.error(reason if place in reason else f"{place}: {reason}", place=place)

    with waiting(session, f"building {out}"):
        made = shelve(out, wikidata, ftm, known, told)
    session.note(
        f"lines: {made.lines}, passed over: {made.wrong}; entries: {made.entries}, offices: {made.offices}"
    )
    return PARTLY if made.wrong else 0


@group.command("lookup")
@click.argument("name")
@tables.format_option
@with_session
def lookup(session: Session, name: str, form: str) -> None:
    """List everybody and everything of exactly this name or alias, or with this id.

    People are found by their last name too, where they held an office.
    """
    gazetteer = _loaded(session)
    found = {entry.id: entry for entry in (*gazetteer.candidates(name), *gazetteer.people(name))}
    by_id = gazetteer.entry(f"wd:{name}" if name[:1] == "Q" and name[1:].isdigit() else name)
    if by_id is not None:
        found = {by_id.id: by_id}
    tables.show([_row(entry, gazetteer) for entry in found.values()], COLUMNS, form, name)


@group.command("check")
@click.argument(
    "files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path, exists=True)
)
@with_session
def check(session: Session, files: tuple[Path, ...]) -> None:
    """Read gazetteer files as a load would, together with the shipped ones, and say what is wrong with them.

    All malformed rows are told at once, with file, line and reason (exit code 2).
    """
    from graphkit.ontology import load_ontology
    from graphkit.resolve import load_gazetteer

    ontology = load_ontology(session.settings().knowledge.ontology)
    before = len(load_gazetteer(ontology))
    gazetteer = load_gazetteer(ontology, files)
    shelved = sum(map(len, gazetteer.shelves))
    click.echo(f"right: {len(gazetteer) - before} names of yours that we don't list, {shelved} on shelves")


def _loaded(session: Session) -> "Gazetteer":
    from graphkit.ontology import load_ontology
    from graphkit.resolve import load_gazetteer

    knowledge = session.settings().knowledge
    return load_gazetteer(load_ontology(knowledge.ontology), knowledge.gazetteers)


def _row(entry: "Entry", gazetteer: "Gazetteer") -> dict[str, Any]:
    country = gazetteer.entry(entry.country) if entry.country else None
    offices = [
        f"{office.office} of {of.name if (of := gazetteer.entry(office.of)) else office.of}"
        f" {office.start or '?'} to {office.end or 'now'}"
        for office in gazetteer.offices(entry.id)
    ]
    return {
        "id": entry.id,
        "name": entry.name,
        "kind": entry.kind,
        "aliases": list(entry.aliases[:ALIASES_SHOWN]),
        "roles": list(entry.roles),
        "country": country.name if country else entry.country,
        "offices": offices,
        "source": entry.source,
    }
