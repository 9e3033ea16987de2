"""How load time grows with the number of articles: a straight line, or not.

    python -m benchmarks.growth [--sizes 1000 2000 4000 7000] [--sentences 6] [--draw docs/images/load-growth.svg]

The articles of each size are those of the one before and as many new ones as lack. The fit is by least squares.
"""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import correlation, linear_regression

from benchmarks.chart import drawn
from benchmarks.command import parser, timed
from graphkit.cli.connection import scratch
from graphkit.cli.session import Session
from graphkit.model import Extraction
from graphkit.store import Connection, schema
from graphkit.store.load import load
from tests.factories import crowd, newsroom, small_ontology

ONTOLOGY = small_ontology()
SIZES = (1_000, 2_000, 4_000, 7_000)


def main() -> None:
    known = parser(__doc__)
    known.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    known.add_argument("--sentences", type=int, default=6)
    known.add_argument("--draw", type=Path)
    options = known.parse_args()
    with scratch(Session(None, 0, "text")) as connection:
        points = list(measured(connection, options.sizes, options.sentences))
    sizes, seconds = zip((0, 0.0), *points, strict=True)
    slope, start = linear_regression(sizes, seconds)
    fit = correlation(sizes, seconds) ** 2
    print(f"seconds = {start:.1f} + {1000 * slope:.2f} per thousand articles; R2 = {fit:.4f}")
    if options.draw is not None:
        picture = drawn(
            points,
            lambda size: max(start + slope * size, 0),
            title="Time to load articles, by their number",
            heading="Seconds to load n articles",
            told=f"dashed: the straight line through them, R² = {fit:.4f}",
        )
        options.draw.write_text(picture, encoding="utf-8")


def measured(connection: Connection, sizes: list[int], sentences: int) -> Iterator[tuple[int, float]]:
    """Number of articles in the graph, and the seconds it took to load all of them."""
    schema.apply(connection, ONTOLOGY)
    done, spent = 0, 0.0
    for size in sizes:
        articles = further(done, size, sentences)
        spent += timed(partial(load, connection, articles, ONTOLOGY))
        done = size
        print(f"{size:6} articles: {spent:7.1f} s, {1000 * spent / size:6.2f} ms each", flush=True)
        yield size, spent


def further(done: int, size: int, sentences: int) -> list[Extraction]:
    """Articles no load before had: each size adds to the graph of the one before."""
    return newsroom(size, seed=7, longest=sentences, people=crowd(5_000))[done:]


if __name__ == "__main__":
    main()
