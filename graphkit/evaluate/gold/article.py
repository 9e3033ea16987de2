"""A gold article: its text, and every claim in it resolved to offsets."""

from dataclasses import dataclass, replace

from graphkit.evaluate.gold.claims import CLAIM_KEYS, GoldArgument, GoldClaim, read_claim, resolve_links
from graphkit.evaluate.gold.lined import Fields, Lined, read_lined
from graphkit.evaluate.gold.problems import Problems
from graphkit.evaluate.gold.snippets import find_sentence, occurrences, split_occurrence
from graphkit.model import Article, Span

__all__ = [
    "CLAIM_KEYS",
    "GoldArgument",
    "GoldArticle",
    "GoldClaim",
    "GoldEntity",
    "GoldSentence",
    "article_from_text",
    "read_gold_article",
]

_ARTICLE_KEYS = ("published", "publisher", "place", "url", "kind", "note", "sentences", "entities")
_SENTENCE_KEYS = ("text", "claims", "skip", "note")
_ENTITY_KEYS = ("name", "type", "wikidata", "mentions")


@dataclass(frozen=True, slots=True)
class GoldSentence:
    """A stretch somebody annotated. skip: whatever is found in it doesn't count. line: in the file."""

    start: int
    end: int
    skip: bool
    line: int


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """Who is who. wikidata: "Q30" or None."""

    name: str
    type: str
    wikidata: str | None
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One article with its claims in the order of the file. kind: free word ("courts")."""

    name: str
    article: Article
    kind: str
    sentences: tuple[GoldSentence, ...]
    claims: tuple[GoldClaim, ...]
    entities: tuple[GoldEntity, ...]


def article_from_text(text: str) -> Article:
    """The article a gold text is: nothing repaired, white space at its very end left out."""
    kept = text.rstrip()
    first, _, rest = kept.partition("\n")
    return Article(text=kept, title=first if rest.startswith("\n") else "")


def read_gold_article(name: str, text: str, annotation: str, problems: Problems) -> GoldArticle:
    """Text and annotation (YAML) together. What doesn't fit is left out and told to `problems`."""
    article = article_from_text(text)
    document = read_lined(annotation, problems)
    if document is None:
        return GoldArticle(name, article, "", (), (), ())
    fields = Fields(document, "the article", _ARTICLE_KEYS, problems)
    sentences, claims = _read_sentences(fields.items("sentences"), article.text, problems)
    _warn_of_gaps(article.text, sentences, problems)
    return GoldArticle(
        name=name,
        article=replace(
            article,
            published=fields.words("published"),
            publisher=fields.words("publisher"),
            place=fields.words("place"),
            url=fields.words("url"),
        ),
        kind=fields.words("kind") or "",
        sentences=sentences,
        claims=resolve_links(claims, problems),
        entities=_read_entities(fields.items("entities"), article.text, problems),
    )


def _read_sentences(
    entries: list[Lined], text: str, problems: Problems
) -> tuple[tuple[GoldSentence, ...], list[tuple[GoldClaim, str | None, str | None]]]:
    sentences: list[GoldSentence] = []
    claims: list[tuple[GoldClaim, str | None, str | None]] = []
    end = 0
    for entry in entries:
        fields = Fields(entry, "a sentence", _SENTENCE_KEYS, problems)
        words = fields.words("text", needed=True)
        span = find_sentence(words, text, end) if words else None
        if span is None:
            if words:
                problems.error(fields.line_of("text"), _why_no_sentence(words, text))
            continue
        end = span.end
        index = len(sentences)
        sentences.append(GoldSentence(span.start, span.end, fields.truth("skip"), entry.line))
        for item in fields.items("claims"):
            read = read_claim(item, index, span, text, problems)
            if read is not None:
                claims.append(read)
    return tuple(sentences), claims


def _why_no_sentence(words: str, text: str) -> str:
    if find_sentence(words, text, 0):
        return f"sentence {words[:60]!r} stands before the one listed above it: keep the order of the text"
    return f"sentence {words[:60]!r} isn't in the text: copy it from there (quotes, dashes, spelling)"


def _warn_of_gaps(text: str, sentences: tuple[GoldSentence, ...], problems: Problems) -> None:
    """Words nobody annotated count as claiming nothing, which may be an oversight."""
    at, line = 0, 1
    for sentence in sentences:
        _warn_of_gap(text[at : sentence.start], line, problems)
        at, line = sentence.end, sentence.line
    _warn_of_gap(text[at:], line, problems)


def _warn_of_gap(gap: str, line: int, problems: Problems) -> None:
    if any(letter.isalnum() for letter in gap):
        shown = " ".join(gap.split())[:60]
        problems.warn(line, f"behind this line {shown!r} isn't annotated: list it, with claims or skip")


def _read_entities(entries: list[Lined], text: str, problems: Problems) -> tuple[GoldEntity, ...]:
    entities = []
    for entry in entries:
        fields = Fields(entry, "an entity", _ENTITY_KEYS, problems)
        name = fields.words("name", needed=True)
        kind = fields.words("type", needed=True)
        mentions: list[Span] = []
        for item in fields.items("mentions"):
            mentions += _read_mention(item, text, problems)
        if name and kind:
            entities.append(GoldEntity(name, kind, fields.words("wikidata"), tuple(sorted(set(mentions)))))
    return tuple(entities)


def _read_mention(item: Lined, text: str, problems: Problems) -> list[Span]:
    """Every place of a name; the place meant of a word with `@`."""
    if not isinstance(item.value, str):
        problems.error(item.line, "a mention should be words of the article")
        return []
    words, number = split_occurrence(item.value)
    places = occurrences(words, text, Span(0, len(text)))
    if len(places) < (number or 1):
        problems.error(item.line, f"mention {item.value!r} isn't in the text: copy it from there")
        return []
    return places if number is None else [places[number - 1]]
