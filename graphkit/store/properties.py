"""What each node and relationship of an article says of itself."""

from graphkit.model import Article, Claim, Entity, Extraction, digest
from graphkit.store.declarations import Properties
from graphkit.store.event import event_key
from graphkit.store.lookup_key import lookup_key
from graphkit.store.run import Run
from graphkit.store.sketch import Sketch
from graphkit.store.times import day, moment, period
from graphkit.store.toll import Toll
from graphkit.store.vocabulary import Vocabulary

LONGEST_QUOTE = 600
"""Characters of a sentence that are quoted whole; of a longer one only the part that makes the claim."""
LONGEST_NAME = 80


def headline(article: Article) -> str:
    """What an article's node is called: its title, or how it begins."""
    words = " ".join((article.title or article.text).split())
    return words if len(words) <= LONGEST_NAME else words[:LONGEST_NAME].rsplit(" ", 1)[0] + " ..."


def metadata_digest(article: Article) -> str:
    """Of all that is known of an article beside its text and where its file lay."""
    known = (article.title, article.url, article.publisher, article.byline, article.place)
    return digest("m", [*known, article.published, article.language])


def of_article(
    extraction: Extraction, revision: str, sketched: Sketch, words: Vocabulary, run: Run
) -> Properties:
    article = extraction.article
    return {
        "name": headline(article),
        "title": article.title or None,
        "url": article.url,
        "path": written_path(article),
        "publisher": article.publisher,
        "credit": sketched.credit,
        "byline": article.byline,
        "place": article.place,
        "published": article.published,
        "published_on": day(article.published),
        "language": article.language,
        "text_sha256": article.text_sha256,
        "metadata": metadata_digest(article),
        "extractor": extraction.extractor,
        "ontology": words.version,
        "revision": revision,
        # Until it is known whose copy it is.
        "origin": article.id,
        "seen": moment(run.started),
        "last_run": run.id,
    }


def of_sketch(article: Article, sketched: Sketch) -> Properties:
    return {
        "name": f"sketch of {headline(article)}",
        "bands": sketched.bands,
        "rate": sketched.rate,
        "shingles": list(sketched.shingles) or None,
        "credit": sketched.credit,
    }


def written_path(article: Article) -> str | None:
    """The path as text: file names may hold bytes that are none."""
    return None if article.path is None else article.path.encode("utf-8", "backslashreplace").decode()


def of_run(run: Run) -> Properties:
    return {
        "name": f"load of {run.started:%Y-%m-%d %H:%M}",
        "started": moment(run.started),
        "program": run.program,
    }


def of_name(entity: Entity, name: str, *, canonical: bool) -> Properties:
    """canonical: what the article calls the entity by default; that name speaks for all the rest."""
    return {
        "name": name,
        "key": lookup_key(name),
        "entity": entity.id,
        "canonical": canonical,
        "kind": entity.type if canonical else None,
        "wikidata": entity.wikidata if canonical else None,
        "country": entity.country if canonical else None,
        "sector": entity.sector if canonical else None,
    }


def of_claim(claim: Claim, evidence: Properties, run: Run) -> Properties:
    """A claim as if this were all its evidence; where it isn't, that is settled when all of it is in."""
    happened, seen = period(claim.happened), moment(run.started)
    return {
        "name": evidence["claim"],
        "predicate": claim.predicate.lemma,
        "relation": claim.relation,
        "edge": evidence["edge"],
        "matter": evidence["matter"],
        "seat": evidence["seat"],
        "toll": evidence["toll"],
        "mode": evidence["mode"],
        "passive": evidence["passive"],
        "quote": evidence["quote"],
        "articles": 1,
        "origins": 1,
        "first_seen": seen,
        "last_seen": seen,
        "polarity": claim.polarity.value,
        "modality": claim.modality.value,
        "subject_id": claim.subject.entity,
        "object_id": None if claim.object is None else claim.object.entity,
        "speaker_id": None if claim.speaker is None else claim.speaker.entity,
        "happened": claim.happened,
        "happened_from": None if happened is None else happened.first,
        "happened_to": None if happened is None else happened.last,
        "happened_precision": None if happened is None else happened.precision,
    }


def of_evidence(
    claim: Claim,
    name: str,
    extraction: Extraction,
    words: Vocabulary,
    *,
    told_of: bool = False,
    counted: Toll | None = None,
) -> Properties:
    """The place, and what it makes of the claim: the best of its evidence settles what a claim says.

    told_of: whether it has a content, another claim. counted: the toll it tells.
    """
    start, end = _quoted(claim, extraction)
    return {
        "quote": extraction.article.text[start:end],
        "start": start,
        "end": end,
        "claim_start": claim.start,
        "claim_end": claim.end,
        "sentence": claim.sentence,
        "extractor": extraction.extractor,
        "confidence": claim.confidence,
        "rule": claim.rule,
        "claim": name,
        "relation": claim.relation,
        "edge": words.edge(claim),
        "matter": None if told_of else words.matter(claim),
        "seat": words.seat(claim),
        "toll": None if counted is None else counted.of,
        "toll_least": None if counted is None else counted.least,
        "toll_most": None if counted is None else counted.most,
        "mode": claim.mode,
        "passive": claim.passive or None,
        "event": None if claim.event is None else claim.event.id,
        "event_key": None if claim.event is None else event_key(claim.event),
        "subject_text": claim.subject.text,
        "object_text": None if claim.object is None else claim.object.text,
        "speaker_text": None if claim.speaker is None else claim.speaker.text,
        "argument_roles": _listed([argument.role for argument in claim.arguments]),
        "argument_texts": _listed([argument.text for argument in claim.arguments]),
        "argument_entities": _listed([argument.entity or "" for argument in claim.arguments]),
        "argument_values": _listed([argument.value or "" for argument in claim.arguments]),
    }


def stamp(run: Run) -> Properties:
    """What all evidence of a load has in common."""
    return {"run": run.id, "seen": moment(run.started)}


def _listed(values: list[str]) -> list[str] | None:
    """The list, or nothing where it says nothing."""
    return values if any(values) else None


def _quoted(claim: Claim, extraction: Extraction) -> tuple[int, int]:
    """The sentence the claim stands in, since a part of it, alone, may say something else."""
    if not 0 <= claim.sentence < len(extraction.sentences):
        return claim.start, claim.end
    around = extraction.sentences[claim.sentence]
    start, end = min(around.start, claim.start), max(around.end, claim.end)
    return (start, end) if end - start <= LONGEST_QUOTE else (claim.start, claim.end)
