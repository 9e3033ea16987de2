"""What graphkit needs to run, and whether one may use it."""

from importlib.metadata import distribution

import pytest

from scripts.bill import EXCEPTIONS, PAGE, UNSTATED, Part, bill, parts, permissive


@pytest.fixture(scope="module")
def listed() -> list[Part]:
    return parts(bill(validate=False))


def test_every_licence_is_permissive_or_a_known_exception(listed: list[Part]):
    assert [(one.name, one.licence) for one in listed if not one.sound] == []
    assert {one.name for one in listed if not permissive(one.licence)} == set(EXCEPTIONS)


def test_the_page_lists_each_dependency_with_its_licence(listed: list[Part]):
    rows = set(PAGE.read_text(encoding="utf-8").splitlines())

    missing = [
        one.name
        for one in listed
        if not any(row.startswith(f"| {one.name} | {one.licence} |") for row in rows)
    ]
    assert missing == [], "run `make sbom` and commit what it changes"


def test_the_bill_holds_what_runs_and_nothing_that_only_builds_or_tests(listed: list[Part]):
    names = {one.name for one in listed}

    assert {"spacy", "neo4j", "click", "trafilatura", "tld", "ray"} <= names
    assert {"pytest", "ruff", "mypy", "hatchling", "mkdocs-material", "cyclonedx-bom"} & names == set()
    assert {one.name for one in listed if one.optional} & {"spacy", "ray"} == {"ray"}


@pytest.mark.parametrize(
    ("licence", "free"),
    [
        ("MIT", True),
        ("Apache-2.0 AND MIT", True),
        ("MIT OR GPL-3.0-only", True),
        ("MIT AND GPL-3.0-only", False),
        ("MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later", False),
        ("(MIT OR GPL-3.0-only) AND MPL-2.0", False),
        ("", False),
    ],
)
def test_a_licence_is_permissive_where_one_may_choose_so(licence: str, free: bool):
    assert permissive(licence) is free


@pytest.mark.parametrize(
    ("name", "words"), [("ray", "Apache"), ("rich-click", "MIT License"), ("protobuf", "Redistribution")]
)
def test_a_licence_that_metadata_does_not_name_is_that_of_its_text(name: str, words: str):
    project = distribution(name)
    stated = " ".join([project.metadata["License"] or "", *(project.metadata.get_all("Classifier") or [])])
    texts = [file.locate() for file in project.files or () if "LICEN" in file.name.upper()]

    assert name in UNSTATED
    assert words in stated or any(
        words in path.read_text(encoding="utf-8", errors="replace") for path in texts
    )
