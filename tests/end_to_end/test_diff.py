"""`graphkit diff`: what changed, as tables, JSON and a digest."""

import json

from tests.end_to_end.conftest import ProgramWithin

TALKS = "Russia rejected the plan on Tuesday, officials said. The United States met Russia in Geneva."


def test_a_load_is_told_in_every_form(graphkit_on: ProgramWithin):
    (graphkit_on.folder / "talks.txt").write_text(TALKS, encoding="utf-8")
    graphkit_on("load", "talks.txt")

    table = graphkit_on("diff", "--since", "2020-01-01")
    found = json.loads(graphkit_on("diff", "--run", "run:..", "--format", "json").stdout)
    digest = graphkit_on("diff", "--since", "2020-01-01", "--format", "markdown").stdout
    nothing = graphkit_on("diff", "--since", "2999-01-01")
    neither = graphkit_on("diff")

    assert "new claims since 2020-01-01" in table.stdout
    assert found["new claims"] == []
    assert "## New actors since 2020-01-01: " in digest
    assert "| actor | kind | articles |" in digest
    assert (nothing.stdout, "nothing changed" in nothing.stderr) == ("", True)
    assert (neither.returncode, "add --since DATE, or --run A..B" in neither.stderr) == (2, True)
