"""A batch over a folder of every format, some of it broken: each article once, each failure named, nothing twice."""

import gzip
import json
from pathlib import Path

import yaml
from neo4j import Driver

from tests import made
from tests.end_to_end.batches import batch, fingerprint, last_counts, letters
from tests.end_to_end.conftest import ProgramWithin
from tests.homes import wipe
from tests.site import ELSEWHERE, Reply, Site, serving
from tests.stories import body, text, title

GERMAN = (
    "Der russische Außenminister hat die Vorschläge der Vereinigten Staaten am Mittwoch in Moskau abgelehnt und "
    "weitere Gespräche in Genf verlangt. Die Bundesregierung begrüßte die Ankündigung und forderte beide Seiten auf, "
    "an den Verhandlungstisch zurückzukehren, bevor die Lage an der Grenze sich weiter verschärft."
)


ARTICLES = 19
"""In the good files (16), in the first line of a broken one, and on the site."""


def good_files() -> dict[str, bytes]:
    """One file of each format, each article with a number of its own."""
    page = made.html(body(9), title(9), "<link rel='canonical' href='https://news.example.org/nine'>")
    lines = [made.json_article(headline=title(n), body=body(n)) for n in (4, 5)]
    pdf_lines = [title(7), "", *wrapped(body(7))]
    return {
        "plain.txt": text(0),
        "page.html": made.html(body(1), title(1)),
        "feed.xml": made.rss(made.rss_item(body(2), title(2), "https://news.example.org/two")),
        "one.json": made.json_article(headline=title(3), body=body(3)),
        "lines.jsonl": b"\n".join(lines),
        "table.csv": made.csv_articles((title(6), body(6).replace("\n\n", " "), "")),
        "table.csv.mapping.yaml": b"fields: {text: text, title: title}\n",
        "paper.pdf": made.pdf([pdf_lines]),
        "crawl.warc": made.warc(
            ("https://news.example.org/eight", "text/html", made.html(body(8), title(8)))
        ),
        "letter.eml": made.mail(body(10), title(10)),
        "letters.mbox": made.box(made.mail(body(11), title(11)), made.mail(body(12), title(12))),
        "all.zip": made.zipped({"page.html": page, "inner/plain.txt": text(13)}),
        "all.tar": made.tarred({"plain.txt": text(14)}),
        "packed.txt.gz": gzip.compress(text(15)),
    }


def wrapped(words: str, width: int = 90) -> list[str]:
    lines = [""]
    for word in words.split():
        if len(lines[-1]) + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


BROKEN = {
    "cut.pdf": made.pdf([[title(16), "", *wrapped(body(16))]])[:200],
    "cut.zip": made.zipped({"plain.txt": text(17)})[:-30],
    "empty.txt": b"",
    "bad.jsonl": made.json_article(headline=title(18), body=body(18)) + b"\n{half a line\n",
}
"""Each fails for a reason of its own; the first line of the last is an article."""

MENDED = {
    "cut.pdf": made.pdf([[title(16), "", *wrapped(body(16))]]),
    "cut.zip": made.zipped({"plain.txt": text(17)}),
    "empty.txt": text(19),
    "bad.jsonl": made.json_article(headline=title(18), body=body(18)),
}


def write(folder: Path, files: dict[str, bytes]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)


def test_each_article_is_loaded_once_each_failure_named_and_what_is_mended_retried(
    graphkit_on: ProgramWithin, neo4j_driver: Driver
) -> None:
    folder = graphkit_on.folder
    write(folder / "news", {**good_files(), **BROKEN, "german.txt": GERMAN.encode()})
    with serving(ELSEWHERE) as site:
        publish(site)
        sources = {"private": [f"{ELSEWHERE}/32"], "pause_seconds": 0}
        (folder / "graphkit.yaml").write_text(yaml.safe_dump({"sources": sources}))
        file = batch(folder, sources={"paths": ["news"], "feeds": [f"{site.address}/feed"]})

        first = graphkit_on("batch", "run", file)
        waiting, counts, before = letters(graphkit_on), last_counts(graphkit_on), fingerprint(graphkit_on)
        again = graphkit_on("batch", "run", file)

        broken = sorted((*BROKEN, "german.txt"))
        assert (first.returncode, again.returncode) == (1, 1)
        assert [name for name in broken if f"news/{name}" not in first.stderr + again.stderr] == []
        assert sorted(name for name in broken for letter in waiting if name in letter["place"]) == broken
        assert len(waiting) == len(broken)
        assert "is in German (de)" in first.stderr
        assert (counts["read"], counts["failed"]) == (ARTICLES, len(broken))
        assert fingerprint(graphkit_on) == before
        assert last_counts(graphkit_on)["read"] == 0
        assert sorted(site.paths()) == ["/feed", "/feed", "/one", "/two"]

        write(folder / "news", MENDED)
        (german,) = (letter["id"] for letter in waiting if "german" in letter["place"])
        assert graphkit_on("deadletter", "drop", german).returncode == 0
        retried = graphkit_on("deadletter", "retry")

        assert retried.returncode == 0, retried.stderr
        assert letters(graphkit_on) == []
        assert graphkit_on("batch", "run", file).returncode == 0
        loaded = fingerprint(graphkit_on)
        wipe(neo4j_driver, "neo4j")
        (folder / "news" / "german.txt").unlink()
        alone = graphkit_on("load", "news", f"{site.address}/feed")

    assert alone.returncode == 0, alone.stderr
    assert fingerprint(graphkit_on) == loaded


def publish(site: Site) -> None:
    """A feed with two pages; only the feed itself says when it changed."""
    links = "".join(
        f"<item><title>{title(n)}</title><link>{site.address}/{path}</link><description>Read on</description></item>"
        for n, path in ((0, "one"), (1, "two"))
    )
    site.replies["/feed"] = lambda headers: (
        Reply(304)
        if headers.get("if-none-match") == '"1"'
        else Reply(body=made.rss(links), headers={"ETag": '"1"', "Content-Type": "application/rss+xml"})
    )
    for number, path in ((0, "one"), (1, "two")):
        words = body(number).replace("Tuesday", "Thursday")
        site.replies[f"/{path}"] = Reply(
            body=made.html(words, title(number)), headers={"Content-Type": "text/html"}
        )


def test_a_page_that_could_not_be_had_is_asked_for_by_each_run_and_its_letter_goes_once_it_can(
    graphkit_on: ProgramWithin,
) -> None:
    sources = {"private": [f"{ELSEWHERE}/32"], "pause_seconds": 0}
    (graphkit_on.folder / "graphkit.yaml").write_text(yaml.safe_dump({"sources": sources}))
    with serving(ELSEWHERE) as site:
        page = f"{site.address}/one"
        file = batch(graphkit_on.folder, sources={"urls": [page]}, filters={"least_words": 1000})

        away = graphkit_on("batch", "run", file)
        waiting = [letter["place"] for letter in letters(graphkit_on)]
        publish(site)
        back = graphkit_on("batch", "run", file)

    assert (away.returncode, waiting) == (1, [page])
    assert (back.returncode, letters(graphkit_on)) == (0, [])
    assert last_counts(graphkit_on)["found"] == 1


def test_runs_are_listed_compared_and_told_by_reason(graphkit_on: ProgramWithin) -> None:
    folder = graphkit_on.folder
    write(folder / "news", {"a.txt": text(0), "empty.txt": b""})
    (folder / "news" / "german.txt").write_text(GERMAN)
    filters = {"least_words": 1000, "other_languages": "leave out"}
    file = batch(folder, sources={"paths": ["news"]}, filters=filters)
    first = graphkit_on("--log-format", "json", "batch", "run", file, "--format", "json")
    write(folder / "news", {"b.txt": text(1)})
    (letter,) = letters(graphkit_on)
    shown = graphkit_on("deadletter", "show", letter["id"], "--text")
    dropped = graphkit_on("deadletter", "drop", letter["id"])
    second = graphkit_on("batch", "run", file, "--format", "json")
    (one,), (other,) = (json.loads(done.stdout) for done in (first, second))
    listed = json.loads(graphkit_on("runs", "list", "--batch", "news", "--format", "json").stdout)
    differs = json.loads(graphkit_on("runs", "diff", one["run"], "last", "--format", "json").stdout)

    assert (first.returncode, second.returncode, dropped.returncode) == (1, 0, 0)
    assert one["rejects"] == {
        "left out": {"language": 1, "too short": 1},
        "failed": {"EmptyArticle": 1},
        "candidates": {},
    }
    logged = [line for line in map(json.loads, first.stderr.splitlines()) if "letter" in line]
    assert [(line["run"], line["letter"]) for line in logged] == [(one["run"], letter["id"])]
    assert "empty.txt" in shown.stdout
    assert [(run["id"], run["status"]) for run in listed] == [(other["run"], "done"), (one["run"], "partly")]
    assert {"what": "counts.found", "one": 3, "other": 4} in differs
    assert {"what": "rejects.left out.too short", "one": 1, "other": 2} in differs


def test_where_nothing_can_be_kept_a_run_ends_before_it_reads_anything(graphkit_on: ProgramWithin) -> None:
    write(graphkit_on.folder / "news", {"a.txt": text(0)})
    file = batch(graphkit_on.folder, sources={"paths": ["news"]})
    state = Path(graphkit_on.environment["GRAPHKIT_HOME"], "state")
    state.mkdir(parents=True)
    (state / "runs").write_text("a file where a folder should be")

    refused = graphkit_on("batch", "run", file)
    (state / "runs").unlink()

    assert refused.returncode == 2
    assert str(state / "runs") in refused.stderr
    assert "can't be written" in refused.stderr
    assert json.loads(graphkit_on("runs", "list", "--format", "json").stdout) == []
