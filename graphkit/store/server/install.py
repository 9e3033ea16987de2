"""Neo4j's jars: fetched once into the user's cache, each checked against the list that graphkit ships."""

import csv
import hashlib
import shutil
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock
from tenacity import retry, retry_if_exception_type, stop_after_attempt, wait_exponential

from graphkit.errors import ServerError
from graphkit.resources import shipped
from graphkit.store.server.home import Home
from graphkit.store.server.values import Progress, unseen

THREADS = 8
TIMEOUT = 30  # seconds without a byte


@dataclass(frozen=True, order=True)
class Jar:
    """One artifact: `group:artifact:version[:classifier]`, its SHA-256 in hex and its size in bytes."""

    artifact: str
    sha256: str
    size: int

    @property
    def filename(self) -> str:
        _, *rest = self.artifact.split(":")
        return "-".join(rest) + ".jar"


def read_list(path: Path) -> tuple[Jar, ...]:
    """The jars of a tab-parted list with the columns artifact, sha256, bytes."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t")
        return tuple(sorted(Jar(row["artifact"], row["sha256"], int(row["bytes"])) for row in rows))


def install(
    home: Home,
    progress: Progress = unseen,
    *,
    jars: Iterable[Jar] | None = None,
    repository: str | None = None,
) -> Path:
    """The folder of the jars, complete and checked: what is there already isn't fetched again.

    `repository` is the URL of a Maven repository to ask instead of the usual one.
    Raises ServerError where a jar can't be had or isn't the one listed.
    """
    wanted = read_list(shipped("config", "neo4j-jars.tsv")) if jars is None else tuple(jars)
    home.prepare()
    with FileLock(home.jars / "install.lock"), ThreadPoolExecutor(THREADS) as threads:
        there = list(threads.map(lambda jar: is_intact(jar, home.jars / jar.filename), wanted))
        missing = [jar for jar, intact in zip(wanted, there, strict=True) if not intact]
        if missing:
            fetch_all(missing, sum(jar.size for jar in wanted), home.jars, progress, threads, repository)
    return home.jars


def fetch_all(
    missing: list[Jar],
    total: int,
    folder: Path,
    progress: Progress,
    threads: ThreadPoolExecutor,
    repository: str | None,
) -> None:
    # A half-fetched jar stays behind in here, never among the good ones.
    scratch = folder / "fetching"
    shutil.rmtree(scratch, ignore_errors=True)
    done = total - sum(jar.size for jar in missing)
    progress(done, total)
    work = {
        threads.submit(fetch, jar, folder, scratch / str(n), repository): jar for n, jar in enumerate(missing)
    }
    try:
        for future in as_completed(work):
            future.result()
            done += work[future].size
            progress(done, total)
    finally:
        # Where one fails, those that haven't begun never do.
        threads.shutdown(wait=True, cancel_futures=True)
        shutil.rmtree(scratch, ignore_errors=True)


def fetch(jar: Jar, folder: Path, scratch: Path, repository: str | None) -> None:
    """One jar into `folder`, whole and checked, or not at all."""
    try:
        got = download(jar, scratch, repository)
    except (OSError, RuntimeError) as error:
        raise ServerError(
            f"can't fetch {jar.artifact}: {error}; check the network and try again (what was fetched is kept)"
        ) from error
    if not is_intact(jar, got):
        raise ServerError(
            f"{jar.artifact} is not the file it should be: SHA-256 {sha256(got)}, expected {jar.sha256}; "
            "it was thrown away: try again, or check what stands between you and the repository"
        )
    got.replace(folder / jar.filename)


@retry(
    retry=retry_if_exception_type(OSError),
    stop=stop_after_attempt(3),
    wait=wait_exponential(max=5),
    reraise=True,
)
def download(jar: Jar, scratch: Path, repository: str | None) -> Path:
    from jgo.maven import MavenContext  # noqa: PLC0415 (slow to import, and needed once in a machine's life)

    shutil.rmtree(scratch, ignore_errors=True)
    remote = {"chosen": repository} if repository else None
    maven = MavenContext(repo_cache=scratch, local_repos=[], remote_repos=remote, timeout=TIMEOUT)
    group, artifact, version, *classifier = jar.artifact.split(":")
    component = maven.project(group, artifact).at_version(version)
    return Path(component.artifact(classifier="".join(classifier), packaging="jar").resolve())


def is_intact(jar: Jar, path: Path) -> bool:
    return path.is_file() and path.stat().st_size == jar.size and sha256(path) == jar.sha256


def sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
