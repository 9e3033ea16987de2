"""Measured points and the curve they are compared with, as a picture."""

from collections.abc import Callable, Sequence
from math import log

from scripts.svg import Drawing

WIDTH, HEIGHT = 640.0, 400.0
LEFT, RIGHT, TOP, BOTTOM = 70.0, 40.0, 50.0, 50.0
Points = Sequence[tuple[int, float]]


def drawn(
    points: Points,
    curve: Callable[[float], float],
    *,
    title: str,
    heading: str,
    told: str,
    logarithmic: bool = False,
) -> str:
    """Seconds by number, and the curve dashed from end to end. told: what it is. logarithmic: both axes."""
    scaled: Callable[[float], float] = log if logarithmic else float
    first, last = points[0] if logarithmic else (0, 0.0), points[-1]
    low, high = scaled(first[0]), scaled(last[0])
    least = scaled(min(curve(first[0]), first[1]) / 1.5) if logarithmic else 0.0
    most = scaled(max(curve(last[0]), last[1]) * (1.5 if logarithmic else 1.1))

    def at(n: float, seconds: float) -> tuple[float, float]:
        x = LEFT + (scaled(n) - low) / (high - low) * (WIDTH - LEFT - RIGHT)
        return x, HEIGHT - BOTTOM - (scaled(seconds) - least) / (most - least) * (HEIGHT - BOTTOM - TOP)

    picture = Drawing(WIDTH, HEIGHT, title)
    picture.words(LEFT, 28, heading, "strong")
    picture.line(f"M{LEFT:.1f} 40 V{HEIGHT - BOTTOM:.1f} H{WIDTH - 30:.1f}")
    for n, seconds in points:
        x, y = at(n, seconds)
        picture.words(x, HEIGHT - BOTTOM + 20, f"{n:,}", "small middle")
        picture.box(x - 4, y - 4, 8, 8, "one")
        picture.words(x, y - 10, f"{seconds:.2g} s", "small middle")
    ends = [at(n, curve(n)) for n in (first[0], last[0])]
    picture.line("M" + " L".join(f"{x:.1f} {y:.1f}" for x, y in ends), "line dashed")
    picture.words(LEFT + 20, 60, told, "small")
    return picture.text()
