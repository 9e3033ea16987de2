"""A few shapes of SVG, readable on light and dark pages."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape

STYLE = """
text { font: 14px system-ui, -apple-system, "Segoe UI", sans-serif; fill: #1b1f24 }
.small { font-size: 12px; fill: #57606a } .strong { font-weight: 600 } .middle { text-anchor: middle }
.mono { font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: 12.5px }
.box { fill: #f6f8fa; stroke: #8c959f } .line { fill: none; stroke: #57606a; stroke-width: 1.5 }
.one { fill: #dbeafe; stroke: #2563eb } .two { fill: #fee2e2; stroke: #dc2626 }
.three { fill: #dcfce7; stroke: #16a34a } .four { fill: #fef3c7; stroke: #d97706 }
.faint { stroke-opacity: .6 } .dashed { stroke-dasharray: 5 4 } .tip { fill: #57606a }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3 } .small { fill: #9da7b1 } .box { fill: #161b22; stroke: #484f58 }
  .line { stroke: #9da7b1 } .tip { fill: #9da7b1 }
  .one { fill: #172554 } .two { fill: #450a0a } .three { fill: #052e16 } .four { fill: #451a03 }
}
"""
TIP = (
    '<marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto">'
    '<path class="tip" d="M0 0 L10 5 L0 10 z"/></marker>'
)


@dataclass
class Drawing:
    """Shapes in the order they were added."""

    width: float
    height: float
    title: str
    shapes: list[str] = field(default_factory=list)

    def box(self, x: float, y: float, width: float, height: float, look: str = "box") -> None:
        self.shapes.append(
            f'<rect class="{look}" x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="6"/>'
        )

    def words(self, x: float, y: float, text: str, look: str = "") -> None:
        self.shapes.append(f'<text class="{look}" x="{x:g}" y="{y:g}">{escape(text)}</text>')

    def spaced(self, x: float, y: float, text: str, column: float) -> None:
        """Words whose characters stand in columns, whatever font there is."""
        length = f'textLength="{len(text) * column:g}" lengthAdjust="spacing"'
        self.shapes.append(f'<text class="mono" x="{x:g}" y="{y:g}" {length}>{escape(text)}</text>')

    def arrow(self, path: str, look: str = "line") -> None:
        self.shapes.append(f'<path class="{look}" d="{path}" marker-end="url(#tip)"/>')

    def line(self, path: str, look: str = "line") -> None:
        self.shapes.append(f'<path class="{look}" d="{path}"/>')

    def text(self) -> str:
        return "\n".join(self._lines()) + "\n"

    def _lines(self) -> Iterator[str]:
        size = f'width="{self.width:g}" height="{self.height:g}" viewBox="0 0 {self.width:g} {self.height:g}"'
        yield f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img">'
        yield f"<title>{escape(self.title)}</title>"
        yield f"<style>{STYLE}</style><defs>{TIP}</defs>"
        yield from self.shapes
        yield "</svg>"


def wrapped(text: str, characters: int) -> list[str]:
    """Lines of at most so many characters, broken at spaces."""
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= characters:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
