"""How the time to settle which entities are one grows with their number, beside n log n; draws it.

    python -m benchmarks.identity [--sizes 1000 ... 100000] [--draw docs/images/identity.svg]

Comparisons are counted too: their growth needs no idle machine. Entities are made up as news has them: people,
bodies and places, one in five under a second spelling, surnames as unevenly spread as real ones. Each time is the
processor's, for `cluster` on profiles in random order. The fit is by least squares on the logarithms: exponent 1 is
linear, 2 all pairs.
"""

import random
import sys
import time
from math import log, log2
from pathlib import Path
from statistics import linear_regression

from benchmarks.chart import drawn
from benchmarks.command import parser
from graphkit.model import EntityProfile
from graphkit.resolve.identity.blocks import pairs
from graphkit.resolve.identity.cluster import cluster
from graphkit.resolve.identity.decisions import Decisions

FILLED = 10_000
"""Entities from which most names have namesakes, as the names made up here go."""
SIZES = (1_000, 3_000, 10_000, 30_000, 100_000)
GIVEN = (
    *(
        "Anna",
        "Boris",
        "Carla",
        "Dmitri",
        "Elena",
        "Farid",
        "Grace",
        "Hassan",
        "Irina",
        "Jonas",
        "Karim",
        "Lena",
    ),
    *("Marta", "Nikolai", "Olga", "Pavel", "Rosa", "Stefan", "Tariq", "Ursula", "Viktor", "Wanda", "Zofia"),
)
HEADS = (
    *("bar", "dal", "fen", "gor", "hal", "kor", "lam", "mor", "nav", "pol"),
    *("rad", "sol", "tor", "var", "zel", "bel", "dron", "kras", "lub", "mir"),
)
TAILS = (
    *("a", "aski", "berg", "dov", "enko", "er", "etti", "ev", "hart", "ic"),
    *("in", "ini", "ko", "man", "ov", "ova", "sen", "ski", "son", "vic"),
)
BODIES = (
    "Bank",
    "Steel Works",
    "Airlines",
    "Health Institute",
    "Farmers Party",
    "Courier",
    "Holdings",
    "Motors",
)
SLIPS = (("ov", "off"), ("sk", "sc"), ("k", "ck"), ("v", "w"), ("i", "y"), ("l", "ll"), ("n", "nn"))


def main() -> None:
    known = parser(__doc__)
    known.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    known.add_argument("--draw", type=Path)
    options = known.parse_args()
    measured, counted = list[tuple[int, float]](), list[tuple[int, float]]()
    steady = True
    for size in options.sizes:
        entities = profiles(size)
        began = time.process_time()
        joined = cluster(entities, at="2026-01-01")
        took = time.process_time() - began
        random.Random(2).shuffle(entities)
        compared = sum(1 for _ in pairs(entities))
        again = Decisions(cluster(entities, at="2026-01-01")).merged() == Decisions(joined).merged()
        steady &= again
        measured.append((size, took))
        counted.append((size, float(compared)))
        print(
            f"{size:7} entities {took:7.2f} s {compared:8} pairs compared, {compared / size:5.1f} each, "
            f"{len(joined):6} joined, shuffled the same: {'yes' if again else 'NO'}"
        )
    for least in (options.sizes[0], FILLED):
        from_there = [(size, count) for size, count in counted if size >= least]
        if len(from_there) > 1:
            print(f"from {least} entities, comparisons grow as (n log n)^{exponent_of(from_there):.2f}")
    exponent = exponent_of(measured)
    print(f"time grows as (n log n)^{exponent:.2f}   (wanted: at most 1, give or take the noise)")
    if options.draw is not None:
        largest, longest = measured[-1]
        picture = drawn(
            measured,
            lambda size: n_log_n(size) * longest / n_log_n(largest),
            title="Time to settle which entities are one, by their number",
            heading="Seconds to settle which of n entities are one",
            told=f"dashed: n log n; measured: (n log n) to the power {exponent:.2f}",
            logarithmic=True,
        )
        options.draw.write_text(picture, encoding="utf-8")
    if not steady:
        sys.exit("another order joined others")


def n_log_n(size: float) -> float:
    return size * log2(size)


def exponent_of(points: list[tuple[int, float]]) -> float:
    """The power of n log n by which a figure grows."""
    return linear_regression(
        [log(n_log_n(size)) for size, _ in points], [log(figure) for _, figure in points]
    ).slope


def profiles(size: int) -> list[EntityProfile]:
    """So many entities, the same each time."""
    chance = random.Random(size)
    made: list[EntityProfile] = []
    while len(made) < size:
        kind = chance.choices(("Person", "Organization", "Place"), (6, 3, 1))[0]
        name = named(kind, chance)
        near = tuple(f"wd:Q{chance.randrange(size // 10 + 5)}" for _ in range(2))
        made.append(EntityProfile(f"e:{len(made):08}", name, kind, (name,), near=near))
        if chance.random() < 0.2 and len(made) < size:
            other = respelt(name, chance)
            made.append(EntityProfile(f"e:{len(made):08}", other, kind, (other,), near=near))
    chance.shuffle(made)
    return made


def named(kind: str, chance: random.Random) -> str:
    if kind == "Person":
        return f"{chance.choice(GIVEN)} {word(chance)}"
    return f"{word(chance)} {chance.choice(BODIES)}" if kind == "Organization" else word(chance)


def word(chance: random.Random) -> str:
    """A made-up word; some come far more often than others."""
    heads = min(int(chance.paretovariate(0.6)), 3)
    few = chance.random() < 0.3
    listed = HEADS[:5] if few else HEADS
    return "".join((*(chance.choice(listed) for _ in range(heads)), chance.choice(TAILS))).title()


def respelt(name: str, chance: random.Random) -> str:
    for one, other in chance.sample(SLIPS, len(SLIPS)):
        if one in name:
            return name.replace(one, other)
    return f"{name}h"


if __name__ == "__main__":
    main()
