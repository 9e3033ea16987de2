"""What part of public life an actor belongs to, and of what country."""

import pytest

from graphkit.model.record import read_line, write_line
from graphkit.resolve import Resolver
from graphkit.resolve.sectors import sectors
from tests.factories_reading import Sketch


@pytest.mark.parametrize(
    ("words", "sector"),
    [
        ("Russian foreign minister", "government"),
        ("army spokesman", "military"),
        ("spokeswoman for the rebels", "rebel"),
        ("opposition leader", "opposition"),
        ("police officers", "police"),
        ("NATO secretary general", "international"),
        ("Democratic Party", "party"),
        ("chief executive of Apple", "business"),
        ("Supreme Court of Kenya", "judiciary"),
        ("reporter", "media"),
        ("official", "government"),
        ("head of the observatory", None),
        ("bicycle", None),
    ],
)
def test_the_last_word_that_names_a_sector_tells_it(words: str, sector: str | None) -> None:
    assert sectors().of(words) == sector


def test_country_and_sector_are_kept_in_the_record(resolver: Resolver) -> None:
    sketch = Sketch("Kenya met Uganda.").name("Kenya", "Country", 0).name("Uganda", "Country", 1)
    sketch.triple(sketch.phrase("Kenya"), "met", "meet", sketch.phrase("Uganda"))

    extraction = resolver.resolve(sketch.reading())

    assert {(one.name, one.country, one.sector) for one in extraction.entities} == {
        ("Kenya", "wd:Q114", "government"),
        ("Uganda", "wd:Q1036", "government"),
    }
    assert read_line(write_line(extraction)) == extraction
