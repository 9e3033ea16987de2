"""docs/first-steps.md does what it says: each command runs and prints what is shown, each query finds something."""

import re
import shlex
import shutil
from pathlib import Path

from neo4j import Driver

from tests.end_to_end.conftest import ProgramWithin

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "first-steps.md").read_text(encoding="utf-8")
COMMAND = re.compile(r"^    graphkit (.+)\n((?:        .+\n)*)", re.MULTILINE)
QUERY = re.compile(r"```cypher\n(.+?)```", re.DOTALL)


def test_the_first_steps_lead_where_they_say(graphkit_on: ProgramWithin, neo4j_driver: Driver):
    shutil.copytree(ROOT / "examples", graphkit_on.folder / "examples")
    commands = COMMAND.findall(PAGE)
    queried = False

    for words, shown in commands:
        if words.startswith("export") and not queried:
            queried = True
            for query in QUERY.findall(PAGE):
                assert neo4j_driver.execute_query(query).records, query
        done = graphkit_on(*shlex.split(words))
        printed = " ".join(done.stdout.split())
        assert done.returncode == 0, (words, done.stderr)
        for line in shown.splitlines():
            assert line.strip() in printed, words
    assert queried
    assert len(commands) == len(re.findall(r"^    graphkit ", PAGE, re.MULTILINE))
    assert {"article.html", "russia.html", "favourites.zip", "graph.graphml"} <= {
        path.name for path in graphkit_on.folder.iterdir()
    }
