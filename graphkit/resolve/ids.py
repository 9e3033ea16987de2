"""Ids of what no gazetteer knows: digests of what makes it the same thing."""

from graphkit.model import digest
from graphkit.model.reference import UNRESOLVED
from graphkit.resolve.names import generation, normalised, person_parts, without_legal_form

NAMED = ("wd:", "e:", "ftm:")
"""What the ids of named things begin with: a Wikidata item, a digest, an id of a FollowTheMoney file."""


def named_id(kind: str, name: str, scope: str | None = None) -> str:
    """Id of a named thing.

    scope: what keeps it from those of the same name: the article, for a bare surname; the country, for a
    city. None where the name alone is enough: a full name is one thing wherever it stands.
    """
    return digest("e", [kind, comparable(kind, name), scope])


def comparable(kind: str, name: str) -> str:
    """The name as it counts for identity: a person's without title, but with "Jr"; a company's without legal form.

    A name of punctuation alone counts as it is.
    """
    if kind == "Person":
        return " ".join((*person_parts(name), generation(name))).strip() or name
    if kind == "Organization":
        return without_legal_form(name) or name
    return normalised(name) or name


def concept_id(lemma: str) -> str | None:
    """`k:` and the normalised head of a noun phrase; None where nothing of it is left."""
    word = normalised(lemma).replace(" ", "-")
    return f"k:{word}" if word else None


def unresolved_id(article: str, chain: int | None, place: int) -> str:
    """Id of what a pronoun stands for when the article doesn't say: never shared with another article."""
    return digest(UNRESOLVED, [article, *_place(chain, place)])


def unnamed_id(article: str, chain: int | None, place: int) -> str:
    """Id of somebody an article speaks of without a name: never shared with another article."""
    return digest("e", ["unnamed", article, *_place(chain, place)])


def _place(chain: int | None, place: int) -> tuple[str, int]:
    return ("chain", chain) if chain is not None else ("at", place)
