"""Copies of stories as newspapers make them, and stories that only look like copies; who is whose is known."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import yaml

from graphkit.model import Article

STORIES = Path(__file__).with_name("stories.yaml")
QUOTE = re.compile(r"“([^|”]+)\|([^|”]+)”")

OWN = (
    "Readers of this newspaper will remember that we have followed the matter since the beginning, and that our "
    "correspondent was among the few who were let in; a calendar of what happened when is printed on page four.",
    "What do you think? Write to the editor, by post or through the website, with your name and place of "
    "residence, and we shall print a choice of your letters in the weekend supplement.",
    "Here at home the news was met with interest. Two members of the council asked for a hearing, and the local "
    "chamber of commerce told us it would study the consequences before it says anything.",
)
REWORDED = (
    ("more than", "over"),
    ("about", "around"),
    ("said", "stated"),
    ("nearly", "almost"),
    ("because", "as"),
    ("until", "till"),
    ("expected", "due"),
    ("on Wednesday", "yesterday"),
    ("on Tuesday", "yesterday"),
    ("on Friday", "last Friday"),
    ("on Saturday", "at the weekend"),
    ("on Monday", "earlier this week"),
)


@dataclass(frozen=True)
class Printed:
    """An article, the stories whose words it has, and how it was made of them."""

    article: Article
    stories: frozenset[str]
    how: str


def printed() -> list[Printed]:
    """Every story in every form."""
    events = yaml.safe_load(STORIES.read_text(encoding="utf-8"))
    stories = {f"{e}{'ab'[s]}": story for e, event in enumerate(events) for s, story in enumerate(event)}
    found = [each for name, story in stories.items() for each in _forms(name, story)]
    names = sorted(stories)
    for one, other in ((names[0], names[4]), (names[7], names[11]), (names[14], names[19])):
        text = [*_texts(stories[one]), *_texts(stories[other])]
        found.append(_printed(f"{one}{other}", "merged", "Two stories of the day", text, {one, other}))
    return found


def pairs() -> Iterator[tuple[Printed, Printed, bool]]:
    """Two of one event, or of stories that were merged, and whether one has the words of the other."""
    everything = printed()
    merged = [each for each in everything if each.how == "merged"]
    for one, other in combinations(everything, 2):
        event = {name[:-1] for name in one.stories} & {name[:-1] for name in other.stories}
        together = any(one.stories | other.stories <= each.stories for each in merged)
        if event or together:
            yield one, other, bool(one.stories & other.stories)


def _forms(name: str, story: dict) -> Iterator[Printed]:
    title, other_title, text = story["title"], story["retitled"], _texts(story)
    number = int(name[:-1])
    agency = ("Reuters", "AP", "AFP")[number % 3]
    wired = [f"CITY ({agency}) - {text[0]}", *text[1:]]
    reworded = [_reworded(paragraph) for paragraph in text]
    own = OWN[number % 3 :] + OWN[: number % 3]
    yield _printed(name, "original", title, wired)
    yield _printed(name, "full", title, text)
    yield _printed(name, "retitled", other_title, wired)
    yield _printed(name, "cut to half", title, text[:3])
    yield _printed(name, "cut to a third", other_title, text[:2])
    yield _printed(name, "translated quotes", title, _texts(story, wording=2))
    yield _printed(name, "reworded", other_title, reworded)
    yield _printed(name, "own lede", other_title, [own[0], *text[1:]])
    yield _printed(name, "own paragraphs", title, [own[0], *text, own[1]])
    yield _printed(name, "most paragraphs", other_title, [*text[:1], *text[2:4], text[5], own[2]])


def _texts(story: dict, wording: int = 1) -> list[str]:
    return [QUOTE.sub(rf"“\{wording}”", paragraph) for paragraph in story["text"]]


def _reworded(text: str) -> str:
    for before, after in REWORDED:
        text = re.sub(rf"\b{before}\b", after, text)
    return text


def _printed(name: str, how: str, title: str, text: list[str], stories: set[str] | None = None) -> Printed:
    url = f"https://{how.replace(' ', '-')}.example/{name}"
    whole = "\n\n".join([title, *text])
    return Printed(Article(whole, title, url=url), frozenset(stories or {name}), how)
