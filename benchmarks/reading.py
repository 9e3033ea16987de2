"""What reading costs over the language pipeline alone, what workers come to, and how near the headline is: in one run.

    python -m benchmarks.reading [--articles 2000] [--worked 500] [--starts 15] [--part cost|workers|headline|start ...]

- cost: bare `nlp.pipe` and graphkit on the same articles with the same components, in turns of some articles each; the
  processor's time, so that other work on the machine counts little.
- workers: the program on --worked articles by one worker and by two, its start included: words a second, and the most
  memory any reading process held. Are both files the same?
- headline: as many articles, each of its own (names and figures are made up), read by two workers and loaded into a
  Neo4j of its own that has loaded as many others before, beside a million articles of 500 words a day on two cores.
- start: `graphkit --help` beside `python -c "import click, rich"`, in turns.
Machines differ, so the ratios are what says something.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

import psutil

from benchmarks.command import own_server, parser, timed
from benchmarks.news import own, turned
from graphkit.model import Article
from graphkit.nlp.load import load
from graphkit.pipeline.recipe import Recipe
from graphkit.pipeline.stages import extractor
from graphkit.store import server

PIPELINE = "en_core_web_sm"
PUBLISHED = "2024-05-01"
TURN = 100
"""Articles read by one before the other has its turn."""
HEADLINE = 1_000_000 * 500 / (24 * 60 * 60)
"""Words a second: a million articles of 500 words a day."""
LOOK = 0.05
"""Seconds between two looks at the memory of a process."""
MEGABYTE = 2**20


def main() -> None:
    known = parser(__doc__)
    known.add_argument("--articles", type=int, default=2000)
    known.add_argument("--worked", type=int, default=500)
    known.add_argument("--starts", type=int, default=15)
    known.add_argument("--part", choices=("cost", "workers", "headline", "start"), action="append")
    options = known.parse_args()
    parts: dict[str, Callable[[], None]] = {
        "start": lambda: starts(options.starts),
        "workers": lambda: workers(options.worked),
        "headline": lambda: headline(options.worked),
        "cost": lambda: cost(options.articles),
    }
    for name, part in parts.items():
        if name in (options.part or parts):
            print(f"{name}:", flush=True)
            part()


def cost(count: int) -> None:
    """The ratio to bare `nlp.pipe`: the sum over all articles, and the middle one of the turns."""
    articles = [Article(text=turned(number), published=PUBLISHED) for number in range(count)]
    nlp, made = load(PIPELINE), extractor(Recipe(PIPELINE))

    def bare(some: Sequence[Article]) -> None:
        with nlp.memory_zone():
            for _ in nlp.pipe([article.text for article in some]):
                pass

    bare(articles[:20])
    made.extract_all(articles[:20])
    spent = []
    for first in range(0, count, TURN):
        some = articles[first : first + TURN]
        one = timed(lambda some=some: bare(some), time.process_time)
        spent.append((one, timed(lambda some=some: made.extract_all(some), time.process_time)))
    words = sum(len(article.text.split()) for article in articles)
    pipe, ours = (sum(each) for each in zip(*spent, strict=True))
    print(f"  {count} articles, {words} words, {len(spent)} turns, processor time")
    for name, seconds in (("nlp.pipe", pipe), ("graphkit", ours)):
        print(f"  {name:10} {seconds:7.1f} s {words / seconds:7.0f} words/s  ratio {seconds / pipe:.3f}")
    print(
        f"  graphkit beside nlp.pipe, median of the turns: {median(b / a for a, b in spent):.3f}", flush=True
    )


def workers(count: int) -> None:
    """The program by one worker and by two."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        words = write_articles(folder / "news", count)
        found = {}
        for number in (1, 2):
            out = folder / f"{number}.jsonl"
            call = [
                "extract",
                "--workers",
                str(number),
                "--published",
                PUBLISHED,
                "-o",
                str(out),
                str(folder / "news"),
            ]
            found[number], most = watched(call, os.environ)
            each = ", ".join(f"{size / MEGABYTE:.0f}" for size in most[:number])
            speed = f"{found[number]:7.1f} s {words / found[number]:7.0f} words/s"
            print(f"  workers: {number}  {speed}  most resident memory of a reader: {each} MB", flush=True)
        same = (folder / "1.jsonl").read_bytes() == (folder / "2.jsonl").read_bytes()
    print(
        f"  {count} articles, {words} words; two workers: {found[1] / found[2]:.2f} x one; same bytes: {same}",
        flush=True,
    )
    if not same:
        sys.exit("two workers wrote other bytes than one")


def headline(count: int) -> None:
    """Read by two workers and loaded by a Neo4j that has loaded others before.

    A million articles a day is no first minute of a server, in which it compiles itself: as many others go before.
    """
    with tempfile.TemporaryDirectory() as name, own_server() as home:
        folder = Path(name)
        write_articles(folder / "before", count, own, first=count)
        words = write_articles(folder / "news", count, own)
        running = server.start(home)
        environment = os.environ | {
            "NEO4J_URI": running.uri,
            "NEO4J_USERNAME": running.username,
            "NEO4J_PASSWORD": running.password,
        }
        call = ["load", "--workers", "2", "--published", PUBLISHED]
        before, _ = watched([*call, str(folder / "before")], environment)
        seconds, _ = watched([*call, str(folder / "news")], environment)
    speed = words / seconds
    print(f"  {count} others before, into an empty graph on a server just started, in {before:.1f} s")
    print(f"  {count} articles, {words} words read and loaded in {seconds:.1f} s: {speed:.0f} words/s")
    print(
        f"  {speed / HEADLINE:.2f} of the {HEADLINE:.0f} words/s of a million articles of 500 words a day",
        flush=True,
    )


def starts(count: int) -> None:
    """The middle of so many starts of each."""
    calls = {
        'python -c "import click, rich"': [sys.executable, "-c", "import click, rich"],
        "graphkit --help": [str(Path(sys.executable).with_name("graphkit")), "--help"],
    }
    spent: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(count + 1):
        for name, call in calls.items():
            spent[name].append(
                timed(lambda call=call: subprocess.run(call, check=True, stdout=subprocess.DEVNULL))
            )
    # The first start of each fetches files that later ones find in memory.
    base, ours = (median(each[1:]) for each in spent.values())
    print(
        f"  import click, rich {base:.3f} s; graphkit --help {ours:.3f} s; ratio {ours / base:.2f}",
        flush=True,
    )


def write_articles(folder: Path, count: int, article: Callable[[int], str] = turned, first: int = 0) -> int:
    """Each in a file of its own; how many words they have in all."""
    folder.mkdir()
    texts = [article(number) for number in range(first, first + count)]
    for number, text in enumerate(texts):
        (folder / f"{number:06}.txt").write_text(text, encoding="utf-8")
    return sum(len(text.split()) for text in texts)


def watched(call: list[str], environment: "os._Environ[str] | dict[str, str]") -> tuple[float, list[int]]:
    """Seconds the program takes, and the most bytes each of its processes held, the largest first."""
    begun = time.perf_counter()
    program = subprocess.Popen(
        [sys.executable, "-m", "graphkit", "-q", *call], env=environment, stdout=subprocess.DEVNULL
    )
    most: dict[int, int] = {}
    while program.poll() is None:
        for process in family(program.pid):
            try:
                most[process.pid] = max(most.get(process.pid, 0), process.memory_info().rss)
            except psutil.NoSuchProcess:
                continue
        time.sleep(LOOK)
    if program.returncode:
        sys.exit(f"exit code {program.returncode}: graphkit {' '.join(call)}")
    return time.perf_counter() - begun, sorted(most.values(), reverse=True)


def family(pid: int) -> list[psutil.Process]:
    """A process and those it has started; none where it has just ended."""
    try:
        process = psutil.Process(pid)
        return [process, *process.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []


if __name__ == "__main__":
    main()
