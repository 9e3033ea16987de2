"""A gold article as an extraction record (contract A): gold can be loaded and shown like any other."""

from graphkit.evaluate.gold.article import GoldArticle, GoldEntity
from graphkit.evaluate.gold.claims import GoldClaim
from graphkit.evaluate.words import is_pronoun
from graphkit.model import (
    Claim,
    ClaimArgument,
    ClaimEnd,
    Entity,
    EntityMention,
    Extraction,
    Predicate,
    Span,
    claim_id,
    digest,
)

EXTRACTOR = "gold"
OPEN_RELATION = "ACTS_ON"


def to_extraction(gold: GoldArticle) -> Extraction:
    """Every gold claim as a claim; what no gold entity covers becomes a Concept of its words.

    Predicates without a `lemma` keep their words in lower case; relations left open are ACTS_ON.
    """
    return _Record(gold).extraction()


class _Record:
    def __init__(self, gold: GoldArticle) -> None:
        self.gold = gold
        self.text = gold.article.text
        self.named = {
            (mention.start, mention.end): _id_of(entity)
            for entity in gold.entities
            for mention in entity.mentions
        }
        self.concepts: dict[str, set[Span]] = {}
        self.contents: dict[int, list[int]] = {}
        for index, claim in enumerate(gold.claims):
            if claim.content_of is not None:
                self.contents.setdefault(claim.content_of, []).append(index)

    def extraction(self) -> Extraction:
        claims = tuple(self._claim(index, claim) for index, claim in enumerate(self.gold.claims))
        return Extraction(
            extractor=EXTRACTOR,
            article=self.gold.article,
            sentences=tuple(Span(sentence.start, sentence.end) for sentence in self.gold.sentences),
            entities=self._entities(),
            claims=claims,
        )

    def _entities(self) -> tuple[Entity, ...]:
        named = [
            Entity(_id_of(one), one.name, one.type, one.wikidata, self._mentions(one.mentions))
            for one in self.gold.entities
        ]
        concepts = [
            Entity(name, name.removeprefix("k:"), "Concept", None, self._mentions(sorted(spans)))
            for name, spans in sorted(self.concepts.items())
        ]
        return (*named, *concepts)

    def _mentions(self, spans: tuple[Span, ...] | list[Span]) -> tuple[EntityMention, ...]:
        return tuple(EntityMention(span.start, span.end, _kind(self._words(span))) for span in spans)

    def _words(self, span: Span) -> str:
        return self.text[span.start : span.end]

    def _end(self, span: Span | None) -> ClaimEnd | None:
        return None if span is None else self._sure_end(span)

    def _sure_end(self, span: Span) -> ClaimEnd:
        words = self._words(span)
        entity = self.named.get((span.start, span.end))
        if entity is None:
            entity = f"k:{' '.join(words.lower().split())}"
            self.concepts.setdefault(entity, set()).add(span)
        return ClaimEnd(words, span.start, span.end, entity)

    def _predicate(self, claim: GoldClaim) -> Predicate:
        words = " ".join(self._words(span) for span in claim.predicate)
        return Predicate(words, claim.lemma or " ".join(words.lower().split()), claim.predicate)

    def _claim_id(self, index: int) -> str:
        claim = self.gold.claims[index]
        ends = (claim.object, claim.speaker)
        object_, speaker = (None if end is None else self._sure_end(end).entity for end in ends)
        times = [argument.value for argument in claim.arguments if argument.role == "time" and argument.value]
        return claim_id(
            subject=self._sure_end(claim.subject).entity,
            predicate=self._predicate(claim).lemma,
            object_=object_,
            polarity=claim.polarity,
            modality=claim.modality,
            speaker=speaker,
            happened=times[0] if times else None,
            contents=tuple(self._claim_id(content) for content in self.contents.get(index, [])),
        )

    def _claim(self, index: int, claim: GoldClaim) -> Claim:
        spans = [claim.subject, *claim.predicate, *(argument.span for argument in claim.arguments)]
        spans += [claim.object] if claim.object is not None else []
        return Claim(
            id=self._claim_id(index),
            sentence=claim.sentence,
            start=min(span.start for span in spans),
            end=max(span.end for span in spans),
            subject=self._sure_end(claim.subject),
            predicate=self._predicate(claim),
            object=self._end(claim.object),
            arguments=tuple(
                ClaimArgument(one.role, self._words(one.span), one.span.start, one.span.end, value=one.value)
                for one in claim.arguments
            ),
            relation=claim.relation or OPEN_RELATION,
            polarity=claim.polarity,
            modality=claim.modality,
            speaker=self._end(claim.speaker),
            cue=claim.cue,
            content_of=None if claim.content_of is None else self._claim_id(claim.content_of),
            confidence=1.0,
            rule=EXTRACTOR,
        )


def _id_of(entity: GoldEntity) -> str:
    return f"wd:{entity.wikidata}" if entity.wikidata else digest("e", ["name", entity.name, entity.type])


def _kind(words: str) -> str:
    if is_pronoun(words):
        return "pronoun"
    return "name" if words.rsplit(maxsplit=1)[-1][:1].isupper() else "nominal"
