"""A gazetteer of a million made-up entries: how long it takes to make, to open and to ask, and what memory that needs.

    python -m benchmarks.gazetteer [--entries 1000000] [--asked 50000]

Opening and asking are measured in a process of their own, which loads the shipped gazetteer too, as every command
does; "start" is that and the first answer. A look-up is `Gazetteer.candidates`: the name normalised, found, and its
entries made. No name is asked twice. On a busy machine compare the processor's time, which is told beside.
"""

import argparse
import json
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import product
from pathlib import Path

from benchmarks.command import parser, timed
from graphkit.ontology import load_ontology
from graphkit.resolve import load_gazetteer
from graphkit.resolve.gazetteer.rows import Entry, Office
from graphkit.resolve.gazetteer.shelving import write

WANTED = {"look-up, median": 50e-6, "start": 1.0, "memory": 300.0}
SYLLABLES = tuple(a + b for a, b in product("bdfgklmnprstvz", ("a", "e", "i", "o", "u", "an", "or", "el")))
GIVEN = tuple(f"{a}{b}".title() for a, b in product(SYLLABLES[:40], ("na", "ro", "lis", "vik", "mer")))
BODIES = (
    "Bank",
    "Steel",
    "Airlines",
    "Institute of Health",
    "Party",
    "Daily News",
    "Holdings Ltd",
    "Group plc",
)
COUNTRIES = ("wd:Q159", "wd:Q30", "wd:Q145", "wd:Q148", "wd:Q668", "wd:Q114", "wd:Q155", "wd:Q142")


def main() -> None:
    known = parser(__doc__)
    known.add_argument("--entries", type=int, default=1_000_000)
    known.add_argument("--asked", type=int, default=50_000)
    known.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    options = known.parse_args()
    if options.measure is not None:
        measure(options.measure, options.entries, options.asked)
        return
    with tempfile.TemporaryDirectory() as folder:
        shelf = Path(folder) / "made.gazetteer"
        began = time.perf_counter()
        entries, offices = write(shelf, made(options.entries), terms(options.entries))
        took = time.perf_counter() - began
        print(
            f"made      {entries} entries, {offices} offices, {shelf.stat().st_size / 2**20:.0f} MB in {took:.0f} s"
        )
        again = [sys.executable, "-m", "benchmarks.gazetteer", f"--measure={shelf}"]
        again += [f"--entries={options.entries}", f"--asked={options.asked}"]
        found = json.loads(subprocess.run(again, check=True, stdout=subprocess.PIPE).stdout)
    for name, value in found.items():
        limit = f"   (wanted: less than {shown(name, WANTED[name])})" if name in WANTED else ""
        print(f"{name:20} {shown(name, value)}{limit}")


def shown(name: str, value: float) -> str:
    if name.startswith("memory"):
        return f"{value:.0f} MB"
    return f"{value * 1e6:.1f} µs" if name.startswith("look-up") else f"{value:.2f} s"


def measure(shelf: Path, entries: int, asked: int) -> None:
    """In a process of its own: start, look-ups, memory; as JSON on stdout."""
    ontology = load_ontology()
    began, worked = time.perf_counter(), time.process_time()
    gazetteer = load_gazetteer(ontology, [shelf])
    first = gazetteer.candidates(name(0))
    start, work = time.perf_counter() - began, time.process_time() - worked
    assert first
    chance = random.Random(1)
    places = chance.sample(range(1, entries), min(asked, entries - 1))
    known = each(gazetteer.candidates, [alias(n) if n % 3 else name(n) for n in places])
    unknown = each(gazetteer.candidates, [f"{name(n)} Xq" for n in places])
    held = each(gazetteer.offices, [id_(n) for n in places])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    found = {
        "start": start,
        "start, processor": work,
        "look-up, median": statistics.median(known),
        "look-up, 99 of 100": statistics.quantiles(known, n=100)[98],
        "look-up, unknown": statistics.median(unknown),
        "look-up of offices": statistics.median(held),
        "memory": peak,
    }
    print(json.dumps(found))


def each(ask: Callable[[str], object], values: list[str]) -> list[float]:
    return [timed(partial(ask, value)) for value in values]


def made(entries: int) -> Iterator[Entry]:
    """So many entries, sorted by id."""
    for n in range(entries):
        kind = kind_of(n)
        yield Entry(
            id_(n), name(n), kind, (alias(n),), ("city",) if kind == "Place" else (), COUNTRIES[n % len(COUNTRIES)],
            n % 900_000 if kind == "Place" else 0, "made up", links=n % 90,
        )  # fmt: skip


def terms(entries: int) -> Iterator[Office]:
    for n in range(0, entries, 20):
        if kind_of(n) == "Person":
            yield Office(id_(n), "minister", COUNTRIES[n % len(COUNTRIES)], "2010", "2020", "made up")


def id_(n: int) -> str:
    return f"wd:Q{900_000_000 + n}"


def kind_of(n: int) -> str:
    return ("Person", "Person", "Organization", "Place")[n % 4]


def name(n: int) -> str:
    if kind_of(n) == "Person":
        return f"{GIVEN[n * 7 % len(GIVEN)]} {word(n)}"
    return f"{word(n)} {BODIES[n % len(BODIES)]}" if kind_of(n) == "Organization" else word(n)


def alias(n: int) -> str:
    if kind_of(n) == "Person":
        return f"{GIVEN[n * 7 % len(GIVEN)]} {word(n // 5)} {word(n)}"
    return f"{word(n)} of {word(n % 977)}"


def word(n: int) -> str:
    """A word that stands for a number."""
    text = ""
    n += 1
    while n:
        n, rest = divmod(n, len(SYLLABLES))
        text += SYLLABLES[rest]
    return text.title()


if __name__ == "__main__":
    main()
