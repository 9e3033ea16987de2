"""Office holders by office and date."""

import pytest

from graphkit.resolve import Resolver
from tests.factories_reading import Sketch


def called(resolver: Resolver, words: str, head: str, published: str | None) -> str:
    sketch = Sketch(f"Then {words} spoke.", published=published).nominal(words, head, 0)
    sketch.triple(sketch.phrase(words, head), "spoke", "speak")
    return next(e.name for e in resolver.resolve(sketch.reading()).entities)


@pytest.mark.parametrize(
    ("words", "head", "published", "name"),
    [
        ("the British prime minister", "minister", "2022-03-10", "Boris Johnson"),
        ("the British prime minister", "minister", "2009-03-10", "Gordon Brown"),
        ("Britain's prime minister", "minister", "2023-03-10", "Rishi Sunak"),
        ("the US president", "president", "2022-01-26", "Joe Biden"),
        ("the president of France", "president", "2020-01-26", "Emmanuel Macron"),
        ("the NATO secretary general", "general", "2022-01-26", "Jens Stoltenberg"),
        ("the U.S. secretary of state", "secretary", "2022-01-26", "Antony Blinken"),
        ("the German chancellor", "chancellor", "2022-01-26", "Olaf Scholz"),
        ("the Russian foreign minister", "minister", "2022-01-26", "Sergei Lavrov"),
    ],
)
def test_who_held_the_office_on_the_day_is_meant(
    resolver: Resolver, words: str, head: str, published: str, name: str
) -> None:
    assert called(resolver, words, head, published) == name


@pytest.mark.parametrize(
    ("words", "head", "published"),
    [
        ("the British prime minister", "minister", None),
        ("the British prime minister", "minister", "2035-03-10"),
        ("the British prime minister", "minister", "1850-03-10"),
        ("the former British prime minister", "minister", "2022-03-10"),
        ("the prime minister", "minister", "2022-03-10"),
        ("the deputy British prime minister", "minister", "2022-03-10"),
        ("the French and British presidents", "presidents", "2022-03-10"),
        ("the US official", "official", "2022-03-10"),
        ("the wife of the US president", "wife", "2022-03-10"),
    ],
)
def test_nobody_is_meant_where_the_words_or_the_day_leave_it_open(
    resolver: Resolver, words: str, head: str, published: str | None
) -> None:
    assert called(resolver, words, head, published)[0].islower()
