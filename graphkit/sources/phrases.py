"""The phrases of `config/sources.yaml`: what a newsroom may edit, read and checked."""

import fnmatch
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from graphkit.errors import SettingsError
from graphkit.resources import shipped

LONGEST = 400
"""Characters: no longer paragraph is taken for boilerplate."""

# Anything of one sentence: a full stop only after an initial.
IN_SENTENCE = r"(?:[^.!?:()\n]|(?<=\b[A-Z])\.){1,100}"
Field = Literal["title", "url", "publisher", "byline", "published", "place", "language"]


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    paragraphs: list[str]
    link_headings: list[str]
    tails: list[str]
    publishers: dict[str, str | None]
    not_places: list[str]
    labels: dict[Field, list[str]]


@dataclass(frozen=True, slots=True)
class Phrases:
    """What isn't the article, ready to be looked for.

    paragraphs, link_headings: match a whole paragraph. tail: matches at a paragraph's end.
    publishers: name by credit in lower case, None where the credit names nobody.
    labels: field by label in lower case.
    """

    paragraphs: re.Pattern[str]
    link_headings: re.Pattern[str]
    tail: re.Pattern[str]
    publishers: dict[str, str | None]
    not_places: frozenset[str]
    labels: dict[str, str]

    def is_boilerplate(self, paragraph: str) -> bool:
        """Whether the whole paragraph is page furniture, or has no letter or digit at all."""
        if len(paragraph) > LONGEST:
            return False
        return self.paragraphs.match(paragraph) is not None or not any(map(str.isalnum, paragraph))

    def heads_links(self, paragraph: str) -> bool:
        """Whether the paragraph is the heading of a list of links."""
        if len(paragraph) > LONGEST or paragraph.endswith("."):
            return False
        return self.link_headings.match(paragraph) is not None

    def names_publisher(self, credit: str) -> bool:
        return credit.strip().lower() in self.publishers

    def publisher(self, credit: str) -> str | None:
        """The publisher a credit names, the credit itself where it isn't listed."""
        return self.publishers.get(credit.strip().lower(), credit.strip())


def read_phrases(path: Path) -> Phrases:
    """The phrases in a YAML file; SettingsError lists all that is wrong with it."""
    try:
        file = _File.model_validate(yaml.safe_load(path.read_text("utf-8")))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise SettingsError(f"{path} can't be read as YAML ({error}): mend it") from error
    except ValidationError as error:
        problems = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        raise SettingsError(f"{path} is wrong: {problems}") from error
    return Phrases(
        paragraphs=_any_of(file.paragraphs),
        link_headings=_any_of(file.link_headings),
        tail=_tail(file.tails),
        publishers={credit.lower(): name for credit, name in file.publishers.items()},
        not_places=frozenset(word.upper() for word in file.not_places),
        labels={label.lower(): field for field, names in file.labels.items() for label in names},
    )


@cache
def shipped_phrases() -> Phrases:
    """The phrases graphkit comes with."""
    return read_phrases(shipped("config", "sources.yaml"))


def _any_of(phrases: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(_whole(phrase) for phrase in phrases), re.IGNORECASE)


def _whole(phrase: str) -> str:
    """A phrase as a pattern of the whole paragraph; typographic apostrophes count as plain ones.

    fnmatch's patterns don't backtrack, however many stars there are.
    """
    literal = phrase.replace("[", "[[]").replace("?", "[?]").replace("'", "['’]")
    if literal.startswith("*") or literal.endswith("*"):
        return fnmatch.translate(literal)
    bare = literal.rstrip(".:")
    return f"{fnmatch.translate(bare)}|{fnmatch.translate(bare + '[.:]')}"


def _tail(phrases: list[str]) -> re.Pattern[str]:
    ways = "|".join(re.escape(phrase).replace(r"\*", IN_SENTENCE) for phrase in phrases)
    return re.compile(rf"(?:^|\s+)(?:{ways})\.?\Z")
