"""Sentences labelled with a quad class (0: no event) and the words of source and target."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graphkit.errors import RecordError
from graphkit.evaluate.events.coding import coded
from graphkit.evaluate.events.found import FoundEvent, events_of
from graphkit.evaluate.figures import Counts, share
from graphkit.evaluate.gum import Read
from graphkit.evaluate.report import Report, Table
from graphkit.evaluate.words import words_of
from graphkit.model import Article

_SOURCE, _TARGET = "S", "T"


@dataclass(frozen=True, slots=True)
class RoleSentence:
    """quad: 0 where there is no event. sources, targets: None where nobody labelled the roles."""

    text: str
    quad: int
    sources: tuple[str, ...] | None
    targets: tuple[str, ...] | None


def read_cameo(lines: Iterable[str], place: str = "gold") -> list[RoleSentence]:
    """JSON Lines with `text`, `quad` and `roles`; RecordError names the line."""
    sentences = []
    for number, line in enumerate(lines, 1):
        try:
            record = json.loads(line)
            roles = record["roles"]
            sources, targets = (
                None if roles is None else tuple(words for role, words in roles if role == wanted)
                for wanted in (_SOURCE, _TARGET)
            )
            sentences.append(RoleSentence(record["text"], int(record["quad"]), sources, targets))
        except (KeyError, TypeError, ValueError) as error:
            raise RecordError(f"{place}:{number} isn't a role sentence (lacks or garbles {error})") from error
    return sentences


def token_counts(wanted: Sequence[str], found: Sequence[str]) -> Counts:
    """Words on both sides, as often as they stand on both."""
    gold = Counter(word for text in wanted for word in words_of(text))
    got = Counter(word for text in found for word in words_of(text))
    return Counts((gold & got).total(), got.total(), gold.total())


def score_cameo(sentences: Iterable[RoleSentence], read: Read, types: Mapping[str, str]) -> Report:
    """false_alarms: the share of no-event sentences that are given one, events being what coders take for one
    (see `coding`). plain: what is asked, denied or only considered too.

    Source and target are scored on sentences with an event whose roles are labelled: the words of all
    sources found in a sentence against those labelled. Quad classes as sets, no event being no class.
    """
    quiet = alarms = plain = 0
    source, target, quads = Counts(), Counts(), Counts()
    examples = []
    for sentence in sentences:
        extraction = read(Article(text=sentence.text))
        events = events_of(extraction, types, coded)
        classes = {event.quad for event in events}
        wanted = {sentence.quad} - {0}
        quads += Counts(len(classes & wanted), len(classes), len(wanted))
        if not wanted:
            quiet += 1
            alarms += bool(events)
            plain += bool(events_of(extraction, types))
            examples += [_describe(sentence, event) for event in events]
        elif sentence.sources is not None and sentence.targets is not None:
            source += token_counts(sentence.sources, _distinct(event.source for event in events))
            target += token_counts(sentence.targets, _distinct(event.target for event in events))
    rows = tuple(
        (name, round(one.precision, 4), round(one.recall, 4), round(one.f1, 4))
        for name, one in (("source words", source), ("target words", target), ("quad", quads))
    )
    return Report(
        title="events: CAMEO roles",
        figures={
            "false_alarms": share(alarms, quiet),
            "plain.false_alarms": share(plain, quiet),
            "quiet.share": share(quiet - alarms, quiet),
            "source.f1": source.f1,
            "target.f1": target.f1,
            "quad.f1": quads.f1,
        },
        tables=(Table("measures", ("measure", "precision", "recall", "f1"), rows),),
        examples=tuple(examples),
    )


def _distinct(ends: Iterable[tuple[str, ...]]) -> list[str]:
    """The text's wording of each, once."""
    return list(dict.fromkeys(wordings[0] for wordings in ends if wordings))


def _describe(sentence: RoleSentence, event: FoundEvent) -> str:
    return f"no event, but {event}: {sentence.text}"
