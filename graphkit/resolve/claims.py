"""Triples as claims: ends resolved, predicate typed, ids from the innermost content outwards."""

from dataclasses import dataclass

from graphkit.model import Claim, ClaimArgument, ClaimEnd, Triple, claim_id
from graphkit.ontology import Meaning, Senses
from graphkit.resolve import ends
from graphkit.resolve.contents import contents, renumbered, without_circles
from graphkit.resolve.events import Told
from graphkit.resolve.referents import Referents
from graphkit.resolve.typing import Typed, typed


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim that lacks its id."""

    triple: Triple
    subject: ClaimEnd
    object: ClaimEnd | None
    speaker: ClaimEnd | None
    arguments: tuple[ClaimArgument, ...]
    meaning: Meaning
    passive: bool

    @property
    def happened(self) -> str | None:
        """As `Claim.happened`."""
        return next((a.value for a in self.arguments if a.role == "time" and a.value), None)


def claims(triples: tuple[Triple, ...], found: Referents, senses: Senses, text: str) -> tuple[Told, ...]:
    """The claims in the order of their triples, each with its act. text: the article's."""
    made = [typed(triple, found, senses, text) for triple in triples]
    kept = [place for place, one in enumerate(made) if senses.event(one.meaning) or not one.triple.only_event]
    drafts = [_draft(made[place], found, senses) for place in kept]
    parents = without_circles(renumbered([one.triple.content_of for one in made], kept))
    ids = contents(parents, lambda place, inner: _id(drafts[place], inner))
    return tuple(
        Told(
            _claim(draft, ids[place], None if parents[place] is None else ids[parents[place] or 0]),
            draft.triple.act or draft.triple.predicate.lemma,
            kept[place],
        )
        for place, draft in enumerate(drafts)
    )


def _draft(known: Typed, found: Referents, senses: Senses) -> Draft:
    triple = known.triple
    subject, _ = ends.end(triple.subject, found)
    object_ = ends.end(triple.object, found)[0] if triple.object else None
    speaker = ends.end(triple.speaker, found)[0] if triple.speaker else None
    return Draft(
        triple,
        subject,
        object_,
        speaker,
        _arguments(triple, subject, object_, speaker, found),
        known.meaning,
        triple.passive and senses.event(known.meaning),
    )


def _arguments(
    triple: Triple, subject: ClaimEnd, object_: ClaimEnd | None, speaker: ClaimEnd | None, found: Referents
) -> tuple[ClaimArgument, ...]:
    """Those the sentence gives, and whoever is named inside a phrase and stands nowhere else in the claim."""
    given = [ends.argument(one, found) for one in triple.arguments]
    taken = {one.entity for one in (subject, object_, speaker, *given) if one is not None and one.entity}
    phrases = [triple.subject, triple.object, *(one.phrase for one in triple.arguments)]
    inside = [one for phrase in phrases if phrase for one in ends.about(phrase, taken, found)]
    return (*given, *inside)


def _id(draft: Draft, inner: tuple[str, ...]) -> str:
    return claim_id(
        subject=draft.subject.entity,
        predicate=draft.triple.predicate.lemma,
        object_=draft.object.entity if draft.object else None,
        polarity=draft.triple.polarity,
        modality=draft.triple.modality,
        speaker=draft.speaker.entity if draft.speaker else None,
        happened=draft.happened,
        contents=inner,
    )


def _claim(draft: Draft, id_: str, content_of: str | None) -> Claim:
    triple = draft.triple
    return Claim(
        id=id_,
        sentence=triple.sentence,
        start=triple.start,
        end=triple.end,
        subject=draft.subject,
        predicate=triple.predicate,
        object=draft.object,
        arguments=draft.arguments,
        relation=draft.meaning.relation,
        polarity=triple.polarity,
        modality=triple.modality,
        speaker=draft.speaker,
        cue=triple.cue,
        content_of=content_of,
        confidence=triple.confidence,
        rule=triple.rule,
        mode=draft.meaning.mode,
        passive=draft.passive,
    )
