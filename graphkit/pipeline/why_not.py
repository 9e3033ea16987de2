"""Why an article draws no edge between two: where they stand together, and what became of what is said there."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graphkit.model import Claim, Extraction, Polarity, Rejected
from graphkit.model.naming import plain, sentence
from graphkit.model.reading import REASONS
from graphkit.ontology import Ontology
from graphkit.pipeline.tuples import flat
from graphkit.store.lookup_key import lookup_key
from graphkit.store.vocabulary import Vocabulary, vocabulary


@dataclass(frozen=True, slots=True)
class Reason:
    """kind: what it is in a word or two. told: in a sentence. number, quote: the article's sentence, if it is of one.

    claim: id of the claim it is about, or None.
    """

    kind: str
    told: str
    number: int | None = None
    quote: str = ""
    claim: str | None = None


@dataclass(frozen=True, slots=True)
class _Pair:
    """The names as given, and the ids of what the article calls so."""

    names: tuple[str, str]
    one: frozenset[str]
    other: frozenset[str]


def why_not(extraction: Extraction, subject: str, object_: str, ontology: Ontology) -> tuple[Reason, ...]:
    """Every reason, in the order of the text; that there is an edge is told as a reason too.

    subject, object_: a name as the article has it or as the graph would, or an id.
    """
    pair = _Pair((subject, object_), called(extraction, subject), called(extraction, object_))
    missing = [name for name, ids in zip(pair.names, (pair.one, pair.other), strict=True) if not ids]
    if missing:
        return tuple(Reason("not mentioned", f"the article mentions no {name!r}") for name in missing)
    return tuple(_Finding(extraction, pair, vocabulary(ontology)).reasons())


def called(extraction: Extraction, name: str) -> frozenset[str]:
    """Ids of the entities that have this id, or this name in the article; else of those whose name holds its words."""
    key, names = lookup_key(name), _names(extraction)
    exact = frozenset(id_ for id_, known in names.items() if id_ == name.strip() or key in known)
    within = f" {key} "
    return exact or frozenset(
        id_ for id_, known in names.items() if any(within in f" {each} " for each in known)
    )


def _names(extraction: Extraction) -> dict[str, set[str]]:
    """What each entity is called in the article, pronouns apart, and by the graph."""
    text = extraction.article.text
    return {
        entity.id: {
            lookup_key(entity.name),
            *(lookup_key(text[m.start : m.end]) for m in entity.mentions if m.kind != "pronoun"),
        }
        for entity in extraction.entities
    }


class _Finding:
    """What there is to say of one pair in one article."""

    def __init__(self, extraction: Extraction, pair: _Pair, words: Vocabulary) -> None:
        self._extraction, self._pair, self._words = extraction, pair, words
        self._entities = {entity.id: entity for entity in extraction.entities}

    def reasons(self) -> Iterator[Reason]:
        one, other = self._sentences(self._pair.one), self._sentences(self._pair.other)
        together = sorted(one & other)
        if not together:
            where = [
                f"{name} in {_numbers(found)}"
                for name, found in zip(self._pair.names, (one, other), strict=True)
            ]
            yield Reason("not in one sentence", f"no sentence has both: {', '.join(where)}")
        for number in together:
            yield from self._of_sentence(number)

    def _sentences(self, ids: frozenset[str]) -> set[int]:
        """Numbers of the sentences that mention one of them."""
        starts = [m.start for id_ in sorted(ids) for m in self._entities[id_].mentions]
        spans = self._extraction.sentences
        found = {n for n, span in enumerate(spans) if any(span.start <= at < span.end for at in starts)}
        return found | {claim.sentence for claim in self._extraction.claims if _ids(claim) & ids}

    def _of_sentence(self, number: int) -> Iterator[Reason]:
        claims = [claim for claim in self._extraction.claims if claim.sentence == number]
        linking = [c for c in claims if _ids(c) & self._pair.one and _ids(c) & self._pair.other]
        for claim in linking:
            kind, told = self._of_claim(claim)
            outer = next((one for one in claims if one.id == claim.content_of), None)
            name = sentence(claim, self._entities, outer=outer)
            yield self._reason(kind, f"{name} [{claim.rule}]: {told}", number, claim.id)
        if not linking:
            told = f"none of its {len(claims)} claims has both" if claims else "nothing is claimed in it"
            yield self._reason("not linked", told, number)
        for rejected in self._extraction.rejected:
            if rejected.sentence == number:
                yield self._reason("candidate dropped", self._dropped(rejected), number)

    def _reason(self, kind: str, told: str, number: int, claim: str | None = None) -> Reason:
        span = self._extraction.sentences[number]
        quote = flat(self._extraction.article.text[span.start : span.end])
        return Reason(kind, told, number, quote, claim)

    def _dropped(self, one: Rejected) -> str:
        words = self._extraction.article.text[one.start : one.end]
        return f"{words!r} ({one.rule}): {REASONS.get(one.reason, one.reason)}"

    def _of_claim(self, claim: Claim) -> tuple[str, str]:
        """What keeps a claim that names both from being an edge from the one to the other."""
        subject, object_ = claim.subject.entity, claim.object.entity if claim.object else None
        names, one, other = self._pair.names, self._pair.one, self._pair.other
        forwards = subject in one and object_ in other
        if not forwards and not (subject in other and object_ in one):
            return self._beside(claim)
        if not plain(claim):
            denied = "denied, " if claim.polarity is Polarity.NEGATED else ""
            meant = f"{denied}{claim.modality.value}"
            return "only a claim", f"{meant}, and only what is affirmed and asserted draws an edge"
        if self._words.edge(claim) is None:
            return (
                "names nobody",
                "its ends are one and the same, or nobody in particular: a pronoun, a number",
            )
        if not forwards and claim.relation not in self._words.reciprocal:
            return "other way round", f"an edge, {claim.relation}, from {names[1]} to {names[0]}"
        certainty = "stated" if claim.speaker is None else "attributed"
        return "edge", f"there is an edge, {claim.relation}, {certainty}"

    def _beside(self, claim: Claim) -> tuple[str, str]:
        """Both take part, but not as subject and object."""
        said = [
            self._part(claim, name, ids)
            for name, ids in zip(self._pair.names, (self._pair.one, self._pair.other), strict=True)
        ]
        return "not its two ends", f"{' and '.join(said)}: an edge needs a subject and an object"

    def _part(self, claim: Claim, name: str, ids: frozenset[str]) -> str:
        if claim.subject.entity in ids:
            return f"{name} is its subject"
        if claim.object is not None and claim.object.entity in ids:
            return f"{name} its object"
        if claim.speaker is not None and claim.speaker.entity in ids:
            return f"{name} only says it"
        role = next(argument.role for argument in claim.arguments if argument.entity in ids)
        return f"{name} stands beside it ({role})"


def _ids(claim: Claim) -> frozenset[str]:
    ends = [claim.subject.entity, *(end.entity for end in (claim.object, claim.speaker) if end is not None)]
    return frozenset([*ends, *(one.entity for one in claim.arguments if one.entity is not None)])


def _numbers(found: Iterable[int]) -> str:
    """Sentences counted from 1, as people count."""
    numbers: Sequence[int] = sorted(found)
    if not numbers:
        return "none"
    return f"sentence{'s' if len(numbers) > 1 else ''} {', '.join(str(number + 1) for number in numbers)}"
