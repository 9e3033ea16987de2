"""Claims and descriptions written out: from words of the tree to characters of the text."""

from collections.abc import Iterator, Mapping, Sequence

from graphkit.model import Argument, Modality, Phrase, Polarity, Predicate, Span, Triple
from graphkit.nlp.complements import Complement
from graphkit.nlp.events import NominalEvent
from graphkit.nlp.grammar import NOUNS
from graphkit.nlp.nominal import Description
from graphkit.nlp.normal import Form
from graphkit.nlp.phrases import phrase
from graphkit.nlp.predicates import predicate
from graphkit.nlp.quantities import quantity
from graphkit.nlp.rules import NOMINAL, confidence, rule_of
from graphkit.nlp.speech import Voice
from graphkit.nlp.stance import Stance
from graphkit.nlp.tree import Word
from graphkit.ontology import NOUN
from graphkit.ontology.cues import Cues

BY_CLAUSE = frozenset({"condition", "cause", "purpose"})
"""Roles in which a clause, a claim of its own, is also kept as an argument: what it does to this claim."""


class Writer:
    """Writes the triples of one article.

    text: the article's. dates: those of its time arguments, by first character.
    """

    def __init__(self, text: str, cues: Cues, dates: Mapping[int, str | None]) -> None:
        self._text = text
        self._phrases: dict[Word, Phrase] = {}
        self._cues = cues
        self._dates = dates

    def claim(
        self, sentence: int, form: Form, judged: Stance, speaker: Word | None, content_of: int | None
    ) -> Triple:
        """The triple of one form of a clause. speaker: the one of those who say it whose claim this is."""
        made = predicate(form.words, [form.lemma], self._text)
        subject = self._phrase(form.subject)
        object_ = self._phrase(form.object) if form.object is not None else None
        arguments = tuple(self._arguments(form))
        start, end = _extent([subject, *made.spans, *([object_] if object_ else []), *arguments])
        return Triple(
            sentence=sentence,
            start=start,
            end=end,
            subject=subject,
            predicate=made,
            object=object_,
            arguments=arguments,
            polarity=judged.polarity,
            modality=judged.modality,
            speaker=None if speaker is None else self._phrase(speaker),
            cue=None if judged.cue is None else Span(judged.cue.start, judged.cue.end),
            content_of=content_of,
            confidence=confidence(form.draft),
            rule=rule_of(form.draft.clause).name,
            act=form.act,
            passive=form.passive,
        )

    def description(self, sentence: int, found: Description, voice: Voice | None) -> Triple:
        """An office or description; inside someone's words it is theirs."""
        made = predicate(list(found.words), [], self._text)
        words = [w for w in found.words if w.low not in self._cues.descriptions]
        nouns = " ".join([*(w.low for w in words[:-1]), *(w.lemma for w in words[-1:])]).replace(" - ", "-")
        lemma = f"be {nouns} {found.preposition}" if found.whom is not None else f"be {nouns}"
        subject = self._phrase(found.name)
        object_ = None if found.whom is None else self._phrase(found.whom)
        polarity, modality = _described_as(found, self._cues)
        start, end = _extent([subject, *made.spans, *([object_] if object_ else [])])
        return Triple(
            sentence=sentence,
            start=start,
            end=end,
            subject=subject,
            predicate=Predicate(made.text, lemma, made.spans),
            object=object_,
            arguments=(),
            polarity=polarity,
            modality=modality,
            speaker=None if voice is None else self._phrase(voice.speaker),
            cue=None if voice is None else Span(voice.cue.start, voice.cue.end),
            content_of=None,
            confidence=found.rule.confidence,
            rule=found.rule.name,
            act=lemma,
        )

    def nominal(
        self, sentence: int, found: NominalEvent, pair: tuple[Word, Word | None], judged: Stance
    ) -> Triple:
        """An event told by a noun. pair: who acts, and whom it is done to."""
        noun, preposition = found.noun, found.preposition
        subject = self._phrase(pair[0])
        object_ = self._phrase(pair[1]) if pair[1] is not None else None
        compounds = [w for w in noun.left if w.dep == "compound" and w.pos == "NOUN"]
        lemma = " ".join([*(w.lemma for w in compounds), noun.lemma, preposition.low])
        made = predicate([*compounds, noun, preposition], [lemma], self._text)
        arguments = tuple(self._beside(found))
        start, end = _extent([subject, *made.spans, *([object_] if object_ else []), *arguments])
        return Triple(
            sentence=sentence,
            start=start,
            end=end,
            subject=subject,
            predicate=made,
            object=object_,
            arguments=arguments,
            polarity=judged.polarity,
            modality=judged.modality,
            speaker=None if judged.speaker is None else self._phrase(judged.speaker),
            cue=None if judged.cue is None else Span(judged.cue.start, judged.cue.end),
            content_of=None,
            confidence=NOMINAL.confidence,
            rule=NOMINAL.name,
            act=f"{NOUN} {noun.lemma} {preposition.low}",
            passive=found.passive,
            only_event=True,
        )

    def _beside(self, found: NominalEvent) -> Iterator[Argument]:
        for role, first, noun, last in (*found.places, *found.contents):
            inner = self._phrase(noun)
            end = max(last.end, inner.end)
            whole = Phrase(inner.start, end, self._text[inner.start : end], inner.head, inner.lemma)
            yield Argument(role, first.start, end, self._text[first.start : end], whole)

    def _phrase(self, head: Word) -> Phrase:
        """The noun phrase of one participant, without its conjuncts; asked for again by each of its claims."""
        found = self._phrases.get(head)
        if found is None:
            found = self._phrases[head] = phrase(head, self._text)
        return found

    def _arguments(self, form: Form) -> Iterator[Argument]:
        for role, found in form.arguments:
            if found.clause is None or role in BY_CLAUSE:
                yield self._argument(role, found)

    def _argument(self, role: str, found: Complement) -> Argument:
        start, end = found.first.start, found.last.end
        text = self._text[start:end]
        noun = found.noun
        value = self._dates.get(start) if role == "time" and found.clause is None else None
        if role == "quantity":
            value = quantity(text)
        inner = self._phrase(noun) if noun is not None and noun.pos in NOUNS else None
        if inner is not None and inner.start >= start and inner.end > end:
            end = inner.end
        return Argument(role, start, end, self._text[start:end], inner, value)


def _extent(pieces: Sequence[Span | Phrase | Argument]) -> tuple[int, int]:
    return min(piece.start for piece in pieces), max(piece.end for piece in pieces)


def _described_as(found: Description, cues: Cues) -> tuple[Polarity, Modality]:
    """*the alleged killer* may not be one; *never a member* isn't."""
    words = [*found.noun.left, *found.noun.right, *found.words]
    effects = [cues.descriptions[w.low] for w in words if w.low in cues.descriptions]
    polarity = Polarity.NEGATED if "negated" in effects else Polarity.AFFIRMED
    modality = next((Modality(effect) for effect in effects if effect != "negated"), Modality.ASSERTED)
    return polarity, modality
