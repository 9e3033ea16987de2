"""`python -m graphkit.evaluate.gold_check PATH...`: whether gold files say what they mean to."""

import argparse
import sys
from collections import Counter
from pathlib import Path

from graphkit.evaluate.gold.cases import read_cases
from graphkit.evaluate.gold.folder import annotations, holds_cases, read_article
from graphkit.evaluate.gold.problems import Problems
from graphkit.evaluate.gold.record import to_extraction
from graphkit.model.record import check_offsets


def main() -> int:
    """0 all well, 1 something to mend, 2 nothing to check."""
    options = _parse()
    files = annotations(options.paths)
    if not files:
        sys.stderr.write(f"no gold files under {', '.join(map(str, options.paths))}: write NAME.yaml there\n")
        return 2
    counts: Counter[str] = Counter()
    checked = [_check(path, counts) for path in files]
    for problems in checked:
        for line in problems.lines():
            sys.stdout.write(f"{line}\n")
    sys.stdout.write(", ".join(f"{counts[name]} {name}" for name in sorted(counts)) + "\n")
    wrong = [
        problem for problems in checked for problem in problems.found if options.strict or not problem.warning
    ]
    return 1 if wrong else 0


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m graphkit.evaluate.gold_check", description="Check gold files."
    )
    parser.add_argument("paths", nargs="+", type=Path, help="YAML files, or folders of them")
    parser.add_argument("--strict", action="store_true", help="warnings count as errors")
    return parser.parse_args()


def _check(path: Path, counts: Counter[str]) -> Problems:
    problems = Problems(str(path))
    if not path.exists():
        problems.error(1, "isn't there: name a gold file or a folder of them")
    elif holds_cases(path):
        counts["harmless cases"] += len(read_cases(path.read_text(encoding="utf-8"), problems))
    else:
        gold = read_article(path, problems)
        if not any(not problem.warning for problem in problems.found):
            check_offsets(to_extraction(gold), str(path))
        counts["articles"] += 1
        counts["claims"] += len(gold.claims)
        counts["sentences"] += len(gold.sentences)
    return problems


if __name__ == "__main__":
    sys.exit(main())
