"""Claims as open information extraction words them: as the sentence has them, nothing turned round."""

from collections.abc import Iterator
from dataclasses import dataclass

from graphkit.nlp.clauses import clauses
from graphkit.nlp.complements import Complement
from graphkit.nlp.drafts import Draft, draft
from graphkit.nlp.grammar import NOUNS, infinitive
from graphkit.nlp.mending import mend
from graphkit.nlp.nominal import Description, descriptions
from graphkit.nlp.normal import members
from graphkit.nlp.phrases import bounds, name_words
from graphkit.nlp.rules import TITLE, confidence, rule_of
from graphkit.nlp.tree import Tree, Word
from graphkit.ontology.cues import Cues


@dataclass(frozen=True, slots=True)
class Worded:
    """One tuple: confidence from 0 to 1, predicate, subject, then object and further arguments."""

    confidence: float
    predicate: str
    arguments: tuple[str, ...]
    rule: str


def worded(tree: Tree, text: str, cues: Cues) -> Iterator[Worded]:
    """The tuples of a sentence, clauses first, in the order of the text."""
    mend(tree)
    for clause in clauses(tree, cues.nouns):
        made = draft(clause)
        if made is not None:
            yield from _of_clause(made, text)
    for found in descriptions(tree):
        yield _of_description(found, text)


def _of_clause(made: Draft, text: str) -> Iterator[Worded]:
    words = sorted(made.words, key=lambda w: w.i)
    predicate = " ".join(text[w.start : w.end] for w in words)
    subject = _noun(made.subject, text)
    rest = [text[a.first.start : a.last.end] for role, a in made.arguments if _belongs(role, a)]
    objects: list[str] = [""]
    if made.object is not None:
        several = members(made.object) if made.object.pos in NOUNS else [made.object]
        objects = [_noun(one, text, whole=len(several) == 1) for one in several]
    for one in objects:
        yield Worded(
            confidence(made), predicate, (subject, *([one] if one else []), *rest), rule_of(made.clause).name
        )


def _belongs(role: str, found: Complement) -> bool:
    """Clauses with a subject of their own are tuples of their own."""
    verb = found.clause
    if verb is None or found.words or role == "content":
        return True
    if role == "circumstance":
        return False
    return infinitive(verb) or not any(w.dep in {"nsubj", "nsubjpass"} for w in verb.left)


def _noun(head: Word, text: str, *, whole: bool = True) -> str:
    first, last = bounds(head, whole=whole)
    return text[first.start : last.end]


def _of_description(found: Description, text: str) -> Worded:
    """*X, the leader of Y* is worded as: X, is, the leader of Y."""
    if found.rule is TITLE:
        inside = name_words(found.name)
        before = [w for w in found.name.left if w.i < inside[0].i and w.dep in {"compound", "nmod", "amod"}]
        title = text[before[0].start : before[-1].end] if before else ""
        return Worded(
            found.rule.confidence, "is", (text[inside[0].start : inside[-1].end], title), found.rule.name
        )
    return Worded(
        found.rule.confidence,
        "is",
        (_noun(found.name, text, whole=False), _noun(found.noun, text)),
        found.rule.name,
    )
