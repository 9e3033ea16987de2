"""How load time grows with the number of articles: a straight line, or not; drawn as docs/images/load-growth.svg.

    python -m benchmarks.growth [--sizes 1000,3000,10000,30000] [--sentences 6] [--picture FILE] URI

Each size is loaded into an empty graph, time is taken after each thousand articles. The password is read from
NEO4J_PASSWORD. The database at URI is emptied.
"""

import argparse
import os
import time
from collections.abc import Iterator
from pathlib import Path

from graphkit.model import Extraction
from graphkit.store import connect, schema
from graphkit.store.load import load
from tests.factories import crowd, newsroom, small_ontology
from tests.own_server import emptied

PICTURE = Path(__file__).parent.parent / "docs" / "images" / "load-growth.svg"
ONTOLOGY = small_ontology()
WIDTH, HEIGHT, MARGIN = 640, 360, 56
Points = list[tuple[int, float]]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("uri")
    parser.add_argument("--sizes", default="1000,3000,10000,30000")
    parser.add_argument("--sentences", type=int, default=6)
    parser.add_argument("--picture", type=Path, default=PICTURE)
    options = parser.parse_args()
    sizes = [int(size) for size in options.sizes.split(",")]
    points: Points = [(0, 0.0)]
    with connect(options.uri, "neo4j", os.environ["NEO4J_PASSWORD"]) as connection:
        emptied(connection)
        schema.apply(connection, ONTOLOGY)
        done, spent = 0, 0.0
        for size in sizes:
            articles = list(further(done, size, options.sentences))
            start = time.perf_counter()
            load(connection, articles, ONTOLOGY)
            spent += time.perf_counter() - start
            done = size
            points.append((size, spent))
            print(f"{size:6} articles: {spent:7.1f} s, {1000 * spent / size:6.2f} ms each", flush=True)
    slope, start_at, fit = line(points)
    print(f"seconds = {start_at:.1f} + {1000 * slope:.2f} per thousand articles; R2 = {fit:.4f}")
    options.picture.write_text(drawn(points, slope, start_at, fit), encoding="utf-8")


def further(done: int, size: int, sentences: int) -> Iterator[Extraction]:
    """Articles no load before had: each size adds to the graph of the one before."""
    people = crowd(5_000)
    yield from newsroom(size, seed=7, longest=sentences, people=people)[done:]


def line(points: Points) -> tuple[float, float, float]:
    """Least squares: slope, start, and R squared."""
    n = len(points)
    mean_x, mean_y = sum(x for x, _ in points) / n, sum(y for _, y in points) / n
    slope = sum((x - mean_x) * (y - mean_y) for x, y in points) / sum((x - mean_x) ** 2 for x, _ in points)
    start = mean_y - slope * mean_x
    missed = sum((y - start - slope * x) ** 2 for x, y in points)
    return slope, start, 1 - missed / sum((y - mean_y) ** 2 for _, y in points)


def drawn(points: Points, slope: float, start: float, fit: float) -> str:
    """The points, the line, and both axes."""
    widest, highest = points[-1][0], max(y for _, y in points) * 1.1

    def at(x: float, y: float) -> tuple[float, float]:
        across = MARGIN + x / widest * (WIDTH - 2 * MARGIN)
        return round(across, 1), round(HEIGHT - MARGIN - y / highest * (HEIGHT - 2 * MARGIN), 1)

    (x1, y1), (x2, y2) = at(0, max(start, 0)), at(widest, start + slope * widest)
    left, bottom = at(0, 0)
    right, top = at(widest, highest)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" font-family="sans-serif" '
        'font-size="12">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
        f'<path d="M{left},{top} V{bottom} H{right}" fill="none" stroke="#444"/>',
        f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="#2a6f97" stroke-dasharray="6 4"/>',
        f'<text x="{left}" y="{top - 14}">seconds to load, and the line through them (R² = {fit:.4f})</text>',
    ]
    for x, y in points[1:]:
        across, up = at(x, y)
        parts.append(f'<circle cx="{across}" cy="{up}" r="4" fill="#d1495b"/>')
        parts.append(f'<text x="{across}" y="{bottom + 18}" text-anchor="middle">{x:,}</text>')
        parts.append(f'<text x="{across - 8}" y="{up - 8}" text-anchor="end">{y:.0f} s</text>')
    return "\n".join(
        [*parts, f'<text x="{right}" y="{bottom + 36}" text-anchor="end">articles</text>', "</svg>", ""]
    )


if __name__ == "__main__":
    main()
