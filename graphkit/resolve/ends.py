"""Phrases of a claim as entities: its subject, object, speaker and further arguments."""

from graphkit.model import Argument, ClaimArgument, ClaimEnd, Mention, Phrase
from graphkit.ontology import PREPOSITIONS, Part
from graphkit.resolve.naming import CONCEPT, PRONOUNS, Referent, concept, unresolved
from graphkit.resolve.referents import Referents

# Roles whose noun is a thing or someone, not a circumstance.
THINGS = frozenset(
    {"recipient", "topic", "about", "source", "destination", "company", "place", "means", "other"}
)

NEAR = 40
"""Characters from a preposition to the name it governs, at most."""


def end(phrase: Phrase, found: Referents) -> tuple[ClaimEnd, Referent]:
    """A subject, object or speaker with the entity it refers to."""
    mention = _mention(phrase, found)
    referent = named(phrase, found) or _thing(phrase, found)
    kind = mention.kind if mention else "pronoun" if phrase.lemma in PRONOUNS else "nominal"
    place = (mention.start, mention.end) if mention else (phrase.head.start, phrase.head.end)
    referent = found.add(referent, *place, kind)
    return ClaimEnd(phrase.text, phrase.start, phrase.end, referent.id), referent


def argument(one: Argument, found: Referents) -> ClaimArgument:
    """A further argument; an entity where it names someone or a thing."""
    phrase, entity = one.phrase, None
    if phrase is not None:
        referent = named(phrase, found)
        if referent is None and one.role in THINGS:
            _, referent = end(phrase, found)
        entity = referent.id if referent else None
    head = phrase.text if phrase is not None and phrase.text != one.text else None
    return ClaimArgument(one.role, one.text, one.start, one.end, head, entity, one.value)


def about(phrase: Phrase, taken: set[str], found: Referents) -> list[ClaimArgument]:
    """Entities inside a phrase, so that the graph stays connected: Ukraine in "a demand to ban Ukraine"."""
    listed = []
    for mention, referent in found.within(phrase.start, phrase.end):
        if referent.id not in taken:
            taken.add(referent.id)
            listed.append(
                ClaimArgument("about", mention.text, mention.start, mention.end, None, referent.id, None)
            )
    return listed


def named(phrase: Phrase, found: Referents) -> Referent | None:
    """What the mention at a phrase's head refers to; None where it is a common noun."""
    mention = _mention(phrase, found)
    if mention is not None:
        return found.of(mention.start, mention.end)
    # The head may be one word of a longer name, "Kremlin" of "Moscow Kremlin", or begin with its title: "Prince Omar".
    for other, referent in found.within(phrase.start, phrase.end):
        if other.kind == "name" and other.start < phrase.head.end <= other.end:
            return referent
    return None


def part(phrase: Phrase, referent: Referent | None, found: Referents, preposition: str = "") -> Part:
    """What the ontology's senses ask about a phrase: its head and what kind of thing it is."""
    mention = _mention(phrase, found)
    name = mention is not None and mention.kind == "name"
    before = tuple(phrase.text[: phrase.head.start - phrase.start].lower().split())
    if referent is not None and referent.type != CONCEPT:
        return Part(phrase.lemma, (referent.type,), preposition, name, before)
    kinds = (mention.type,) if mention is not None and mention.type else ()
    return Part(phrase.lemma, kinds, preposition, name, before)


def inside(phrase: Phrase, found: Referents) -> list[Part]:
    """What hangs on a phrase's head by a preposition: *legal action against Poland*, as far as the words tell."""
    parts = []
    at = phrase.head.end
    for word in phrase.text[at - phrase.start :].split():
        start = at = phrase.text.index(word, at - phrase.start) + phrase.start
        at += len(word)
        if word.lower() in PREPOSITIONS:
            named_after = [
                (one, who) for one, who in found.within(at, phrase.end) if one.start - start < NEAR
            ]
            kinds = (named_after[0][1].type,) if named_after else ()
            parts.append(Part(_next_noun(phrase, at), kinds, word.lower()))
    return parts


def _next_noun(phrase: Phrase, at: int) -> str:
    """The last word before the next preposition or comma: *the Polish government* is about a government."""
    words = []
    for word in phrase.text[at - phrase.start :].split():
        if word.lower() in PREPOSITIONS:
            break
        words.append(word.strip(",.;"))
        if not word[-1].isalnum():
            break
    return words[-1].lower().removesuffix("s") if words else ""


def preposition(one: Argument) -> str:
    """The word an argument begins with before its noun phrase, in lower case; empty where none."""
    if one.phrase is None:
        return ""
    before = one.text[: one.phrase.start - one.start].split()
    return before[0].lower() if before else ""


def _mention(phrase: Phrase, found: Referents) -> Mention | None:
    """The mention of exactly the head, else of exactly the phrase."""
    return found.mention(phrase.head.start, phrase.head.end) or found.mention(phrase.start, phrase.end)


def _thing(phrase: Phrase, found: Referents) -> Referent:
    if phrase.lemma in PRONOUNS:
        return unresolved(phrase.lemma, phrase.head.start, None, found.context.article)
    return concept(phrase.lemma, phrase.text, phrase.start, found.context.article)
