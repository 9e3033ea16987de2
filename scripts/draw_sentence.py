"""Draw docs/pictures/sentence.svg: what graphkit makes of one sentence of an example, as it makes it."""

from collections.abc import Iterator
from pathlib import Path

from graphkit.model import Article, Claim, ClaimEnd, Extraction, Modality, Polarity, Span
from graphkit.pipeline.inputs import inputs
from graphkit.pipeline.recipe import Recipe
from graphkit.pipeline.stages import extractor
from scripts.svg import Drawing, wrapped

ROOT = Path(__file__).parent.parent
ARTICLE = "us-rejects-russia-demand"
PICTURE = ROOT / "docs" / "pictures" / "sentence.svg"
SENTENCE = 1
"""The first after the headline: a fact, a belief and an offer in one breath."""
WIDTH, MARGIN, COLUMN = 1000, 20, 7.8
CHARACTERS = int((WIDTH - 2 * MARGIN - 20) / COLUMN)
ROW = 62


def draw() -> str:
    extraction = extract()
    sentence = extraction.sentences[SENTENCE]
    claims = [claim for claim in extraction.claims if claim.sentence == SENTENCE and is_shown(claim)]
    lines = list(broken(extraction.article.text, sentence))
    top = 50 + 22 * len(lines)
    drawing = Drawing(WIDTH, top + 44 + ROW * len(claims), "One sentence, and the claims it makes")
    drawing.words(MARGIN, 24, "One sentence of an article", "strong")
    drawing.box(MARGIN, 34, WIDTH - 2 * MARGIN, 22 * len(lines) + 10)
    for number, line in enumerate(lines):
        for claim in claims:
            mark(drawing, claim, line, 42 + 22 * number)
        drawing.spaced(MARGIN + 10, 56 + 22 * number, extraction.article.text[line.start : line.end], COLUMN)
    drawing.words(MARGIN, top + 24, "What the graph gets", "strong")
    names = {entity.id: entity.name for entity in extraction.entities}
    for number, claim in enumerate(claims):
        card(drawing, claim, names, top + 36 + ROW * number)
    return drawing.text()


def is_shown(claim: Claim) -> bool:
    """Not "said" and "believed": they are seen in the claims they are about."""
    return claim.object is not None or claim.relation not in ("SAYS", "BELIEVES")


def extract() -> Extraction:
    path = next(path for path in sorted((ROOT / "examples").glob("*.txt")) if ARTICLE in path.name)
    article = next(found for found in inputs([path]) if isinstance(found, Article))
    return extractor(Recipe("en_core_web_sm")).extract_all([article])[0]


def broken(text: str, sentence: Span) -> Iterator[Span]:
    """The sentence in lines, as spans of the text."""
    start = sentence.start
    for line in wrapped(text[sentence.start : sentence.end], CHARACTERS):
        start = text.index(line, start)
        yield Span(start, start + len(line))
        start += len(line)


def mark(drawing: Drawing, claim: Claim, line: Span, y: float) -> None:
    """Colour the words of a claim where they stand in this line."""
    ends = [(claim.subject, "one"), (claim.object, "two")]
    spans = [(Span(end.start, end.end), look) for end, look in ends if end is not None]
    for span, look in (*spans, *((span, "three") for span in claim.predicate.spans)):
        start, end = max(span.start, line.start), min(span.end, line.end)
        if start < end:
            x = MARGIN + 10 + (start - line.start) * COLUMN
            drawing.box(x - 1, y, (end - start) * COLUMN + 2, 19, f"{look} faint")


def card(drawing: Drawing, claim: Claim, names: dict[str, str], y: float) -> None:
    drawing.box(MARGIN, y, 190, 40, "one")
    drawing.words(MARGIN + 95, y + 25, names[claim.subject.entity], "middle")
    drawing.arrow(f"M{MARGIN + 192} {y + 20} H 388", "line" if draws_edge(claim) else "line dashed")
    drawing.words(300, y + 14, claim.relation, "mono middle")
    drawing.words(300, y + 36, claim.predicate.text, "small middle")
    drawing.box(390, y, 230, 40, "two" if claim.object else "box dashed")
    drawing.words(505, y + 25, named(claim.object, names), "middle")
    drawing.words(640, y + 17, verdict(claim), "strong")
    drawing.words(640, y + 35, ", ".join(meant(claim, names)), "small")


def named(end: ClaimEnd | None, names: dict[str, str]) -> str:
    return "" if end is None else names[end.entity]


def draws_edge(claim: Claim) -> bool:
    plain = claim.polarity is Polarity.AFFIRMED and claim.modality is Modality.ASSERTED
    return plain and claim.object is not None


def verdict(claim: Claim) -> str:
    return "an edge between the two" if draws_edge(claim) else "a claim, and no edge"


def meant(claim: Claim, names: dict[str, str]) -> Iterator[str]:
    yield claim.polarity.value
    yield claim.modality.value
    yield f"said by {names[claim.speaker.entity]}" if claim.speaker else "in the article's own voice"


if __name__ == "__main__":
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    PICTURE.write_text(draw(), encoding="utf-8")
