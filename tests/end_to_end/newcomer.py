"""Somebody new: a user of their own, an empty home, and nothing but a wheel with what it declares to need."""

import os
import shutil
import subprocess
import sys
import zipfile
from configparser import ConfigParser
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import Distribution
from pathlib import Path

from graphkit.store import server
from scripts.dependencies import needed

ROOT = Path(__file__).parent.parent.parent
NOBODY = 54321
"""A user id that nobody has."""
AS_NOBODY = ("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups")
READING = ("--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search")
"""Where root keeps Python in its own home: somebody else may read it, and write there no more than before."""
AGAIN = "import subprocess, sys; subprocess.run([sys.executable, '-c', ''], check=True)"
"""Whether Python can be started: the first time still with root's rights, so twice."""


def image_context(folder: Path) -> Path:
    """The project as the Dockerfile copies it, and nothing else of it."""
    lines = (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()
    copied = [line.split()[1:] for line in lines if line.startswith("COPY ") and "--from" not in line]
    for *sources, _ in copied:
        for source in sources:
            if (ROOT / source).is_dir():
                shutil.copytree(ROOT / source, folder / source, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                (folder / source).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(ROOT / source, folder / source)
    return folder


def wheel_of(project: Path, folder: Path) -> Path:
    """The wheel that is built of the project."""
    command = [
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        str(folder),
        str(project),
    ]
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def environment_of(wheel: Path, folder: Path) -> Path:
    """A Python environment of the wheel and what it declares, and what that declares; nothing else is there.

    What is declared is linked from where it is installed, so nothing is fetched. Gives the folder of its programs.
    """
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    site = next(folder.glob("lib/python*/site-packages"))
    with zipfile.ZipFile(wheel) as content:
        content.extractall(site)
    own = next(site.glob("*.dist-info"))
    for each in needed([Distribution.at(own)]).values():
        _link(each, site)
    scripts = ConfigParser()
    scripts.read_string((own / "entry_points.txt").read_text(encoding="utf-8"))
    for name, place in scripts["console_scripts"].items():
        module, _, function = place.partition(":")
        program = folder / "bin" / name
        program.write_text(
            f"#!{folder}/bin/python\nimport sys\nfrom {module} import {function}\nsys.exit({function}())\n"
        )
        program.chmod(0o755)
    return folder / "bin"


def _link(project: Distribution, site: Path) -> None:
    tops = {file.parts[0] for file in project.files or () if file.parts[0] not in {"..", "__pycache__"}}
    for top in sorted(tops):
        if not (site / top).exists():
            (site / top).symlink_to(Path(str(project.locate_file(top))))


@dataclass
class Newcomer:
    """Runs commands in an empty home, as a user nobody was before where root runs the tests.

    programs: where `graphkit` is. transcript: what was typed and what was printed.
    """

    home: Path
    programs: Path
    transcript: list[str] = field(default_factory=list)

    def settle(self) -> None:
        """Gives them the home, with nothing in it but Neo4j's jars: 143 MB aren't fetched again."""
        self.home.mkdir(parents=True)
        jars = server.find_home(os.environ).cache
        if jars.is_dir():
            shutil.copytree(jars, self.home / ".cache" / "graphkit", copy_function=shutil.copyfile)
        if os.geteuid() == 0:
            for path in (self.home, *self.home.rglob("*")):
                os.chown(path, NOBODY, NOBODY)

    def type(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Runs a command and keeps what it says."""
        done = subprocess.run(
            [*_before(), *words],
            cwd=self.home,
            env={"HOME": str(self.home), "PATH": f"{self.programs}:/usr/bin:/bin", "LANG": "C.UTF-8"},
            capture_output=True,
            text=True,
            check=False,
        )
        self.transcript.append(f"$ {' '.join(words)}\n{done.stdout}{done.stderr}[{done.returncode}]\n")
        return done

    @property
    def told(self) -> str:
        """The transcript so far."""
        return "\n".join(self.transcript)


@cache
def _before() -> tuple[str, ...]:
    if os.geteuid() != 0:
        return ()
    seen = subprocess.run([*AS_NOBODY, sys.executable, "-c", AGAIN], capture_output=True, check=False)
    return AS_NOBODY if seen.returncode == 0 else (*AS_NOBODY, *READING)
