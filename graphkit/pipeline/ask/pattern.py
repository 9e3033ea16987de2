"""What a question was understood to ask: a claim with a hole, still in words."""

import re
from dataclasses import dataclass, replace

from graphkit.model import Claim, ClaimArgument, ClaimEnd, Extraction, Modality, Polarity
from graphkit.model.question import Asked, Statement
from graphkit.ontology import PREPOSITIONS, Family, Ontology

ANYTHING = frozenset({"do", "happen", "happen to", "happen in", "happen at"})
"""Verbs that ask for any act at all."""
TOO_WIDE = frozenset({"IS_A", "HAS", "RELATED_TO", "SAYS", "BELIEVES"})
"""Relations whose predicates have too little in common for one to stand for another."""
LIGHT = frozenset({"be", "do", "get", "give", "go", "have", "make", "put", "take", "use"})
AFTER = (*sorted(PREPOSITIONS), "that")
ABOUT = re.compile(r"(?:about|on|regarding|concerning|of) (.+)")
INDEFINITE = frozenset({"somebody", "something", "things"})


@dataclass(frozen=True, slots=True)
class Pattern:
    """hole: which part is asked for: "subject", "object", "speaker", "statement", "deed", or "" where none is.

    subject, object, speaker: who stands there, None where nobody in particular does. noun: what the answer
    must be one of ("troops"), or None. beside: whoever else is named. owners: of those, whose a thing at which
    end is ("Russia's demand"). predicate: "" for any. left_out: words of the question that play no part.
    before: the preposition before the hole, where it is no end ("charged with ?"), or "". about: the common noun
    that a statement asked for is about ("the bank"), or "".
    """

    asked: Asked
    hole: str
    subject: ClaimEnd | None
    object: ClaimEnd | None
    speaker: ClaimEnd | None
    beside: tuple[ClaimEnd, ...]
    noun: ClaimEnd | None
    predicate: str
    relation: str
    shape: str | None
    kindred: bool
    either: bool
    polarity: Polarity
    modality: Modality
    passives: tuple[str, ...]
    spoken: bool = False
    when: str | None = None
    left_out: tuple[str, ...] = ()
    owners: tuple[tuple[str, ClaimEnd], ...] = ()
    before: str = ""
    about: str = ""


def pattern(read: Extraction, statement: Statement, ontology: Ontology) -> Pattern | None:
    """The pattern in the reading of a statement; None where it makes no claim."""
    main = _main(read.claims, statement)
    if main is None:
        return None
    family = ontology.relations[main.relation].family
    content = next((claim for claim in read.claims if claim.content_of == main.id), None)
    named = frozenset(entity.id for entity in read.entities if entity.type != "Concept")
    maker = _Maker(main, statement, ontology, named)
    if family == Family.SPEECH and content is not None and not maker.asks_for(main.object):
        return _Maker(content, statement, ontology, named).said_by(main.subject)
    if main.relation == "SAYS" and maker.asks_for(main.object):
        return maker.statement()
    return maker.plain()


def _main(claims: tuple[Claim, ...], statement: Statement) -> Claim | None:
    """The claim of the main clause: with the hole in it where there is one, else the longest."""
    outer = [claim for claim in claims if claim.content_of is None]
    if statement.start is not None:
        holding = [claim for claim in outer if any(_holds(end, statement) for end in _ends(claim))]
        outer = holding or outer
    return max(outer, key=lambda claim: (claim.end - claim.start, -claim.start, claim.id), default=None)


def _ends(claim: Claim) -> list[ClaimEnd | ClaimArgument]:
    return [end for end in (claim.subject, claim.object) if end is not None] + list(claim.arguments)


def _holds(end: ClaimEnd | ClaimArgument | None, statement: Statement) -> bool:
    if end is None or statement.start is None or statement.end is None:
        return False
    return end.start < statement.end and statement.start < end.end


class _Maker:
    """Makes the pattern of one claim of the question."""

    def __init__(self, claim: Claim, statement: Statement, ontology: Ontology, named: frozenset[str]) -> None:
        self.claim, self.of, self.named = claim, statement, named
        self.relation = ontology.relations[claim.relation]

    def asks_for(self, end: ClaimEnd | None) -> bool:
        return _holds(end, self.of)

    def plain(self) -> Pattern:
        """Who did what to whom, with the hole where it is."""
        claim = self.claim
        hole = "subject" if self.asks_for(claim.subject) else "object" if self.asks_for(claim.object) else ""
        held = {"subject": claim.subject, "object": claim.object}.get(hole)
        made = replace(self._made(hole), noun=held if self.of.noun else None)
        if claim.predicate.lemma in ANYTHING:
            return self._anything(made)
        if claim.predicate.lemma == "be" and claim.object is not None:
            return self._being(made, hole)
        return made

    def said_by(self, speaker: ClaimEnd) -> Pattern:
        """A claim and whoever says so: "Who said that ..." """
        asked = self.asks_for(speaker)
        made = self._made("speaker" if asked else "")
        if not asked and self.claim.predicate.lemma in ANYTHING:
            made = self._anything(made)
        return replace(made, speaker=None if asked else _someone(speaker), spoken=True)

    def statement(self) -> Pattern:
        """Whatever somebody said, perhaps of somebody: "What did X say about Y?" """
        made = self._made("statement")
        return replace(
            made,
            subject=None,
            object=None,
            speaker=made.subject,
            shape=None,
            kindred=False,
            spoken=True,
            about="" if made.beside else self._about(),
        )

    def _about(self) -> str:
        """*the bank*, of *things about the bank*: no name, so the reader lists it nowhere."""
        end = self.claim.object
        if end is None or self.of.end is None:
            return ""
        found = ABOUT.fullmatch(end.text[max(self.of.end - end.start, 0) :].strip())
        return found[1] if found else ""

    def _made(self, hole: str) -> Pattern:
        claim = self.claim
        beside, left_out, when = self._arguments()
        event = self.relation.family in {Family.EVENT, Family.STRUCTURE} and claim.relation not in TOO_WIDE
        return Pattern(
            asked=self.of.asked,
            hole=hole,
            subject=None if hole == "subject" else _someone(claim.subject),
            object=None if hole == "object" else _someone(claim.object),
            speaker=None,
            beside=beside,
            noun=None,
            predicate=claim.predicate.lemma,
            relation=claim.relation,
            shape=shape(claim.predicate.lemma),
            kindred=event,
            either=self.relation.reciprocal,
            polarity=claim.polarity,
            modality=claim.modality,
            passives=tuple(f"be {form}" for form in self.of.passives),
            when=when,
            left_out=left_out,
            before="" if hole else self._before(),
            owners=tuple(
                (name, one)
                for name, end in (("subject", claim.subject), ("object", claim.object))
                for one in beside
                if end is not None and _owns(one, end)
            ),
        )

    def _before(self) -> str:
        """*with*, of *charged her with something*: an argument is asked for."""
        held = next((one for one in self.claim.arguments if _holds(one, self.of)), None)
        return "" if held is None or not held.head else held.text.partition(" ")[0].lower()

    def _arguments(self) -> tuple[tuple[ClaimEnd, ...], tuple[str, ...], str | None]:
        beside: list[ClaimEnd] = []
        left_out: list[str] = []
        when = None
        for argument in self.claim.arguments:
            if argument.role == "time" and argument.value:
                when = argument.value
            elif argument.entity is not None and not _holds(argument, self.of):
                head = argument.head or argument.text
                beside.append(ClaimEnd(head, argument.start, argument.end, argument.entity))
            elif not _holds(argument, self.of):
                left_out.append(argument.text)
        return tuple(beside), tuple(left_out), when

    def _anything(self, made: Pattern) -> Pattern:
        """What did Oslo do, what happened to Oslo, what happened in Oslo: any claim at all."""
        object_ = made.object
        if self.claim.predicate.lemma.startswith("happen"):
            inside = object_ is not None and not self.claim.predicate.lemma.endswith(" to")
            beside = (*made.beside, object_) if inside and object_ is not None else made.beside
            made = replace(made, beside=beside, object=None if inside else object_, hole="event")
        else:
            made = replace(made, hole="deed")
        return replace(
            made, predicate="", shape=None, kindred=False, subject=_someone(made.subject), noun=None
        )

    def _being(self, made: Pattern, hole: str) -> Pattern:
        """Who is the minister of Oslo: the noun is a part of what claims have as predicate."""
        if hole == "subject" and self.claim.object is not None and self.claim.object.entity in self.named:
            # Who is Lavrov: whatever he is said to be.
            made, hole = replace(made, subject=self.claim.object), "object"
        if hole == "object":
            return replace(made, hole="deed", predicate="be ...", shape="be .*", kindred=False, object=None)
        if self.claim.object is None:
            return made
        words = self._office(self.claim.object)
        if not words:
            return made
        shaped = rf"be (.* )?{re.escape(words)}( ({'|'.join(AFTER)}))?"
        return replace(made, object=None, owners=(), predicate=f"be {words}", shape=shaped, kindred=False)

    def _office(self, end: ClaimEnd) -> str:
        """ "foreign minister", of *Russia's foreign minister* or *the foreign minister of Russia*."""
        text = end.text
        for argument in self.claim.arguments:
            text = re.sub(
                rf"\b(of |for )?(the )?{re.escape(argument.head or argument.text)}(['’]s?)?", " ", text
            )
        words = [word for word in text.lower().split() if word not in {"the", "a", "an", "of", "'s", "’s"}]
        return " ".join(words)


def _owns(one: ClaimEnd, end: ClaimEnd) -> bool:
    """*Russia's* demand, the demand *of Russia*."""
    if not (end.start <= one.start and one.end <= end.end):
        return False
    before, after = end.text[: one.start - end.start].lower(), end.text[one.end - end.start :].lower()
    return after.startswith(("'", "’")) or before.removesuffix("the ").endswith("of ")


def _someone(end: ClaimEnd | None) -> ClaimEnd | None:
    """The end, unless it only says that somebody or something stands there."""
    return None if end is None or end.text.lower() in INDEFINITE else end


def shape(lemma: str) -> str:
    """A regular expression for the same act worded a little otherwise: "core demand that", of "demand"."""
    words = lemma.split()
    while len(words) > 1 and words[-1] in AFTER:
        words.pop()
    before = "" if words[0] in LIGHT else "(.* )?"
    return rf"{before}{re.escape(' '.join(words))}( ({'|'.join(AFTER)})){{0,2}}"
