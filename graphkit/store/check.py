"""What must hold of an extraction before any of it is written."""

from graphkit.errors import RecordError, StoreError
from graphkit.model import Extraction
from graphkit.store.ids import content_ids, digest_of
from graphkit.store.vocabulary import Vocabulary


def check(extraction: Extraction, words: Vocabulary) -> None:
    """RecordError where ids aren't digests; StoreError for names the ontology doesn't declare."""
    place = extraction.article.url or extraction.article.path or extraction.article.id
    _names(extraction, words, place)
    _ids(extraction, place)


def _names(extraction: Extraction, words: Vocabulary, place: str) -> None:
    """Kinds become labels and relations types: only declared ones may reach a query's text."""
    for entity in extraction.entities:
        if entity.type not in words.kinds:
            raise StoreError(
                f"{place}: {entity.id} is of kind {entity.type!r}, which the ontology doesn't declare: "
                "extract the article again with this ontology"
            )
    for claim in extraction.claims:
        if claim.relation not in words.edges:
            raise StoreError(
                f"{place}: claim {claim.id} has relation {claim.relation!r}, which the ontology doesn't "
                "declare: extract the article again with this ontology"
            )


def _ids(extraction: Extraction, place: str) -> None:
    contents = content_ids(extraction)
    unlisted = contents.keys() - {claim.id for claim in extraction.claims}
    if unlisted:
        raise RecordError(
            f"{place}: content_of names {min(unlisted)}, which the record doesn't list: "
            "extract the article again"
        )
    for claim in extraction.claims:
        if claim.id != digest_of(claim, contents.get(claim.id, ())):
            raise RecordError(
                f"{place}: the id of claim {claim.id} isn't the digest of what it says: "
                "extract the article again"
            )
