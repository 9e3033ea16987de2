"""What reading costs over the language pipeline alone: the same articles, the same components, in one run.

    python -m benchmarks.reading [--articles 200] [--rounds 3]

Prints a table and ratios. Machines differ and are noisy, so only the ratios say something: bare `nlp.pipe` is 1.
"""

import time
from statistics import median

from benchmarks.command import parser, timed
from benchmarks.news import turned
from graphkit.model import Article
from graphkit.nlp.load import load
from graphkit.pipeline.recipe import Recipe
from graphkit.pipeline.stages import extractor

PIPELINE = "en_core_web_sm"


def main() -> None:
    known = parser(__doc__)
    known.add_argument("--articles", type=int, default=200)
    known.add_argument("--rounds", type=int, default=3)
    options = known.parse_args()
    articles = [Article(text=turned(number), published="2024-05-01") for number in range(options.articles)]
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
        seconds["nlp.pipe"].append(timed(bare, time.process_time))
        seconds["graphkit"].append(timed(whole, time.process_time))
    base = median(seconds["nlp.pipe"])
    print(f"{len(articles)} articles, {words} words, {options.rounds} rounds (medians)")
    for name, times in seconds.items():
        usual = median(times)
        print(f"{name:10} {usual:7.2f} s {words / usual:8.0f} words/s  ratio {usual / base:.2f}")


if __name__ == "__main__":
    main()
