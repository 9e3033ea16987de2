"""Which Java the local server runs on."""

from pathlib import Path

import pytest

from graphkit.store.server.java import SUITABLE, find_java, installed, major_version


def script(path: Path, said: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\necho '{said}' >&2\n")
    path.chmod(0o755)
    return path


def test_the_java_found_is_one_neo4j_runs_on():
    assert major_version(find_java()) in SUITABLE


@pytest.mark.parametrize(
    ("said", "version"),
    [
        ('openjdk version "21.0.8" 2025-07-15 LTS', 21),
        ('openjdk version "17" 2021-09-14', 17),
        ('java version "1.8.0_402"', 8),
        ("command not found", None),
    ],
)
def test_a_javas_version_is_read_from_what_it_says(tmp_path, said, version):
    assert major_version(script(tmp_path / "java", said)) == version


def test_a_java_that_is_not_there_has_no_version(tmp_path):
    assert major_version(tmp_path / "java") is None


def test_java_home_goes_before_the_path(tmp_path, monkeypatch):
    chosen = script(tmp_path / "home" / "bin" / "java", "17")
    other = script(tmp_path / "path" / "java", "21")
    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PATH", str(other.parent))

    assert installed() == [chosen, other]
