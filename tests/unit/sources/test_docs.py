"""What docs/sources.md says of formats and limits is so."""

import re
from pathlib import Path

import pytest

from graphkit.sources import Fetching, Limits, read_mapping
from graphkit.sources.formats import suffixes

PAGE = (Path(__file__).parents[3] / "docs" / "sources.md").read_text(encoding="utf-8")
MEGABYTE = 2**20


def test_each_end_of_a_name_is_documented_and_no_other() -> None:
    table = PAGE.partition("## Formats")[2].partition("A package of your own")[0]
    rows = [line.split("|")[2] for line in table.splitlines() if line.startswith("| ")][1:]

    assert {end for row in rows for end in re.findall(r"`(\.\w+)`", row)} == suffixes()


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        (r"one article, as bytes \| (\d+) MB", Limits().largest, MEGABYTE),
        (r"one JSON document \| (\d+) MB", Limits().document, MEGABYTE),
        (r"mail apart \| (\d+) s", Limits().seconds, 1),
        (r"processor time, ([\d.]+) GB", Limits().memory, 1024 * MEGABYTE),
        (r"entries of a feed \| ([\d,]+),", Limits().pages, 1),
        (r"unpacks to \| (\d+) MB", Limits().free, MEGABYTE),
        (r"and (\d+) times its size", Limits().ratio, 1),
        (r"times its size beyond that; (\d+) GB in all", Limits().total, 1024 * MEGABYTE),
        (r"archives within archives \| ([\d,]+),", Limits().members, 1),
        (r"archives within archives \| [\d,]+, (\d)", Limits().depth, 1),
        (r"(\d+) s to connect", Fetching().connect, 1),
        (r"(\d+) s without a byte", Fetching().read, 1),
        (r"(\d+) s and 64 MB for an answer", Fetching().whole, 1),
        (r"120 s and (\d+) MB for an answer", Fetching().largest, MEGABYTE),
        (r"(\d) redirects", Fetching().redirects, 1),
    ],
)
def test_a_limit_is_as_documented(words: str, value: float, unit: int) -> None:
    found = re.search(words, PAGE)

    assert found is not None
    assert float(found[1].replace(",", "")) * unit == value


def test_the_mapping_of_the_page_can_be_read(tmp_path: Path) -> None:
    example = re.search(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    assert example is not None
    (tmp_path / "mapping.yaml").write_text(example[1])

    mapping = read_mapping(tmp_path / "mapping.yaml")

    assert mapping.fields["text"] == ("data.story_text",)
    assert (mapping.items, mapping.dates, mapping.delimiter) == (("payload.hits",), "%d/%m/%Y", ";")
