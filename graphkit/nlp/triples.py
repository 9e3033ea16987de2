"""The triples of an article: every clause and description as a claim, with stance, speaker and what it is the content of."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from graphkit.model import Argument, Modality, Phrase, Polarity, Predicate, Span, Triple
from graphkit.nlp.clauses import Clause, clauses
from graphkit.nlp.complements import Complement
from graphkit.nlp.drafts import Draft, draft
from graphkit.nlp.grammar import NOUNS
from graphkit.nlp.mending import mend
from graphkit.nlp.nominal import Description, descriptions
from graphkit.nlp.normal import Form, forms, members
from graphkit.nlp.phrases import phrase
from graphkit.nlp.predicates import predicate
from graphkit.nlp.rules import confidence, rule_of
from graphkit.nlp.speech import Voice, voices
from graphkit.nlp.stance import Stance, stance
from graphkit.nlp.tree import Tree, Word
from graphkit.ontology.cues import Cues

When = Callable[[str], str | None]
"""ISO value of a time expression of this article, or None."""


@dataclass(slots=True, eq=False)
class Claim:
    """A draft with its stance, before offsets: one clause of one sentence."""

    sentence: int
    draft: Draft
    stance: Stance
    told_in: Clause | None
    indices: list[tuple[Word | None, int]] = field(default_factory=list)


class ArticleReader:
    """Reads the triples of one article. text: the article's; when: dates its time expressions."""

    def __init__(self, text: str, cues: Cues, when: When) -> None:
        self.text = text
        self.cues = cues
        self.when = when
        self.triples: list[Triple] = []
        self.spoken: dict[int, Voice | None] = {}

    def read(self, trees: Sequence[Tree]) -> tuple[Triple, ...]:
        """All triples in the order of the text; `content_of` refers to places in what is returned."""
        for tree in trees:
            mend(tree)
        per_tree = [(tree, clauses(tree)) for tree in trees]
        self.spoken = voices(trees, (c for _, found in per_tree for c in found), self.text, self.cues)
        claims = [claim for tree, found in per_tree for claim in self._claims(tree, found)]
        by_clause = {id(claim.draft.clause): claim for claim in claims}
        for claim in _outermost_first(claims, by_clause):
            self._write(claim, by_clause)
        for tree in trees:
            for found in descriptions(tree):
                self._describe(tree, found, by_clause)
        return _in_order(self.triples)

    def _claims(self, tree: Tree, found: Sequence[Clause]) -> Iterable[Claim]:
        question = tree.words[-1].text == "?" or tree.words[-2:][0].text == "?"
        for clause in found:
            made = draft(clause)
            if made is None:
                continue
            judged = stance(clause, self.cues, question=question)
            yield self._spoken(Claim(tree.number, made, judged, judged.content_of or _aside(clause, found)))

    def _spoken(self, claim: Claim) -> Claim:
        """A quoted clause that no verb of its sentence reports is its speaker's all the same."""
        head = claim.draft.clause.head
        if head.i not in self.spoken or claim.stance.speaker is not None:
            return claim
        voice = self.spoken[head.i]
        judged = claim.stance
        if voice is None or voice.clause is claim.draft.clause:
            modality = Modality.POSSIBLE if judged.modality is Modality.ASSERTED else judged.modality
            return Claim(claim.sentence, claim.draft, Stance(judged.polarity, modality), claim.told_in)
        judged = Stance(judged.polarity, judged.modality, voice.speaker, voice.cue, judged.content_of)
        top = claim.draft.clause.link in {"ROOT", "conj"}
        return Claim(claim.sentence, claim.draft, judged, claim.told_in or (voice.clause if top else None))

    def _write(self, claim: Claim, by_clause: dict[int, Claim]) -> None:
        """Add the claim's triples; a claim told by several speakers is each one's."""
        parent = by_clause.get(id(claim.told_in)) if claim.told_in is not None else None
        for speaker, index in _tellings(claim.stance.speaker, parent):
            for form in forms(claim.draft):
                claim.indices.append((form.subject, len(self.triples)))
                self.triples.append(self._triple(claim, form, speaker, index))

    def _triple(self, claim: Claim, form: Form, speaker: Word | None, told: int | None) -> Triple:
        text = self.text
        made = predicate(form.words, [form.lemma], text)
        subject = self.phrase(form.subject)
        object_ = self.phrase(form.object) if form.object is not None else None
        arguments = tuple(
            self._argument(role, found) for role, found in claim.draft.arguments if _kept(role, found)
        )
        cue = claim.stance.cue
        pieces = [subject, *made.spans, *([object_] if object_ else []), *arguments]
        return Triple(
            sentence=claim.sentence,
            start=min(piece.start for piece in pieces),
            end=max(piece.end for piece in pieces),
            subject=subject,
            predicate=made,
            object=object_,
            arguments=arguments,
            polarity=claim.stance.polarity,
            modality=claim.stance.modality,
            speaker=None if speaker is None else self.phrase(speaker),
            cue=None if cue is None else Span(cue.start, cue.end),
            content_of=told,
            confidence=confidence(claim.draft),
            rule=rule_of(claim.draft.clause).name,
            act=form.act,
            passive=form.passive,
        )

    def phrase(self, head: Word) -> Phrase:
        """The noun phrase of one participant, without its conjuncts."""
        return phrase(head, self.text)

    def _argument(self, role: str, found: Complement) -> Argument:
        start, end = found.first.start, found.last.end
        text = self.text[start:end]
        noun = found.noun
        value = self.when(text) if role == "time" and found.clause is None else None
        inner = phrase(noun, self.text) if noun is not None and noun.pos in NOUNS else None
        return Argument(role, start, end, text, inner, value)

    def _describe(self, tree: Tree, found: Description, by_clause: dict[int, Claim]) -> None:
        """An office or description; inside someone's words it is theirs."""
        made = predicate(list(found.words), [], self.text)
        nouns = made.text.lower().removesuffix(found.noun.low) + found.noun.lemma
        lemma = f"be {nouns} {found.preposition}" if found.whom is not None else f"be {nouns}"
        subject = self.phrase(found.name)
        object_ = None if found.whom is None else self.phrase(found.whom)
        voice = self.spoken.get(found.noun.i)
        polarity, modality = _described_as(found, self.cues)
        pieces = [subject, *made.spans, *([object_] if object_ else [])]
        self.triples.append(
            Triple(
                tree.number, min(p.start for p in pieces), max(p.end for p in pieces), subject,
                Predicate(made.text, lemma, made.spans), object_, (),                polarity,
                modality,
                None if voice is None else self.phrase(voice.speaker),
                None if voice is None else Span(voice.cue.start, voice.cue.end),
                None, found.rule.confidence, found.rule.name, act=lemma,
            )
        )  # fmt: skip


def _kept(role: str, found: Complement) -> bool:
    """Clauses are claims of their own; what they do to this one is kept: condition, cause, purpose."""
    return found.clause is None or role in {"condition", "cause", "purpose"}


def _described_as(found: Description, cues: Cues) -> tuple[Polarity, Modality]:
    """*the alleged killer* may not be one; *never a member* isn't."""
    words = [*found.noun.left, *found.noun.right, *found.words]
    effects = [cues.descriptions[w.low] for w in words if w.low in cues.descriptions]
    polarity = Polarity.NEGATED if "negated" in effects else Polarity.AFFIRMED
    modality = next((Modality(effect) for effect in effects if effect != "negated"), Modality.ASSERTED)
    return polarity, modality


def _aside(clause: Clause, found: Iterable[Clause]) -> Clause | None:
    """*Putin may be waiting, she said*: the clause of the parenthesis."""
    return next((c for c in found if c.link == "parataxis" and c.head.head is clause.head), None)


def _tellings(speaker: Word | None, parent: Claim | None) -> list[tuple[Word | None, int | None]]:
    """Speaker and place of the reporting triple, for each who tells it."""
    if parent is None:
        return [(one, None) for one in (members(speaker) if speaker is not None else [None])]
    if speaker is None:
        return [(None, parent.indices[0][1] if parent.indices else None)]
    told = {id(word): index for word, index in reversed(parent.indices)}
    first = parent.indices[0][1] if parent.indices else None
    return [(one, told.get(id(one), first)) for one in members(speaker)]


def _outermost_first(claims: list[Claim], by_clause: dict[int, Claim]) -> list[Claim]:
    """So that what reports is written before what it reports."""

    def depth(claim: Claim) -> int:
        seen: set[int] = set()
        steps = 0
        while claim.told_in is not None and id(claim) not in seen and id(claim.told_in) in by_clause:
            seen.add(id(claim))
            claim = by_clause[id(claim.told_in)]
            steps += 1
        return steps

    return sorted(claims, key=depth)


def _in_order(triples: list[Triple]) -> tuple[Triple, ...]:
    """Sorted by place in the text, references renumbered."""
    from dataclasses import replace

    order = sorted(
        range(len(triples)),
        key=lambda i: (triples[i].sentence, triples[i].predicate.spans[:1], triples[i].start, i),
    )
    place = {old: new for new, old in enumerate(order)}
    return tuple(
        replace(
            triples[i], content_of=None if triples[i].content_of is None else place[triples[i].content_of]
        )
        for i in order
    )
