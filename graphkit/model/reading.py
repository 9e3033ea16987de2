"""What nlp makes of one article: still words of the text, no entities yet."""

from dataclasses import dataclass

from graphkit.model.article import Article
from graphkit.model.flags import Modality, Polarity


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters start to end (excluded) of the article's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """Some characters that refer to something.

    kind: "name", "nominal" or "pronoun".
    type: the kind of thing, an entity kind of the ontology ("Person", "Organization", "Country", "Place",
        "Group", ...), or None where the reader can't tell. A guess of the language pipeline: the
        gazetteer knows better.
    chain: mentions of one article with the same number refer to one thing (coreference).
    head: lemma of the head word in lower case ("leader" in "the Russian leader").
    title: the title or office before or beside a name ("Russian Foreign Minister"), or None.
    acts: whether its syntax has it act, speak or own like a person or a government ("Moscow demanded"), not
        stand as a place ("in Moscow").
    phrase: of a name, the whole noun phrase it heads, with determiner, title, apposition and possessive s
        ("the United States", "Lavrov's"), as coreference corpora mark it; None where that's the name alone.
    core: span of its head: of a name, the whole name; else the head word. Cores of two mentions never overlap, so
        the mention a `Phrase.head` belongs to is the one whose core it overlaps (nested names apart).
    nested: of a name, whether it stands inside a longer one ("Texas" in "University of Texas").
    called: of a name, the descriptions before and beside it ("Tunisia's goalkeeper"), without the name.
    """

    start: int
    end: int
    text: str
    kind: str
    type: str | None
    chain: int
    head: str = ""
    title: str | None = None
    acts: bool = False
    phrase: Span | None = None
    core: Span | None = None
    nested: bool = False
    called: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase as it stands in the text: a subject, object, speaker or argument.

    start, end, text: all of it, preposition left out.
    head: span of its head; of a name, the whole name. A mention with exactly these
        characters, where there is one, says what the phrase refers to.
    lemma: normalised head in lower case ("demand", "sanction", "ballistic missile"), for a Concept.
    """

    start: int
    end: int
    text: str
    head: Span
    lemma: str


@dataclass(frozen=True, slots=True)
class Argument:
    """A further complement or adjunct of a predicate.

    role: "time", "place", "recipient", "topic", "purpose", "manner", "means", "condition", "cause", "about",
        "source", "destination", "company", "quantity" or "other".
    start, end, text: with its preposition ("on Wednesday").
    phrase: the noun phrase in it, without the preposition; None where there is none ("quickly").
    value: normalised value (ISO date or interval for a time, number with unit for a quantity), or None.
    """

    role: str
    start: int
    end: int
    text: str
    phrase: Phrase | None = None
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Predicate:
    """What links subject and object.

    text: the pieces at `spans`, joined by a space.
    lemma: without negation and modals: "place on standby", "warn of", "be minister of".
    """

    text: str
    lemma: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Triple:
    """A claim still in words.

    content_of: index, in `Reading.triples`, of the triple whose content this is.
    start, end: from the first to the last character that takes part.
    speaker: whoever the article says says it; `cue` is the span of the reporting word.
    rule: name of the rule that made it; confidence: how often that rule is right, 0 to 1.
    act: lemma of the act alone, by which its relation is looked up ("place on standby"); of an active clause it
        equals the predicate's lemma, of *was placed on standby* the predicate's is "be placed on standby".
    passive: the subject is acted upon, and nobody is said to act.
    only_event: a claim only where its relation is an event: an act told beside the claim of the clause.
    """

    sentence: int
    start: int
    end: int
    subject: Phrase
    predicate: Predicate
    object: Phrase | None
    arguments: tuple[Argument, ...]
    polarity: Polarity
    modality: Modality
    speaker: Phrase | None
    cue: Span | None
    content_of: int | None
    confidence: float
    rule: str
    act: str = ""
    passive: bool = False
    only_event: bool = False


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that tell how a claim is meant.

    part: what they tell of it: "speaker", "polarity", "modality" or "time". by: what they are there ("modal", "class
    deny"). gives: what it is from there on ("negated", "possible", the speaker, an ISO date; "" for no date).
    """

    part: str
    start: int
    end: int
    text: str
    by: str
    gives: str


@dataclass(frozen=True, slots=True, order=True)
class Rejected:
    """A candidate that became no claim. start, end: of its predicate's words.

    rule: name of the rule that would have made it. reason: why it didn't, one of `REASONS`.
    """

    sentence: int
    start: int
    end: int
    rule: str
    reason: str


NO_SUBJECT = "no subject"
ASKS = "asks"
UNDONE = "nobody named does it"
NO_EVENT = "no event of the ontology"
TITLED = "a title"
REASONS = {
    NO_SUBJECT: "nobody and nothing is found to be its subject",
    ASKS: "its subject is a question word: it asks who or what",
    UNDONE: "an event told by a noun and as fact, without anybody named who does it",
    TITLED: "a title or headline quoted in the sentence: what a book is called nobody says",
    NO_EVENT: "told beside the claim of its clause, and only where the ontology knows it as an event",
}
"""Why a candidate is dropped, in words."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An article read: sentences, mentions and triples in the order of the text.

    rejected: candidates that became no triple.
    """

    article: Article
    sentences: tuple[Span, ...]
    mentions: tuple[Mention, ...]
    triples: tuple[Triple, ...]
    rejected: tuple[Rejected, ...] = ()
