"""How far a figure would move with other sentences: percentile bootstrap (Efron 1979)."""

import random
from collections.abc import Callable, Sequence

from graphkit.evaluate.figures import Counts

RESAMPLES = 1000
SEED = 20220126


def interval(
    counts: Sequence[Counts],
    figure: Callable[[Counts], float] = lambda counts: counts.f1,
    *,
    resamples: int = RESAMPLES,
    seed: int = SEED,
) -> tuple[float, float]:
    """95% interval of a figure of the summed counts, sentences drawn with replacement; the same each time.

    Counts with `covered` are not for this: their recall would be lost.
    """
    if not counts:
        return 0.0, 0.0
    draw = random.Random(seed)  # noqa: S311 - a fixed seed is the point: figures must repeat
    right = [one.right for one in counts]
    found = [one.found for one in counts]
    wanted = [one.wanted for one in counts]
    drawn = []
    for _ in range(resamples):
        picked = draw.choices(range(len(counts)), k=len(counts))
        total = Counts(
            sum(right[index] for index in picked),
            sum(found[index] for index in picked),
            sum(wanted[index] for index in picked),
        )
        drawn.append(figure(total))
    drawn.sort()
    low, high = int(0.025 * resamples), int(0.975 * resamples)
    return drawn[low], drawn[min(high, resamples - 1)]
