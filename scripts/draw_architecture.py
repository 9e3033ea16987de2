"""Draw docs/pictures/architecture.svg: the packages by their own docstrings, and what passes between them."""

import ast
from pathlib import Path

from scripts.svg import Drawing, wrapped

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / "docs" / "pictures" / "architecture.svg"
STAGES = (("sources", "Article"), ("nlp", "Reading"), ("resolve", "Extraction"), ("store", "rows"))
ABOVE = ("cli", "pipeline")
BELOW = ("ontology", "model", "settings", "errors")
WIDTH, MARGIN, GAP = 1000, 20, 44
BOX = (WIDTH - 2 * MARGIN - 5 * GAP) / 4


def first_line(package: str) -> str:
    """What a package says it is for."""
    folder = ROOT / "graphkit" / package
    path = folder / "__init__.py" if folder.is_dir() else folder.with_suffix(".py")
    text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return text.partition("\n")[0]


def draw() -> str:
    drawing = Drawing(WIDTH, 412, "The path of an article through graphkit")
    for row, package in enumerate(ABOVE):
        bar(drawing, package, 16 + row * 52)
    drawing.arrow(f"M{MARGIN + GAP + BOX / 2:g} 112 V 144")
    drawing.words(MARGIN, 194, "text", "small")
    drawing.arrow(f"M{MARGIN + 2} 204 H {MARGIN + GAP - 2}")
    for index, (package, value) in enumerate(STAGES):
        stage(drawing, package, value, MARGIN + GAP + index * (BOX + GAP))
    drawing.arrow(f"M{MARGIN + GAP + BOX / 2:g} 266 V 300")
    for row, package in enumerate(BELOW):
        half = (WIDTH - 2 * MARGIN - 12) / 2
        bar(drawing, package, 304 + (row // 2) * 52, MARGIN + (row % 2) * (half + 12), half)
    return drawing.text()


def bar(
    drawing: Drawing, package: str, y: float, x: float = MARGIN, width: float = WIDTH - 2 * MARGIN
) -> None:
    drawing.box(x, y, width, 42)
    drawing.words(x + 12, y + 26, package, "strong")
    said = first_line(package)
    room = int((width - 110) / 6.3)
    drawing.words(x + 100, y + 26, said if len(said) <= room else wrapped(said, room - 2)[0] + " …", "small")


def stage(drawing: Drawing, package: str, value: str, x: float) -> None:
    drawing.box(x, 148, BOX, 116, "one" if package != "store" else "three")
    drawing.words(x + 10, 170, package, "strong")
    for number, line in enumerate(wrapped(first_line(package), int(BOX / 6.9))[:5]):
        drawing.words(x + 10, 190 + number * 16, line, "small")
    drawing.arrow(f"M{x + BOX + 2:g} 204 H {x + BOX + GAP - 2:g}")
    drawing.words(x + BOX + GAP / 2, 142, value, "small middle")


if __name__ == "__main__":
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    PICTURE.write_text(draw(), encoding="utf-8")
