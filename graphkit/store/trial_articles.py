"""Articles with their claims, written down by hand for trying a saved query: a file beside the query.

Nothing is read by a language pipeline here, so a query's test depends on the query alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from graphkit.errors import QueryError
from graphkit.model import (
    Article,
    Claim,
    ClaimArgument,
    ClaimEnd,
    Decision,
    Entity,
    EntityMention,
    Event,
    Extraction,
    Modality,
    Polarity,
    Predicate,
    Side,
    Span,
    Verdict,
    claim_id,
)


def _day(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


Day = Annotated[str | None, BeforeValidator(_day)]


class Written(BaseModel):
    """Frozen, and with no room for a misspelt key."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class WrittenEntity(Written):
    """names: what else articles call it."""

    id: str
    kind: str
    names: tuple[str, ...] = ()


class WrittenClaim(Written):
    """One claim of a sentence; subject, object, speaker, place and about by the names of entities.

    lemma: of the predicate, where it differs from its words. when: the words of the time, `happened` its value.
    event: whether it tells of an event of its own.
    """

    subject: str
    predicate: str
    relation: str
    lemma: str | None = None
    object: str | None = None
    speaker: str | None = None
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ASSERTED
    about: tuple[str, ...] = ()
    place: str | None = None
    happened: Day = None
    when: str = ""
    passive: bool = False
    event: bool = False


class WrittenSentence(Written):
    """text: as it stands in the article."""

    text: str
    claims: tuple[WrittenClaim, ...] = ()


class WrittenArticle(Written):
    """What is known of it, and its sentences in order.

    was: those it had when it was first loaded. retracted: why it was taken out afterwards.
    """

    title: str = ""
    published: Day = None
    publisher: str | None = None
    url: str | None = None
    sentences: tuple[WrittenSentence, ...] = Field(min_length=1)
    was: tuple[WrittenSentence, ...] = ()
    retracted: str | None = None


class WrittenDecision(Written):
    """Two entities, by name, that somebody decided are the same, or different, and why."""

    verdict: Verdict
    one: str
    other: str
    reason: str
    at: Day = "2022-03-01"


class World(Written):
    """Articles and whoever stands in them, and what was decided of these."""

    entities: Mapping[str, WrittenEntity]
    articles: tuple[WrittenArticle, ...] = Field(min_length=1)
    decisions: tuple[WrittenDecision, ...] = ()

    def earlier(self) -> list[Extraction]:
        """Articles that have another text by now, as if that of before had been read."""
        return [
            _Reading(self, article.model_copy(update={"sentences": article.was})).extraction()
            for article in self.articles
            if article.was
        ]

    def extractions(self) -> list[Extraction]:
        """As if the articles had been read; QueryError where a claim's words don't stand in its sentence."""
        return [_Reading(self, article).extraction() for article in self.articles]

    def decided(self) -> Iterator[Decision]:
        """QueryError where a decision is about nobody."""
        for each in self.decisions:
            one, other = self._side(each.one), self._side(each.other)
            yield Decision(each.verdict, one, other, each.reason, by="a reader", at=str(each.at))

    def _side(self, name: str) -> Side:
        entity = self.entity(name)
        return Side(entity.id, name, entity.kind)

    def entity(self, name: str) -> WrittenEntity:
        """QueryError where nobody has the name."""
        if name not in self.entities:
            raise QueryError(f"{name!r} isn't among the entities: add it")
        return self.entities[name]


def read_world(path: Path) -> World:
    """The articles in a file; QueryError says what is wrong with it."""
    try:
        return World.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except (OSError, yaml.YAMLError, ValidationError) as error:
        raise QueryError(f"{path} can't be read as articles to try queries on: {error}") from error


def laid_out(title: str, sentences: Sequence[str]) -> tuple[str, tuple[Span, ...]]:
    """The text of an article of these sentences, its title first where it has one, and where each stands in it."""
    spans, start = [], len(title) + 2 if title else 0
    for sentence in sentences:
        spans.append(Span(start, start + len(sentence)))
        start = spans[-1].end + 2
    return "\n\n".join([*([title] if title else []), *sentences]), tuple(spans)


def find(words: str, text: str, within: Span) -> Span:
    """Where words first stand in a sentence of a text; QueryError where they don't."""
    at = text.find(words, within.start, within.end)
    if at == -1:
        raise QueryError(f"{words!r} doesn't stand in {text[within.start : within.end]!r}")
    return Span(at, at + len(words))


class _Reading:
    """Puts one article together; offsets are looked up in its text."""

    def __init__(self, world: World, written: WrittenArticle) -> None:
        self.world, self.written = world, written
        self.text, self.spans = laid_out(written.title, [one.text for one in written.sentences])
        self.mentions: dict[str, set[EntityMention]] = {}

    def extraction(self) -> Extraction:
        written = self.written
        claims = tuple(
            self._claim(one, number, within)
            for number, (sentence, within) in enumerate(zip(written.sentences, self.spans, strict=True))
            for one in sentence.claims
        )
        article = Article(
            text=self.text,
            title=written.title,
            url=written.url,
            publisher=written.publisher,
            published=written.published,
        )
        return Extraction("written by hand", article, self.spans, tuple(self._entities()), claims)

    def _entities(self) -> Iterator[Entity]:
        for name in sorted(self.mentions):
            one = self.world.entities[name]
            wikidata = one.id.removeprefix("wd:") if one.id.startswith("wd:") else None
            mentions = tuple(sorted(self.mentions[name], key=lambda mention: mention.start))
            yield Entity(one.id, name, one.kind, wikidata, mentions)

    def _claim(self, written: WrittenClaim, number: int, within: Span) -> Claim:
        words = find(written.predicate, self.text, within)
        subject, lemma = self._end(written.subject, within), written.lemma or written.predicate
        object_ = None if written.object is None else self._end(written.object, within)
        speaker = None if written.speaker is None else self._end(written.speaker, within)
        arguments = tuple(self._arguments(written, within))
        made = claim_id(
            subject=subject.entity,
            predicate=lemma,
            object_=None if object_ is None else object_.entity,
            polarity=written.polarity,
            modality=written.modality,
            speaker=None if speaker is None else speaker.entity,
            happened=written.happened,
        )
        return Claim(
            id=made,
            sentence=number,
            start=within.start,
            end=within.end,
            subject=subject,
            predicate=Predicate(written.predicate, lemma, (words,)),
            object=object_,
            arguments=arguments,
            relation=written.relation,
            polarity=written.polarity,
            modality=written.modality,
            speaker=speaker,
            cue=None,
            content_of=None,
            confidence=1.0,
            rule="written by hand",
            passive=written.passive,
            event=self._event(written, subject, object_) if written.event else None,
        )

    def _event(self, written: WrittenClaim, subject: ClaimEnd, object_: ClaimEnd | None) -> Event:
        place = None if written.place is None else self.world.entities[written.place].id
        targets = () if object_ is None else (object_.entity,)
        return Event(written.relation, None, (subject.entity,), targets, place, written.happened, None)

    def _arguments(self, written: WrittenClaim, within: Span) -> Iterator[ClaimArgument]:
        for role, names in (("about", written.about), ("place", (written.place,) if written.place else ())):
            for name in names:
                end = self._end(name, within)
                yield ClaimArgument(role, end.text, end.start, end.end, entity=end.entity)
        if written.when:
            at = find(written.when, self.text, within)
            yield ClaimArgument("time", written.when, at.start, at.end, value=written.happened)

    def _end(self, name: str, within: Span) -> ClaimEnd:
        entity = self.world.entity(name)
        sentence = self.text[within.start : within.end]
        at = find(next((one for one in (name, *entity.names) if one in sentence), name), self.text, within)
        kind = "nominal" if entity.kind == "Concept" else "name"
        self.mentions.setdefault(name, set()).add(EntityMention(at.start, at.end, kind))
        return ClaimEnd(self.text[at.start : at.end], at.start, at.end, entity.id)
