"""Files into the local server's graph while it is stopped, by Neo4j's own importer."""

import os
import shutil
import subprocess
from pathlib import Path

from graphkit.errors import ServerError
from graphkit.store.server.control import PATIENCE, locked
from graphkit.store.server.home import Home
from graphkit.store.server.java import find_java
from graphkit.store.server.note import read_note, write_note
from graphkit.store.server.process import end
from graphkit.store.server.values import Say, unheard

DATABASE = "neo4j"
LAST_LINES = 12


def take_in(home: Home, folder: Path, arguments: str, say: Say = unheard) -> None:
    """Stops the server and puts what `folder` holds in place of its graph; start it again afterwards.

    arguments: the file in the folder that holds the importer's arguments. The server must have been
    started before. ServerError with the importer's last words where it refuses; the graph is empty then.
    """
    with locked(home, say, PATIENCE):
        note = read_note(home.note)
        process = note.process()
        if process is not None:
            end(process, home)
        write_note(home.note, note.stopped())
        say(f"importing {folder} into {home.neo4j}")
        done = _run(home, folder, arguments)
        if done.returncode != 0:
            # Half a graph would not open.
            for part in ("databases", "transactions"):
                shutil.rmtree(home.neo4j / "data" / part / DATABASE, ignore_errors=True)
            said = "\n".join(f"  {line}" for line in (done.stdout + done.stderr).splitlines()[-LAST_LINES:])
            raise ServerError(f"Neo4j's importer refuses {folder}; the graph is empty. It says:\n{said}")


def _run(home: Home, folder: Path, arguments: str) -> subprocess.CompletedProcess[str]:
    command = [
        str(find_java()), "-Xmx1g", "-cp", f"{home.jars}/*", f"-Dbasedir={home.neo4j}",
        "org.neo4j.server.startup.Neo4jAdminCommand", "database", "import", "full", DATABASE,
        "--overwrite-destination=true", f"--report-file={home.logs / 'import.report'}", f"@{arguments}",
    ]  # fmt: skip
    environ = os.environ | {"NEO4J_HOME": str(home.neo4j), "NEO4J_CONF": str(home.conf)}
    return subprocess.run(command, cwd=folder, env=environ, capture_output=True, text=True, check=False)
