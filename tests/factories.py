"""Extractions made by hand, as the reader would make them of these sentences.

The text is put together from the sentences given; every offset is looked up in it, so a test says what a
sentence claims and nothing about where it stands.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from graphkit.model import (
    Article,
    Claim,
    ClaimArgument,
    ClaimEnd,
    Entity,
    EntityMention,
    Event,
    Extraction,
    Modality,
    Polarity,
    Predicate,
    Span,
    claim_id,
    digest,
)
from graphkit.ontology import Ontology
from graphkit.store.trial_articles import find, laid_out

EVENTS = frozenset({"BRIBE", "INVADE", "MEET", "REJECT"})
EXTRACTOR = "graphkit 0.1.0 test-pipeline 1.0"


def small_ontology(**changes: Any) -> Ontology:
    """A few kinds and relations: enough to tell them apart."""
    described = {"description": "a kind or relation for tests", "example": "none"}
    kinds = {
        "Person": {"acts": True},
        "Organization": {"acts": True},
        "Country": {"acts": True},
        "Place": {},
        "Concept": {},
    }
    relations = {
        "REJECT": {"family": "event", "quad": 3},
        "BRIBE": {"family": "event", "quad": 2},
        "INVADE": {"family": "event", "quad": 4},
        "MEET": {"family": "event", "quad": 2, "reciprocal": True},
        "HOLDS_OFFICE": {"family": "structure", "one_holder": ["be president of"]},
        "SAY": {"family": "speech"},
        "ACTS_ON": {"family": "fallback"},
    }
    values: dict[str, Any] = {
        "kinds": {name: described | kind for name, kind in kinds.items()},
        "relations": {name: described | relation for name, relation in relations.items()},
        "version": "o:test",
    }
    return Ontology.model_validate(values | changes)


@dataclass(frozen=True)
class Told:
    """One claim of a sentence: whose words stand in it, what they refer to."""

    subject: Entity
    predicate: str
    object: Entity | None = None
    relation: str = "ACTS_ON"
    lemma: str | None = None
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ASSERTED
    speaker: Entity | None = None
    happened: str | None = None
    arguments: tuple[tuple[str, str, Entity | None], ...] = ()
    contents: tuple[str, ...] = ()
    confidence: float = 0.9
    mode: str | None = None
    passive: bool = False

    @property
    def id(self) -> str:
        """The id its claim gets."""
        return claim_id(
            subject=self.subject.id,
            predicate=self.lemma or self.predicate,
            object_=None if self.object is None else self.object.id,
            polarity=self.polarity,
            modality=self.modality,
            speaker=None if self.speaker is None else self.speaker.id,
            happened=self.happened,
            contents=self.contents,
        )


def country(name: str, qid: str) -> Entity:
    return Entity(f"wd:{qid}", name, "Country", qid)


def person(name: str) -> Entity:
    return Entity(digest("e", ["Person", name.casefold()]), name, "Person")


def organization(name: str) -> Entity:
    return Entity(digest("e", ["Organization", name.casefold()]), name, "Organization")


def concept(name: str) -> Entity:
    return Entity(f"k:{name}", name, "Concept")


def extraction(*sentences: tuple[str, Sequence[Told]], **article: Any) -> Extraction:
    """The extraction of an article of these sentences, each with what it claims; `article`: its metadata."""
    title = article.pop("title", "")
    text, spans = laid_out(title, [sentence for sentence, _ in sentences])
    claims: list[Claim] = []
    mentions: dict[str, set[EntityMention]] = {}
    entities: dict[str, Entity] = {}
    for number, ((_, told), within) in enumerate(zip(sentences, spans, strict=True)):
        for each in told:
            for entity in _named(each):
                at = find(entity.name, text, within)
                entities[entity.id] = entity
                mentions.setdefault(entity.id, set()).add(EntityMention(at.start, at.end, "name"))
            claims.append(_claim(each, number, text, within))
    parents = {child: each.id for _, told in sentences for each in told for child in each.contents}
    return Extraction(
        extractor=EXTRACTOR,
        article=Article(text=text, title=title, **article),
        sentences=spans,
        entities=tuple(
            replace(entities[id_], mentions=tuple(sorted(mentions[id_], key=lambda m: m.start)))
            for id_ in sorted(entities)
        ),
        claims=tuple(replace(claim, content_of=parents.get(claim.id)) for claim in claims),
    )


def _named(told: Told) -> list[Entity]:
    ends = [told.subject, told.object, told.speaker, *(entity for _, _, entity in told.arguments)]
    return [entity for entity in ends if entity is not None]


def _end(entity: Entity | None, text: str, within: Span) -> ClaimEnd | None:
    if entity is None:
        return None
    at = find(entity.name, text, within)
    return ClaimEnd(entity.name, at.start, at.end, entity.id)


def _claim(told: Told, number: int, text: str, within: Span) -> Claim:
    subject = _end(told.subject, text, within)
    assert subject is not None
    predicate = find(told.predicate, text, within)
    arguments = tuple(_argument(each, text, within) for each in told.arguments)
    if told.happened is not None:
        arguments += (ClaimArgument("time", subject.text, subject.start, subject.end, value=told.happened),)
    ends = [subject, _end(told.object, text, within)]
    places = [predicate, *(Span(end.start, end.end) for end in ends if end is not None)]
    return Claim(
        id=told.id,
        sentence=number,
        start=min(place.start for place in places),
        end=max(place.end for place in places),
        subject=subject,
        predicate=Predicate(told.predicate, told.lemma or told.predicate, (predicate,)),
        object=ends[1],
        arguments=arguments,
        relation=told.relation,
        polarity=told.polarity,
        modality=told.modality,
        speaker=_end(told.speaker, text, within),
        cue=None,
        content_of=None,
        confidence=told.confidence,
        rule="by hand",
        mode=told.mode,
        passive=told.passive,
        event=_event(told, text[within.start : within.end]),
    )


def _event(told: Told, sentence: str) -> Event | None:
    """Of what is stated: one for all articles on a known day, else one for all with the sentence."""
    stated = told.polarity is Polarity.AFFIRMED and told.modality is Modality.ASSERTED
    if not stated or told.relation not in EVENTS or told.object is None:
        return None
    dated = told.happened is not None and len(told.happened) == len("2022-01-26")
    scope = None if dated else digest("s", [sentence])
    place = next((entity.id for role, _, entity in told.arguments if role == "place" and entity), None)
    return Event(told.relation, None, (told.subject.id,), (told.object.id,), place, told.happened, scope)


def _argument(given: tuple[str, str, Entity | None], text: str, within: Span) -> ClaimArgument:
    role, words, entity = given
    at = find(words, text, within)
    head = words.partition(" ")[2] or None
    return ClaimArgument(role, words, at.start, at.end, head, None if entity is None else entity.id)


COUNTRIES = tuple(
    country(name, f"Q{number}")
    for number, name in enumerate(
        ("Arland", "Borduria", "Carpathia", "Drachia", "Elbonia", "Freedonia"), start=9001
    )
)
PEOPLE = tuple(person(f"{first} {last}") for first in ("Ada", "Bo", "Cy") for last in ("Lum", "Mott", "Nye"))
THINGS = tuple(concept(name) for name in ("demand", "sanction", "treaty"))
DEEDS = (
    ("rejected", "reject", "REJECT"),
    ("invaded", "invade", "INVADE"),
    ("met", "meet", "MEET"),
    ("bribed", "bribe", "BRIBE"),
    ("praised", "praise", "ACTS_ON"),
)
HOURS = ("at dawn", "at noon", "at dusk", "at night")


def crowd(size: int) -> tuple[Entity, ...]:
    """So many people with names of their own."""
    return tuple(person(f"Person{number:05} Doe") for number in range(size))


def newsroom(
    count: int, seed: int = 0, longest: int = 4, people: tuple[Entity, ...] = PEOPLE
) -> list[Extraction]:
    """So many articles of up to `longest` sentences each; the same for the same seed.

    They name the same actors and make the same claims again and again, disagree on how to spell a name and
    what kind of thing it is, quote one another, deny, plan, and come from files and URLs. The first of the
    people are named much more often than the last.
    """
    random = Random(seed)
    return [_article(random, number, longest, people) for number in range(count)]


def _article(random: Random, number: int, longest: int, people: tuple[Entity, ...]) -> Extraction:
    told = [_sentence(random, people) for _ in range(random.randint(1, longest))]
    day = f"2022-0{random.randint(1, 9)}-1{random.randint(0, 9)}"
    by_url = random.random() < 0.5
    return extraction(
        *told,
        title=f"Report {number}",
        url=f"https://news.example/{number}" if by_url else None,
        path=f"news/{number}.txt",
        publisher=random.choice((None, "The Daily", "The Post")),
        published=random.choice((None, day, f"{day}T08:30:00Z")),
    )


def _sentence(random: Random, people: tuple[Entity, ...]) -> tuple[str, list[Told]]:
    subject, target, speaker = random.sample(
        (
            *random.sample(COUNTRIES, 3),
            _disputed(random),
            *{_well_known(random, people): 0 for _ in range(4)},
        ),
        3,
    )
    if random.random() < 0.3:
        target = random.choice(THINGS)
    if random.random() < 0.3:
        speaker = None
    text, lemma, relation = random.choice(DEEDS)
    place = random.choice([c for c in COUNTRIES if c not in (subject, target, speaker)])
    hour = random.choice(HOURS)
    deed = Told(
        subject,
        text,
        target,
        relation,
        lemma,
        polarity=random.choice((Polarity.AFFIRMED, Polarity.AFFIRMED, Polarity.NEGATED)),
        modality=random.choice((Modality.ASSERTED, Modality.ASSERTED, Modality.ASSERTED, *Modality)),
        speaker=speaker,
        happened=random.choice((None, None, "2022-01-26", "2022-01")),
        arguments=(("place", f"in {place.name}", place), ("time", hour, None), ("about", place.name, place)),
        confidence=random.choice((0.5, 0.9)),
    )
    words = f"{subject.name} {text} {target.name} in {place.name} {hour}"
    if speaker is None:
        return f"{words}.", [deed]
    said = Told(speaker, "said", None, "SAY", "say", contents=(deed.id,))
    return f"{words}, {speaker.name} said.", [deed, said]


def _well_known(random: Random, people: tuple[Entity, ...]) -> Entity:
    return people[min(int(random.paretovariate(0.5)) - 1, len(people) - 1)]


def _disputed(random: Random) -> Entity:
    """One entity that articles spell and class in several ways."""
    name, kind = random.choice((("Globex", "Organization"), ("GLOBEX", "Organization"), ("Globex", "Place")))
    return Entity("e:globex", name, kind)
