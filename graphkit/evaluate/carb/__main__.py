"""`python -m graphkit.evaluate.carb GOLD TUPLES [--rules] [--worst N] [--missed N]`."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from graphkit.errors import GraphkitError
from graphkit.evaluate.carb.benchmark import compare
from graphkit.evaluate.carb.report import describe, describe_rules, describe_worst, score_rules
from graphkit.evaluate.carb.tuples import read_gold, read_tuples


def main() -> int:
    """0 scored, 2 a file can't be read."""
    options = _parse()
    try:
        for line in _report(options):
            sys.stdout.write(f"{line}\n")
    except (GraphkitError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return 0


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m graphkit.evaluate.carb", description="Score tuples as CaRB does."
    )
    parser.add_argument("gold", type=Path, help="gold tuples: sentence, predicate, argument ...")
    parser.add_argument(
        "tuples", type=Path, help="output of `graphkit extract --pretokenized --format tuples`"
    )
    parser.add_argument("--rules", action="store_true", help="precision and F1 gained by each rule")
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="list the N least precise tuples")
    parser.add_argument(
        "--missed", type=int, default=0, metavar="N", help="list the N least covered gold tuples"
    )
    return parser.parse_args()


def _report(options: argparse.Namespace) -> Iterator[str]:
    with options.gold.open(encoding="utf-8") as lines:
        gold = read_gold(lines, str(options.gold))
    with options.tuples.open(encoding="utf-8") as lines:
        found = read_tuples(lines, str(options.tuples))
    curve = compare(gold, found)
    yield from describe(curve)
    if options.rules:
        yield ""
        yield from describe_rules(score_rules(gold, found, curve))
    if options.worst:
        yield ""
        yield from describe_worst(curve.found, options.worst)
    if options.missed:
        yield ""
        yield from describe_worst(curve.gold, options.missed)


if __name__ == "__main__":
    sys.exit(main())
