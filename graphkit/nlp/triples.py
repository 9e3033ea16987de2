"""The triples of an article: every clause and description, with its stance and its speaker."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from graphkit.model import Cue, Modality, Polarity, Rejected, Triple
from graphkit.model.reading import ASKS, NO_SUBJECT, TITLED, UNDONE
from graphkit.nlp.across import answers, refuted
from graphkit.nlp.clause import Clause
from graphkit.nlp.clauses import clauses
from graphkit.nlp.dating import dated
from graphkit.nlp.drafts import Draft, draft
from graphkit.nlp.events import nominal_events
from graphkit.nlp.governing import governing, governing_forms
from graphkit.nlp.mending import mend
from graphkit.nlp.nominal import descriptions
from graphkit.nlp.normal import forms, members
from graphkit.nlp.notes import Notes
from graphkit.nlp.quotes import titled
from graphkit.nlp.rules import GOVERNING, NOMINAL, rule_of
from graphkit.nlp.speech import Voice, voices
from graphkit.nlp.stance import Judge, Stance, event_stance
from graphkit.nlp.stance.modifiers import spared
from graphkit.nlp.times import Clock
from graphkit.nlp.tree import Tree, Word
from graphkit.nlp.writing import Writer
from graphkit.ontology.cues import Cues


@dataclass(slots=True, eq=False)
class Claim:
    """A draft with its stance, before offsets: one clause of one sentence.

    told_in: the clause whose content it is. indices: of its triples, by their subjects.
    """

    sentence: int
    draft: Draft
    stance: Stance
    told_in: Clause | None
    indices: list[tuple[Word, int]] = field(default_factory=list)


class ArticleReader:
    """Reads the triples of one article. text: the article's; clock: dates its time expressions.

    notes: where to keep why, if anybody asks.
    spoken: for every quoted word who says it, None where nobody is named; rejected: candidates that became no
    triple. Both known once `read` was called.
    """

    def __init__(self, text: str, cues: Cues, clock: Clock, notes: Notes | None = None) -> None:
        self.spoken: dict[int, Voice | None] = {}
        self.rejected: list[Rejected] = []
        self._order: list[int] = []
        self._notes = notes
        self._text = text
        self._cues = cues
        self._clock = clock
        self._judge = Judge(cues)
        self._writer = Writer(text, cues, {})
        self._triples: list[Triple] = []
        self._refuted: frozenset[int] = frozenset()
        self._answers: frozenset[int] = frozenset()
        self._titles: frozenset[int] = frozenset()

    def read(self, trees: Sequence[Tree]) -> tuple[Triple, ...]:
        """All triples in the order of the text; `content_of` refers to places in what is returned."""
        for tree in trees:
            mend(tree)
        per_tree = [(tree, clauses(tree, self._cues.nouns)) for tree in trees]
        self._refuted, self._answers = refuted(trees), answers(trees, self._text)
        self.spoken = voices(trees, (c for _, found in per_tree for c in found), self._text, self._cues)
        self._titles = titled(trees, self._text)
        claims = [claim for tree, found in per_tree for claim in self._claims(tree, found)]
        dates = dated(((c.draft, c.stance.modality) for c in claims), self._text, self._clock)
        self._writer = Writer(self._text, self._cues, dates)
        by_clause = {id(claim.draft.clause): claim for claim in claims}
        for claim in _outermost_first(claims, by_clause):
            self._write(claim, by_clause)
        for tree in trees:
            for found in descriptions(tree):
                voice = self.spoken.get(found.noun.i)
                self._triples.append(self._writer.description(tree.number, found, voice))
                if self._notes is not None:
                    self._notes.description(self._triples[-1], found)
            self._write_events(tree, claims)
        self._order = _order(self._triples)
        self.rejected.sort(key=lambda one: (one.sentence, one.start, one.end, one.rule))
        return _in_order(self._triples, self._order)

    def cues(self) -> tuple[tuple[Cue, ...], ...]:
        """The cues of each triple that was read, where notes were kept."""
        return () if self._notes is None else tuple(self._notes.found[place] for place in self._order)

    def _stance(self, clause: Clause, *, question: bool = False) -> Stance:
        if self._notes is not None:
            return self._notes.stance(clause, question=question)
        return self._judge.stance(clause, question=question)

    def _claims(self, tree: Tree, found: Sequence[Clause]) -> Iterator[Claim]:
        question = any(word.text == "?" for word in tree.words[-2:])
        for clause in found:
            made = draft(clause)
            if made is None:
                self._reject(tree.number, clause.verb, rule_of(clause).name, _why_no_draft(clause))
                continue
            if clause.head.i in self._titles:
                self._reject(tree.number, clause.verb, rule_of(clause).name, TITLED)
                continue
            judged = self._doubted(tree.number, self._stance(clause, question=question))
            yield self._quoted(Claim(tree.number, made, judged, judged.content_of or _aside(clause, found)))

    def _reject(self, sentence: int, word: Word, rule: str, reason: str) -> None:
        self.rejected.append(Rejected(sentence, word.start, word.end, rule, reason))

    def _doubted(self, sentence: int, judged: Stance) -> Stance:
        """What the next sentence denies, and what an interview has somebody say, is no more than possible."""
        told = judged.speaker is not None or judged.content_of is not None
        doubted = sentence in (self._refuted if told else self._answers)
        if doubted and judged.modality is Modality.ASSERTED:
            return replace(judged, modality=Modality.POSSIBLE)
        return judged

    def _quoted(self, claim: Claim) -> Claim:
        """A quoted clause that no verb of its sentence reports is its speaker's all the same."""
        head, judged = claim.draft.clause.head, claim.stance
        if head.i not in self.spoken or judged.speaker is not None:
            return claim
        voice = self.spoken[head.i]
        if voice is None or voice.clause is claim.draft.clause:
            modality = Modality.POSSIBLE if judged.modality is Modality.ASSERTED else judged.modality
            claim.stance = Stance(judged.polarity, modality)
            return claim
        claim.stance = replace(judged, speaker=voice.speaker, cue=voice.cue)
        if claim.told_in is None and claim.draft.clause.link in {"ROOT", "conj"}:
            claim.told_in = voice.clause
        return claim

    def _write(self, claim: Claim, by_clause: dict[int, Claim]) -> None:
        """Add the claim's triples; a claim told by several speakers is each one's."""
        parent = by_clause.get(id(claim.told_in)) if claim.told_in is not None else None
        for speaker, index in _tellings(claim.stance.speaker, parent):
            for form in forms(claim.draft):
                claim.indices.append((form.subject, len(self._triples)))
                but = spared(form.object, self._cues)
                stance = claim.stance if but is None else replace(claim.stance, polarity=Polarity.AFFIRMED)
                written = self._writer.claim(claim.sentence, form, stance, speaker, index)
                self._triples.append(written)
                if self._notes is not None:
                    self._notes.clause(written, claim.draft.clause, *self._beyond(claim, but))
        self._write_governing(claim)

    def _beyond(self, claim: Claim, but: Word | None) -> tuple[Word, str]:
        """What makes a claim what no word of its clause does, and what it is."""
        head = claim.draft.clause.head
        if but is not None:
            return but, "contrast"
        if claim.sentence in self._refuted:
            return head, "next sentence"
        return head, "interview" if claim.sentence in self._answers else "quoted"

    def _write_governing(self, claim: Claim) -> None:
        """Add the act a chain begins with."""
        act = governing(claim.draft.clause, self._cues)
        if act is None:
            return
        stance = self._doubted(claim.sentence, self._stance(act))
        judged = self._quoted(Claim(claim.sentence, claim.draft, stance, None)).stance
        for form in governing_forms(claim.draft, act):
            written = self._writer.claim(claim.sentence, form, judged, judged.speaker, None)
            self._triples.append(
                replace(written, rule=GOVERNING.name, confidence=GOVERNING.confidence, only_event=True)
            )
            if self._notes is not None:
                self._notes.clause(self._triples[-1], act, *self._beyond(claim, None))

    def _write_events(self, tree: Tree, claims: Iterable[Claim]) -> None:
        """Add the events nouns tell of."""
        by_word = {
            w.i: claim for claim in claims if claim.sentence == tree.number for w in claim.draft.clause.chain
        }
        for found in nominal_events(tree):
            if found.noun.i in self._titles:
                self._reject(tree.number, found.noun, NOMINAL.name, TITLED)
                continue
            around = next((by_word[w.i] for w in found.noun.above() if w.i in by_word), None)
            where = None if around is None else (around.stance, around.draft.clause)
            judged = self._doubted(tree.number, event_stance(found.noun, where, self._cues))
            voice = self.spoken.get(found.noun.i)
            if voice is not None and judged.speaker is None:
                judged = replace(judged, speaker=voice.speaker, cue=voice.cue)
            if found.passive and judged.modality is Modality.ASSERTED:
                self._reject(tree.number, found.noun, NOMINAL.name, UNDONE)
                continue
            for pair in found.pairs():
                self._triples.append(self._writer.nominal(tree.number, found, pair, judged))
                if self._notes is not None:
                    self._notes.event(self._triples[-1], found, None if where is None else where[1])


def _why_no_draft(clause: Clause) -> str:
    """Why `draft` makes nothing of a clause."""
    subject = clause.object if clause.existential else clause.subject
    return ASKS if subject is not None and subject.low in {"who", "what"} else NO_SUBJECT


def _aside(clause: Clause, found: Iterable[Clause]) -> Clause | None:
    """*Putin may be waiting, she said*: the clause of the parenthesis."""
    return next((c for c in found if c.link == "parataxis" and c.head.head is clause.head), None)


def _tellings(speaker: Word | None, parent: Claim | None) -> list[tuple[Word | None, int | None]]:
    """Speaker and place of the reporting triple, for each who tells it."""
    first = parent.indices[0][1] if parent is not None and parent.indices else None
    if speaker is None:
        return [(None, first)]
    told = {id(word): index for word, index in reversed(parent.indices)} if parent is not None else {}
    return [(one, told.get(id(one), first)) for one in members(speaker)]


def _outermost_first(claims: list[Claim], by_clause: dict[int, Claim]) -> list[Claim]:
    """So that what reports is written before what it reports."""

    def depth(claim: Claim) -> int:
        seen: set[int] = set()
        while claim.told_in is not None and id(claim) not in seen and id(claim.told_in) in by_clause:
            seen.add(id(claim))
            claim = by_clause[id(claim.told_in)]
        return len(seen)

    return sorted(claims, key=depth)


def _order(triples: Sequence[Triple]) -> list[int]:
    """Their places, by where they stand in the text."""
    return sorted(
        range(len(triples)),
        key=lambda i: (triples[i].sentence, triples[i].predicate.spans[:1], triples[i].start, i),
    )


def _in_order(triples: Sequence[Triple], order: Sequence[int]) -> tuple[Triple, ...]:
    """Sorted, references renumbered."""
    place = {old: new for new, old in enumerate(order)}
    return tuple(_renumbered(triples[i], place) for i in order)


def _renumbered(triple: Triple, place: dict[int, int]) -> Triple:
    if triple.content_of is None:
        return triple
    return replace(triple, content_of=place[triple.content_of])
