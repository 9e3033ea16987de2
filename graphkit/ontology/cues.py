"""Cues: the words that tell how a claim is meant, read from `config/cues.yaml` and checked."""

from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from graphkit.errors import SettingsError
from graphkit.resources import shipped

CLASSES = (
    "say", "believe", "know", "fear", "doubt", "disbelieve", "deny", "allege", "demand", "promise", "want", "try",
    "refuse", "prevent", "exclude", "unable", "seem", "cause", "manage", "enable",
)  # fmt: skip
"""What a word makes of its content; the file says what each means."""


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


Lists = dict[str, list[str]]


class CueFile(_Strict):
    """The file as it is written."""

    that: Lists
    to: Lists
    object_to: Lists
    doing: Lists
    doing_after: Lists
    nouns: Lists
    adjectives: Lists
    modals: Lists
    adverbs: Lists
    descriptions: Lists
    none: list[str]
    quoted: list[str]
    views: list[str]
    fiction: list[str]
    undoing: list[str]
    unreal: list[str]
    markers: Lists
    gerunds: Lists


class Cues:
    """Look-ups from a lemma to what it makes of its content or clause.

    that, to, object_to, doing, doing_after: of a verb, by the construction of its content. nouns, adjectives: of those.
    modals, adverbs, descriptions, markers, gerunds: to a modality, or "negated". none: words that deny.
    quoted: verbs that a quotation may follow. views: nouns whose owner says the sentence.
    fiction: nouns of worlds that aren't ours. undoing: verbs after which a verdict no longer stands.
    unreal: words before a text or picture that is none.
    """

    def __init__(self, file: CueFile) -> None:
        self.that = _inverted(file.that)
        self.to = _inverted(file.to)
        self.object_to = _inverted(file.object_to)
        self.doing = _inverted(file.doing)
        self.doing_after = _inverted(file.doing_after)
        self.nouns = _inverted(file.nouns)
        self.adjectives = _inverted(file.adjectives)
        self.modals = _inverted(file.modals)
        self.adverbs = _inverted(file.adverbs)
        self.descriptions = _inverted(file.descriptions)
        self.markers = _inverted(file.markers)
        self.gerunds = _inverted(file.gerunds)
        self.none = frozenset(file.none)
        self.quoted = frozenset(file.quoted)
        self.views = frozenset(file.views)
        self.fiction = frozenset(file.fiction)
        self.unreal = frozenset(file.unreal)
        self.undoing = frozenset(file.undoing)


def load_cues(path: Path | None = None) -> Cues:
    """The cues in a file (by default the one graphkit ships); SettingsError lists all its problems."""
    path = path or shipped("config", "cues.yaml")
    try:
        file = CueFile.model_validate(yaml.safe_load(path.read_text("utf-8")))
    except (yaml.YAMLError, ValidationError, OSError) as error:
        raise SettingsError(f"{path}: {error}") from error
    lists = (file.that, file.to, file.object_to, file.doing, file.doing_after, file.nouns, file.adjectives)
    unknown = sorted({name for one in lists for name in one} - set(CLASSES))
    if unknown:
        raise SettingsError(f"{path}: unknown class {', '.join(unknown)}: known are {', '.join(CLASSES)}")
    return Cues(file)


def _inverted(lists: Lists) -> dict[str, str]:
    """Word to class; of a word listed twice the first class counts."""
    found: dict[str, str] = {}
    for name, words in lists.items():
        for word in words:
            found.setdefault(word, name)
    return found
