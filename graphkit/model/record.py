"""The extraction record: an `Extraction` as one line of JSON, and back (contract A of the design)."""

import json
from dataclasses import asdict
from typing import Any

from graphkit.errors import RecordError
from graphkit.model.article import Article
from graphkit.model.event import Event
from graphkit.model.extraction import Claim, ClaimArgument, ClaimEnd, Entity, EntityMention, Extraction
from graphkit.model.flags import Modality, Polarity
from graphkit.model.reading import Predicate, Rejected, Span

FORMAT = "graphkit.extraction/1"
Json = dict[str, Any]


def write_line(extraction: Extraction) -> str:
    """The record as one line of JSON without the line end; the same bytes for the same extraction."""
    return json.dumps(to_record(extraction), ensure_ascii=False, separators=(", ", ": "))


def read_line(line: str, place: str = "the record") -> Extraction:
    """The extraction in a line; RecordError names `place` ("file:line") and what is wrong."""
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise RecordError(f"{place} isn't JSON ({error}): make the file with `graphkit extract`") from error
    return from_record(record, place)


def to_record(extraction: Extraction) -> Json:
    """The extraction as JSON values."""
    return {
        "format": FORMAT,
        "extractor": extraction.extractor,
        "article": _article(extraction.article),
        "sentences": [{"start": s.start, "end": s.end} for s in extraction.sentences],
        "entities": [_entity(entity) for entity in extraction.entities],
        "claims": [_claim(claim) for claim in extraction.claims],
        **({"rejected": [asdict(one) for one in extraction.rejected]} if extraction.rejected else {}),
    }


def from_record(record: Any, place: str = "the record") -> Extraction:
    """The extraction in JSON values. Offsets are checked: the words must stand where the record says."""
    if not isinstance(record, dict) or record.get("format") != FORMAT:
        found = record.get("format") if isinstance(record, dict) else type(record).__name__
        raise RecordError(f"{place} has format {found!r}, not {FORMAT!r}: extract the article again")
    try:
        extraction = Extraction(
            extractor=record["extractor"],
            article=_read_article(record["article"], place),
            sentences=tuple(Span(s["start"], s["end"]) for s in record["sentences"]),
            entities=tuple(_read_entity(entity) for entity in record["entities"]),
            claims=tuple(_read_claim(claim) for claim in record["claims"]),
            rejected=tuple(Rejected(**one) for one in record.get("rejected", ())),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise RecordError(
            f"{place} lacks or garbles {error}: make the file with `graphkit extract`"
        ) from error
    check_offsets(extraction, place)
    return extraction


def check_offsets(extraction: Extraction, place: str) -> None:
    """RecordError unless every quoted text equals the article's text at its offsets."""
    text = extraction.article.text
    known = {entity.id for entity in extraction.entities}
    for claim in extraction.claims:
        ends = (claim.subject, claim.object, claim.speaker)
        parts: list[ClaimEnd | ClaimArgument] = [end for end in ends if end is not None]
        for part in (*parts, *claim.arguments):
            if text[part.start : part.end] != part.text:
                raise RecordError(
                    f"{place}: claim {claim.id} quotes {part.text!r} at {part.start}-{part.end}, where the "
                    f"article has {text[part.start : part.end]!r}: extract the article again"
                )
            if part.entity is not None and part.entity not in known:
                raise RecordError(
                    f"{place}: claim {claim.id} names entity {part.entity}, which the record doesn't list"
                )
        for entity in () if claim.event is None else claim.event.entities:
            if entity not in known:
                raise RecordError(
                    f"{place}: the event of claim {claim.id} names {entity}, which the record doesn't list"
                )


def _article(article: Article) -> Json:
    return {
        "id": article.id,
        "title": article.title,
        "url": article.url,
        "path": article.path,
        "publisher": article.publisher,
        "byline": article.byline,
        "place": article.place,
        "published": article.published,
        "language": article.language,
        "text": article.text,
        "text_sha256": article.text_sha256,
    }


def _read_article(record: Json, place: str) -> Article:
    names = ("text", "title", "url", "path", "publisher", "byline", "place", "published", "language")
    article = Article(**{name: record[name] for name in names})
    for name in ("id", "text_sha256"):
        if record[name] != getattr(article, name):
            raise RecordError(f"{place}: {name} {record[name]!r} isn't that of its text: extract it again")
    return article


def _entity(entity: Entity) -> Json:
    mentions = [_mention(mention) for mention in entity.mentions]
    return {
        "id": entity.id,
        "name": entity.name,
        "type": entity.type,
        "wikidata": entity.wikidata,
        "mentions": mentions,
        **({"country": entity.country} if entity.country is not None else {}),
        **({"sector": entity.sector} if entity.sector is not None else {}),
    }


def _mention(mention: EntityMention) -> Json:
    chain = {} if mention.chain is None else {"chain": mention.chain}
    return {"start": mention.start, "end": mention.end, "kind": mention.kind, **chain}


def _read_entity(record: Json) -> Entity:
    mentions = tuple(
        EntityMention(m["start"], m["end"], m["kind"], m.get("chain")) for m in record["mentions"]
    )
    return Entity(
        id=record["id"],
        name=record["name"],
        type=record["type"],
        wikidata=record["wikidata"],
        mentions=mentions,
        country=record.get("country"),
        sector=record.get("sector"),
    )


def _claim(claim: Claim) -> Json:
    predicate = claim.predicate
    return {
        "id": claim.id,
        "sentence": claim.sentence,
        "start": claim.start,
        "end": claim.end,
        "subject": _end(claim.subject),
        "predicate": {
            "text": predicate.text,
            "lemma": predicate.lemma,
            "spans": [[span.start, span.end] for span in predicate.spans],
        },
        "object": _end(claim.object),
        "arguments": [_argument(argument) for argument in claim.arguments],
        "relation": claim.relation,
        "polarity": claim.polarity,
        "modality": claim.modality,
        "speaker": _end(claim.speaker),
        "cue": None if claim.cue is None else {"start": claim.cue.start, "end": claim.cue.end},
        "content_of": claim.content_of,
        "confidence": claim.confidence,
        "rule": claim.rule,
        **({"mode": claim.mode} if claim.mode is not None else {}),
        **({"passive": True} if claim.passive else {}),
        **({"event": _event(claim.event)} if claim.event is not None else {}),
    }


def _read_claim(record: Json) -> Claim:
    predicate, cue = record["predicate"], record["cue"]
    subject = _read_end(record["subject"])
    if subject is None:
        raise ValueError("subject")
    return Claim(
        id=record["id"],
        sentence=record["sentence"],
        start=record["start"],
        end=record["end"],
        subject=subject,
        predicate=Predicate(
            predicate["text"], predicate["lemma"], tuple(Span(s, e) for s, e in predicate["spans"])
        ),
        object=_read_end(record["object"]),
        arguments=tuple(_read_argument(argument) for argument in record["arguments"]),
        relation=record["relation"],
        polarity=Polarity(record["polarity"]),
        modality=Modality(record["modality"]),
        speaker=_read_end(record["speaker"]),
        cue=None if cue is None else Span(cue["start"], cue["end"]),
        content_of=record["content_of"],
        confidence=record["confidence"],
        rule=record.get("rule", ""),
        mode=record.get("mode"),
        passive=record.get("passive", False),
        event=_read_event(record.get("event")),
    )


def _event(event: Event) -> Json:
    return {
        "id": event.id,
        "relation": event.relation,
        "act": event.act,
        "sources": list(event.sources),
        "targets": list(event.targets),
        "place": event.place,
        "happened": event.happened,
        "scope": event.scope,
    }


def _read_event(record: Json | None) -> Event | None:
    if record is None:
        return None
    event = Event(
        relation=record["relation"],
        act=record["act"],
        sources=tuple(record["sources"]),
        targets=tuple(record["targets"]),
        place=record["place"],
        happened=record["happened"],
        scope=record["scope"],
    )
    if record["id"] != event.id:
        raise ValueError(f"the id of event {record['id']}")
    return event


def _end(end: ClaimEnd | None) -> Json | None:
    if end is None:
        return None
    return {"text": end.text, "start": end.start, "end": end.end, "entity": end.entity}


def _read_end(record: Json | None) -> ClaimEnd | None:
    if record is None:
        return None
    return ClaimEnd(record["text"], record["start"], record["end"], record["entity"])


def _argument(argument: ClaimArgument) -> Json:
    optional = {"head": argument.head, "entity": argument.entity, "value": argument.value}
    return {
        "role": argument.role,
        "text": argument.text,
        "start": argument.start,
        "end": argument.end,
        **{name: value for name, value in optional.items() if value is not None},
    }


def _read_argument(record: Json) -> ClaimArgument:
    return ClaimArgument(
        role=record["role"],
        text=record["text"],
        start=record["start"],
        end=record["end"],
        head=record.get("head"),
        entity=record.get("entity"),
        value=record.get("value"),
    )
