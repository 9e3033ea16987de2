"""Readings built by hand: what nlp would have made of a text, without nlp."""

from dataclasses import dataclass, field

from graphkit.model import (
    Argument,
    Article,
    Mention,
    Modality,
    Phrase,
    Polarity,
    Predicate,
    Reading,
    Span,
    Triple,
)


@dataclass
class Sketch:
    """A text and what is found in it; places are given by the words that stand there."""

    text: str
    published: str | None = None
    place: str | None = None
    url: str | None = None
    mentions: list[Mention] = field(default_factory=list)
    triples: list[Triple] = field(default_factory=list)

    def span(self, words: str, nth: int = 1) -> Span:
        """Where the words stand."""
        start = -1
        for _ in range(nth):
            start = self.text.index(words, start + 1)
        return Span(start, start + len(words))

    def name(
        self,
        words: str,
        type_: str | None,
        chain: int,
        *,
        nth: int = 1,
        title: str | None = None,
        acts: bool = False,
    ) -> "Sketch":
        """A name."""
        return self._mention(words, "name", type_, chain, nth, title=title, acts=acts)

    def nominal(
        self, words: str, head: str, chain: int, *, type_: str | None = None, nth: int = 1
    ) -> "Sketch":
        """A common noun phrase."""
        return self._mention(words, "nominal", type_, chain, nth, head=head)

    def pronoun(self, words: str, chain: int, *, nth: int = 1) -> "Sketch":
        """A pronoun."""
        return self._mention(words, "pronoun", None, chain, nth)

    def _mention(
        self,
        words: str,
        kind: str,
        type_: str | None,
        chain: int,
        nth: int,
        *,
        head: str = "",
        title: str | None = None,
        acts: bool = False,
    ) -> "Sketch":
        at = self.span(words, nth)
        self.mentions.append(Mention(at.start, at.end, words, kind, type_, chain, head, title, acts))
        return self

    def phrase(self, words: str, head: str | None = None, lemma: str | None = None, nth: int = 1) -> Phrase:
        """A noun phrase; the head is the whole of it unless said otherwise."""
        at = self.span(words, nth)
        inside = head or words
        start = at.start + words.rindex(inside)
        return Phrase(
            at.start, at.end, words, Span(start, start + len(inside)), lemma or inside.lower().split()[-1]
        )

    def argument(
        self, role: str, words: str, phrase: Phrase | None = None, value: str | None = None
    ) -> Argument:
        """A further argument."""
        at = self.span(words)
        return Argument(role, at.start, at.end, words, phrase, value)

    def triple(
        self,
        subject: Phrase,
        words: str,
        lemma: str,
        object_: Phrase | None = None,
        *arguments: Argument,
        polarity: Polarity = Polarity.AFFIRMED,
        modality: Modality = Modality.ASSERTED,
        speaker: Phrase | None = None,
        content_of: int | None = None,
        act: str = "",
        passive: bool = False,
        only_event: bool = False,
    ) -> "Sketch":
        """A triple of the only sentence."""
        at = self.span(words)
        self.triples.append(
            Triple(
                sentence=0,
                start=subject.start,
                end=max(subject.end, at.end, object_.end if object_ else 0),
                subject=subject,
                predicate=Predicate(words, lemma, (at,)),
                object=object_,
                arguments=arguments,
                polarity=polarity,
                modality=modality,
                speaker=speaker,
                cue=None,
                content_of=content_of,
                confidence=0.9,
                rule="by hand",
                act=act,
                passive=passive,
                only_event=only_event,
            )
        )
        return self

    def reading(self) -> Reading:
        """All of it."""
        article = Article(self.text, url=self.url, published=self.published, place=self.place)
        return Reading(article, (Span(0, len(self.text)),), tuple(self.mentions), tuple(self.triples))
