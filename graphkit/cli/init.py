"""`graphkit init`: a project to begin with, commented, that runs as it is."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from graphkit.cli.session import Session, with_session
from graphkit.cli.words import click
from graphkit.errors import UsageError
from graphkit.resources import shipped

ARTICLES = "2022-01-28-russia-weighs-reply.txt", "eu-readies-sanctions.*", "troops-to-poland.txt"
NO_FOLDERS, OWN_FOLDER = "  folders: []\n", "  folders: [queries]\n"


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@with_session
def command(session: Session, folder: Path) -> None:
    """Write a project into DIR: settings, batch, schedule, a query, example articles, docker-compose.yml.

    Each file says what it is for. Nothing that is there is overwritten.
    """
    files = dict(_files())
    there = sorted(str(place) for place in files if (folder / place).exists())
    if there:
        raise UsageError(f"{folder} has {', '.join(there)} already: choose another folder, or move them away")
    for place, origin in sorted(files.items()):
        target = folder / place
        target.parent.mkdir(parents=True, exist_ok=True)
        if origin.name == "graphkit.yaml":
            target.write_text(_settings(origin), encoding="utf-8")
        else:
            shutil.copyfile(origin, target)
        session.note(f"wrote {target}")
    session.note(f"next: cd {folder} && graphkit batch run batches/news.yaml")


def _files() -> Iterator[tuple[Path, Path]]:
    """Where each file of a project goes, and where it is from."""
    project = shipped("config", "project")
    for origin in project.rglob("*"):
        if origin.is_file():
            yield origin.relative_to(project), origin
    for pattern in ARTICLES:
        for origin in shipped("examples").glob(pattern):
            yield Path("articles", origin.name), origin
    yield Path("graphkit.yaml"), shipped("config", "graphkit.yaml")


def _settings(origin: Path) -> str:
    text = origin.read_text(encoding="utf-8")
    return text.replace(NO_FOLDERS, OWN_FOLDER)
