"""Which body a name or acronym means."""

from dataclasses import replace

import pytest

from graphkit.resolve import Resolver
from tests.factories_reading import Sketch


def ids(resolver: Resolver, sketch: Sketch) -> set[str]:
    return {entity.id for entity in resolver.resolve(sketch.reading()).entities}


def test_an_acronym_the_article_spells_out_otherwise_is_something_else(resolver: Resolver) -> None:
    sketch = Sketch("Work on the artificial pancreas (AP) went on. The AP worked.")
    sketch.name("AP", "Organization", 0, nth=2)

    assert "wd:Q40469" not in ids(resolver, sketch)


def test_an_acronym_the_article_spells_out_is_known(resolver: Resolver) -> None:
    sketch = Sketch("Human Rights Watch (HRW) spoke. HRW is a group.").name("HRW", "Organization", 0, nth=2)

    assert ids(resolver, sketch) == {"wd:Q187052"}


def test_an_acronym_of_many_alone_stays_open(resolver: Resolver) -> None:
    sketch = Sketch("Bids for HRW wheat fell.").name("HRW", "Organization", 0)

    assert "wd:Q187052" not in ids(resolver, sketch)


def test_a_company_called_like_a_place_is_no_place(resolver: Resolver) -> None:
    sketch = Sketch("Madeira Inc sold stock. Madeira fell.")
    sketch.name("Madeira Inc", "Organization", 0).name("Madeira", "Organization", 0, nth=2)

    assert ids(resolver, sketch).isdisjoint({"wd:Q26253"})


def test_a_body_named_with_its_country_is_that_countrys(resolver: Resolver) -> None:
    known = Sketch("The U.S. Food and Drug Administration spoke.")
    known.name("U.S. Food and Drug Administration", "Organization", 0)
    other = Sketch("The Saudi Food and Drug Administration spoke.")
    other.name("Saudi Food and Drug Administration", "Organization", 0)

    assert ids(resolver, known) == {"wd:Q204711"}
    assert ids(resolver, other).isdisjoint({"wd:Q204711"})


def test_the_last_word_of_a_paper_is_the_paper_the_article_names(resolver: Resolver) -> None:
    sketch = Sketch("The New York Times wrote so. The Times said it twice, in Britain.")
    sketch.name("New York Times", "Organization", 0).name("Times", "Organization", 1, nth=2)
    sketch.name("Britain", "Country", 2)

    assert ids(resolver, sketch) == {"wd:Q9684", "wd:Q145"}


def test_a_part_of_a_longer_name_decides_nothing(resolver: Resolver) -> None:
    sketch = Sketch("Georgia Power rose. In Tbilisi, Georgia fell.")
    sketch.name("Georgia Power", "Organization", 0).name("Georgia", "Organization", 0)
    sketch.name("Tbilisi", "Place", 1)

    names = {e.name for e in resolver.resolve(sketch.reading()).entities}

    assert names == {"Georgia Power", "Tbilisi"}


@pytest.mark.parametrize("kind", ["Person", "Place"])
def test_a_company_by_one_word_must_not_be_read_as_another_kind(resolver: Resolver, kind: str) -> None:
    sketch = Sketch("Ford pardoned him.").name("Ford", kind, 0)

    assert "wd:Q44294" not in ids(resolver, sketch)


def test_names_inside_names_are_known_only_where_they_are_well_known(resolver: Resolver) -> None:
    sketch = Sketch("The China Times of Taipei.").name("China Times", "Organization", 0)
    sketch.name("China", "Country", 1).name("Times", "Organization", 2)
    sketch.mentions[1:] = [replace(mention, nested=True) for mention in sketch.mentions[1:]]

    assert {e.name for e in resolver.resolve(sketch.reading()).entities} == {"China Times", "China"}


def test_the_first_word_of_a_company_is_the_one_the_article_names(resolver: Resolver) -> None:
    one = Sketch("Meridian Lines sued. Meridian won. Meridian rejoiced.")
    one.name("Meridian Lines", "Organization", 0).name("Meridian", "Group", 1, nth=2)
    one.name("Meridian", "Group", 1, nth=3)
    two = Sketch("Meridian Lines sued Meridian Foods. Meridian won.")
    two.name("Meridian Lines", "Organization", 0).name("Meridian Foods", "Organization", 1)
    two.name("Meridian", "Organization", 2, nth=3)

    assert [entity.type for entity in resolver.resolve(one.reading()).entities] == ["Organization"]
    assert len(ids(resolver, two)) == 3
