"""News to read, as much as is asked for, made of the real articles of the gold."""

import random
import re
from functools import cache
from pathlib import Path
from random import Random

from tests import stories

GOLD = Path(__file__).parent.parent / "tests" / "gold"
NAMED = re.compile(r"(?<=[a-z,] )([A-Z][a-z]{3,})")
SYLLABLES = ("ba", "do", "ka", "le", "mi", "no", "ra", "su", "te", "vo")


@cache
def paragraphs() -> tuple[tuple[str, ...], ...]:
    """Of each article, the headline first."""
    paths = sorted(GOLD.glob("*.txt"))
    return tuple(tuple(path.read_text(encoding="utf-8").strip().split("\n\n")) for path in paths)


def turned(number: int) -> str:
    """A whole article; each time round with other paragraphs first."""
    head, *body = paragraphs()[number % len(paragraphs())]
    turn = number // len(paragraphs()) % len(body)
    return "\n\n".join([head, *body[turn:], *body[:turn]])


def mixed(chance: Random) -> str:
    """A headline and a handful of paragraphs, each of any article: many articles say the same."""
    chosen = chance.sample([each for _, *body in paragraphs() for each in body], chance.randint(2, 6))
    return "\n\n".join([chance.choice(paragraphs())[0], *chosen])


def own(number: int) -> str:
    """A whole article in which other people, places and figures stand: each is of its own."""
    return _renamed(turned(number), random.Random(number))


def varied(number: int) -> str:
    """Some paragraphs of an article with other people, places and figures in them: each is of its own."""
    chance = random.Random(number)
    head, *body = paragraphs()[number % len(paragraphs())]
    kept = [head, *sorted(chance.sample(body, 2), key=body.index)]
    told = _renamed("\n\n".join(kept), chance)
    return f"{told}\n\n{stories.body(number)}"


def _renamed(text: str, chance: Random) -> str:
    """With half of the names and all figures made up, the same name everywhere the same."""
    others: dict[str, str] = {}

    def other(found: re.Match[str]) -> str:
        made = "".join(chance.choice(SYLLABLES) for _ in range(3)).capitalize()
        return others.setdefault(found[1], made if chance.random() < 0.5 else found[1])

    return re.sub(r"\b\d+\b", lambda _: str(chance.randrange(2, 9000)), NAMED.sub(other, text))
