"""What reading costs over the language pipeline alone: the same articles, the same components, in one run.

    python -m benchmarks.reading [ARTICLES] [--rounds N]

Prints a table and ratios. Machines differ and are noisy, so only the ratios say something: bare `nlp.pipe` is 1.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from graphkit.model import Article
from graphkit.nlp.load import load
from graphkit.pipeline.recipe import Recipe
from graphkit.pipeline.stages import extractor

PIPELINE = "en_core_web_sm"
GOLD = Path(__file__).parent.parent / "tests" / "gold"


def main() -> None:
    options = _parse()
    articles = list(_articles(options.articles))
    words = sum(len(article.text.split()) for article in articles)
    nlp = load(PIPELINE)
    made = extractor(Recipe(PIPELINE))

    def bare() -> None:
        with nlp.memory_zone():
            for _ in nlp.pipe([article.text for article in articles]):
                pass

    def whole() -> None:
        made.extract_all(articles)

    bare()
    whole()
    seconds: dict[str, list[float]] = {"nlp.pipe": [], "graphkit": []}
    for _ in range(options.rounds):
        seconds["nlp.pipe"].append(_timed(bare))
        seconds["graphkit"].append(_timed(whole))
    base = statistics.median(seconds["nlp.pipe"])
    sys.stdout.write(f"{len(articles)} articles, {words} words, {options.rounds} rounds (medians)\n")
    for name, times in seconds.items():
        median = statistics.median(times)
        sys.stdout.write(
            f"{name:10} {median:7.2f} s {words / median:8.0f} words/s  ratio {median / base:.2f}\n"
        )


def _timed(run: Callable[[], None]) -> float:
    begun = time.process_time()
    run()
    return time.process_time() - begun


def _articles(count: int) -> Iterator[Article]:
    """As many different articles as asked: those of the gold, each time with other paragraphs first."""
    texts = [path.read_text("utf-8") for path in sorted(GOLD.glob("*.txt"))]
    for number in range(count):
        head, *body = texts[number % len(texts)].split("\n\n")
        turn = number // len(texts) % len(body)
        yield Article(text="\n\n".join([head, *body[turn:], *body[:turn]]), published="2024-05-01")


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Time reading against the language pipeline alone.")
    parser.add_argument("articles", type=int, nargs="?", default=200)
    parser.add_argument("--rounds", type=int, default=3)
    return parser.parse_args()


if __name__ == "__main__":
    main()
