"""The local server's password: made once, kept where only the user can read it."""

import os
import secrets
import subprocess
from pathlib import Path

from graphkit.errors import ServerError
from graphkit.store.server.home import Home

USERNAME = "neo4j"


def read_password(home: Home) -> str:
    """The password in use; raises ServerError where its file is missing or empty."""
    try:
        password = home.password_file.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        password = ""
    except (OSError, UnicodeDecodeError) as error:
        raise ServerError(f"can't read the password in {home.password_file}: {error}") from error
    if not password:
        raise ServerError(
            f"{home.password_file} is missing or empty, but the graph in {home.neo4j} was made with it: "
            "put it back, or move that folder away to begin anew"
        )
    home.password_file.chmod(0o600)
    return password


def ensure_password(home: Home, java: Path, jars: Path) -> str:
    """The password; on a new graph made, kept, and told to Neo4j."""
    if knows_a_password(home):
        return read_password(home)
    if not home.password_file.exists():
        write_private(home.password_file, secrets.token_hex(16))
    password = read_password(home)
    set_initial(password, home, java, jars)
    return password


def knows_a_password(home: Home) -> bool:
    data = home.neo4j / "data"
    return (data / "dbms" / "auth.ini").exists() or (data / "databases" / "system").exists()


def set_initial(password: str, home: Home, java: Path, jars: Path) -> None:
    # By a file that only we can read: every user sees a command line.
    words = home.config / "set-initial-password"
    words.unlink(missing_ok=True)
    write_private(words, f"dbms\nset-initial-password\n{password}\n")
    command = [
        str(java), "-cp", f"{jars}/*", f"-Dbasedir={home.neo4j}",
        "org.neo4j.server.startup.Neo4jAdminCommand", f"@{words}",
    ]  # fmt: skip
    environ = os.environ | {"NEO4J_HOME": str(home.neo4j), "NEO4J_CONF": str(home.conf)}
    try:
        done = subprocess.run(command, env=environ, capture_output=True, text=True, timeout=120, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ServerError(f"can't run Java to set Neo4j's password: {error}") from error
    finally:
        words.unlink()
    if done.returncode != 0 or not knows_a_password(home):
        said = (done.stderr + done.stdout).replace(password, "***").strip()
        raise ServerError(f"Neo4j's admin command could not set the first password: {said}")


def write_private(path: Path, text: str) -> None:
    with open(path, "x", encoding="ascii", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
        file.write(text)
