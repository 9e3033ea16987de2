"""The real program, in a process and a home of its own."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import BufferedReader, BytesIO, StringIO, TextIOWrapper
from pathlib import Path

import pytest
from selenium.webdriver import Chrome

from graphkit.cli.main import run
from scripts import chromium as browser
from tests.conftest import Database
from tests.end_to_end.old_server import OldServer

Done = subprocess.CompletedProcess[str]
PASSED_ON = ("PATH", "LANG", "SSL_CERT_FILE", "JAVA_HOME")


@dataclass(frozen=True)
class Program:
    """Runs `graphkit` in `folder` with an environment that holds nothing of the user's."""

    folder: Path
    environment: dict[str, str]
    before: tuple[str, ...] = ()

    def __call__(self, *arguments: object, given: str | bytes = "") -> Done:
        raw = given.encode() if isinstance(given, str) else given
        done = subprocess.run(
            self.command(*arguments),
            cwd=self.folder,
            env=self.environment,
            input=raw,
            capture_output=True,
            check=False,
        )
        return Done(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())

    def command(self, *arguments: object) -> list[str]:
        return [*self.before, sys.executable, "-m", "graphkit", *map(str, arguments)]

    def with_environment(self, **variables: str) -> "Program":
        return Program(self.folder, self.environment | variables, self.before)

    def unprivileged(self) -> "Program":
        """Root may do what is forbidden: where root runs the tests, without that right."""
        if os.geteuid() != 0:
            return self
        before = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
        return Program(self.folder, self.environment, before)


@dataclass(frozen=True)
class ProgramWithin:
    """As `Program`, but in this process, so that the language pipeline is loaded once for all tests."""

    folder: Path
    environment: dict[str, str]

    def __call__(self, *arguments: object, given: str = "") -> Done:
        out, err = StringIO(), StringIO()
        stdin = TextIOWrapper(BufferedReader(BytesIO(given.encode())), encoding="utf-8")
        with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
            patch.chdir(self.folder)
            patch.setattr(sys, "stdin", stdin)
            for name, value in self.environment.items():
                patch.setenv(name, value)
            code = run([*map(str, arguments)])
        return Done(arguments, code, out.getvalue(), err.getvalue())


@pytest.fixture
def graphkit(tmp_path: Path) -> Program:
    """The program without a database: any attempt to reach one fails."""
    folder = tmp_path / "work"
    folder.mkdir()
    environment = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    home = {"HOME": str(tmp_path / "home"), "GRAPHKIT_HOME": str(tmp_path / "home" / "graphkit")}
    nowhere = {"NEO4J_URI": "bolt://127.0.0.1:1", "NEO4J_PASSWORD": "nothing", "PYTHONWARNINGS": "error"}
    return Program(folder, environment | home | nowhere)


@pytest.fixture
def graphkit_on(graphkit: Program, database: Database) -> ProgramWithin:
    """The program on an empty graph of a real Neo4j."""
    return ProgramWithin(graphkit.folder, graphkit.environment | connection_to(database))


def connection_to(database: Database) -> dict[str, str]:
    """The variables that name a database."""
    return {
        "NEO4J_URI": database.uri,
        "NEO4J_USERNAME": database.username,
        "NEO4J_PASSWORD": database.password,
    }


@pytest.fixture
def article(graphkit: Program) -> Callable[..., Path]:
    """Writes an article into the program's folder."""

    def write(name: str, text: str | bytes) -> Path:
        path = graphkit.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return Path(name)

    return write


@pytest.fixture(params=[((4, 4), "Neo4j/4.4.40"), ((5, 2), "Neo4j/5.3.0")], ids=["4.4", "5.3"])
def old_server(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a server from before what graphkit needs."""
    with OldServer(*request.param) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server.uri
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def shared_chromium() -> Iterator[Chrome]:
    if not browser.installed():
        # CI installs it; elsewhere a test that can't be run says so.
        (pytest.fail if os.environ.get("CI") else pytest.skip)(browser.MISSING)
    with browser.chromium(1440, 900) as page:
        yield page


@pytest.fixture
def chromium(shared_chromium: Chrome) -> Iterator[Chrome]:
    """A headless Chromium as wide as a desk, in light; shared, so a test leaves nothing in it."""
    browser.resize(shared_chromium, 1440, 900)
    browser.prefer(shared_chromium, "light")
    shared_chromium.get_log("browser")  # what earlier tests left there is theirs
    yield shared_chromium
    shared_chromium.get("about:blank")
