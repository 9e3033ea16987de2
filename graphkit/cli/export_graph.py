"""The graph, or one actor's part, as files: what `graphkit export` does for the formats that tell the graph."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from graphkit.cli import output
from graphkit.cli.connection import connected
from graphkit.cli.exits import DONE
from graphkit.cli.export_asked import Asked
from graphkit.cli.session import Session
from graphkit.errors import UsageError

if TYPE_CHECKING:
    from graphkit.store import Connection
    from graphkit.store.export.part import Part

Write = Callable[[Session, Asked], int]


def lines(form: str) -> Write:
    """What writes a format that is one file, or goes to stdout."""

    def write(session: Session, asked: Asked) -> int:
        from graphkit.store.export.formats import LINES

        with connected(session, session.settings()) as connection, output.opened(asked.out) as stream:
            stream.writelines(LINES[form](_part(session, connection, asked.actor)))
        session.note(f"written to {asked.out}")
        return DONE

    return write


def folder(form: str) -> Write:
    """What writes a format that is a folder of tables."""

    def write(session: Session, asked: Asked) -> int:
        from graphkit.store.export.formats import FOLDERS

        if str(asked.out) == "-":
            raise UsageError(f"{form} is a folder of two tables: name one in place of -")
        with connected(session, session.settings()) as connection, output.folder(asked.out) as place:
            FOLDERS[form](_part(session, connection, asked.actor), place)
        session.note(f"written to {asked.out}")
        return DONE

    return write


def _part(session: Session, connection: "Connection", actor: str | None) -> "Part":
    from graphkit.store.export.part import part_of, whole
    from graphkit.store.lookup import entities_called

    if actor is None:
        return whole(connection)
    meant = entities_called(connection, actor)
    if len(meant) > 1:
        bearers = "; ".join(f"{entity.name} ({entity.kind}, {entity.id})" for entity in meant)
        session.warn(f"{actor} means {len(meant)} entities, all of them written: {bearers}")
    return part_of(connection, [entity.id for entity in meant])
