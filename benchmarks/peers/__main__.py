"""`python -m benchmarks.peers`."""

import argparse
import json
import platform
import sys
from pathlib import Path

from benchmarks.peers.candidates import PEERS, candidates
from benchmarks.peers.measure import Measured, measured

CARB = Path(__file__).parent.parent / "carb"


def main() -> None:
    options = _parse()
    sentences = options.carb / "dev.txt"
    gold = options.carb / "dev.tsv"
    lines = sentences.read_text(encoding="utf-8").splitlines()[: options.sentences]
    found = [measured(each, lines, gold) for each in candidates(options.peers)]
    base = found[0]
    sys.stdout.write(f"{len(lines)} sentences of CaRB dev, {platform.machine()}, {platform.system()}\n")
    sys.stdout.write(f"{'':18}{'sentences/s':>12}{'ratio':>8}{'F1':>8}{'AUC':>8}{'tuples':>8}\n")
    for each in found:
        sys.stdout.write(
            f"{each.name:18}{each.speed:12.1f}{each.speed / base.speed:8.2f}"
            f"{each.f1:8.3f}{each.auc:8.3f}{each.tuples:8}\n"
        )
    if options.json:
        options.json.write_text(json.dumps([_row(each, base) for each in found], indent=1) + "\n", "utf-8")


def _row(each: Measured, base: Measured) -> dict[str, object]:
    return {
        "name": each.name,
        "version": each.version,
        "sentences_a_second": round(each.speed, 1),
        "ratio": round(each.speed / base.speed, 3),
        "f1": round(each.f1, 3),
        "auc": round(each.auc, 3),
        "tuples": each.tuples,
    }


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.peers")
    parser.add_argument("--carb", type=Path, default=CARB, help="folder with CaRB's dev.txt and dev.tsv")
    parser.add_argument("--sentences", type=int, help="only the first N")
    parser.add_argument(
        "--peers", nargs="*", choices=PEERS, default=PEERS, help="only these, beside graphkit"
    )
    parser.add_argument("--json", type=Path, help="write the figures there too")
    return parser.parse_args()


if __name__ == "__main__":
    main()
