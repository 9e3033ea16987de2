"""How what a mention refers to is called, and by which id it is known."""

import re
from dataclasses import dataclass

from graphkit.model import Mention
from graphkit.resolve.gazetteer import Entry
from graphkit.resolve.generic import generic
from graphkit.resolve.identity.given import shared_by_many
from graphkit.resolve.ids import comparable, concept_id, named_id, unnamed_id, unresolved_id
from graphkit.resolve.names import HONORIFICS, generation, normalised, person_parts

CONCEPT = "Concept"
PRONOUNS = {
    "he": "Person", "him": "Person", "his": "Person", "himself": "Person", "she": "Person", "her": "Person",
    "hers": "Person", "herself": "Person", "i": "Person", "me": "Person", "my": "Person", "myself": "Person",
    "who": "Person", "whom": "Person", "we": "Group", "us": "Group", "our": "Group", "ourselves": "Group",
    "they": "Group", "them": "Group", "their": "Group", "themselves": "Group", "you": "Group",
    "your": "Group", "it": CONCEPT, "its": CONCEPT, "itself": CONCEPT, "this": CONCEPT, "that": CONCEPT,
    "these": CONCEPT, "those": CONCEPT, "which": CONCEPT, "what": CONCEPT, "there": CONCEPT, "one": CONCEPT,
}  # fmt: skip
OURS = "1950"
"""The year from which a full name is taken to be one person's, whenever articles tell of him."""
RELATIVE = re.compile(r",| (?:that|which|who|whom|whose|where|when) ")
"""Where a description begins that is no part of what something is called: *a firm that ran a ferry*."""


@dataclass(frozen=True, slots=True)
class Referent:
    """What something refers to. type: an entity kind."""

    id: str
    name: str
    type: str
    wikidata: str | None = None


def known(entry: Entry) -> Referent:
    """The referent of an entry."""
    return Referent(entry.id, entry.name, entry.kind, entry.wikidata)


def unknown(
    name: str,
    kind: str | None,
    kinds: frozenset[str],
    article: str,
    home: str | None = None,
    date: str | None = None,
) -> Referent:
    """Someone no gazetteer knows. date: of the article, ISO.

    A bare surname, and a name many people have, is of this article alone: in another it may be a stranger's.
    A full name is one person's within one age, of which `age` tells.
    A body many countries have ("Supreme Court") is that of the one the article names, home. All countries are
    known, so what is read as one and isn't among them is some other place.
    """
    settled = "Place" if kind == "Country" else kind if kind in kinds else CONCEPT
    scope = None
    if settled == "Person" and _anybodys(name):
        scope = article
    elif settled == "Person":
        scope = age(date)
    elif settled == "Organization" and generic(name):
        scope = home or article
    return Referent(named_id(settled or CONCEPT, name, scope), name, settled or CONCEPT)


def age(date: str | None) -> str | None:
    """The half century before ours somebody is told of in; None in ours and where none is told.

    Whoever is told of on both sides of its ends has two ids, which comparing finds and joins.
    """
    if date is None or date[:4] >= OURS:
        return None
    year = int(date[:4])
    return f"{year - year % 50}"


def _anybodys(name: str) -> bool:
    parts = person_parts(name)
    return not generation(name) and (len(parts) == 1 or shared_by_many(parts))


def shown(name: str, kind: str | None) -> str:
    """A name as it is shown: without "the", possessive and, of a person, honorifics."""
    words = name.split()
    if words and (ending := _possessive(words[-1])):
        words[-1] = words[-1][: -len(ending)]
    while len(words) > 1 and words[0].casefold() == "the":
        del words[0]
    # *president of the court* is nobody styled so.
    while (
        kind == "Person" and len(words) > 1 and normalised(words[0]) in HONORIFICS and words[1][0].isupper()
    ):
        del words[0]
    kept = " ".join(words)
    return kept if comparable(kind or "", kept) else name


def _possessive(word: str) -> str:
    return next((ending for ending in ("'s", "’s", "ʼs") if word.endswith(ending) and word != ending), "")


def common(lemma: str) -> Referent | None:
    id_ = concept_id(lemma)
    return Referent(id_, normalised(lemma), CONCEPT) if id_ else None


def concept(lemma: str, text: str, start: int, article: str) -> Referent:
    """What a common noun names; where nothing of its head is left ("$5"), this place of this article."""
    return common(lemma) or common(text) or Referent(unresolved_id(article, None, start), text, CONCEPT)


def unnamed(nominal: Mention, kind: str, article: str) -> Referent:
    """Somebody without a name whom the article speaks of again: one of this article alone."""
    name = shown(RELATIVE.split(nominal.text)[0].strip(), kind)
    return Referent(unnamed_id(article, nominal.chain, nominal.start), name, kind)


def unresolved(text: str, start: int, chain: int | None, article: str) -> Referent:
    """A pronoun of which the article doesn't say who it is: one of this article alone, and named so."""
    word = normalised(text) or text
    return Referent(unresolved_id(article, chain, start), f"{word} (unresolved)", PRONOUNS.get(word, CONCEPT))
