"""Entity linking: which Wikidata item a name refers to, by exact span."""

import json
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from graphkit.errors import RecordError
from graphkit.evaluate.figures import Counts
from graphkit.evaluate.gum import Read
from graphkit.evaluate.report import Report, Table
from graphkit.evaluate.words import around, most_common
from graphkit.model import Article, Extraction, Span

Known = Callable[[str], bool]
"""Whether the gazetteer holds a Wikidata id ("Q30")."""


@dataclass(frozen=True, slots=True)
class LinkedText:
    """A gold text.

    links: id by span, those that must be found. open: spans where a link is neither right nor wrong
    (optional, nested or coreferent labels, numbers, dates, ids without a mapping).
    within: only links inside count. labels: every labelled span, open ones and those without an item too.
    """

    article: Article
    links: dict[Span, str]
    open: frozenset[Span]
    within: Span
    labels: frozenset[Span] = frozenset()

    def labelled(self, found: dict[Span, str]) -> dict[Span, str]:
        """Links at exactly a labelled name: of corpora that label only some names, the rest tells nothing."""
        return {span: item for span, item in found.items() if span in self.labels}


@dataclass(frozen=True, slots=True)
class LinkErrors:
    """(span, id found or "", id wanted or "") of one text."""

    text: LinkedText
    errors: tuple[tuple[Span, str, str], ...]


def read_linking(lines: Iterable[str], place: str = "gold") -> list[LinkedText]:
    """JSON Lines with `text` and `labels` of `span` and `entity_id`; RecordError names the line."""
    texts = []
    for number, line in enumerate(lines, 1):
        try:
            texts.append(_read_text(json.loads(line)))
        except (KeyError, TypeError, ValueError) as error:
            raise RecordError(
                f"{place}:{number} isn't a linking record (lacks or garbles {error})"
            ) from error
    return texts


def _read_text(record: dict[str, object]) -> LinkedText:
    text = str(record["text"])
    within = record.get("evaluation_span") or [0, len(text)]
    links: dict[Span, str] = {}
    open_: set[Span] = set()
    labels = record["labels"]
    if not isinstance(labels, list) or not isinstance(within, list):
        raise TypeError("labels")
    by_id = {label["id"]: label for label in labels}
    for label in labels:
        span = Span(*label["span"])
        item = label["entity_id"]
        parent = by_id.get(label.get("parent"))
        alternative = parent is not None and _is_item(parent["entity_id"])
        if item == "<NIL>":
            continue
        if not _is_item(item) or alternative or label.get("optional") or label.get("coref"):
            open_.add(span)
        else:
            links[span] = item
    # The title of these records is a file name or number, not a headline.
    spans = frozenset(Span(*label["span"]) for label in labels)
    return LinkedText(Article(text=text), links, frozenset(open_ - links.keys()), Span(*within), spans)


def _is_item(entity: str) -> bool:
    return entity.startswith("Q") and entity[1:].isdigit()


def links_of(extraction: Extraction) -> dict[Span, str]:
    """Wikidata id by span, of names alone, and of those only the outermost.

    Corpora of strong spans label a name once, as a whole: "University of Michigan", not Michigan in it.
    """
    names = sorted(
        (mention.start, -mention.end, entity.wikidata or "")
        for entity in extraction.entities
        for mention in entity.mentions
        if mention.kind == "name"
    )
    links: dict[Span, str] = {}
    reached = -1
    for start, negative, item in names:
        if item and -negative > reached:
            links[Span(start, -negative)] = item
        reached = max(reached, -negative)
    return links


def score_links(
    gold: LinkedText, found: dict[Span, str], known: Known | None = None
) -> tuple[Counts, LinkErrors]:
    """Right: the same span and the same id. known: leave out gold links the gazetteer can't know.

    A link where the gold has none, or only one without an item, is wrong.
    """
    inside = {
        span: item
        for span, item in sorted(found.items())
        if gold.within.start <= span.start and span.end <= gold.within.end and span not in gold.open
    }
    wanted = {span: item for span, item in gold.links.items() if known is None or known(item)}
    right = sum(wanted.get(span) == item for span, item in inside.items())
    errors = [(span, item, gold.links.get(span, "")) for span, item in inside.items()]
    errors += [(span, "", item) for span, item in wanted.items() if span not in inside]
    wrong = tuple(sorted(error for error in errors if error[1] != error[2]))
    return Counts(right, len(inside), len(wanted)), LinkErrors(gold, wrong)


def score_linking(golds: Iterable[LinkedText], read: Read, known: Known) -> Report:
    """Micro figures over all texts: of every item, and of those the gazetteer holds."""
    all_items, held, labelled = Counts(), Counts(), Counts()
    examples: list[str] = []
    outside: Counter[str] = Counter()
    for gold in golds:
        extraction = read(gold.article)
        if extraction.article.text != gold.article.text:
            raise RecordError("a gold text was read as another text: read it without repairing it")
        found = links_of(extraction)
        all_items += score_links(gold, found)[0]
        counts, errors = score_links(gold, found, known)
        held += counts
        labelled += score_links(gold, gold.labelled(found), known)[0]
        examples += _describe(errors)
        outside.update(
            gold.article.text[s.start : s.end] for s, item in gold.links.items() if not known(item)
        )
    missing = tuple(most_common(outside))
    return Report(
        title="linking",
        figures={
            "precision": held.precision,
            "recall": held.recall,
            "f1": held.f1,
            "labelled.precision": labelled.precision,
            "labelled.f1": labelled.f1,
            "all.precision": all_items.precision,
            "all.recall": all_items.recall,
            "all.f1": all_items.f1,
            "coverage": held.wanted / all_items.wanted if all_items.wanted else 0.0,
        },
        tables=(
            Table(
                "links",
                ("of", "right", "found", "gold"),
                (
                    ("items the gazetteer holds", held.right, held.found, held.wanted),
                    ("of these at labelled names", labelled.right, labelled.found, labelled.wanted),
                    ("all items", all_items.right, all_items.found, all_items.wanted),
                ),
            ),
            Table("names the gazetteer doesn't hold", ("name", "links"), missing[:50]),
        ),
        examples=tuple(examples),
    )


def _describe(errors: LinkErrors) -> Iterable[str]:
    text = errors.text.article.text
    for span, found, wanted in errors.errors:
        name = text[span.start : span.end]
        yield f"{name!r}: {found or 'nothing'}, not {wanted or 'a link'}, in {around(text, span)!r}"
