"""What a definite noun phrase refers back to: the same noun, or a thing of which it is a general word."""

from collections.abc import Sequence

from graphkit.nlp.coreference.things import Discourse, Thing
from graphkit.nlp.mentions.found import Found
from graphkit.nlp.tree import Word

DEFINITE = frozenset({"the", "this", "that", "these", "those"})
GENERAL = {
    "Country": frozenset({"country", "nation"}),
    "Place": frozenset({"city", "town", "village", "region", "island", "state", "province"}),
}
FAR = 12
"""Sentences after which a general word no longer reaches back."""


def antecedent_of_nominal(mention: Found, discourse: Discourse) -> Thing | None:
    """The thing a definite noun phrase refers to, or None."""
    if not _definite(mention.head):
        return None
    seen = discourse.seen()
    for thing in reversed(seen):
        if _same_noun(mention, thing):
            return thing
    for thing in reversed(seen):
        if mention.sentence - thing.last.sentence <= FAR and _general_word(mention, thing):
            return thing
    return None


def _definite(head: Word) -> bool:
    return any(w.low in DEFINITE and w.dep == "det" for w in head.left)


def _modifiers(head: Word) -> frozenset[str]:
    return frozenset(
        w.lemma
        for w in head.left
        if w.dep in {"amod", "compound", "nmod", "nummod", "poss"} and w.pos != "DET"
    )


def _same_noun(mention: Found, thing: Thing) -> bool:
    """*the website* after *a website*; not *the second half* after *the first half*."""
    head = mention.head
    if thing.names and mention.head.lemma not in thing.heads:
        return False
    own = _modifiers(head)
    for other in reversed(thing.mentions):
        if other.kind != "nominal" or other.head.lemma != head.lemma or other.plural != mention.plural:
            continue
        if _nested(mention, other):
            return False
        if own <= _modifiers(other.head) and not _restricted(head):
            return True
        return bool(own == _modifiers(other.head) and _phrase(head) == _phrase(other.head))
    return False


def _restricted(head: Word) -> bool:
    """*the man who left*, *the capital of Chad*: described anew, so maybe another."""
    return any(w.dep in {"relcl", "acl", "prep"} for w in head.right)


def _phrase(head: Word) -> tuple[str, ...]:
    return tuple(w.low for w in head.subtree())


def _nested(one: Found, other: Found) -> bool:
    return one.first.i <= other.head.i <= one.last.i or other.first.i <= one.head.i <= other.last.i


def _general_word(mention: Found, thing: Thing) -> bool:
    """*the alliance* for NATO, *the president* for somebody called so."""
    if not thing.names or mention.plural:
        return False
    head = mention.head
    if _restricted(head) or _modifiers(head):
        return False
    if any(_nested(mention, other) for other in thing.mentions[-2:]):
        return False
    lemma = head.lemma
    return lemma in thing.roles or lemma in GENERAL.get(thing.type or "", ())
